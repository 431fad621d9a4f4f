import Facts

/// What a condition says of facts, free of where these stand: a formula over what may differ
/// between one tenant and another.
///
/// Variables and items are numbered by the ``FormulaBuilder`` that made it.
indirect enum Formula {
  case constant(Bool)
  /// The number of the variable is within the bounds.
  case within(Int, Bounds)
  /// The name that the variable stands for passes.
  case nameIn(Int, NameFilter)
  /// The variable is yes.
  case holds(Int)
  case not(Formula)
  case all([Formula])
  case any([Formula])
}

/// Something that may differ between facts.
///
/// Sums over different months, or of different measures, are variables of their own, although facts
/// tie them: what cannot be met by any numbers cannot be met by those that belong together.
enum FactVariable: Hashable {
  /// A quantity of a tenant, or of one of its names.
  case sum(Quantity, FactMonth, FactItem?)
  /// The first as a percentage of the second.
  case share(Quantity, of: Quantity, FactMonth, FactItem?)
  /// Which name it is.
  case name(FactItem)
  /// Whether an association began in so many months.
  case associated(months: Int, FactMonth, FactItem?)
  /// Whether the date of an association is known.
  case isDated(FactItem?)
}

/// A month that a condition looks at.
struct FactMonth: Hashable {
  /// From the month that is asked for, zero or less.
  var distance: Int

  /// Whether it is counted from the month of the association.
  var isAtAssociation = false

  /// The month that is asked for.
  static let asked = FactMonth(distance: 0)
}

/// One of the names of a tenant.
struct FactItem: Hashable {
  /// An index in ``Catalogue/kinds``.
  let kind: Int

  /// Tells names of one kind apart.
  let number: Int
}

/// What a variable is in an example.
enum FactValue: Hashable {
  case number(Decimal)
  /// A code of the kind; -1 for a name that is not declared.
  case name(Int32)
  case flag(Bool)
}
