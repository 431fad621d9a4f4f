package import Facts
package import RuleSyntax

/// Rule files after every name, type, unit and date was checked; only ``check(_:)`` makes one.
package struct CheckedRuleSet: Sendable {
  /// What the downloads look like.
  package var catalogue: Catalogue { declarations.catalogue }

  /// The months from which something changes, ascending; the first is when the criteria begin.
  package let changeMonths: [Month]

  /// Ids of all trees that exist in some month, in report order: `azure`, `azure-smb`.
  package let areaIDs: [String]

  /// The readings in force where nothing else is asked for.
  package let choices: [ChosenReading]

  let declarations: Declarations

  fileprivate init(declarations: Declarations, changeMonths: [Month], areaIDs: [String]) {
    self.declarations = declarations
    self.changeMonths = changeMonths
    self.areaIDs = areaIDs
    choices = declarations.choices.map(\.syntax).compactMap { choice in
      choice.options.first(where: \.isDefault).map { option in
        ChosenReading(
          choice: choice.id.text,
          title: choice.title.text,
          option: option.id.text,
          meaning: option.title.text,
          isDefault: true
        )
      }
    }
  }
}

/// Checks rule files that belong together, `files` in the order that diagnostics number them.
///
/// Every version is lowered in the month in which it begins and under every option of every
/// choice, so that a mistake in a future version is found today.
package func check(_ files: [SourceText]) -> (rules: CheckedRuleSet, diagnostics: [Diagnostic]) {
  var diagnostics: [Diagnostic] = []
  var trees: [RuleFileSyntax] = []
  for (index, file) in files.enumerated() {
    trees.append(parse(file, file: index, reporting: &diagnostics))
  }
  var collector = DeclarationCollector(trees: trees, files: files)
  collector.collect()
  diagnostics += collector.diagnostics
  let declarations = collector.declarations
  diagnostics += checkVersions(declarations)
  var months: Set<Month> = []
  var areaIDs: [String] = []
  for area in declarations.areas {
    let own = Set(area.syntax.allVersions.flatMap(\.changeMonths)).sorted()
    months.formUnion(own)
    let (found, ids) = checkArea(area, in: own, declarations)
    diagnostics += found
    areaIDs += ids
  }
  let rules = CheckedRuleSet(
    declarations: declarations,
    changeMonths: months.sorted(),
    areaIDs: areaIDs
  )
  return (rules, diagnostics.inOrder())
}

/// Lowers everything in the area, used or not, for each month and option.
private func checkArea(
  _ area: Placed<AreaSyntax>,
  in months: [Month],
  _ declarations: Declarations
) -> (diagnostics: [Diagnostic], ids: [String]) {
  var diagnostics: [Diagnostic] = []
  var seen: Set<Diagnostic> = []
  var ids: [String] = []
  let defaults = declarations.defaultOptions
  for month in months.isEmpty ? [Month(year: 2000, number: 1)] : months {
    for options in declarations.optionVariations(of: defaults) {
      let chooser = VersionChooser(month: month, options: options)
      for tree in trees(of: area, chooser) {
        if !ids.contains(tree.id) { ids.append(tree.id) }
        var lowering = TreeLowering(
          declarations: declarations,
          chooser: chooser,
          arena: PlanArena(),
          area: area,
          track: tree.track
        )
        _ = lowering.lowerTree(id: tree.id, title: tree.title, place: tree.place, nodes: tree.nodes)
        lowering.lowerRemaining()
        diagnostics += lowering.diagnostics.filter { seen.insert($0.withoutMonth).inserted }
      }
    }
  }
  return (diagnostics, ids)
}

extension Diagnostic {
  /// The same finding in several months counts once: for the first of them.
  fileprivate var withoutMonth: Diagnostic {
    guard code == .noVersionInForce else { return self }
    return Diagnostic(code, "", file: file, at: span)
  }
}

/// Resolves the rules for one month.
///
/// - Precondition: `check` reported no error for the rules, and they have begun in `asOf`.
package func plan(_ rules: CheckedRuleSet, asOf: Month) -> EvaluationPlan {
  let declarations = rules.declarations
  let chooser = VersionChooser(month: asOf, options: declarations.defaultOptions)
  var arena = PlanArena()
  var areas: [AreaPlan] = []
  for area in declarations.areas {
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
