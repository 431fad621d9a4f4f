/// Where lines begin whatever their length is.
extension Layout {
  /// Items, braces that close and what follows a comment begin lines; in a few places a line begins
  /// because the author began one there.
  mutating func breakLines() {
    for place in tokens.indices {
      begins[place] = place == 0 || mustBegin(place) || mayBegin(place)
    }
  }

  private func mustBegin(_ place: Int) -> Bool {
    let token = tokens[place]
    let before = tokens[place - 1]
    if !token.comments.isEmpty || before.endComment != nil { return true }
    switch token.kind {
    case .rightBrace: return before.kind != .leftBrace
    case .end: return true
    default: break
    }
    switch token.mark {
    case .item: return true
    case .version:
      return token.versionCount > 1 || [.value, .set, .group].contains(token.statement)
    default: return false
    }
  }

  private func mayBegin(_ place: Int) -> Bool {
    guard tokens[place].beganLine else { return false }
    switch tokens[place].mark {
    case .version, .clause, .element, .joint: return true
    case .part(let isFirst): return isFirst || isCitation(place)
    case .item, .listStart, nil: return false
    }
  }

  /// Whether the token is the `cite` of a version.
  func isCitation(_ place: Int) -> Bool { tokens[place].width == 4 && isWord("cite", at: place) }

  private func isWord(_ word: String, at place: Int) -> Bool {
    source.bytes[Int(tokens[place].span.start)...].starts(with: word.utf8)
  }
}
