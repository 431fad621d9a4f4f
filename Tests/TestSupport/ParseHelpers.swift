package import RuleSyntax

/// A parsed text with what was reported about it.
package struct Parsed {
  package let source: SourceText
  package let tree: RuleFileSyntax
  package let diagnostics: [Diagnostic]

  package init(_ text: String, name: String = "test.rules") {
    self.init(bytes: Array(text.utf8), name: name)
  }

  package init(bytes: [UInt8], name: String = "test.rules") {
    source = SourceText(name: name, bytes: bytes)
    var found: [Diagnostic] = []
    tree = parse(source, file: 0, reporting: &found)
    diagnostics = found
  }

  /// The findings as they are printed.
  package var rendered: String {
    DiagnosticRenderer(files: [source], colour: false).text(diagnostics)
  }

  /// The ids of everything declared in areas, in order of kind.
  package var idsInAreas: Set<String> {
    var ids: Set<String> = []
    for area in tree.areas {
      ids.insert(area.id.text)
      ids.formUnion(area.definitions.map(\.id.text))
      for node in area.nodes { add(node, to: &ids) }
      for designation in area.designations { add(designation, to: &ids) }
      for track in area.tracks {
        ids.insert(track.id.text)
        ids.formUnion(track.definitions.map(\.id.text))
        for node in track.nodes { add(node, to: &ids) }
      }
    }
    return ids
  }

  private func add(_ designation: DesignationSyntax, to ids: inout Set<String>) {
    if let id = designation.id { ids.insert(id.text) }
    for score in designation.scores {
      ids.insert(score.id.text)
      if let category = score.category { ids.insert(category.id.text) }
      if case .steps(let steps) = score.source { ids.formUnion(steps.map(\.id.text)) }
    }
  }

  private func add(_ node: NodeSyntax, to ids: inout Set<String>) {
    switch node {
    case .gate(let gate): ids.insert(gate.id.text)
    case .metric(let metric): ids.formUnion([metric.id.text] + metric.leaves.map(\.id.text))
    case .category(let category):
      ids.insert(category.id.text)
      for inner in category.nodes { add(inner, to: &ids) }
    }
  }
}
