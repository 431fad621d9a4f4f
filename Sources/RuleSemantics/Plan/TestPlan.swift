import Facts

/// What a gate or leaf asks of a customer, in the as-of month M.
package enum TestPlan: Hashable, Sendable {
  /// Some row of the selection in M and the `window - 1` months before.
  case presence(PresencePlan)

  /// Some value of the measure, of any tenant and name, in M within the bounds.
  case largest(measure: Int, Bounds)

  /// The size of `group` in M less its size in M-12; with `less`, less the size of that group in M.
  case net(group: Int, less: Int?, Bounds)

  /// The size of the group in M.
  case count(group: Int, Bounds)

  /// The sum in M; with a group, over its members in M.
  ///
  /// With `countsChange` the sum in M-12, over the members then, is taken beside it: it decides
  /// nothing, and the difference is what the customer contributes.
  case total(Quantity, group: Int?, Bounds, countsChange: Bool)

  /// The sum in M less the sum in M-12; with a group, each end over its own members.
  ///
  /// With `sinceAssociation` the baseline of a tenant and name whose association began within
  /// M-11..M is its value in that month. Without an association that the leaf is under, the
  /// associations are those of the measure's selection under which the tenant and name have rows
  /// in M-12..M; the earliest counts, and one without a known date is older than a year.
  case change(Quantity, group: Int?, sinceAssociation: Bool, Bounds)

  /// The change in percent of the sum in M-12, within the bounds; not computable from a baseline
  /// of zero.
  case growth(Quantity, group: Int?, Bounds)

  /// A change above zero, shown in percent of the sum in M-12 where that is not zero.
  case anyGrowth(Quantity, group: Int?)
}

extension TestPlan {
  /// What the test compares with; nil where any row is enough.
  package var bounds: Bounds? {
    switch self {
    case .presence: nil
    case .largest(_, let bounds), .net(_, _, let bounds), .count(_, let bounds),
      .total(_, _, let bounds, _), .change(_, _, _, let bounds), .growth(_, _, let bounds):
      bounds
    case .anyGrowth:
      Bounds(lower: .init(.zero, isIncluded: false), upper: nil, unit: .percent)
    }
  }
}

/// `some KIND in SET of SELECTION in the last … months`.
package struct PresencePlan: Hashable, Sendable {
  /// An index in ``EvaluationPlan/selections``.
  package let selection: Int

  /// The kind of the names that are listed, an index in ``Catalogue/kinds``.
  package let kind: Int

  /// The names that count; nil for all.
  ///
  /// The members' labels are what is listed.
  package let names: NameFilter?

  /// Months, the as-of month included.
  package let window: Int

  package init(selection: Int, kind: Int, names: NameFilter?, window: Int) {
    self.selection = selection
    self.kind = kind
    self.names = names
    self.window = window
  }
}

/// A measure in a month, or its sum over the months up to it.
package struct Quantity: Hashable, Sendable {
  /// An index in ``EvaluationPlan/measures``.
  package let measure: Int

  /// Months, the month itself included; 1 for the month alone.
  package let window: Int

  package init(measure: Int, window: Int) {
    self.measure = measure
    self.window = window
  }
}

/// What groups have in them.
package enum Entity: Hashable, Sendable {
  /// Tenants of a customer.
  case tenants
  /// Names of a kind, over all tenants of a customer.
  case items(kind: Int)
  /// Names of a kind, each tenant's own.
  case itemsPerTenant(kind: Int)
}

/// A set of tenants, names, or names per tenant, in any month.
package struct GroupPlan: Hashable, Sendable {
  package let id: String

  /// `tenants with 11 to 300 seats`.
  package let title: String

  /// What its members are.
  package let entity: Entity

  /// What a member has to fulfil in a month.
  package let condition: ConditionID

  /// The unit in which members are counted: `tenant`, `tenants`.
  package let unit: Unit

  package init(id: String, title: String, entity: Entity, condition: ConditionID, unit: Unit) {
    self.id = id
    self.title = title
    self.entity = entity
    self.condition = condition
    self.unit = unit
  }
}
