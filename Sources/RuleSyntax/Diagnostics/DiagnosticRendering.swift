/// Findings as text for people: message, place, the line with carets, and what to do.
///
///     error[R0104]: `==` is not part of the language
///      --> azure.rules:3:5
///       |
///     3 |     == 1000 USD
///       |     ^^
///       = help: write `=`
package struct DiagnosticRenderer {
  private let files: [SourceText]
  private let colour: Bool

  /// The width of the page; nil where sentences are not broken, as in files that programs compare.
  private let columns: Int?

  /// More findings are only counted.
  ///
  /// Source: our choice, a few screens.
  static let mostShown = 100

  /// Narrower pages are written as if they had so many columns.
  ///
  /// Source: our choice, room for a few words beside a margin.
  private static let fewestColumns = 40

  package init(files: [SourceText], colour: Bool, columns: Int? = nil) {
    self.files = files
    self.colour = colour
    self.columns = columns.map { max($0, DiagnosticRenderer.fewestColumns) }
  }

  /// All findings in order, then how many there are; empty without findings.
  package func text(_ diagnostics: [Diagnostic]) -> String {
    guard !diagnostics.isEmpty else { return "" }
    let ordered = diagnostics.inOrder()
    var parts = ordered.prefix(DiagnosticRenderer.mostShown).map { text($0) }
    let hidden = ordered.count - parts.count
    if hidden > 0 { parts.append("… and \(hidden) more\n") }
    parts.append(summary(of: ordered))
    return parts.joined(separator: "\n")
  }

  private func text(_ diagnostic: Diagnostic) -> String {
    let places =
      [(diagnostic.file, diagnostic.span)] + diagnostic.related.map { ($0.file, $0.span) }
    let numbers = places.filter { files.indices.contains($0.0) }
      .map { files[$0.0].line(at: $0.1.start) }
    let margin = String(numbers.max() ?? 1).count
    let severity = diagnostic.severity
    let head = "\(severity.rawValue)[\(diagnostic.code.rawValue)]: "
    var text = sentence(diagnostic.message, after: head, severity)
    text += window(diagnostic.file, diagnostic.span, margin, arrow: "-->", label: "", severity)
    if let help = diagnostic.help { text += sentence(help, after: "\(blank(margin)) = help: ") }
    if let fix = diagnostic.fix, fix.title != diagnostic.help {
      let safety = fix.safety == .safe ? "" : " (unsafe)"
      text += sentence(fix.title + safety, after: "\(blank(margin)) = fix: ")
    }
    for place in diagnostic.related {
      text += window(place.file, place.span, margin, arrow: ":::", label: place.label, severity)
    }
    return text
  }

  /// A sentence behind its beginning, further lines below each other.
  private func sentence(
    _ text: String,
    after head: String,
    _ severity: Diagnostic.Severity? = nil
  ) -> String {
    let lines = wrapped(SafeText.of(text), in: columns.map { $0 - head.count })
    let start = severity.map { painted(String(head.dropLast(2)), $0) + ": " } ?? head
    return start + lines.joined(separator: "\n" + blank(head.count)) + "\n"
  }

  private func wrapped(_ text: String, in columns: Int?) -> [String] {
    guard let columns else { return [text] }
    return TextWidth.wrapped(text, to: columns)
  }

  /// Place, source line and caret line.
  private func window(
    _ file: Int,
    _ span: SourceSpan,
    _ margin: Int,
    arrow: String,
    label: String,
    _ severity: Diagnostic.Severity
  ) -> String {
    guard files.indices.contains(file) else { return "" }
    let source = files[file]
    let position = source.position(at: span.start)
    let room = columns.map { min($0 - margin - 5, SourceWindow.usualColumns) }
    let line = SourceWindow(of: span, in: source, columns: room ?? SourceWindow.usualColumns)
    let number = String(position.line)
    let place = "\(SafeText.of(source.name)):\(position.line):\(position.column)"
    let carets = painted(String(repeating: "^", count: line.caretCount), severity)
    let bar = "\(blank(margin)) |"
    return """
      \(blank(margin))\(arrow) \(place)
      \(bar)
      \(blank(margin - number.count))\(number) |\(line.text.isEmpty ? "" : " \(line.text)")
      \(bar) \(blank(line.caretColumn))\(carets)\(role(label, behind: line, bar, room))

      """
  }

  /// What a place is, behind its carets, or below them where there is no room.
  private func role(_ label: String, behind line: SourceWindow, _ bar: String, _ room: Int?)
    -> String
  {
    guard !label.isEmpty else { return "" }
    let label = SafeText.of(label)
    let used = line.caretColumn + line.caretCount + 1
    guard let room, used + TextWidth.of(label) > room + 2 else { return " \(label)" }
    return wrapped(label, in: room + 2).map { "\n\(bar) \($0)" }.joined()
  }

  private func summary(of diagnostics: [Diagnostic]) -> String {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    let parts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
    return parts.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: ", ") + "\n"
  }

  private func blank(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

  private func painted(_ text: String, _ severity: Diagnostic.Severity) -> String {
    guard colour else { return text }
    return "\u{1B}[1;\(severity == .error ? 31 : 33)m\(text)\u{1B}[0m"
  }
}
