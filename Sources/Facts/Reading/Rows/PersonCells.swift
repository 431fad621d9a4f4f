/// Whom the used rows of a file are about.
///
/// A row may have several cells for it, such as an id and an e-mail: the first that is not empty
/// counts, and what stands beside it is kept to find people who have their id in some rows only.
struct PersonCells {
  /// A text in a column of people, as a local code of its dictionary.
  struct Standing: Hashable {
    /// The index in ``TableSchema/columns``.
    let column: Int
    let text: Int
  }

  /// What counts, as written, without outer blanks.
  private(set) var texts = ByteDictionary()

  /// The code in ``texts`` by used row; empty for tables that are about nobody.
  var codes: [Int32] = []

  /// Where each of ``texts`` counts.
  private(set) var counting: Set<Standing> = []

  /// What stands beside something that counts, as written, without outer blanks.
  private(set) var besideTexts = ByteDictionary()

  /// Where each of ``besideTexts`` stands.
  private(set) var beside: Set<Standing> = []

  /// What stands beside whom.
  private(set) var pairs: Set<Pair> = []

  /// A code of ``texts`` with one of ``besideTexts``.
  struct Pair: Hashable {
    let person: Int
    let beside: Int
  }

  /// Takes the cell that counts for one more row.
  mutating func append(_ text: Span<UInt8>, column: Int) {
    let code = texts.code(of: text)
    codes.append(Int32(truncatingIfNeeded: code))
    counting.insert(Standing(column: column, text: code))
  }

  /// Takes a cell after the one that counts; it says nothing new when both are the same.
  mutating func addBeside(_ text: Span<UInt8>, column: Int) {
    guard !text.isEmpty, let person = codes.last else { return }
    guard texts.withText(Int(person), { folded($0) }) != folded(text) else { return }
    let code = besideTexts.code(of: text)
    beside.insert(Standing(column: column, text: code))
    pairs.insert(Pair(person: Int(person), beside: code))
  }
}

/// The cells of a column of days.
struct DayCells {
  let place: FilePlan.Place

  /// ``Day/index`` by used row; ``FactTable/noDay`` for empty cells.
  var days: [Int32] = []

  init(place: FilePlan.Place) {
    self.place = place
  }
}
