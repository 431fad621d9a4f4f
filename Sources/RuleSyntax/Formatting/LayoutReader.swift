/// Puts together what the lexer and the parser know of each token.
struct LayoutReader {
  private let source: SourceText
  private let file: TokenizedFile
  private var marks: [LayoutMark?]
  private var found: [LayoutToken] = []

  static func tokens(
    _ source: SourceText,
    _ file: TokenizedFile,
    _ marks: [(place: Int, mark: LayoutMark)]
  ) -> [LayoutToken] {
    var reader = LayoutReader(source, file, marks)
    reader.readTokens()
    reader.readStatements()
    reader.readBlanks()
    return reader.found
  }

  private init(
    _ source: SourceText,
    _ file: TokenizedFile,
    _ marks: [(place: Int, mark: LayoutMark)]
  ) {
    self.source = source
    self.file = file
    self.marks = file.tokens.map { _ in nil }
    for (place, mark) in marks { self.marks[place] = mark }
  }

  private mutating func readTokens() {
    var depth = 0
    var first = 0
    for (place, token) in file.tokens.enumerated() {
      if token.kind == .rightBrace { depth -= 1 }
      let isBrace = token.kind == .rightBrace || token.kind == .end
      if marks[place] == .item || isBrace { first = place }
      found.append(
        LayoutToken(
          kind: token.kind,
          span: token.span,
          width: source.text(token.span).count,
          mark: isBrace ? nil : marks[place],
          depth: depth,
          first: first,
          beganLine: token.beginsLine
        )
      )
      if token.kind == .leftBrace { depth += 1 }
    }
  }

  /// What a token belongs to follows from the marks before it in its statement.
  private mutating func readStatements() {
    var start = 0
    while start < found.count {
      var end = start + 1
      while end < found.count, found[end].first == start { end += 1 }
      let statement = statement(start..<end)
      var token = found[start]
      for place in start..<end {
        update(&token, at: place, statement)
        found[place].statement = statement
        found[place].version = token.version
        found[place].list = token.list
        found[place].clause = token.clause
        found[place].firstClause = token.firstClause
        found[place].column = column(of: place, in: statement)
      }
      let count = (start..<end).count { found[$0].mark == .version }
      for place in start..<end { found[place].versionCount = count }
      start = end
    }
  }

  private func update(
    _ token: inout LayoutToken,
    at place: Int,
    _ statement: LayoutToken.Statement
  ) {
    switch found[place].mark {
    case .version:
      token.version = place
      token.list = nil
    case .clause:
      token.clause = place
      token.firstClause = token.firstClause ?? place
    case .listStart: token.list = place
    default:
      // `and` and `or` end below the word that begins what they join.
      let word = self.word(place)
      if statement == .rows && word == "where" || statement == .chosen && word == "when" {
        token.list = place
      }
    }
  }

  private func statement(_ range: Range<Int>) -> LayoutToken.Statement {
    let start = range.lowerBound
    guard let last = range.last, found[start].mark == .item else { return .other }
    let next = start + 1 < found.count ? found[start + 1].kind : .end
    if next == .colon { return .column }
    if found[last].kind == .leftBrace { return .header }
    switch word(start) {
    case "value": return .value
    case "set": return .set
    case "rows": return .rows
    case "measure": return .measure
    case "group": return .group
    case "for": return .entry
    case "source": return .source
    case "option": return .option
    case "side": return .side
    case "criterion": return .criterion
    case "chosen": return .chosen
    case let word:
      return found[start].depth == 0 && next == .text && word != "use" ? .name : .other
    }
  }

  private func word(_ place: Int) -> String {
    found[place].kind == .name ? source.text(found[place].span) : ""
  }

  private func column(of place: Int, in statement: LayoutToken.Statement) -> Column? {
    let token = found[place]
    let distance = place - token.first
    switch (statement, token.mark) {
    case (.header, _): return nil
    case (_, .part(isFirst: true)): return .version
    case (.rows, nil) where distance == 1, (.measure, nil) where distance == 1: return .definition
    case (.rows, .version): return .rowsSign
    case (.measure, .version): return .measureSign
    case (.entry, .version): return .entrySign
    case (.measure, nil) where token.kind == .plus: return .part
    case (.rows, .joint(rank: 1)): return .filter
    case (.name, .clause) where token.firstClause == place: return .clause
    case (.criterion, nil) where distance == 2 && word(place) == "for": return .track
    case (.column, nil) where distance == 2: return .role
    case (.column, nil) where distance == 3: return .headers
    case (.column, nil) where distance > 4 && token.kind == .name:
      return found[place - 1].kind == .text ? .headersEnd : nil
    case (.source, nil), (.option, nil), (.side, nil): return distance == 2 ? .title : nil
    default: return nil
    }
  }
}

/// What stands between tokens.
extension LayoutReader {
  private mutating func readBlanks() {
    var comments = file.comments[...]
    for place in found.indices {
      var end = place == 0 ? 0 : Int(found[place - 1].span.end)
      while let comment = comments.first, comment.start < found[place].span.start {
        comments.removeFirst()
        let emptyLines = lineEnds(end..<Int(comment.start))
        if emptyLines == 0, place > 0, found[place].comments.isEmpty {
          found[place - 1].endComment = comment
        } else {
          let isFirst = end == 0 && place == 0
          found[place].comments.append(
            LayoutComment(span: comment, emptyLines: isFirst ? 0 : max(0, emptyLines - 1))
          )
        }
        end = Int(comment.end)
      }
      let start = Int(found[place].span.start)
      found[place].emptyLines = end == 0 ? 0 : max(0, lineEnds(end..<start) - 1)
      found[place].blanks = start - end
    }
  }

  private func lineEnds(_ range: Range<Int>) -> Int {
    source.bytes[range].count { $0 == UInt8(ascii: "\n") }
  }
}
