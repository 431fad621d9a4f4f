package import Facts
package import RuleSyntax

/// Rule files after every name, type, unit and date was checked; only ``check(_:)`` makes one.
package struct CheckedRuleSet: Sendable {
  /// What the downloads look like.
  package let catalogue: Catalogue

  /// The months from which something changes, ascending; the first is when the criteria begin.
  package let changeMonths: [Month]

  /// Ids of all trees that exist in some month, in report order: `azure`, `azure-smb`.
  package let areaIDs: [String]

  package let choices: [ChosenReading]
}

/// Checks rule files that belong together, `files` in the order that diagnostics number them.
package func check(_ files: [SourceText]) -> (rules: CheckedRuleSet, diagnostics: [Diagnostic]) {
  (
    CheckedRuleSet(
      catalogue: Catalogue(kinds: [], tables: []),
      changeMonths: [],
      areaIDs: [],
      choices: []
    ),
    []
  )
}

/// Resolves the rules for one month.
///
/// - Precondition: `check` reported no error for the rules.
package func plan(_ rules: CheckedRuleSet, asOf: Month) -> EvaluationPlan {
  EvaluationPlan(
    asOf: asOf,
    areas: [],
    selections: [],
    measures: [],
    groups: [],
    conditions: [],
    choices: [],
    associationKind: 0
  )
}
