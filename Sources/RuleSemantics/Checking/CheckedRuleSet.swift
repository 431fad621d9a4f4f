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

  /// When each area begins, in report order; nil where it always was.
  let areaBegins: [Month?]

  fileprivate init(
    declarations: Declarations,
    changeMonths: [Month],
    areaIDs: [String],
    areaBegins: [Month?]
  ) {
    self.declarations = declarations
    self.areaBegins = areaBegins
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

/// Reads and checks rule files that belong together, see ``check(_:)-([ParsedFile])``.
package func check(_ files: [SourceText]) -> (rules: CheckedRuleSet, diagnostics: [Diagnostic]) {
  let checked = check(files.map { ParsedFile($0) })
  return (checked.rules, checked.diagnostics)
}

/// Checks rule files that belong together, `files` in the order that diagnostics number them.
///
/// Every version is lowered in the month in which it begins and under every option of every
/// choice, so that a mistake in a future version is found today. One mistake gives one
/// diagnostic, whatever number of months, options, tracks and places it shows in. Warnings that a
/// comment allows are given apart.
package func check(
  _ files: [ParsedFile]
) -> (rules: CheckedRuleSet, diagnostics: [Diagnostic], allowed: [AllowedFinding]) {
  let unreadable = files.enumerated().flatMap { $1.diagnostics(asFile: $0) }
  var collector = DeclarationCollector(trees: files.map(\.tree), files: files.map(\.source))
  collector.collect()
  var declarations = collector.declarations
  let versions = checkVersions(&declarations)
  var diagnostics = collector.diagnostics + versions.diagnostics
  var months: Set<Month> = []
  var areaIDs: [String] = []
  var areaBegins: [Month?] = []
  var questionable =
    versions.gaps + collector.unusedDeclarations.filter { files[$0.file].isGiven }
  for area in declarations.areas {
    var checker = AreaChecker(area: area, declarations: declarations)
    checker.check()
    months.formUnion(checker.months)
    diagnostics += checker.diagnostics
    questionable += checker.unusedDefinitions + checker.logicFindings
    areaIDs += checker.treeIDs
    areaBegins.append(checker.months.first)
  }
  let rules = CheckedRuleSet(
    declarations: declarations,
    changeMonths: months.sorted(),
    areaIDs: areaIDs,
    areaBegins: areaBegins
  )
  // What is not used may be meant by a name that is not known, and what adds nothing may be a part
  // of what could not be read.
  if !(unreadable + diagnostics).hasErrors { diagnostics += questionable }
  diagnostics = diagnostics.withoutConsequences(of: unreadable)
  var allowances = Allowances(files)
  let (shown, allowed) = allowances.applied(
    to: (unreadable + diagnostics.joiningUnknownNames()).inOrder()
  )
  return (rules, shown, allowed)
}
