import Facts

/// The rows of a store by customer, tenant and month, and nothing cleverer.
struct FactRows {
  /// A tenant as a customer's: the same tenant of another customer is another member.
  struct Member: Hashable {
    let customer: Int32
    let tenant: Int32
  }

  struct Row: Hashable {
    let table: Int
    let index: Int
  }

  struct MemberMonth: Hashable {
    let member: Member
    let month: Int
  }

  struct MemberKind: Hashable {
    let member: Member
    let kind: Int
  }

  struct Cell: Hashable {
    let table: Int
    let column: Int
    let row: Int
  }

  let facts: FactStore
  let catalogue: Catalogue

  /// Of each customer, ascending.
  private(set) var members: [[Member]]
  private(set) var rows: [MemberMonth: [Row]] = [:]

  /// The months in which the member has rows.
  private(set) var months: [Member: Set<Int>] = [:]

  /// Every name of the kind in the member's rows of any table and month.
  private(set) var names: [MemberKind: Set<Int32>] = [:]
  private(set) var emptyCells: Set<Cell> = []
  private var datesOfTenant: [Int32: [Row]] = [:]
  private let coveredMonths: [Set<Int>]

  init(_ facts: FactStore, _ catalogue: Catalogue) {
    self.facts = facts
    self.catalogue = catalogue
    coveredMonths = facts.tables.map { Set($0.coveredMonths.map(\.index)) }
    var found = facts.customers.map { _ in Set<Int32>() }
    members = []
    for (place, table) in facts.tables.enumerated() where !table.customer.isEmpty {
      for index in 0..<table.rowCount {
        let member = Member(customer: table.customer[index], tenant: table.tenant[index])
        found[Int(member.customer)].insert(member.tenant)
        let month = table.month.isEmpty ? -1 : Int(table.month[index])
        months[member, default: []].insert(month)
        rows[MemberMonth(member: member, month: month), default: []]
          .append(Row(table: place, index: index))
        for (column, schema) in catalogue.tables[place].columns.enumerated() {
          guard case .name(let kind) = schema.role, table.names[column][index] >= 0 else { continue }
          names[MemberKind(member: member, kind: kind), default: []]
            .insert(table.names[column][index])
        }
      }
      for (column, numbers) in table.numbers.enumerated() {
        for row in numbers?.emptyRows ?? [] {
          emptyCells.insert(Cell(table: place, column: column, row: Int(row)))
        }
      }
    }
    for (place, table) in facts.tables.enumerated()
    where catalogue.tables[place].givesAssociationDates {
      for index in 0..<table.rowCount {
        datesOfTenant[table.tenant[index], default: []].append(Row(table: place, index: index))
      }
    }
    members = found.enumerated().map { customer, tenants in
      tenants.sorted().map { Member(customer: Int32(customer), tenant: $0) }
    }
  }

  func isCovered(_ month: Int, by tables: [Int]) -> Bool {
    tables.contains { coveredMonths[$0].contains(month) }
  }

  /// The row's name of the kind; -1 when the cell is empty or there is no such column.
  func name(of kind: Int, in row: Row) -> Int32 {
    for (column, schema) in catalogue.tables[row.table].columns.enumerated()
    where schema.role == .name(kind: kind) {
      return facts.tables[row.table].names[column][row.index]
    }
    return -1
  }

  /// The number of a cell; nil when the cell is empty.
  func number(in column: Int, of row: Row) -> NaiveNumber? {
    guard let numbers = facts.tables[row.table].numbers[column],
      !emptyCells.contains(Cell(table: row.table, column: column, row: row.index))
    else { return nil }
    return NaiveNumber(Decimal(mantissa: numbers.mantissas[row.index], scale: numbers.scale))
  }

  /// The month in which the tenant's association under one of the codes began, for this name.
  ///
  /// The earliest date counts; a date without a name is for all names. Nil without a date, or when
  /// the earliest is after `last`.
  func associationMonth(
    tenant: Int32,
    name: Int32,
    kind: Int,
    isUnder: (Int32) -> Bool,
    associationKind: Int,
    last: Int
  ) -> Int? {
    var dates: [Int] = []
    for row in datesOfTenant[tenant] ?? [] {
      let month = Int(facts.tables[row.table].month[row.index])
      let listed = self.name(of: kind, in: row)
      guard month >= 0, listed == name || listed == -1,
        isUnder(self.name(of: associationKind, in: row))
      else { continue }
      dates.append(month)
    }
    return dates.min().flatMap { $0 <= last ? $0 : nil }
  }
}
