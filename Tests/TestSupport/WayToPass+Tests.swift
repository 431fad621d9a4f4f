package import Evaluation
import Facts
import RuleSemantics

extension WayToPass {
  /// Table, tenant, name, association, and what is added by column.
  package var brief: String {
    steps.map { step in
      let amounts = step.amounts.map { "\($0.column): \($0.now) + \($0.change)" }
      let row = "table \(step.row.table), \(step.tenant ?? "new x \(step.count)"), \(step.item)"
      return "\(row), \(step.row.association): \(amounts.joined(separator: ", "))"
    }.joined(separator: "; ")
  }

  /// The way with one amount smaller by a step of its unit.
  package var smaller: [WayToPass] {
    steps.indices.flatMap { place in
      steps[place].amounts.indices.map { amount in
        var steps = steps
        steps[place] = steps[place].smaller(amount)
        return WayToPass(steps: steps)
      }
    }
  }
}

extension WayToPass.Step {
  fileprivate func smaller(_ place: Int) -> WayToPass.Step {
    var amounts = amounts
    let own = amounts[place]
    let sign: Int128 = own.change.mantissa < 0 ? -1 : 1
    let step = Decimal(mantissa: sign, scale: own.unit.decimals)
    amounts[place] = WayToPass.Amount(
      title: own.title,
      unit: own.unit,
      now: own.now,
      change: own.change.minus(step) ?? own.change,
      column: own.column
    )
    return WayToPass.Step(
      tenant: tenant,
      count: count,
      item: item,
      association: association,
      isNewAssociation: isNewAssociation,
      amounts: amounts,
      row: row
    )
  }
}
