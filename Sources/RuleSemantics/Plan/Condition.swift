/// The index of a condition in ``EvaluationPlan/conditions``.
package struct ConditionID: Hashable, Sendable {
  /// Children have smaller ones than their parents.
  package let index: Int

  package init(_ index: Int) {
    self.index = index
  }
}

/// A condition on one tenant, name, or tenant and name, in a month X.
///
/// Every name is resolved and every comparison is well typed. Truth has three values; see
/// ``Truth``.
package enum Condition: Hashable, Sendable {
  case all([ConditionID])
  case any([ConditionID])
  case not(ConditionID)

  /// Some name of the kind, of this tenant: a workload for which the condition holds.
  case some(kind: Int, ConditionID)

  /// Whether the bound name is among these.
  case nameIn(NameFilter)

  /// Whether the bound tenant, or tenant and name, is in the group in X.
  case inGroup(Int)

  /// The quantity of what is bound, summed over what is not, compared.
  case comparison(Quantity, Bounds)

  /// The sum over the quantity's months compared with the bounds times their number: bounds on a
  /// monthly average.
  case average(Quantity, Bounds)

  /// The first as a percentage of the second, compared. Where the second is zero or less, there
  /// is no share and the condition does not hold.
  case share(Quantity, of: Quantity, Bounds)

  /// The association of the bound tenant and name began in X or the months before: `months` in
  /// all. Without a known date it is older.
  case associated(months: Int)

  /// The condition in the month in which the association began; not met without a known date.
  case atAssociation(ConditionID)

  /// The condition in X + `months`.
  case shifted(months: Int, ConditionID)

  /// The condition in X or in some of the `months - 1` months before.
  case anyOfLast(months: Int, ConditionID)

  /// Unknown counts as no, and the report says that it was assumed.
  case assumedNo(ConditionID)
}
