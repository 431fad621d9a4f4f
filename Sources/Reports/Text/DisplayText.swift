import RuleSyntax

/// Text on a page of fixed columns.
enum DisplayText {
  /// The text without signs that would move a terminal's cursor, colour it or turn its direction:
  /// names are data, and a name must not write over a report.
  static func clean(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(isControl(scalar) ? "\u{FFFD}" : scalar) }
    return String(result)
  }

  /// How many columns a terminal gives to the text.
  static func width(_ text: String) -> Int { TextWidth.of(text) }

  static func padded(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - width(text)))
  }

  static func rightAligned(_ text: String, in columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - width(text))) + text
  }

  /// Lines of at most `columns`, see ``TextWidth/wrapped(_:to:)``.
  static func wrapped(_ text: String, to columns: Int) -> [String] {
    TextWidth.wrapped(clean(text), to: columns)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
