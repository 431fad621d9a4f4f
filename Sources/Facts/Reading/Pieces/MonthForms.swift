/// Finds the form that each column of months or days of a file is written in: that of its first
/// readable cell, also in a row that is rejected for another cell.
struct MonthForms {
  /// By place of ``FilePlan/months``; nil while no cell was readable.
  private(set) var forms: [MonthForm?]

  private let cells: [Int]
  private let cellCount: Int
  private let separator: UInt8

  init(_ plan: FilePlan, separator: UInt8) {
    forms = Array(repeating: nil, count: plan.months.count)
    cells = plan.months.map(\.cell)
    cellCount = plan.header.names.count
    self.separator = separator
  }

  /// Looks at the rows of `bytes` until all forms are known.
  mutating func note(_ bytes: Span<UInt8>) {
    guard forms.contains(nil) else { return }
    var scanner = RowScanner(separator: separator, offset: 0)
    while forms.contains(nil), scanner.next(in: bytes) {
      guard scanner.fault == nil, scanner.cells.count == cellCount else { continue }
      for index in forms.indices where forms[index] == nil {
        forms[index] = withText(of: scanner.cells[cells[index]], in: bytes) { readMonth($0)?.form }
      }
    }
  }
}
