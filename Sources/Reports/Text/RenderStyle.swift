/// How reports for people look.
package struct RenderStyle: Sendable {
  /// The width of the page, in columns; at least ``fewestColumns``.
  package let columns: Int
  package let usesColour: Bool

  /// Whether only ASCII may be drawn; names and titles are shown as they are.
  package let usesASCII: Bool

  /// Source: our choice; below it the table of a tree has no room for words.
  package static let fewestColumns = 60

  package init(columns: Int = 100, usesColour: Bool = false, usesASCII: Bool = false) {
    self.columns = max(columns, RenderStyle.fewestColumns)
    self.usesColour = usesColour
    self.usesASCII = usesASCII
  }

  enum Ink: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
  }

  /// The text in a colour of the terminal, where colours are wanted.
  func paint(_ text: String, _ ink: Ink) -> String {
    usesColour && !text.isEmpty ? "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" : text
  }
}
