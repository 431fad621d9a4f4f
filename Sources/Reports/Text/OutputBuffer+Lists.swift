import Facts

/// Lists as sentences show them: the first few, and how many more there are.
extension OutputBuffer {
  /// `A`, `A and B`, `A, B and C`, `A, B, C and 4 more`; `item` writes one of them, of which there
  /// are `count`.
  mutating func append<Items: Sequence>(
    list items: Items,
    count: Int,
    _ item: (inout OutputBuffer, Items.Element) -> Void
  ) {
    var place = 0
    for element in items {
      if place == ListText.mostNamed { break }
      if place > 0 { append(place == count - 1 ? " and " : ", ") }
      item(&self, element)
      place += 1
    }
    guard count > ListText.mostNamed else { return }
    append(" and ")
    append(count: count - ListText.mostNamed)
    append(" more")
  }

  mutating func append<Items: Collection>(
    list items: Items,
    _ item: (inout OutputBuffer, Items.Element) -> Void
  ) {
    append(list: items, count: items.count, item)
  }

  mutating func append(list items: [String]) { append(list: items) { $0.append($1) } }

  /// `A`, `A or B`, `A, B or C`, `one of A, B, C and 4 more`.
  mutating func append(oneOf items: [String]) {
    if items.count > ListText.mostNamed {
      append("one of ")
      append(list: items)
    } else {
      append(items[...], ", ", last: " or ") { $0.append($1) }
    }
  }

  /// `a, 5 seats; b, 6 seats`, `…; and 4 more`.
  mutating func append<Items: RandomAccessCollection>(
    details items: Items,
    _ item: (inout OutputBuffer, Items.Element) -> Void
  ) {
    let named = items.prefix(ListText.mostNamed)
    append(named, "; ", last: "; ", item)
    guard items.count > named.count else { return }
    append("; and ")
    append(count: items.count - named.count)
    append(" more")
  }

  /// All items, with a text between two of them and another before the last.
  mutating func append<Items: RandomAccessCollection>(
    _ items: Items,
    _ separator: String,
    last: String,
    _ item: (inout OutputBuffer, Items.Element) -> Void
  ) {
    var rest = items.count
    for element in items {
      item(&self, element)
      rest -= 1
      if rest > 0 { append(rest == 1 ? last : separator) }
    }
  }

  /// `2022-11 to 2023-04 and 2023-06`: all of them, however many.
  mutating func append(months: [Month]) {
    var runs: [ClosedRange<Month>] = []
    for month in Set(months).sorted() {
      if let last = runs.last, last.upperBound + 1 == month {
        runs[runs.count - 1] = last.lowerBound...month
      } else {
        runs.append(month...month)
      }
    }
    append(runs[...], ", ", last: " and ") { $0.append($1) }
  }

  /// `2022-11 to 2023-04`, or a month alone.
  mutating func append(_ months: ClosedRange<Month>) {
    append(months.lowerBound)
    guard months.lowerBound != months.upperBound else { return }
    append(" to ")
    append(months.upperBound)
  }

  /// The `window` months up to `last`.
  mutating func append(window: Int, endingIn last: Month) {
    append((last - (max(1, window) - 1))...last)
  }
}
