/// The cells of a batch of rows, by column and row of the batch.
struct BatchCells {
  /// What a row is, as far as is known.
  enum Fate: UInt8 {
    case used
    /// By a filter that drops.
    case dropped
    /// By a filter that keeps others.
    case filtered
    /// For a name of a selective kind that is not declared.
    case otherName

    /// Whether no filter takes the row out.
    @inline(__always)
    var isTaken: Bool { self == .used || self == .otherName }
  }

  /// Rows that are not rejected, ascending.
  var read: [Int32] = []

  /// Rows that are used, ascending.
  var used: [Int32] = []

  /// Whether something in a cell of the row rejects it.
  var isFaulty: [Bool]
  var hasFaults = false

  var fates: [Fate]
  /// Whether the row has an undeclared name of a closed kind.
  var unknown: [Bool]

  var customers: [Int32]
  var tenants: [Int32]
  /// By place of ``FilePlan/months``; -1 for empty cells.
  var months: [[Int32]]
  /// As ``months``, for days; of tables about people only.
  var days: [[Int32]]
  /// The place in ``FilePlan/people`` of the cell that counts.
  var people: [Int]
  var names: [[Int32]]
  var numbers: [[NumberCell]]

  var monthCache = MonthCache()

  init(plan: FilePlan) {
    let none = Array(repeating: Int32(-1), count: RowBatch.mostRows)
    isFaulty = Array(repeating: false, count: RowBatch.mostRows)
    fates = Array(repeating: .used, count: RowBatch.mostRows)
    unknown = Array(repeating: false, count: RowBatch.mostRows)
    customers = none
    tenants = none
    months = Array(repeating: none, count: plan.months.count)
    days = plan.isAboutPeople ? months : []
    people = Array(repeating: 0, count: plan.isAboutPeople ? RowBatch.mostRows : 0)
    names = Array(repeating: none, count: plan.names.count)
    numbers = Array(
      repeating: Array(repeating: NumberCell(), count: RowBatch.mostRows),
      count: plan.numbers.count
    )
  }

  /// Begins with `count` rows of which nothing is known.
  mutating func begin(_ count: Int) {
    hasFaults = false
    for row in 0..<count {
      isFaulty[row] = false
      fates[row] = .used
      unknown[row] = false
    }
  }

  /// Leaves the faulty rows out.
  mutating func chooseRead(_ count: Int) {
    read.removeAll(keepingCapacity: true)
    for row in 0..<count where !isFaulty[row] { read.append(Int32(truncatingIfNeeded: row)) }
  }

  @inline(__always)
  mutating func reject(_ row: Int) {
    isFaulty[row] = true
    hasFaults = true
  }
}
