/// The names that a file gives its customers, or the customers that it lists tenants under: texts
/// of one sort, each with one or several of another, and the line on which each two first stand.
///
/// Nearly every one has one partner on all its rows: that case is a comparison of codes.
struct Pairings {
  /// Two local codes.
  struct Pair: Hashable {
    let one: Int32
    let other: Int32
  }

  struct Entry {
    let pair: Pair
    var line: Int
  }

  /// The entry first met, by the one's code; -1 when there is none yet.
  private var first: [Int32] = []

  /// Entries of ones that have several partners, but for the first.
  private var further: [Pair: Int32] = [:]

  private(set) var entries: [Entry] = []

  /// The partner first met; -1 without any.
  @inline(__always)
  func partner(of one: Int) -> Int32 {
    one < first.count && first[one] >= 0 ? entries[Int(first[one])].pair.other : -1
  }

  /// Takes a pair that differs from the first one, or an earlier line of a known one.
  mutating func add(_ one: Int, _ other: Int, line: Int) {
    let pair = Pair(one: Int32(truncatingIfNeeded: one), other: Int32(truncatingIfNeeded: other))
    while first.count <= one { first.append(-1) }
    let place = Int32(truncatingIfNeeded: entries.count)
    if first[one] < 0 {
      first[one] = place
    } else if entries[Int(first[one])].pair == pair {
      return meet(first[one], line)
    } else if let known = further[pair] {
      return meet(known, line)
    } else {
      further[pair] = place
    }
    entries.append(Entry(pair: pair, line: line))
  }

  private mutating func meet(_ place: Int32, _ line: Int) {
    entries[Int(place)].line = min(entries[Int(place)].line, line)
  }

  mutating func resolveLines(_ lines: PieceLines) {
    for place in entries.indices { entries[place].line = lines.line(entries[place].line) }
  }
}

/// The names that a file gives its customers, by local customer code.
struct CustomerNames {
  /// Names without outer blanks.
  private(set) var texts = ByteDictionary()

  /// Customers with codes of their names.
  private(set) var pairings = Pairings()

  @inline(__always)
  mutating func add(_ name: Span<UInt8>, customer: Int, line: Int) {
    guard !name.isEmpty else { return }
    let first = pairings.partner(of: customer)
    if first >= 0, texts.isText(Int(first), name) { return }
    pairings.add(customer, texts.code(of: name), line: line)
  }

  /// Adds what another reader of the file found; `customers` are the codes here of its customers.
  mutating func add(_ other: CustomerNames, customers: [Int32]) {
    for entry in other.pairings.entries {
      let name = other.texts.withText(Int(entry.pair.other)) { texts.code(of: $0) }
      pairings.add(Int(customers[Int(entry.pair.one)]), name, line: entry.line)
    }
  }

  mutating func resolveLines(_ lines: PieceLines) { pairings.resolveLines(lines) }
}
