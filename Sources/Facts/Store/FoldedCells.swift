/// The row of each subject and month, by which further rows of the same are added up.
///
/// It is a table of all subjects by all months met, so that a row takes one look.
struct FoldedCells: Sendable {
  /// By subject and slot; -1 where there is no row yet.
  private var rows: [Int32] = []

  /// How many slots each subject has.
  private var stride = 16

  /// The slot of each month met, by month and 1 more; -1 for months that were not met.
  private var slots: [Int16] = []
  private var slotCount = 0

  /// The row of a subject and month; nil for the first of its kind.
  ///
  /// `month` is -1 or more, as in ``GroupedRows``.
  mutating func row(of subject: Int32, in month: Int16) -> Int? {
    let place = place(of: subject, in: month)
    return rows[place] < 0 ? nil : Int(rows[place])
  }

  /// Rows of the subject and month are added to `row` from now on.
  mutating func set(_ row: Int, of subject: Int32, in month: Int16) {
    let place = place(of: subject, in: month)
    rows[place] = Int32(truncatingIfNeeded: row)
  }

  private mutating func place(of subject: Int32, in month: Int16) -> Int {
    let index = Int(month) + 1
    while slots.count <= index { slots.append(-1) }
    if slots[index] < 0 {
      if slotCount == stride { widen() }
      slots[index] = Int16(slotCount)
      slotCount += 1
    }
    let place = Int(subject) * stride + Int(slots[index])
    if rows.count <= place {
      let missing = (Int(subject) + 1) * stride - rows.count
      rows.append(contentsOf: repeatElement(-1, count: missing))
    }
    return place
  }

  private mutating func widen() {
    var wider = [Int32](repeating: -1, count: rows.count * 2)
    for place in rows.indices { wider[place / stride * stride * 2 + place % stride] = rows[place] }
    rows = wider
    stride *= 2
  }
}
