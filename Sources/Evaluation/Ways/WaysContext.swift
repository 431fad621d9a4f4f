import Facts
import RuleSemantics

/// What every what-if of a kernel and customer reads, looked up once.
final class WaysContext: Sendable {
  let store: ColumnStore
  let kernel: LeafKernel

  /// What the kernel is asked.
  let test: TestPlan

  /// The association that the kernel is under.
  let under: NameSet?

  /// Which rows take part, by index in ``EvaluationPlan/selections``.
  private let selections: [SelectionReads]

  /// When associations began, by the kind of names; only where the kernel is under one.
  private let dates: [Int: AssociationDates]

  init(
    _ kernel: LeafKernel,
    _ test: TestPlan,
    under: NameSet?,
    _ store: ColumnStore,
    _ selections: [SelectionReads]
  ) {
    self.kernel = kernel
    self.test = test
    self.under = under
    self.store = store
    self.selections = selections
    var dates: [Int: AssociationDates] = [:]
    if let under {
      for kind in store.catalogue.kinds.indices {
        dates[kind] = store.dates[.under(under, kind: kind)]
      }
    }
    self.dates = dates
  }

  var plan: EvaluationPlan { store.plan }
  var month: Month { store.plan.asOf }

  /// Whether the association of a row matters.
  var asksForAssociation: Bool {
    if under != nil { return true }
    if case .presence(let presence) = kernel {
      if presence.plan.kind == plan.associationKind { return true }
      return plan.selections[presence.plan.selection].namesAssociations(plan.associationKind)
    }
    return plan.selections.contains { $0.namesAssociations(plan.associationKind) }
  }

  /// The pair, member or name of a customer that no row tells of: one more than there are.
  ///
  /// Pairs, members and names with this index stand for a tenant that the customer does not have.
  func newEntity(of space: Space) -> Int { store.count(of: space) }

  /// Whether rows of a table with a name and an association take part in a selection.
  func isEligible(_ selection: Int, table: Int, item: Int32, association: Int32) -> Bool {
    plan.selections[selection].tables.contains(table)
      && selections[selection].reason(item: item, association: association) == nil
  }

  /// Whether rows of a listing take part in a selection.
  func isEligible(_ selection: Int, _ listing: Listing, item: Int32) -> Bool {
    isEligible(selection, table: listing.table, item: item, association: listing.association)
  }

  /// Whether rows of a name take part under some association.
  func isMeant(_ selection: Int, item: Int32) -> Bool { selections[selection].isMeant(item) }

  /// When the association that the kernel is under began, as far as facts tell.
  func began(_ pair: Int, kind: Int) -> Int {
    guard let months = dates[kind]?.month, months.indices.contains(pair) else {
      return AssociationDates.none
    }
    return months[pair]
  }

  /// Whether some row of any month lists a pair under the kernel's association.
  func isListed(_ pair: Int, kind: Int) -> Bool {
    guard let under, pair < newEntity(of: .pairs(kind: kind)) else { return false }
    return store.cubes.indices.contains { table in
      guard let cube = store.cubes[table], self.kind(ofTable: table) == kind else { return false }
      return cube.series(of: pair..<pair + 1).contains { under.contains(cube.association[$0]) }
    }
  }

  /// The kind of names that the rows of a table are about.
  func kind(ofTable table: Int) -> Int? {
    store.catalogue.tables[table].itemColumns(associationKind: plan.associationKind).first?.kind
  }
}

extension SelectionPlan {
  /// Whether rows take part for their association.
  fileprivate func namesAssociations(_ associationKind: Int) -> Bool {
    clauses.joined().contains { $0.set.kind == associationKind }
  }
}
