import Facts
import RuleSemantics

/// Values that were added up once, and tests that were answered once.
///
/// The only thing the reference evaluator remembers; it changes nothing but time.
final class ValueMemo {
  struct Key: Hashable {
    let measure: Int
    let member: FactRows.Member
    let month: Int
    let under: NameSet?
  }

  struct AnswerKey: Hashable {
    let area: Int
    let node: Int
    let customer: Int
  }

  var values: [Key: [Int32: NaiveRange]] = [:]
  var answers: [AnswerKey: Answer] = [:]
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

  /// The measure by name, of the names with rows in the month: what its parts come to, added.
  func values(
    _ measure: Int,
    of member: FactRows.Member,
    in month: Int
  ) -> [Int32: NaiveRange] {
    let key = ValueMemo.Key(measure: measure, member: member, month: month, under: under)
    if let known = memo.values[key] { return known }
    let plan = self.plan.measures[measure]
    let selection = self.plan.selections[plan.selection]
    let selected = selectedRows(of: selection, by: member, in: month)
    let rowsByName = Dictionary(grouping: selected) { rows.name(of: selection.itemKind, in: $0) }
    var values: [Int32: NaiveRange] = [:]
    for (name, ofName) in rowsByName {
      values[name] = plan.parts
        .map { value($0, plan.total, selection, of: name, ofName) }
        .reduce(.zero, +)
    }
    memo.values[key] = values
    return values
  }

  /// What the rows of one name come to in one part, at its rate.
  private func value(
    _ part: MeasurePart,
    _ total: TotalRule,
    _ selection: SelectionPlan,
    of name: Int32,
    _ rowsOfName: [FactRows.Row]
  ) -> NaiveRange {
    let columns = Dictionary(uniqueKeysWithValues: zip(selection.tables, part.columns))
    var listings: [Listing: NaiveNumber?] = [:]
    for row in rowsOfName {
      guard let column = columns[row.table] else { continue }
      let listing = listing(of: row, total)
      let sum = listings[listing] ?? .some(.zero)
      let number = rows.number(in: column, of: row)
      let total: NaiveNumber? = if let sum, let number { sum + number } else { nil }
      listings.updateValue(total, forKey: listing)
    }
    let largest = listings.values.compactMap(\.self).max()
    let units = NaiveRange(low: largest, high: listings.values.contains(nil) ? nil : largest)
    guard let rate = part.rate else { return units }
    // Nothing times an unknown number is nothing.
    return units.times(rate.number(of: name).map { NaiveNumber($0) } ?? .zero)
  }

  /// Rows that are one list of the same things: the largest list counts.
  private struct Listing: Hashable {
    let table: Int
    let association: Int32
  }

  /// The list that a row is in; summed rows are all in one.
  private func listing(of row: FactRows.Row, _ total: TotalRule) -> Listing {
    switch total {
    case .summed: Listing(table: -1, association: -1)
    case .listed:
      Listing(table: row.table, association: rows.name(of: plan.associationKind, in: row))
    }
  }

  /// Rows of the selection, under the association in force.
  func selectedRows(
    of selection: SelectionPlan,
    by member: FactRows.Member,
    in month: Int
  ) -> [FactRows.Row] {
    (rows.rows[FactRows.MemberMonth(member: member, month: month)] ?? []).filter { row in
      selection.tables.contains(row.table)
        && selection.clauses.contains { clause in
          clause.allSatisfy { $0.passes(rows.name(of: $0.set.kind, in: row)) }
        }
        && (under.map { $0.contains(rows.name(of: $0.kind, in: row)) } ?? true)
    }
  }
}
