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
}
