package import Facts

/// Resolves the rules for one month; areas that have not begun in `asOf` are left out.
///
/// - Precondition: `check` reported no error for the rules.
package func plan(_ rules: CheckedRuleSet, asOf: Month) -> EvaluationPlan {
  let declarations = rules.declarations
  let chooser = declarations.chooser(asOf, declarations.defaultOptions)
  var arena = PlanArena()
  var areas: [AreaPlan] = []
  for area in declarations.areas {
    if let begin = area.syntax.changeMonths.first, asOf < begin { continue }
    for tree in trees(of: area, chooser) {
      var lowering = TreeLowering(
        declarations: declarations,
        chooser: chooser,
        arena: arena,
        area: area,
        track: tree.track
      )
      areas.append(
        lowering.lowerTree(id: tree.id, title: tree.title, place: tree.place, nodes: tree.nodes)
      )
      arena = lowering.arena
    }
  }
  return EvaluationPlan(
    asOf: asOf,
    areas: areas,
    selections: arena.selections.values,
    measures: arena.measures.values,
    groups: arena.groups.values,
    conditions: arena.conditions.values,
    choices: rules.choices,
    associationKind: declarations.associationKind ?? -1
  )
}
