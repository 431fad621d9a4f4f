/// Writes a story as Markdown, for a mail or a ticket.
///
/// Names and values from files are data: signs that Markdown takes as markup are escaped.
struct StoryMarkdown {
  private(set) var lines: [String] = []
  private var isInList = false

  init(_ blocks: [StoryBlock]) {
    for block in blocks { add(block) }
  }

  private mutating func add(_ block: StoryBlock) {
    switch block {
    case .title(let text): add("# " + markdown(text))
    case .section(let title, let status):
      add("## " + escaped(title) + (status.map { ": " + $0.rawValue } ?? ""))
    case .heading(let title, let status):
      add("### " + escaped(title) + (status.map { ": " + $0.rawValue } ?? ""))
    case .subheading(let title): add("#### " + escaped(title))
    case .paragraph(let text): add(markdown(text))
    case .item(let text, let depth):
      if !isInList, !lines.isEmpty { lines.append("") }
      isInList = true
      lines.append(String(repeating: " ", count: 2 * depth) + "- " + markdown(text))
    }
  }

  /// Adds a line with an empty one before it.
  private mutating func add(_ line: String) {
    if !lines.isEmpty { lines.append("") }
    isInList = false
    lines.append(line)
  }

  private func markdown(_ text: StoryText) -> String {
    text.spans.map { span in
      switch span.style {
      case .plain: escaped(span.text)
      case .strong: "**\(escaped(span.text))**"
      case .literal: literal(span.text)
      }
    }.joined()
  }

  /// Between more backticks than the text has in a row.
  private func literal(_ text: String) -> String {
    let text = DisplayText.clean(text)
    let runs = text.split { $0 != "`" }
    let ticks = String(repeating: "`", count: (runs.map(\.count).max() ?? 0) + 1)
    let pad = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
    return ticks + pad + text + pad + ticks
  }

  /// Signs that mean something inside a line of Markdown or HTML, wherever they stand.
  private static let marks: Set<Character> = ["\\", "`", "*", "<", "[", "]", "~"]

  private func escaped(_ text: String) -> String {
    let text = Array(DisplayText.clean(text))
    var result = ""
    for (place, sign) in text.enumerated() {
      let next = place + 1 < text.count ? text[place + 1] : " "
      let last = place > 0 ? text[place - 1] : " "
      let isMark =
        switch sign {
        // Inside a word an underscore means nothing.
        case "_": !(last.isLetterOrDigit && next.isLetterOrDigit)
        case "&": beginsEntity(text[(place + 1)...])
        case ">", "#": place == 0
        default: StoryMarkdown.marks.contains(sign)
        }
      if isMark { result.append("\\") }
      result.append(sign)
    }
    return result
  }
}

/// Whether what follows an ampersand makes it a sign of HTML, such as `amp;`.
private func beginsEntity(_ rest: ArraySlice<Character>) -> Bool {
  let name = rest.prefix { $0.isLetterOrDigit || $0 == "#" }
  return !name.isEmpty && rest.dropFirst(name.count).first == ";"
}

extension Character {
  fileprivate var isLetterOrDigit: Bool { isLetter || isNumber }
}
