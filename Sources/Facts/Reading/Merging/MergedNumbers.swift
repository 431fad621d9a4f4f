/// Puts one column of numbers of all files on one scale.
struct MergedNumbers {
  /// A part of the column: one file's cells; nil cells when the file lacks the column.
  struct Part {
    let cells: NumberCells?
    let keptRows: KeptRows
  }

  private(set) var column: NumberColumn

  /// Numbers that do not fit, as (part, row of the part); they are empty in `column`.
  private(set) var overflows: [(part: Int, row: Int)] = []

  init(_ parts: [Part]) {
    let scale = Self.scale(parts)
    if let whole = Self.whole(parts, scale: scale) {
      column = whole
      return
    }
    var emptyRows: [Int32] = []
    if let narrow = Self.narrow(parts, scale: scale, emptyRows: &emptyRows) {
      column = NumberColumn(scale: scale, mantissas: .narrow(narrow), emptyRows: emptyRows)
      return
    }
    var overflows: [(part: Int, row: Int)] = []
    emptyRows = []
    let wide = Self.wide(parts, scale: scale, emptyRows: &emptyRows, overflows: &overflows)
    column = NumberColumn(scale: scale, mantissas: .wide(wide), emptyRows: emptyRows)
    self.overflows = overflows
  }

  /// The most fraction digits of any number.
  private static func scale(_ parts: [Part]) -> Int {
    Int(parts.map { $0.cells?.scale ?? 0 }.max() ?? 0)
  }

  /// The column of the only file, where its numbers can stay as they are; nil elsewhere.
  private static func whole(_ parts: [Part], scale: Int) -> NumberColumn? {
    guard parts.count == 1, let cells = parts[0].cells, cells.isWhole(at: scale),
      case .all = parts[0].keptRows
    else { return nil }
    return NumberColumn(
      scale: scale,
      mantissas: cells.mantissas.storage,
      emptyRows: cells.emptyRows
    )
  }

  /// All mantissas in 64 bits; nil when one does not fit.
  private static func narrow(
    _ parts: [Part],
    scale: Int,
    emptyRows: inout [Int32]
  ) -> [Int64]? {
    let powers = powersOfTen.prefix { $0 <= Int128(Int64.max) }.map { Int64($0) }
    var mantissas: [Int64] = []
    mantissas.reserveCapacity(parts.reduce(0) { $0 + $1.keptRows.count })
    for part in parts {
      guard let cells = part.cells else {
        appendEmpty(part.keptRows.count, to: &mantissas, &emptyRows)
        continue
      }
      var empty = cells.emptyRows[...]
      for place in 0..<part.keptRows.count {
        let row = part.keptRows[place]
        takeEmpty(row, &empty, at: mantissas.count, &emptyRows)
        let mantissa = cells.mantissas[row]
        let shift = mantissa == 0 ? 0 : scale - Int(cells.scale(ofRow: row))
        guard shift < powers.count else { return nil }
        let (product, overflow) = mantissa.multipliedReportingOverflow(by: powers[shift])
        if overflow { return nil }
        mantissas.append(product)
      }
    }
    return mantissas
  }

  private static func wide(
    _ parts: [Part],
    scale: Int,
    emptyRows: inout [Int32],
    overflows: inout [(part: Int, row: Int)]
  ) -> [Int128] {
    var mantissas: [Int128] = []
    for (number, part) in parts.enumerated() {
      guard let cells = part.cells else {
        appendEmpty(part.keptRows.count, to: &mantissas, &emptyRows)
        continue
      }
      var empty = cells.emptyRows[...]
      for place in 0..<part.keptRows.count {
        let row = part.keptRows[place]
        takeEmpty(row, &empty, at: mantissas.count, &emptyRows)
        let shift = scale - Int(cells.scale(ofRow: row))
        let mantissa = Int128(cells.mantissas[row])
        if let product = scaled(mantissa, by: shift) {
          mantissas.append(product)
        } else {
          emptyRows.append(Int32(truncatingIfNeeded: mantissas.count))
          mantissas.append(0)
          overflows.append((number, row))
        }
      }
    }
    return mantissas
  }

  private static func scaled(_ mantissa: Int128, by shift: Int) -> Int128? {
    guard mantissa != 0 else { return 0 }
    guard shift < powersOfTen.count else { return nil }
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: powersOfTen[shift])
    return overflow ? nil : product
  }

  private static func appendEmpty<Mantissa: FixedWidthInteger>(
    _ count: Int,
    to mantissas: inout [Mantissa],
    _ emptyRows: inout [Int32]
  ) {
    for _ in 0..<count {
      emptyRows.append(Int32(truncatingIfNeeded: mantissas.count))
      mantissas.append(0)
    }
  }

  /// Notes an empty cell when `row` has one; `empty` holds the empty rows from here on.
  private static func takeEmpty(
    _ row: Int,
    _ empty: inout ArraySlice<Int32>,
    at mergedRow: Int,
    _ emptyRows: inout [Int32]
  ) {
    while let next = empty.first, next <= row {
      if next == row { emptyRows.append(Int32(truncatingIfNeeded: mergedRow)) }
      empty.removeFirst()
    }
  }
}

/// 10 to the power of 0 to 38, all that fit ``Int128``.
private let powersOfTen: [Int128] = (0...38).compactMap(Decimal.powerOfTen)
