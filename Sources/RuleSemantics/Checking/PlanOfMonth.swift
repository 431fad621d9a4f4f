package import Facts
import RuleSyntax

/// Resolves the rules for one month; areas that have not begun in `asOf` are left out.
///
/// - Precondition: `check` reported no error for the rules.
package func plan(_ rules: CheckedRuleSet, asOf: Month) -> EvaluationPlan {
  planWithUses(rules, asOf: asOf).plan
}

/// The plan, and where the definitions stand that it is made of.
func planWithUses(
  _ rules: CheckedRuleSet,
  asOf: Month
) -> (plan: EvaluationPlan, uses: Set<Placed<SourceSpan>>) {
  let declarations = rules.declarations
  let chooser = declarations.chooser(asOf, declarations.defaultOptions)
  var arena = PlanArena()
  var areas: [AreaPlan] = []
  var designations: [DesignationPlan] = []
  var choices: [TrackChoicePlan] = []
  var uses: Set<Placed<SourceSpan>> = []
  for (area, begin) in zip(declarations.areas, rules.areaBegins) {
    if let begin, asOf < begin { continue }
    var own: [IndexedTree] = []
    for tree in trees(of: area, chooser) {
      var lowering = TreeLowering(
        declarations: declarations,
        chooser: chooser,
        arena: arena,
        area: area,
        track: tree.track
      )
      let lowered = lowering.lowerTree(tree)
      designations += lowering.lowerDesignations(
        area.syntax.designations,
        of: lowered,
        at: areas.count,
        in: area.syntax.id.text
      )
      own.append(IndexedTree(index: areas.count, track: tree.track))
      areas.append(lowered)
      arena = lowering.arena
      uses.formUnion(lowering.placedUses)
    }
    guard !area.syntax.designations.isEmpty, !own.isEmpty else { continue }
    var lowering = TreeLowering(
      declarations: declarations,
      chooser: chooser,
      arena: arena,
      area: area,
      track: own.map(\.track).first { chooser.condition(of: $0) != nil } ?? nil
    )
    if let choice = lowering.lowerTrackChoice(area.syntax, own) { choices.append(choice) }
    arena = lowering.arena
    uses.formUnion(lowering.placedUses)
  }
  let plan = EvaluationPlan(
    asOf: asOf,
    areas: areas,
    selections: arena.selections.values,
    measures: arena.measures.values,
    groups: arena.groups.values,
    conditions: arena.conditions.values,
    choices: rules.choices,
    associationKind: declarations.associationKind ?? -1,
    designations: designations,
    trackChoices: choices,
    qualification: declarations.qualification
  )
  return (plan, uses)
}

extension TreeLowering {
  /// Where the definitions stand that others, or nodes, use.
  fileprivate var placedUses: [Placed<SourceSpan>] {
    usedDefinitions.map { Placed(file: file, syntax: $0) }
  }
}
