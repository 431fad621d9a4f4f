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

  /// Signs that mean something inside a line of Markdown or HTML.
  private static let marks: Set<Character> = ["\\", "`", "*", "<", ">", "[", "]", "|", "&", "~"]

  private func escaped(_ text: String) -> String {
    var result = ""
    var last: Character = " "
    let text = DisplayText.clean(text)
    for (place, sign) in zip(text.indices, text) {
      // Inside a word an underscore means nothing; a number sign means something at its beginning.
      let next = text.index(after: place)
      let isInWord = last.isLetterOrDigit && next < text.endIndex && text[next].isLetterOrDigit
      let isMark = StoryMarkdown.marks.contains(sign) || sign == "_" && !isInWord
      if isMark || sign == "#" && place == text.startIndex { result.append("\\") }
      result.append(sign)
      last = sign
    }
    return result
  }
}

extension Character {
  fileprivate var isLetterOrDigit: Bool { isLetter || isNumber }
}
