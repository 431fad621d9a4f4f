/// The lines of the statements of a file, to tell which statement a line begins or ends.
///
/// A statement is an item of a block or a declaration of a file, without the items in it; where it has
/// several versions, each of them is a statement too.
///
///     value least "fewest"                    statement from here
///       = 10 seats from 2022-10               first version
///       = 11 seats from 2023-10               second version, to here
struct StatementLines: Sendable {
  /// One statement or version.
  private struct Part {
    /// The offset of its first token, in bytes.
    let start: UInt32
    let firstLine: Int

    /// That of its last token; closing braces aside, which belong to what is around it.
    var lastLine: Int

    /// Whether it is only a version of the statement before it.
    let isVersion: Bool
    var versionCount = 0
  }

  private var parts: [Part] = []

  init(_ source: SourceText, _ tokens: [Token], _ marks: [(place: Int, mark: LayoutMark)]) {
    var versions: Set<Int> = []
    var items: Set<Int> = []
    for (place, mark) in marks {
      if mark == .item { items.insert(place) }
      if mark == .version { versions.insert(place) }
    }
    var item: Int?
    for (place, token) in tokens.enumerated() where token.kind != .end {
      let line = source.line(at: token.span.start)
      if items.contains(place) || versions.contains(place) {
        let isVersion = !items.contains(place)
        if !isVersion { item = parts.count }
        if isVersion, let item { parts[item].versionCount += 1 }
        parts.append(
          Part(start: token.span.start, firstLine: line, lastLine: line, isVersion: isVersion)
        )
      }
      guard token.kind != .rightBrace, let item, let last = parts.indices.last else { continue }
      parts[item].lastLine = line
      parts[last].lastLine = line
    }
  }

  /// The lines that stand for the statement at `offset`, and for its version.
  ///
  /// - Returns: the first lines, and the last ones: a comment at the end of a last line is about the
  ///   statement too, as it is when the layout has broken its line in two.
  func lines(of offset: UInt32) -> (first: [Int], last: [Int]) {
    var low = 0
    var high = parts.count
    while low < high {
      let middle = (low + high) / 2
      if parts[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    let before = parts[..<low]
    guard let part = before.last, let item = before.last(where: { !$0.isVersion }) else {
      return ([], [])
    }
    if item.versionCount <= 1 { return ([item.firstLine], [item.lastLine]) }
    guard part.isVersion else { return ([item.firstLine], []) }
    return ([item.firstLine, part.firstLine], [part.lastLine])
  }
}
