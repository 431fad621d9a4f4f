import Facts
import RuleSyntax

extension TreeLowering {
  /// `seats > limit` or `users as share of seats >= limit`.
  mutating func lowerComparison(
    _ syntax: QuantitySyntax,
    _ whole: Word?,
    _ relation: RelationSyntax,
    _ binding: Binding
  ) -> ConditionID? {
    let quantity = lowerQuantity(syntax)
    guard let quantity, isCountable(quantity, syntax.measure, binding) else {
      lookUpAmounts(relation)
      return nil
    }
    guard let whole else {
      let unit = arena.measures.values[quantity.measure].unit
      let bounds = lowerBounds(
        relation,
        of: .measure(syntax.measure),
        unit: unit,
        isAmount: quantity.window == 1
      )
      return bounds.map { arena.add(Condition.comparison(quantity, $0)) }
    }
    guard let measure = lowerMeasure(whole) else { return nil }
    let denominator = Quantity(measure: measure, window: quantity.window)
    guard isCountable(denominator, whole, binding),
      let bounds = lowerBounds(relation, of: "a share", unit: .percent)
    else { return nil }
    return arena.add(Condition.share(quantity, of: denominator, bounds))
  }

  /// `average acr over the last twelve months >= limit`.
  mutating func lowerAverage(
    _ syntax: QuantitySyntax,
    _ relation: RelationSyntax,
    _ binding: Binding
  ) -> ConditionID? {
    let quantity = lowerQuantity(syntax)
    guard let quantity, isCountable(quantity, syntax.measure, binding) else {
      lookUpAmounts(relation)
      return nil
    }
    let unit = arena.measures.values[quantity.measure].unit
    return lowerBounds(relation, of: .average(of: syntax.measure), unit: unit).map {
      arena.add(Condition.average(quantity, $0))
    }
  }

  mutating func lowerQuantity(_ syntax: QuantitySyntax) -> Quantity? {
    lowerMeasure(syntax.measure).map {
      Quantity(measure: $0, window: syntax.window?.months ?? 1)
    }
  }

  /// Whether the measure has one number for what is meant.
  private mutating func isCountable(
    _ quantity: Quantity,
    _ word: Word,
    _ binding: Binding
  ) -> Bool {
    let measure = arena.measures.values[quantity.measure]
    let itemKind = arena.selections.values[measure.selection].itemKind
    let kind = declarations.catalogue.kinds[itemKind]
    if let bound = binding.itemKind, bound != itemKind {
      report(
        .unbound(
          "`\(word.text)` is counted by \(kind.id), not by \(kindID(bound))",
          help: "compare a measure of rows that are about each \(kindID(bound))",
          file: file,
          at: word.span
        )
      )
      return false
    }
    if measure.total == .listed, !binding.hasTenant || binding.itemKind == nil {
      report(
        .unbound(
          "`\(word.text)` is counted for each \(kind.id) of a tenant, and this is not about one",
          help: binding.hasTenant
            ? "write `some \(kind.id) has \(word.text) …`"
            : "use a group `of \(kind.plural) per tenant`",
          fix: binding.hasTenant && binding.itemKind == nil
            ? .insert("some \(kind.id) has", before: word.span, .unsafe, file: file) : nil,
          file: file,
          at: word.span
        )
      )
      return false
    }
    return true
  }

  mutating func lowerTimed(
    _ part: ConditionSyntax,
    _ time: TimeSyntax,
    _ binding: Binding
  ) -> ConditionID? {
    guard let condition = lowerCondition(part, binding) else { return nil }
    switch time.kind {
    case .yearEarlier: return arena.add(Condition.shifted(months: -12, condition))
    case .anyOfLast(let months): return arena.add(Condition.anyOfLast(months: months, condition))
    case .assumedNo: return arena.add(Condition.assumedNo(condition))
    case .atAssociation:
      guard requireTenantAndName(binding, at: time.span) else { return nil }
      usesAssociation = true
      return arena.add(Condition.atAssociation(condition))
    }
  }
}
