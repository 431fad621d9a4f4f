import Facts
import RuleSyntax

/// Gathers the declarations of all files and reports names that are declared twice or not at all.
struct DeclarationCollector {
  let trees: [RuleFileSyntax]
  var declarations: Declarations
  var diagnostics: [Diagnostic] = []

  init(trees: [RuleFileSyntax], files: [SourceText]) {
    self.trees = trees
    declarations = Declarations(files: files)
    declarations.brokenNames = trees.reduce(into: []) { $0.formUnion($1.brokenNames) }
  }

  mutating func collect() {
    collectUnits()
    collectSources()
    collectKindsAndNames()
    collectTables()
    declarations.choices = placed(\.choices)
    reportRepeats(declarations.choices, of: "choice") { $0.id }
    checkChoices()
    collectAreas()
  }

  func placed<Syntax>(_ part: (RuleFileSyntax) -> [Syntax]) -> [Placed<Syntax>] {
    trees.enumerated().flatMap { file, tree in
      part(tree).map { Placed(file: file, syntax: $0) }
    }
  }

  /// Reports each second declaration of a name, with the first.
  mutating func reportRepeats<Syntax>(
    _ list: [Placed<Syntax>],
    of what: String,
    id: (Syntax) -> Word
  ) {
    var first: [String: Placed<Word>] = [:]
    for entry in list {
      let word = id(entry.syntax)
      if let earlier = first[word.text] {
        diagnostics.append(
          .repeated(what, Placed(file: entry.file, syntax: word), first: earlier)
        )
      } else {
        first[word.text] = Placed(file: entry.file, syntax: word)
      }
    }
  }

  private mutating func collectUnits() {
    for unit in [Unit.percent, .tenant, Unit(singular: "customer", plural: "customers", decimals: 0)] {
      declarations.units[unit.singular] = unit
      declarations.units[unit.plural] = unit
    }
    let units = placed(\.units)
    reportRepeats(units, of: "unit") { $0.id }
    for entry in units {
      let syntax = entry.syntax
      let unit = Unit(
        singular: syntax.id.text,
        plural: syntax.plural?.text ?? syntax.id.text,
        decimals: min(12, syntax.decimals.flatMap { Int($0.text) } ?? 0)
      )
      for name in Set([unit.singular, unit.plural]) where declarations.units[name] == nil {
        declarations.units[name] = unit
      }
    }
  }

  private mutating func collectSources() {
    let sources = placed(\.sources)
    reportRepeats(sources, of: "source") { $0.id }
    for entry in sources where declarations.sources[entry.syntax.id.text] == nil {
      declarations.sources[entry.syntax.id.text] = entry.syntax
    }
  }

  private mutating func checkChoices() {
    for entry in declarations.choices {
      let options = entry.syntax.options.map { Placed(file: entry.file, syntax: $0) }
      reportRepeats(options, of: "option") { $0.id }
      let defaults = entry.syntax.options.filter(\.isDefault)
      if defaults.count != 1, !options.isEmpty {
        diagnostics.append(
          Diagnostic(
            .missingDeclaration,
            "choice `\(entry.syntax.id.text)` has \(defaults.count) default options",
            help: "write `default` after exactly one option",
            file: entry.file,
            at: entry.syntax.id.span
          )
        )
      }
    }
  }

  /// Areas in the order that the program states; others follow in file order.
  private mutating func collectAreas() {
    let areas = placed(\.areas)
    reportRepeats(areas, of: "area") { $0.id }
    let known = areas.map(\.syntax.id.text)
    var order: [String] = []
    for program in placed(\.programs) {
      for area in program.syntax.areas {
        if !known.contains(area.text), !declarations.brokenNames.contains(area.text) {
          diagnostics.append(
            .unknown("area", area, among: known, file: program.file)
          )
        }
        order.append(area.text)
      }
    }
    declarations.areas = areas.enumerated().sorted { left, right in
      let places = [left, right].map { entry in
        (order.firstIndex(of: entry.element.syntax.id.text) ?? order.count, entry.offset)
      }
      return places[0] < places[1]
    }.map(\.element)
  }
}
