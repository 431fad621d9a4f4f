import Facts
import RuleSemantics

/// Values that were added up once.
///
/// The only thing the reference evaluator remembers; it changes nothing but time.
final class ValueMemo {
  struct Key: Hashable {
    let measure: Int
    let member: FactRows.Member
    let month: Int
    let under: NameSet?
  }

  var values: [Key: [Int32: NaiveRange]] = [:]
}

extension Walk {
  /// The quantity of what is bound, summed over what is not.
  func range(_ quantity: Quantity, of subject: Subject, in month: Int) -> NaiveRange {
    (month - quantity.window + 1...month)
      .map { value(quantity.measure, of: subject, in: $0) }
      .reduce(.zero, +)
  }

  /// The measure in a single month; without tenant and name over everything of the customer.
  func value(_ measure: Int, of subject: Subject, in month: Int) -> NaiveRange {
    let selection = plan.selections[plan.measures[measure].selection]
    guard rows.isCovered(month, by: selection.tables) else { return .unknown }
    guard !subject.isGhost else { return .zero }
    let tenants =
      subject.tenant.map { [FactRows.Member(customer: customer, tenant: $0)] } ?? members
    return tenants.reduce(.zero) { sum, member in
      let values = self.values(measure, of: member, in: month)
      guard let item = subject.item else { return values.values.reduce(sum, +) }
      return sum + (values[item] ?? .zero)
    }
  }

  /// The measure by name, of the names with rows in the month.
  func values(
    _ measure: Int,
    of member: FactRows.Member,
    in month: Int
  ) -> [Int32: NaiveRange] {
    let key = ValueMemo.Key(measure: measure, member: member, month: month, under: under)
    if let known = memo.values[key] { return known }
    let plan = self.plan.measures[measure]
    let selection = self.plan.selections[plan.selection]
    var listings: [Int32: [Listing: NaiveNumber?]] = [:]
    for row in selectedRows(of: selection, by: member, in: month) {
      guard let place = selection.tables.firstIndex(of: row.table) else { continue }
      let listing =
        switch plan.total {
        case .summed: Listing(table: -1, association: -1)
        case .listed:
          Listing(table: row.table, association: rows.name(of: self.plan.associationKind, in: row))
        }
      let item = rows.name(of: selection.itemKind, in: row)
      let sum = listings[item, default: [:]][listing] ?? .some(.zero)
      let number = rows.number(in: plan.columns[place], of: row)
      let total: NaiveNumber? = if let sum, let number { sum + number } else { nil }
      listings[item, default: [:]].updateValue(total, forKey: listing)
    }
    let values = listings.mapValues { sums in
      let largest = sums.values.compactMap(\.self).max()
      return NaiveRange(low: largest, high: sums.values.contains(nil) ? nil : largest)
    }
    memo.values[key] = values
    return values
  }

  /// Rows that are one list of the same things: the largest list counts.
  private struct Listing: Hashable {
    let table: Int
    let association: Int32
  }

  /// Rows of the selection, under the association in force.
  func selectedRows(
    of selection: SelectionPlan,
    by member: FactRows.Member,
    in month: Int
  ) -> [FactRows.Row] {
    (rows.rows[FactRows.MemberMonth(member: member, month: month)] ?? []).filter { row in
      selection.tables.contains(row.table)
        && selection.filters.allSatisfy { $0.passes(rows.name(of: $0.set.kind, in: row)) }
        && (under.map { $0.contains(rows.name(of: $0.kind, in: row)) } ?? true)
    }
  }

  /// The names with a row of the selection in any month.
  func names(in selection: SelectionPlan, by member: FactRows.Member) -> Set<Int32> {
    Set(
      (rows.months[member] ?? []).flatMap { month in
        selectedRows(of: selection, by: member, in: month)
          .map { rows.name(of: selection.itemKind, in: $0) }
      }
    )
  }
}
