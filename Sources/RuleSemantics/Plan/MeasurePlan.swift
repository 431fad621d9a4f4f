package import Facts

/// Rows that take part: of these tables, with eligible names.
package struct SelectionPlan: Hashable, Sendable {
  package let id: String

  /// Indices in ``Catalogue/tables``, ascending.
  package let tables: [Int]

  /// A row takes part when all filters of some clause hold; one clause without filters takes all.
  package let clauses: [[NameFilter]]

  /// The kind of name, besides the association, that the tables' rows are about (workload,
  /// service): an index in ``Catalogue/kinds``.
  package let itemKind: Int

  package init(id: String, tables: [Int], clauses: [[NameFilter]], itemKind: Int) {
    self.id = id
    self.tables = tables
    self.clauses = clauses
    self.itemKind = itemKind
  }
}

/// A number per tenant, name of ``SelectionPlan/itemKind`` and month.
package struct MeasurePlan: Hashable, Sendable {
  package let id: String

  /// What sentences call it: `paid seats`.
  package let title: String

  /// An index in ``EvaluationPlan/selections``.
  package let selection: Int

  /// What adds up, at least one: each makes one number of the rows, and the numbers are added.
  package let parts: [MeasurePart]

  /// Of the numbers, the same in every part.
  package let unit: Unit

  /// How rows make one number, the same in every table and part.
  package let total: TotalRule

  package init(
    id: String,
    title: String,
    selection: Int,
    parts: [MeasurePart],
    unit: Unit,
    total: TotalRule
  ) {
    self.id = id
    self.title = title
    self.selection = selection
    self.parts = parts
    self.unit = unit
    self.total = total
  }
}

/// A column of numbers, times a rate.
package struct MeasurePart: Hashable, Sendable {
  /// The number column of each table of the selection, in its order: indices in
  /// ``TableSchema/columns``.
  package let columns: [Int]

  /// Of the column's numbers, before any rate.
  package let unit: Unit

  /// What a unit of each name comes to; nil where the numbers are taken as they are.
  package let rate: RatePlan?

  package init(columns: [Int], unit: Unit, rate: RatePlan?) {
    self.columns = columns
    self.unit = unit
    self.rate = rate
  }
}

/// What one unit of the numbers of a name comes to: `1000 MCV` for a user of a workload.
///
/// Numbers of a name without a rate count nothing, also where they are unknown.
package struct RatePlan: Hashable, Sendable {
  package let id: String

  /// What sentences call it.
  package let title: String

  /// An index in ``Catalogue/kinds``.
  package let kind: Int

  /// In order of declaration; no two have a code in common.
  package let entries: [Entry]

  /// The rate of one name.
  package struct Entry: Hashable, Sendable {
    package let member: NameSet.Member

    /// In the unit of the measure, for one unit of the column.
    package let number: Decimal

    package init(member: NameSet.Member, number: Decimal) {
      self.member = member
      self.number = number
    }
  }

  package init(id: String, title: String, kind: Int, entries: [Entry]) {
    self.id = id
    self.title = title
    self.kind = kind
    self.entries = entries
  }

  /// The rate of a name; nil when it has none.
  package func number(of code: Int32) -> Decimal? {
    entries.first { $0.member.codes.contains(code) }?.number
  }
}
