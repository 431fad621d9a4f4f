/// The part of a source line around a span, safe to print, with where its carets stand.
struct SourceWindow {
  let text: String

  /// How many columns of a terminal stand before the carets.
  let caretColumn: Int

  /// How many columns are marked; at least one.
  let caretCount: Int

  /// Columns shown of a long line where nothing else is known.
  ///
  /// Source: our choice, the line length of our files.
  static let usualColumns = 100

  /// Source: our choice, room for the shortest words of the language around a mark.
  private static let fewestColumns = 20

  /// Bytes looked at on each side of the start: a character is seldom longer than a few bytes.
  private static let reach = 400

  /// One character as it is printed.
  fileprivate struct Cell {
    let text: String
    let columns: Int
  }

  /// Makes the window as wide as `columns`, and two more for the signs that say where the line is cut.
  init(of span: SourceSpan, in source: SourceText, columns: Int = usualColumns) {
    let line = source.lineSpan(source.line(at: span.start))
    let start = min(max(span.start, line.start), line.end)
    let end = min(max(span.end, start), line.end)
    let low = max(Int(line.start), Int(start) - SourceWindow.reach)
    let high = min(Int(line.end), Int(start) + SourceWindow.reach)
    let isCutLeft = low > Int(line.start)
    let isCutRight = high < Int(line.end)
    let head = SourceWindow.cells(source, low, Int(start))
    let marked = SourceWindow.cells(source, Int(start), min(Int(end), high))
    let rest = marked + SourceWindow.cells(source, min(Int(end), high), high)

    let columns = max(columns, SourceWindow.fewestColumns)
    let isShort = head.columns + rest.columns <= columns
    let shownHead = head.fittingEnd(isShort ? columns : columns * 2 / 5)
    let shownRest = rest.fitting(columns - shownHead.columns)
    let left = isCutLeft || shownHead.count < head.count ? "…" : ""
    let right = isCutRight || shownRest.count < rest.count ? "…" : ""
    text = left + (shownHead + shownRest).map(\.text).joined() + right
    caretColumn = left.count + shownHead.columns
    caretCount = max(1, min(marked.columns, shownRest.columns))
  }

  private static func cells(_ source: SourceText, _ start: Int, _ end: Int) -> [Cell] {
    source.text(SourceSpan(start: UInt32(start), end: UInt32(end))).map { character in
      let text = SafeText.of(character)
      return Cell(text: text, columns: TextWidth.of(text))
    }
  }
}

extension Collection<SourceWindow.Cell> {
  fileprivate var columns: Int { reduce(0) { $0 + $1.columns } }

  /// As many of the first ones as there is room for.
  fileprivate func fitting(_ room: Int) -> [SourceWindow.Cell] {
    var used = 0
    return Array(
      prefix { cell in
        used += cell.columns
        return used <= room
      }
    )
  }

  /// As many of the last ones as there is room for.
  fileprivate func fittingEnd(_ room: Int) -> [SourceWindow.Cell] {
    reversed().fitting(room).reversed()
  }
}
