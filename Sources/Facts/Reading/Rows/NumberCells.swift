/// The cells of a column of numbers, by used row.
///
/// All mantissas stand at one scale, the most fraction digits met so far; only a column that does
/// not fit 64 bits at one scale keeps a scale for each row.
struct NumberCells {
  let place: FilePlan.Place

  /// 0 for empty cells.
  private(set) var mantissas = Mantissas()

  /// The most fraction digits of any number.
  private(set) var scale: Int8 = 0

  /// By row; empty while all rows are at ``scale``.
  private(set) var scales: [Int8] = []

  /// Rows whose cell is empty, ascending.
  private(set) var emptyRows: [Int32] = []

  /// By row whether its cell is empty, while rows are added up; else empty.
  private var foldedEmpty: [Bool] = []

  /// Rows and their lines whose number may be too large beside numbers with many fraction digits.
  private(set) var largeRows: [(row: Int, line: Int)] = []

  init(place: FilePlan.Place) {
    self.place = place
  }

  /// The fraction digits at which the mantissa of a row stands.
  func scale(ofRow row: Int) -> Int8 { scales.isEmpty ? scale : scales[row] }

  /// Whether all mantissas stand at `wanted` fraction digits.
  func isWhole(at wanted: Int) -> Bool { scales.isEmpty && Int(scale) == wanted }

  /// The line of a row whose number does not fit.
  func line(ofLargeRow row: Int) -> Int? { largeRows.first { $0.row == row }?.line }

  mutating func reserve(_ rowCount: Int) { mantissas.reserve(rowCount) }

  @inline(__always)
  mutating func append(_ cell: NumberCell, line: Int) {
    if cell.isEmpty { emptyRows.append(Int32(truncatingIfNeeded: mantissas.count)) }
    if cell.isLarge { largeRows.append((mantissas.count, line)) }
    if scales.isEmpty, cell.scale == scale || cell.mantissa == 0 {
      mantissas.append(cell.mantissa)
    } else {
      appendAtOtherScale(cell.mantissa, cell.scale)
    }
  }

  /// Adds the rows of another part of the same column.
  mutating func append(_ other: NumberCells) {
    let count = mantissas.count
    emptyRows.append(contentsOf: other.emptyRows.lazy.map { $0 + Int32(count) })
    largeRows.append(contentsOf: other.largeRows.lazy.map { ($0.row + count, $0.line) })
    if scales.isEmpty, other.scales.isEmpty, other.scale == scale {
      mantissas.append(contentsOf: other.mantissas)
      return
    }
    for row in 0..<other.mantissas.count {
      appendAtOtherScale(other.mantissas[row], other.scale(ofRow: row))
    }
  }

  /// Puts the rows in another order: `rows` is the present row by place.
  mutating func arrange(by rows: [Int32]) {
    mantissas.arrange(by: rows)
    if !scales.isEmpty { scales = rows.map { scales[Int($0)] } }
    guard !emptyRows.isEmpty || !largeRows.isEmpty else { return }
    var places = [Int32](repeating: 0, count: rows.count)
    for (place, row) in rows.enumerated() { places[Int(row)] = Int32(truncatingIfNeeded: place) }
    emptyRows = emptyRows.map { places[Int($0)] }.sorted()
    largeRows = largeRows.map { (Int(places[$0.row]), $0.line) }
  }

  /// Brings all numbers to a scale at which those of `other` stand too; false where some does not
  /// fit.
  mutating func agree(with other: NumberCells) -> Bool {
    guard scales.isEmpty, other.scales.isEmpty else { return false }
    return other.scale <= scale || raise(to: other.scale)
  }

  /// Whether a row of another part can be added to a row; both agree on the scale.
  ///
  /// A number whose line may be asked for stays a row of its own.
  func canAdd(_ other: NumberCells, _ row: Int, to target: Int) -> Bool {
    guard scales.isEmpty, other.scales.isEmpty, other.scale <= scale,
      other.largeRows.isEmpty || other.line(ofLargeRow: row) == nil,
      let number = shifted(other.mantissas[row], by: Int(scale - other.scale))
    else { return false }
    return !mantissas[target].addingReportingOverflow(number).overflow
  }

  /// Adds a row to a row, as it can be; what is added to an unknown number, or has one added, is
  /// unknown.
  mutating func add(_ other: NumberCells, _ row: Int, isEmpty: Bool, to target: Int) {
    guard let number = shifted(other.mantissas[row], by: Int(scale - other.scale)) else { return }
    if number != 0 { mantissas.set(mantissas[target] + number, at: target) }
    if isEmpty, !foldedEmpty[target] { foldedEmpty[target] = true }
  }

  /// Adds a row of another part, which agrees on the scale.
  mutating func append(_ other: NumberCells, _ row: Int, isEmpty: Bool) {
    if let line = other.line(ofLargeRow: row) { largeRows.append((mantissas.count, line)) }
    appendAtOtherScale(other.mantissas[row], other.scale)
    foldedEmpty.append(isEmpty)
  }

  /// By row whether its cell is empty.
  var emptyFlags: [Bool] {
    var flags = [Bool](repeating: false, count: mantissas.count)
    for row in emptyRows { flags[Int(row)] = true }
    return flags
  }

  /// Gives the rows up, to add them up from now on.
  mutating func beginFolding() {
    foldedEmpty = []
    emptyRows = []
    largeRows = []
    // Growing bit by bit would take twice the room.
    let most = mantissas.count
    mantissas = Mantissas()
    mantissas.reserve(most)
    foldedEmpty.reserveCapacity(most)
  }

  /// Ends what ``beginFolding()`` began.
  mutating func endFolding() {
    for row in foldedEmpty.indices where foldedEmpty[row] {
      emptyRows.append(Int32(truncatingIfNeeded: row))
    }
    foldedEmpty = []
  }

  /// Gives the rows up.
  mutating func forget() { self = NumberCells(place: place) }

  mutating func resolveLines(_ lines: PieceLines) {
    for place in largeRows.indices { largeRows[place].line = lines.line(largeRows[place].line) }
  }

  private mutating func appendAtOtherScale(_ mantissa: Int64, _ cellScale: Int8) {
    if scales.isEmpty {
      if mantissa == 0 || cellScale == scale { return mantissas.append(mantissa) }
      if cellScale < scale, let shifted = shifted(mantissa, by: Int(scale) - Int(cellScale)) {
        return mantissas.append(shifted)
      }
      if cellScale > scale, raise(to: cellScale) { return mantissas.append(mantissa) }
      scales = Array(repeating: scale, count: mantissas.count)
    }
    mantissas.append(mantissa)
    scales.append(mantissa == 0 ? 0 : cellScale)
    scale = max(scale, cellScale)
  }

  /// Puts all rows at a greater scale; false when one does not fit.
  private mutating func raise(to wanted: Int8) -> Bool {
    var raised = Mantissas()
    raised.reserve(mantissas.count)
    for row in 0..<mantissas.count {
      guard let shifted = shifted(mantissas[row], by: Int(wanted) - Int(scale)) else {
        return false
      }
      raised.append(shifted)
    }
    mantissas = raised
    scale = wanted
    return true
  }
}

/// `mantissa` times 10 to the power of `places`; nil when it does not fit.
private func shifted(_ mantissa: Int64, by places: Int) -> Int64? {
  guard mantissa != 0 else { return 0 }
  guard places < powersOfTen.count else { return nil }
  let (product, overflow) = mantissa.multipliedReportingOverflow(by: powersOfTen[places])
  return overflow ? nil : product
}

/// 10 to the power of 0 to 18, all that fit ``Int64``.
private let powersOfTen: [Int64] = (0...18).map { (0..<$0).reduce(1) { power, _ in power * 10 } }

/// One number of a row that is being read.
struct NumberCell {
  var mantissa: Int64 = 0
  var scale: Int8 = 0
  var isEmpty = true

  /// Whether the number has 15 digits before the decimal point: with fewer it fits 128 bits at
  /// every scale that ``mostFractionDigits`` allows.
  @inline(__always)
  var isLarge: Bool {
    mantissa.magnitude >= 100_000_000_000_000 && hasLargeWhole
  }

  private var hasLargeWhole: Bool {
    guard scale > 0 else { return true }
    guard scale <= 4 else { return false }
    return mantissa.magnitude >= powersOfTen[14 + Int(scale)].magnitude
  }
}

/// How many numbers of a column are odd in some way, and which was the first.
struct NumberTallies {
  let isListed: Bool
  var negative = Tally()
  var fractional = Tally()

  struct Tally {
    var count = 0
    var line = 0
    var number = Decimal.zero

    mutating func add(_ cell: NumberCell, line: Int) {
      if count == 0 {
        self.line = line
        number = Decimal(mantissa: Int128(cell.mantissa), scale: Int(max(0, cell.scale)))
      }
      count += 1
    }

    /// Adds the tally of other rows of the file.
    mutating func add(_ other: Tally) {
      if other.count > 0, count == 0 || other.line < line {
        line = other.line
        number = other.number
      }
      count += other.count
    }
  }

  @inline(__always)
  mutating func add(_ cell: NumberCell, line: Int) {
    guard isListed else { return }
    if cell.mantissa < 0 { negative.add(cell, line: line) }
    if cell.scale > 0 { fractional.add(cell, line: line) }
  }
}
