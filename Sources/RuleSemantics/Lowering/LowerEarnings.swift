import Facts
import RuleSyntax

/// What a leaf earns in this month.
struct LoweredEarning {
  let earning: Earning
  let floor: Bounds?
  let citations: [Citation]
}

extension TreeLowering {
  /// What a leaf earns; nil where it earns nothing, or after reporting what is wrong.
  mutating func lowerEarning(of leaf: LeafSyntax, _ test: TestPlan) -> LoweredEarning? {
    guard let syntax = chooser.latest(leaf.body.earnings, version: { $0.version }) else {
      return nil
    }
    guard let measured = measured(by: test) else {
      report(
        Diagnostic(
          .wrongKindOfName,
          "`\(leaf.id.text)` measures nothing that could earn points",
          help: "points are earned by a count, a total, a change or a growth",
          file: file,
          at: syntax.span
        )
      )
      return nil
    }
    usedCitations = []
    guard let earning = lowerEarning(syntax, of: "`\(leaf.id.text)`", unit: measured.unit) else {
      return nil
    }
    var floor: Bounds?
    if let relation = syntax.baseline {
      guard let unit = measured.baseline else {
        report(.noBaseline(of: leaf.id, relation, file: file))
        return nil
      }
      floor = lowerBounds(relation, of: "the baseline", unit: unit)
      guard floor != nil else { return nil }
    }
    return LoweredEarning(earning: earning, floor: floor, citations: usedCitations)
  }

  /// Points at a target in the unit; nil after reporting what is wrong with them.
  mutating func lowerEarning(
    _ syntax: EarningSyntax,
    of subject: String,
    unit: Unit
  ) -> Earning? {
    let points = lowerAmount(syntax.points, of: "what \(subject) earns", unit: .point)
    let target = lowerAmount(syntax.target, of: "the target of \(subject)", unit: unit)
    note(syntax.version.citations)
    guard let points, let target else { return nil }
    guard target.compared(with: .zero) > 0 else {
      report(
        Diagnostic(
          .negativeRange,
          "a target of \(target) \(unit.plural) is always reached",
          help: "give a target above zero",
          file: file,
          at: syntax.span
        )
      )
      return nil
    }
    return Earning(points: points, target: target, unit: unit)
  }

  /// The unit of what a test measures for the partner, and of the baseline of a growth.
  private func measured(by test: TestPlan) -> (unit: Unit, baseline: Unit?)? {
    switch test {
    case .presence, .largest: return nil
    case .net(let group, _, _), .count(let group, _):
      return (arena.groups.values[group].unit, nil)
    case .total(let quantity, _, _, _), .change(let quantity, _, _, _):
      return (arena.measures.values[quantity.measure].unit, nil)
    case .growth(let quantity, _, _), .anyGrowth(let quantity, _):
      return (.percent, arena.measures.values[quantity.measure].unit)
    }
  }
}

extension Diagnostic {
  static func gateEarns(_ earning: EarningSyntax, file: Int) -> Diagnostic {
    Diagnostic(
      .wrongKindOfName,
      "a gate earns nothing",
      help: "write `earns` in a leaf",
      file: file,
      at: earning.span
    )
  }

  fileprivate static func noBaseline(
    of leaf: Word,
    _ relation: RelationSyntax,
    file: Int
  ) -> Diagnostic {
    Diagnostic(
      .wrongKindOfName,
      "`\(leaf.text)` has no baseline",
      help: "only a growth in percent has one: delete `with baseline …`",
      file: file,
      at: relation.span
    )
  }
}
