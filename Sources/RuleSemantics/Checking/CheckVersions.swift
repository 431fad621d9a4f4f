import Facts
import RuleSyntax

/// Reports dates in the wrong order, unknown choices and sources, values without a citation, and
/// nodes with one path.
///
/// Names whose versions are wrong are added to the known mistakes. Months in which nothing of a
/// definition is in force are questionable only.
func checkVersions(
  _ declarations: inout Declarations
) -> (diagnostics: [Diagnostic], gaps: [Diagnostic]) {
  var checker = VersionChecker(declarations)
  for area in declarations.areas {
    checker.file = area.file
    checker.check(area.syntax.definitions, area.syntax.nodes)
    checker.checkNodes(area.syntax.nodes, sides: area.syntax.sides)
    checker.checkTrackNames(area.syntax.nodes, known: area.syntax.tracks.map(\.id.text))
    for track in area.syntax.tracks {
      checker.checkOne(track.version)
      checker.check(track.definitions, track.nodes)
      checker.checkNodes(track.nodes, sides: area.syntax.sides)
      checker.checkTrackNames(track.nodes, known: [track.id.text])
    }
    checker.checkTracks(area.syntax.tracks)
    checker.checkScores(area.syntax)
  }
  declarations.mistakes.names.formUnion(checker.wrongNames)
  let diagnostics = checker.diagnostics
  checker.diagnostics = []
  for area in declarations.areas {
    checker.file = area.file
    checker.checkGaps(area.syntax.definitions + area.syntax.tracks.flatMap(\.definitions))
  }
  return (diagnostics, checker.diagnostics)
}

struct VersionChecker {
  let choices: [String: ChoiceSyntax]
  let declarations: Declarations
  var file = 0
  var diagnostics: [Diagnostic] = []

  /// Names of which some version is never in force or not in order.
  var wrongNames: Set<String> = []

  init(_ declarations: Declarations) {
    self.declarations = declarations
    choices = Dictionary(declarations.choices.map { ($0.syntax.id.text, $0.syntax) }) { one, _ in
      one
    }
  }

  mutating func check(_ definitions: [DefinitionSyntax], _ nodes: [NodeSyntax]) {
    for definition in definitions {
      let before = diagnostics.count
      for version in definition.versions { checkOne(version) }
      for list in definition.versionLists { checkOrder(of: list) }
      if diagnostics.count > before { wrongNames.insert(definition.id.text) }
      checkCitations(definition)
    }
    for node in nodes {
      let before = diagnostics.count
      for version in node.versions { checkOne(version) }
      for list in node.versionLists { checkOrder(of: list) }
      if diagnostics.count > before { wrongNames.formUnion(node.ids) }
      for list in node.versionLists { checkCitations(of: list, list.subject) }
    }
  }

  mutating func checkOne(_ version: VersionSyntax) {
    checkMonths(version)
    checkReading(version)
    for citation in version.citations where declarations.sources[citation.source.text] == nil {
      guard !declarations.mistakes.names.contains(citation.source.text) else { continue }
      let known = diagnostics.leaveRoomForSuggestions ? Array(declarations.sources.keys) : []
      diagnostics.append(.unknownSource(citation.source, among: known, file: file))
    }
  }

  private mutating func checkMonths(_ version: VersionSyntax) {
    guard let from = version.from, let until = version.until,
      let first = version.firstMonth, let last = version.lastMonth, last < first
    else { return }
    diagnostics.append(
      Diagnostic(
        .neverInForce,
        "this is never in force: it ends in \(last), before it begins in \(first)",
        help: "`until` is the last month in force: \(first) or a later one",
        file: file,
        at: from.span.joined(with: until.span),
        fix: Fix(
          "write `from \(until.text) until \(from.text)`",
          .unsafe,
          [
            TextEdit(file: file, from.span, until.text),
            TextEdit(file: file, until.span, from.text),
          ]
        )
      )
    )
  }

  private mutating func checkReading(_ version: VersionSyntax) {
    guard let word = version.choice, let option = version.option,
      !declarations.mistakes.names.contains(word.text)
    else { return }
    guard let choice = choices[word.text] else {
      diagnostics.append(.unknown("choice", word, among: Array(choices.keys), file: file))
      return
    }
    let known = choice.options.map(\.id.text)
    if !known.contains(option.text) {
      diagnostics.append(
        .unknown(
          "option",
          option,
          among: known,
          message: "choice `\(word.text)` has no option `\(option.text)`",
          file: file
        )
      )
    }
  }

  /// Numbers and lists are published somewhere, and so is every change of anything else.
  private mutating func checkCitations(_ definition: DefinitionSyntax) {
    let isPublished =
      switch definition.kind {
      case .value, .set, .rate: true
      case .rows, .measure, .group: false
      }
    for list in definition.versionLists {
      checkCitations(of: list, "`\(definition.id.text)`", isPublished: isPublished)
    }
  }

  /// Reports versions without a citation; where only changes are published, those after the first.
  private mutating func checkCitations(
    of list: VersionList,
    _ subject: String,
    isPublished: Bool = false
  ) {
    let begin = list.versions.map(\.beginIndex).min() ?? .min
    for (version, place) in zip(list.versions, list.places)
    where version.citations.isEmpty && !version.isBroken {
      guard isPublished || version.beginIndex > begin else { continue }
      diagnostics.append(
        Diagnostic(
          .missingCitation,
          "\(subject) does not say where this is published",
          help: "add `cite SOURCE \"the published words\"` after the month",
          file: file,
          at: place
        )
      )
    }
  }
}
