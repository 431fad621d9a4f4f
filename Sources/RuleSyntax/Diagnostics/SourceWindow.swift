/// The part of a source line around a span, safe to print, with where its carets stand.
struct SourceWindow {
  let text: String

  /// How many characters stand before the carets.
  let caretColumn: Int
  let caretCount: Int

  /// Characters shown of a long line.
  ///
  /// Source: our choice, the line length of our files.
  private static let width = 100

  /// Characters shown before the span on a long line.
  private static let before = 40

  /// Bytes looked at on each side of the start: a character is seldom longer than a few bytes.
  private static let reach = 400

  init(of span: SourceSpan, in source: SourceText) {
    let line = source.lineSpan(source.line(at: span.start))
    let start = min(max(span.start, line.start), line.end)
    let end = min(max(span.end, start), line.end)
    let low = max(Int(line.start), Int(start) - SourceWindow.reach)
    let high = min(Int(line.end), Int(start) + SourceWindow.reach)
    let isCutLeft = low > Int(line.start)
    let isCutRight = high < Int(line.end)
    let head = SourceWindow.characters(source, low, Int(start))
    let marked = SourceWindow.characters(source, Int(start), min(Int(end), high))
    let tail = SourceWindow.characters(source, min(Int(end), high), high)
    let isShort = head.count + marked.count + tail.count <= SourceWindow.width
    let shownHead = isShort ? head[...] : head.suffix(SourceWindow.before)
    let left = isCutLeft || shownHead.count < head.count ? "…" : ""
    let rest = marked + tail
    let shownRest = rest.prefix(max(0, SourceWindow.width - shownHead.count))
    let right = isCutRight || shownRest.count < rest.count ? "…" : ""
    text = left + shownHead.joined() + shownRest.joined() + right
    caretColumn = left.count + shownHead.count
    caretCount = max(1, min(marked.count, shownRest.count))
  }

  private static func characters(_ source: SourceText, _ start: Int, _ end: Int) -> [String] {
    source.text(SourceSpan(start: UInt32(start), end: UInt32(end))).map { SafeText.of($0) }
  }
}

/// Text of an author as it may be printed: nothing in it moves the cursor or reorders the line.
enum SafeText {
  static func of(_ text: String) -> String {
    text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value < 0x7F }
      ? text : text.map { of($0) }.joined()
  }

  /// Tabs are one blank; control and format characters are shown as U+FFFD.
  static func of(_ character: Character) -> String {
    if character == "\t" { return " " }
    let isSafe = character.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: false
      default: true
      }
    }
    return isSafe ? String(character) : "\u{FFFD}"
  }
}
