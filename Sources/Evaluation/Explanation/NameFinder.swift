import Facts
import RuleSemantics

/// Looks for rows that tell of tenants and names which no row of the months that are read is about,
/// and that matter all the same.
///
/// That is seldom: where a month is not covered, whatever a customer has in other months may have a
/// value in it; and a condition may hold for a name of which there is no value.
struct NameFinder {
  private let reads: KernelReads
  private let customer: Int

  /// Tells which values an explanation speaks of.
  private var explainer: Explainer

  /// Entities that matter.
  private var wanted: Set<Subject> = []

  private struct Subject: Hashable {
    let space: Space
    let entity: Int
  }

  private var store: ColumnStore { reads.store }

  init(_ reads: KernelReads, customer: Int) {
    self.reads = reads
    self.customer = customer
    explainer = Explainer(reads)
    switch reads.kernel {
    case .presence, .largest:
      break
    case .members(let kernel):
      for entity in kernel.entities(of: customer) {
        visit(entity, kernel.space, kernel.now[entity], kernel.then?[entity] ?? .no)
      }
    case .sum(let kernel):
      for entity in kernel.entities(of: customer) {
        let now = kernel.isMemberNow?[entity] ?? .no
        visit(entity, kernel.space, now, kernel.isMemberThen?[entity] ?? .no)
      }
      visitValues(of: kernel)
    }
  }

  /// Notes an entity that is, or may be, counted or told of, and what its conditions depend on.
  private mutating func visit(_ entity: Int, _ space: Space, _ now: Truth, _ then: Truth) {
    let isSeen = [reads.now, reads.then].contains { $0?.hasValue(entity) ?? false }
    if now != .no || then != .no || isSeen {
      wanted.insert(Subject(space: space, entity: entity))
    }
    for condition in [reads.now, reads.then] { condition.map { visit($0, entity) } }
  }

  private mutating func visit(_ condition: ObservedCondition, _ entity: Int) {
    switch condition.content {
    case .all(let parts), .any(let parts), .anyOfLast(let parts):
      for part in parts { visit(part, entity) }
    case .not(let part), .shifted(let part), .assumedNo(let part, _, _):
      visit(part, entity)
    case .group(let own, let owners):
      visit(own, owners.map { Int($0[entity]) } ?? entity)
    case .some(let starts, let part):
      for pair in starts[entity]..<starts[entity + 1] {
        let isTold = explainer.readings(part, pair).contains(where: \.isTelling)
        if part.truth(of: pair) != .no || isTold {
          wanted.insert(Subject(space: part.space, entity: pair))
        }
        visit(part, pair)
      }
    case .atAssociation(let dates, let parts):
      guard let began = dates?.month[entity], let part = parts[began] else { return }
      visit(part, entity)
    case .value, .share, .associated, .nothing:
      break
    }
  }

  /// Notes names that the sum tells of.
  private mutating func visitValues(of kernel: SumKernel) {
    let selection = store.plan.measures[kernel.quantity.measure].selection
    let kind = store.plan.selections[selection].itemKind
    for pair in store.index.pairs(ofCustomer: customer, kind: kind)
    where explainer.sides(of: kernel, kind, pair)?.isTelling(pair) ?? false {
      wanted.insert(Subject(space: .pairs(kind: kind), entity: pair))
    }
  }

  /// The latest row of each entity that matters and that none of the rows `found` is about.
  func rows(besides found: [RowBehind]) -> [RowBehind] {
    if wanted.isEmpty { return [] }
    var open = wanted
    for row in found { open.subtract(subjects(ofRow: row.row, table: row.table)) }
    var latest: [Subject: RowBehind] = [:]
    for (index, table) in store.facts.tables.enumerated() where !open.isEmpty {
      for row in ownRows(of: index) {
        for subject in subjects(ofRow: row, table: index) where open.contains(subject) {
          let month = table.month[row]
          let known = latest[subject].map { store.facts.tables[$0.table].month[$0.row] }
          guard known.map({ $0 < month }) ?? true else { continue }
          latest[subject] = RowBehind(table: index, row: row, standing: .names, numbers: [])
        }
      }
    }
    return Array(Set(latest.values))
  }

  /// The rows of the customer in a table.
  private func ownRows(of table: Int) -> [Int] {
    let members = store.index.members(of: customer)
    let owners = store.index.rowMember[table]
    return owners.indices.filter { members.contains(Int(owners[$0])) }
  }

  /// The tenant, the tenant's name and the customer's name that a row is about.
  private func subjects(ofRow row: Int, table: Int) -> [Subject] {
    guard !store.index.rowMember[table].isEmpty else { return [] }
    let member = store.index.rowMember[table][row]
    var subjects = [Subject(space: .members, entity: Int(member))]
    let schema = store.catalogue.tables[table]
    for column in schema.itemColumns(associationKind: store.plan.associationKind) {
      guard let pairs = store.index.pairs[column.kind] else { continue }
      let name = store.facts.tables[table].names[column.index][row]
      guard let pair = pairs.pairs(of: Int(member)).first(where: { pairs.item[$0] == name }) else {
        continue
      }
      subjects.append(Subject(space: .pairs(kind: column.kind), entity: pair))
      let item = Int(pairs.customerItemOfPair[pair])
      subjects.append(Subject(space: .customerItems(kind: column.kind), entity: item))
    }
    return subjects
  }
}
