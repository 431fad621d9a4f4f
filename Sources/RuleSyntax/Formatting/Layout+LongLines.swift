/// Lines that are too long, and where they are broken.
extension Layout {
  /// Breaks each line that is too long in the outermost places of it where it can be broken, and
  /// what is too long still in the next ones.
  mutating func breakLongLines() {
    for statement in statements {
      measure(statement)
      while breakLongLine(in: statement) { measure(statement) }
    }
  }

  /// Breaks the first line that is too long and can be broken; false when there is none.
  private mutating func breakLongLine(in statement: Range<Int>) -> Bool {
    for line in lines(in: statement) {
      guard let last = line.last, end(of: last) > Layout.width else { continue }
      let ranks = line.dropFirst().compactMap { rank(of: $0) }
      guard let rank = ranks.min() else { continue }
      let places = line.dropFirst().filter { self.rank(of: $0) == rank }
      if let place = places.first, isFilled(place) {
        // As many elements of the list as there is room for stay.
        begins[places.last { end(of: endOfElement(before: $0)) <= Layout.width } ?? place] = true
      } else {
        for place in places { begins[place] = true }
      }
      return true
    }
    return false
  }

  private func end(of place: Int) -> Int { columns[place] + tokens[place].width }

  /// The comma before an element, which stays on the line before.
  private func endOfElement(before place: Int) -> Int { place - 1 }

  private func isFilled(_ place: Int) -> Bool { tokens[place].mark == .element(isCitation: false) }

  /// In which turn a line is broken before the token; nil when it is not.
  private func rank(of place: Int) -> Int? {
    let token = tokens[place]
    guard token.statement != .header, token.statement != .criterion else { return nil }
    // Numbers are short, so their dates and the first citation stay beside them.
    let isNumber = token.statement == .value || token.statement == .entry
    switch token.mark {
    case .clause: return token.firstClause == place ? 6 : 0
    // A certificate that retires is one line more.
    case .part where token.statement == .name: return nil
    case .part where isCitation(place): return isNumber ? 4 : 2
    case .part(isFirst: true): return isNumber ? nil : 1
    case .element(isCitation: true): return token.statement == .name ? nil : 3
    case .element(isCitation: false): return 5
    case .joint(let rank): return 7 + rank
    case .version: return isNumber && token.statement == .entry ? nil : 6
    case .part, .item, .listStart, nil: return nil
    }
  }
}
