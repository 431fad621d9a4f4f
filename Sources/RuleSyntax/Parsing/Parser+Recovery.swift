/// A block that is being read.
struct OpenBlock {
  /// Such as "area `azure`".
  let what: String

  /// The words that begin an item of it.
  let words: Set<String>

  /// Its opening brace, or where that is missing the token before.
  let opened: Token

  /// How many blanks stand before its first line.
  let indent: Int
}

/// Blocks, and the way back into them after a mistake.
extension Parser {
  /// Words that begin a declaration at the top of a file.
  static let fileWords: Set<String> = [
    "use", "source", "unit", "kind", "table", "program", "choice", "area",
  ]

  /// Words that begin something inside an area.
  static let areaWords: Set<String> = trackWords.subtracting(["chosen"]).union([
    "choose", "designation", "side", "track",
  ])

  /// Words that begin something inside a track.
  static let trackWords: Set<String> = [
    "chosen", "value", "set", "rate", "rows", "measure", "group", "gate", "metric", "category",
  ]

  /// Words that begin an item somewhere inside an area.
  package static let itemWords: Set<String> = areaWords.union([
    "chosen", "leaf", "best", "criterion", "met", "earns", "score", "step",
  ])

  /// Reads `{ item… }`; a broken item is skipped and the block goes on.
  mutating func parseBlock(
    _ what: String,
    words: Set<String>,
    item: (inout Parser) throws(ParseFailure) -> Bool
  ) throws(ParseFailure) {
    let opened = try openBlock(what, words: words)
    let block = OpenBlock(what: what, words: words, opened: opened, indent: indent(of: opened))
    try parseItems(of: block, item: item)
    closeBlock(block)
  }

  /// Reads items up to where the block ends.
  mutating func parseItems(
    of block: OpenBlock,
    item: (inout Parser) throws(ParseFailure) -> Bool
  ) throws(ParseFailure) {
    let depth = braceDepth
    blocks.append(block)
    defer { blocks.removeLast() }
    while current.kind != .end, !endsEveryBlock {
      if current.kind == .leftBrace {
        if takeTurnedEnd(of: block) { return }
        takeStrayBrace("this `{` opens nothing")
        continue
      }
      if current.kind == .rightBrace {
        guard surplusEnds > 0, isStrayEnd(of: block) else { return }
        takeStrayBrace("this `}` is one too many: \(block.what) goes on below it")
        continue
      }
      let start = position
      mark(.item)
      if block.words.contains(currentWord) { reportCapitals(current) }
      do throws(ParseFailure) {
        if try item(&self) { continue }
        if beginsOutside { break }
        let name = token(after: 1)
        if name.kind == .name { tree.brokenNames.insert(source.text(name.span)) }
        let isOrphan = reportMisplaced(in: block)
        recover(toDepth: depth, block, from: start, passing: isOrphan ? 1 : 0)
      } catch {
        recover(toDepth: depth, block, from: start, passing: 0)
      }
    }
  }

  /// Takes the opening brace.
  ///
  /// A missing one is reported; the block is read if it seems to be there.
  private mutating func openBlock(
    _ what: String,
    words: Set<String>
  ) throws(ParseFailure) -> Token {
    if let brace = accept(.leftBrace) { return brace }
    let isTurned = current.kind == .rightBrace && !current.beginsLine
    let place = current.beginsLine ? previous.span.end : current.span.start
    reportUnexpected(
      "`{` and the block of \(what)",
      help: isTurned ? "write `{`" : nil,
      fix: isTurned
        ? .replace(current.span, with: "{", .unsafe, file: file)
        : .insertion(" { ", at: place, .unsafe, title: "add `{`", file: file)
    )
    // A `}` at the end of a line, with the block below it, stands for `{`.
    if isTurned, words.contains(word(of: token(after: 1))), token(after: 1).beginsLine {
      let brace = take()
      braceDepth += 2
      return brace
    }
    while !current.beginsLine, ![.leftBrace, .rightBrace, .end].contains(current.kind),
      !words.contains(currentWord)
    {
      take()
    }
    if let brace = accept(.leftBrace) { return brace }
    let isColumn = words == Parser.tableWords && token(after: 1).kind == .colon
    guard words.contains(currentWord) || isColumn else { throw ParseFailure() }
    braceDepth += 1
    return previous
  }

  /// Reports what begins nothing in the block: no item at all, or an item of a smaller block.
  ///
  /// - Returns: whether a brace too many has closed the smaller block.
  private mutating func reportMisplaced(in block: OpenBlock) -> Bool {
    guard Parser.itemWords.contains(currentWord), current.beginsLine else {
      reportUnknown(in: block.what, among: block.words)
      return false
    }
    let owner = ["criterion", "met"].contains(currentWord) ? "a gate or leaf" : "a metric"
    let isSmaller = ["criterion", "met", "leaf", "best"].contains(currentWord)
    guard isSmaller, position > 0, previous.kind == .rightBrace else {
      reportUnknown(in: block.what, among: block.words)
      return false
    }
    report(
      .unknownWord,
      "`\(shown(current))` stands in \(owner), and the one before is closed",
      help: "move it into the block, or remove the `}` before it",
      at: current.span,
      related: [RelatedPlace("the block is closed here", file: file, at: previous.span)],
      fix: .delete(previous.span, "}", .unsafe, file: file)
    )
    return true
  }

  /// Skips to where the block goes on: its closing brace, or the first word of a line that begins
  /// an item.
  ///
  /// Always ends; takes at least one token unless it stands there. So many closing `braces` of
  /// blocks that are lost may be passed.
  private mutating func recover(
    toDepth depth: Int,
    _ block: OpenBlock,
    from start: Int,
    passing braces: Int
  ) {
    var braces = braces
    if position == start, current.kind != .rightBrace { take() }
    while current.kind != .end, !endsEveryBlock {
      if braceDepth <= depth {
        if current.kind == .rightBrace {
          guard braces > 0, indent(of: current) > block.indent else { return }
          braces -= 1
        } else if current.beginsLine, beginsItem(of: block) {
          return
        }
      }
      take()
      braceDepth = max(depth, braceDepth)
    }
  }

  private func beginsItem(of block: OpenBlock) -> Bool {
    if block.words.contains(currentWord) || beginsOutside { return true }
    return block.words == Parser.tableWords && current.kind == .name
      && token(after: 1).kind == .colon
  }

  /// Whether the line begins with a word of a block further out: a `}` is missing before it.
  private var beginsOutside: Bool {
    guard current.beginsLine, current.kind == .name else { return false }
    let word = currentWord
    // Only the block of one name in a table has no words, and no such block stands in it.
    if blocks.last?.words.isEmpty ?? false, token(after: 1).kind == .text { return true }
    return blocks.dropLast().contains { $0.words.contains(word) }
  }

  /// Whether the current token begins a declaration at the left margin: no block goes on there.
  var endsEveryBlock: Bool {
    guard current.beginsLine, Parser.fileWords.contains(currentWord) else { return false }
    let next = token(after: 1).kind
    return (next == .name || next == .text) && indent(of: current) <= (blocks.first?.indent ?? 0)
  }

  /// Takes the closing brace of a block, or reports that it is missing.
  mutating func closeBlock(_ block: OpenBlock) {
    if isClosedByTurned {
      isClosedByTurned = false
      return
    }
    if let brace = accept(.rightBrace) {
      let isLeft = brace.beginsLine && indent(of: brace) < block.indent
      if isLeft, suspect == nil { suspect = (block, brace) }
      return
    }
    let unclosed = suspect?.block ?? block
    let end = suspect?.brace ?? current
    suspect = nil
    report(
      .unclosedBlock,
      "the block of \(unclosed.what) is not closed",
      help: unclosed.opened == block.opened ? "add `}` before this" : "add `}` where it ends",
      at: current.kind == .end ? previous.span : current.span,
      related: [RelatedPlace("the block begins here", file: file, at: unclosed.opened.span)],
      fix: .insertion("\n}", at: endBefore(end), .unsafe, title: "add `}`", file: file)
    )
    braceDepth = max(0, braceDepth - 1)
  }

  /// Where what stands before a token ends, comments above the token not counted.
  private func endBefore(_ token: Token) -> UInt32 {
    var (low, high) = (0, tokens.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].span.start < token.span.start { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 0 }
    return source.lineSpan(source.line(at: tokens[low - 1].span.start)).end
  }

  /// How many bytes of blanks the line of a token begins with.
  func indent(of token: Token) -> Int {
    let line = source.lineSpan(source.line(at: token.span.start))
    var count = 0
    while count < min(line.length, 200),
      [0x20, 0x09].contains(source.bytes[Int(line.start) + count])
    {
      count += 1
    }
    return count
  }
}
