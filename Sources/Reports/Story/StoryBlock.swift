import Facts

/// A part of a story, whichever way it is written: text for a terminal, or Markdown.
enum StoryBlock: Equatable {
  /// Whom the story is about.
  case title(StoryText)
  /// An area, or the node that is asked for, with its status.
  case section(String, StoryStatus?)
  /// A part of a section.
  case heading(String, StoryStatus?)
  /// A node below a heading.
  case subheading(String)
  case paragraph(StoryText)
  /// An entry of a list, and how many lists it stands in besides its own.
  case item(StoryText, depth: Int)
}

/// A status word of the official report.
enum StoryStatus: String, Equatable {
  case met = "Met"
  case notMet = "Not met"
  case noData = "No data"

  var ink: RenderStyle.Ink {
    switch self {
    case .met: .green
    case .notMet: .red
    case .noData: .yellow
    }
  }
}

/// Words, some of which are to be taken as they are, such as a file with its line.
struct StoryText: Equatable {
  struct Span: Equatable {
    let text: String
    let style: Style
  }

  enum Style {
    case plain
    case strong
    /// As it is written in files and on command lines.
    case literal
  }

  private(set) var spans: [Span]

  init(_ text: String, _ style: Style = .plain) {
    spans = [Span(text: text, style: style)]
  }

  static func literal(_ text: String) -> StoryText { StoryText(text, .literal) }

  static func strong(_ text: String) -> StoryText { StoryText(text, .strong) }

  static func + (left: StoryText, right: StoryText) -> StoryText {
    var joined = left
    joined.spans += right.spans
    return joined
  }

  static func + (left: StoryText, right: String) -> StoryText { left + StoryText(right) }

  static func + (left: String, right: StoryText) -> StoryText { StoryText(left) + right }

  /// The words alone.
  var plain: String { spans.map(\.text).joined() }
}

/// Words that stories put together.
enum StoryWords {
  /// `A`, `A and B`, `A, B and C`: all of them, however many.
  static func all(_ items: [String]) -> String {
    String { text in text.append(items[...], ", ", last: " and ") { $0.append($1) } }
  }

  /// `1 row`, `1,200 rows`.
  static func rows(_ count: Int) -> String {
    NumberText.grouped(Decimal(count), places: 0) + (count == 1 ? " row" : " rows")
  }

  /// The text with a capital letter at its beginning.
  static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
