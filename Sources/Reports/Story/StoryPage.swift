/// Writes a story for a terminal: headings in colour, sentences broken where the page ends.
///
///     Contoso Ltd (4100001), as of 2025-10
///
///     Azure: Met
///       All gates are met; …
///
///       Metrics
///         Net customer adds: Met
///         - …
struct StoryPage {
  private let style: RenderStyle
  private(set) var lines: [String] = []

  /// How far sentences are indented, below the last heading.
  private var indent = 0

  init(_ blocks: [StoryBlock], _ style: RenderStyle) {
    self.style = style
    for block in blocks { add(block) }
  }

  private mutating func add(_ block: StoryBlock) {
    switch block {
    case .title(let text):
      indent = 0
      add(text.plain, ink: .bold)
    case .section(let title, let status):
      lines.append("")
      indent = 0
      add(heading: title, status)
      indent = 2
    case .heading(let title, let status):
      lines.append("")
      indent = 2
      add(heading: title, status)
      indent = 4
    case .subheading(let title):
      lines.append("")
      indent = 4
      add(title, ink: .bold)
      indent = 6
    case .paragraph(let text):
      add(text.plain)
    case .item(let text, let depth):
      add("- " + text.plain, indent: indent + 2 * depth, hanging: 2)
    }
  }

  private mutating func add(heading title: String, _ status: StoryStatus?) {
    guard let status else { return add(title, ink: .bold) }
    let words = DisplayText.wrapped("\(title): \(status.rawValue)", to: style.columns - indent)
    let pad = String(repeating: " ", count: indent)
    guard words.count == 1 else {
      lines += words.map { pad + style.paint($0, .bold) }
      return
    }
    let painted = style.paint(DisplayText.clean(title), .bold)
    lines.append(pad + painted + ": " + style.paint(status.rawValue, status.ink))
  }

  private mutating func add(
    _ text: String,
    ink: RenderStyle.Ink? = nil,
    indent own: Int? = nil,
    hanging: Int = 0
  ) {
    let indent = own ?? self.indent
    let wrapped = DisplayText.wrapped(text, to: style.columns - indent - hanging)
    for (place, line) in wrapped.enumerated() {
      let pad = String(repeating: " ", count: indent + (place == 0 ? 0 : hanging))
      lines.append(pad + (ink.map { style.paint(line, $0) } ?? line))
    }
  }
}
