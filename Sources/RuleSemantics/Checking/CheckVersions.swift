import Facts
import RuleSyntax

/// Reports dates in the wrong order, unknown choices, and values without a citation.
func checkVersions(_ declarations: Declarations) -> [Diagnostic] {
  var checker = VersionChecker(choices: declarations.choices.map(\.syntax))
  for area in declarations.areas {
    checker.file = area.file
    checker.check(area.syntax.definitions, area.syntax.nodes)
    for track in area.syntax.tracks {
      checker.checkOne(track.version)
      checker.check(track.definitions, track.nodes)
    }
    checker.checkRepeats(area.syntax.definitions)
    for track in area.syntax.tracks { checker.checkRepeats(track.definitions) }
    checker.checkNodeIDs(area.syntax)
  }
  return checker.diagnostics
}

private struct VersionChecker {
  let choices: [ChoiceSyntax]
  var file = 0
  var diagnostics: [Diagnostic] = []

  mutating func check(_ definitions: [DefinitionSyntax], _ nodes: [NodeSyntax]) {
    for definition in definitions {
      for version in definition.versions { checkOne(version) }
      checkOrder(definition)
      checkCitations(definition)
    }
    for version in nodes.flatMap(\.versions) { checkOne(version) }
  }

  mutating func checkOne(_ version: VersionSyntax) {
    if let from = version.from, let until = version.until,
      let first = Month(from.text), let last = Month(until.text), last < first
    {
      diagnostics.append(
        Diagnostic(
          .neverInForce,
          "this is never in force: it ends in \(last), before it begins in \(first)",
          file: file,
          at: from.span.joined(with: until.span)
        )
      )
    }
    guard let word = version.choice, let option = version.option else { return }
    guard let choice = choices.first(where: { $0.id.text == word.text }) else {
      diagnostics.append(.unknown("choice", word, among: choices.map(\.id.text), file: file))
      return
    }
    let known = choice.options.map(\.id.text)
    if !known.contains(option.text) {
      diagnostics.append(.unknown("option of `\(word.text)`", option, among: known, file: file))
    }
  }

  /// Versions of one definition under one option begin one after the other.
  private mutating func checkOrder(_ definition: DefinitionSyntax) {
    // Several lines of a set may change it in one month: they apply in the order written.
    var isSet = false
    if case .set = definition.body { isSet = true }
    var last: [String: (month: Month?, word: Word)] = [:]
    for version in definition.versions {
      let option = version.option?.text ?? ""
      let month = version.from.flatMap { Month($0.text) }
      let word = version.from ?? definition.id
      if let before = last[option] {
        let begin = (before.month?.index ?? Int.min, month?.index ?? Int.min)
        if begin.1 < begin.0 || (begin.1 == begin.0 && !isSet) {
          diagnostics.append(wrongOrder(definition, before.word, word, isEqual: begin.0 == begin.1))
        }
      }
      last[option] = (month, word)
    }
  }

  private func wrongOrder(
    _ definition: DefinitionSyntax,
    _ first: Word,
    _ second: Word,
    isEqual: Bool
  ) -> Diagnostic {
    Diagnostic(
      isEqual ? .overlappingVersions : .wrongDateOrder,
      isEqual
        ? "two versions of `\(definition.id.text)` begin in the same month"
        : "the versions of `\(definition.id.text)` are not in the order of their dates",
      help: isEqual ? "give each its own `from` month" : "write the older version first",
      file: file,
      at: second.span,
      related: [RelatedPlace("the version before", file: file, at: first.span)]
    )
  }

  private mutating func checkCitations(_ definition: DefinitionSyntax) {
    switch definition.body {
    case .value, .set: break
    default: return
    }
    for version in definition.versions where version.citations.isEmpty {
      diagnostics.append(
        Diagnostic(
          .missingCitation,
          "this version of `\(definition.id.text)` says not where it is published",
          help: "add `cite SOURCE \"the published words\"` at the end of the line",
          file: file,
          at: version.from?.span ?? definition.id.span
        )
      )
    }
  }

  mutating func checkRepeats(_ definitions: [DefinitionSyntax]) {
    var first: [String: Word] = [:]
    for definition in definitions {
      if let earlier = first[definition.id.text] {
        diagnostics.append(
          .repeated(
            definition.what,
            Placed(file: file, syntax: definition.id),
            first: Placed(file: file, syntax: earlier)
          )
        )
      } else {
        first[definition.id.text] = definition.id
      }
    }
  }

  /// Reports two nodes with one path, and two tracks with one id.
  mutating func checkNodeIDs(_ area: AreaSyntax) {
    for nodes in [area.nodes] + area.tracks.map(\.nodes) {
      reportRepeats(nodes.flatMap { $0.paths(prefix: "") }, of: "node")
    }
    reportRepeats(area.tracks.map { ($0.id.text, $0.id) }, of: "track")
  }

  private mutating func reportRepeats(_ entries: [(path: String, word: Word)], of what: String) {
    var first: [String: Word] = [:]
    for (path, word) in entries {
      if let earlier = first[path] {
        diagnostics.append(
          .repeated(
            what,
            Placed(file: file, syntax: word),
            first: Placed(file: file, syntax: earlier)
          )
        )
      } else {
        first[path] = word
      }
    }
  }
}

extension NodeSyntax {
  /// The paths of the node and of those below it, as reports print them.
  fileprivate func paths(prefix: String) -> [(path: String, word: Word)] {
    switch self {
    case .gate(let gate): [(prefix + gate.id.text, gate.id)]
    case .metric(let metric):
      [(metric.id.text, metric.id)]
        + metric.leaves.map { (metric.id.text + "/" + $0.id.text, $0.id) }
    case .category(let category):
      category.nodes.flatMap { $0.paths(prefix: category.id.text + "/") }
    }
  }
}
