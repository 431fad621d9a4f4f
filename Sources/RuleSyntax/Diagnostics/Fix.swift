/// A repair of what a finding is about, ready to be made.
package struct Fix: Hashable, Sendable {
  /// Whether the rules say the same after the repair.
  package enum Safety: String, CaseIterable, Hashable, Sendable {
    /// What is written can mean one thing only, and goes on to mean it.
    case safe
    /// A guess at what was meant, or a change of what the rules say.
    case unsafe
  }

  /// What it does: lower case first letter, no final period, the author's text in backticks.
  package let title: String

  /// Whether it may be made without being looked at.
  package let safety: Safety

  /// What is replaced; no two overlap.
  package let edits: [TextEdit]

  package init(_ title: String, _ safety: Safety, _ edits: [TextEdit]) {
    self.title = title
    self.safety = safety
    self.edits = edits
  }
}

/// The ways in which repairs are made; each says what it does as the help of a finding would.
extension Fix {
  /// Writes something else in a place.
  package static func replace(
    _ span: SourceSpan,
    with text: String,
    _ safety: Safety = .safe,
    title: String? = nil,
    file: Int
  ) -> Fix {
    Fix(
      title ?? "write \(quoted(text))",
      safety,
      [TextEdit(file: file, span, text)]
    )
  }

  /// Puts something in behind a place, with a blank between.
  package static func insert(
    _ text: String,
    after span: SourceSpan,
    _ safety: Safety = .safe,
    title: String? = nil,
    file: Int
  ) -> Fix {
    insertion(" " + text, at: span.end, safety, title: title ?? "add \(quoted(text))", file: file)
  }

  /// Puts something in before a place, with a blank between.
  package static func insert(
    _ text: String,
    before span: SourceSpan,
    _ safety: Safety = .safe,
    title: String? = nil,
    file: Int
  ) -> Fix {
    insertion(text + " ", at: span.start, safety, title: title ?? "add \(quoted(text))", file: file)
  }

  /// Puts something in as it is.
  package static func insertion(
    _ text: String,
    at offset: UInt32,
    _ safety: Safety,
    title: String,
    file: Int
  ) -> Fix {
    Fix(title, safety, [TextEdit(file: file, SourceSpan(start: offset, end: offset), text)])
  }

  /// Takes something out, which the title calls `what`.
  package static func delete(
    _ span: SourceSpan,
    _ what: String,
    _ safety: Safety = .safe,
    file: Int
  ) -> Fix {
    Fix("delete \(quoted(what))", safety, [TextEdit(file: file, span, "")])
  }

  /// The author's text in backticks, as much of it as a title has room for.
  static func quoted(_ text: String) -> String {
    "`" + (text.count > 60 ? text.prefix(60) + "…" : text) + "`"
  }

  /// Places on one line that are repaired together; more wait for another round.
  ///
  /// Source: our choice, more than a line that somebody wrote has.
  private static let mostEdits = 100

  /// The same repair in other places of its line too; it is as safe as the least safe of them.
  func joined(with other: Fix) -> Fix {
    guard edits.count < Fix.mostEdits else { return self }
    let others = other.edits.filter { !edits.contains($0) }
    return Fix(title, safety == .safe ? other.safety : safety, edits + others)
  }
}

/// One place of a file with what is to stand there.
package struct TextEdit: Hashable, Sendable {
  /// The index of the file, as in ``Diagnostic/file``.
  package let file: Int

  /// What goes; empty where something is only put in.
  package let span: SourceSpan

  /// What comes; empty where something is only taken out.
  package let replacement: String

  package init(file: Int, _ span: SourceSpan, _ replacement: String) {
    self.file = file
    self.span = span
    self.replacement = replacement
  }

  /// Whether the two cannot be made together: they overlap, or touch where one puts something in.
  func isInWay(of other: TextEdit) -> Bool {
    guard file == other.file else { return false }
    if span.start == other.span.start { return true }
    let (first, second) = span.start < other.span.start ? (span, other.span) : (other.span, span)
    return first.end > second.start || first.end == second.start && second.length == 0
  }
}
