import Facts
import RuleSyntax

/// Gathers the declarations of all files and reports names that are declared twice or not at all.
struct DeclarationCollector {
  let trees: [RuleFileSyntax]
  var declarations: Declarations
  var diagnostics: [Diagnostic] = []

  /// Where the words of declared units stand.
  var unitPlaces: [String: Placed<Word>] = [:]

  init(trees: [RuleFileSyntax], files: [SourceText]) {
    self.trees = trees
    declarations = Declarations(files: files)
    declarations.mistakes.names = trees.reduce(into: []) { $0.formUnion($1.brokenNames) }
  }

  mutating func collect() {
    collectUnits()
    collectSources()
    collectKindsAndNames()
    collectTables()
    collectChoices()
    collectAreas()
    checkReportedIDs()
    checkDefinitions()
  }

  func placed<Syntax>(_ part: (RuleFileSyntax) -> [Syntax]) -> [Placed<Syntax>] {
    trees.enumerated().flatMap { file, tree in
      part(tree).map { Placed(file: file, syntax: $0) }
    }
  }

  /// The first declaration of each name; reports every further one, with the first.
  @discardableResult
  mutating func first<Syntax>(
    _ list: [Placed<Syntax>],
    of what: String,
    verb: String = "declared",
    id: (Syntax) -> Word,
    fix: (Placed<Syntax>, Placed<Syntax>) -> Fix? = { _, _ in nil }
  ) -> [Placed<Syntax>] {
    var seen: [String: Placed<Syntax>] = [:]
    return list.filter { entry in
      let word = Placed(file: entry.file, syntax: id(entry.syntax))
      guard let earlier = seen[word.syntax.text] else {
        seen[word.syntax.text] = entry
        return true
      }
      let first = Placed(file: earlier.file, syntax: id(earlier.syntax))
      diagnostics.append(
        .repeated(what, word, first: first, verb: verb, fix: fix(earlier, entry))
      )
      declarations.mistakes.names.insert(word.syntax.text)
      return false
    }
  }

  /// Deletes a declaration that says what the first one says.
  func deletion<Syntax>(
    of entry: Placed<Syntax>,
    like first: Placed<Syntax>,
    _ what: String,
    _ span: (Syntax) -> SourceSpan
  ) -> Fix? {
    let (own, other) = (declarations.files[entry.file], declarations.files[first.file])
    let isSame = SourceText.saySame(span(entry.syntax), in: own, span(first.syntax), in: other)
    guard isSame else { return nil }
    return .deleteStatement(span(entry.syntax), what, in: own, file: entry.file)
  }

  private mutating func collectSources() {
    let sources = first(placed(\.sources), of: "source", id: \.id) { [self] first, entry in
      deletion(of: entry, like: first, entry.syntax.id.text, \.span)
    }
    for entry in sources {
      declarations.sources[entry.syntax.id.text] = entry
    }
  }

  private mutating func collectChoices() {
    declarations.choices = first(placed(\.choices), of: "choice", id: \.id)
    for entry in declarations.choices {
      let options = entry.syntax.options.map { Placed(file: entry.file, syntax: $0) }
      first(options, of: "option", id: \.id)
      let defaults = options.filter(\.syntax.isDefault)
      guard defaults.count != 1, !options.isEmpty else { continue }
      diagnostics.append(
        Diagnostic(
          .missingDeclaration,
          "choice `\(entry.syntax.id.text)` has \(defaults.isEmpty ? "no" : "more than one") default option",
          help: "write `default` at the end of exactly one option",
          file: entry.file,
          at: entry.syntax.id.span,
          related: defaults.map {
            RelatedPlace("a default", file: entry.file, at: $0.syntax.id.span)
          }
        )
      )
    }
  }
}
