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

  /// More findings are only counted.
  ///
  /// Source: our choice, a few screens.
  static let mostShown = 100

  package init(files: [SourceText], colour: Bool) {
    self.files = files
    self.colour = colour
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
    let head = "\(severity.rawValue)[\(diagnostic.code.rawValue)]"
    var text = "\(painted(head, severity)): \(SafeText.of(diagnostic.message))\n"
    text += window(diagnostic.file, diagnostic.span, margin, arrow: "-->", label: "", severity)
    if let help = diagnostic.help { text += "\(blank(margin)) = help: \(SafeText.of(help))\n" }
    for place in diagnostic.related {
      text += window(place.file, place.span, margin, arrow: ":::", label: place.label, severity)
    }
    return text
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
    let line = SourceWindow(of: span, in: source)
    let number = String(position.line)
    let place = "\(SafeText.of(source.name)):\(position.line):\(position.column)"
    let carets = painted(String(repeating: "^", count: line.caretCount), severity)
    let role = label.isEmpty ? "" : " \(SafeText.of(label))"
    return """
      \(blank(margin))\(arrow) \(place)
      \(blank(margin)) |
      \(blank(margin - number.count))\(number) |\(line.text.isEmpty ? "" : " \(line.text)")
      \(blank(margin)) | \(blank(line.caretColumn))\(carets)\(role)

      """
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
