import Evaluation
import Facts
import RuleSemantics

/// The JSON of one tree of one customer.
struct NodeJSON {
  let findings: AreaFindings

  /// By node: whether it is written.
  let shown: [Bool]

  /// What would make a node met; nil where that is not told.
  let ways: ((_ node: Int) -> [WayToPass])?

  func writeArea(to writer: inout JSONWriter) {
    let outcome = findings.outcomes[0]
    writer.object { writer in
      writer.member("id", findings.area.id)
      writer.member("title", findings.area.title)
      writeVerdict(outcome, to: &writer)
      writer.member("reason", reason(of: 0, in: findings))
      if let ways {
        let node = findings.area.nodes[0]
        writer.member("toPass", array: ways(0)) { $0.write($1, of: node, in: findings.plan) }
      }
      writeRule(findings.area.nodes[0].rule, to: &writer)
      writer.member("nodes", array: shownChildren(of: 0)) { writeNode($1, to: &$0) }
    }
  }

  private func shownChildren(of node: Int) -> [Int] {
    findings.area.nodes[node].children.filter { shown[$0] }
  }

  private func writeNode(_ index: Int, to writer: inout JSONWriter) {
    let node = findings.area.nodes[index]
    let outcome = findings.outcomes[index]
    writer.object { writer in
      writer.member("id", node.path)
      writer.member("title", node.title)
      writer.member("kind", node.kind.rawValue)
      writer.member("category", node.category)
      writer.member("branch", node.branch)
      writeVerdict(outcome, to: &writer)
      writer.member("change", outcome.change?.rawValue)
      writer.member("criterion", node.criterion)
      writer.member("source", node.citations.isEmpty ? nil : sources(of: node))
      writer.member("citations", array: node.citations) { $0.write($1) }
      writer.name("current")
      writer.write(outcome.current)
      writer.name("required")
      writeRequired(node, to: &writer)
      writer.name("gap")
      writer.write(outcome.gap)
      if let ways {
        writer.member("toPass", array: ways(index)) { $0.write($1, of: node, in: findings.plan) }
      }
      writer.name("contribution")
      writer.write(outcome.contribution)
      writer.member("reason", reason(of: index, in: findings))
      writer.name("evidence")
      writer.write(outcome.observation)
      writer.member("assumptions", array: outcome.assumptions) { $0.write($1) }
      writeRule(node.rule, to: &writer)
      writer.member("children", array: shownChildren(of: index)) { writeNode($1, to: &$0) }
    }
  }

  private func writeVerdict(_ outcome: NodeOutcome, to writer: inout JSONWriter) {
    writer.member("status", outcome.isMet ? "met" : "not-met")
    writer.member("cause", outcome.cause?.rawValue)
  }

  private func writeRule(_ rule: RulePlace, to writer: inout JSONWriter) {
    writer.member("rule") { writer in
      writer.member("file", rule.file)
      writer.member("line", rule.line)
    }
  }

  private func sources(of node: NodePlan) -> String {
    var names: [String] = []
    for citation in node.citations where !names.contains(citation.source) {
      names.append(citation.source)
    }
    return names.joined(separator: ", ")
  }

  private func writeRequired(_ node: NodePlan, to writer: inout JSONWriter) {
    guard let test = node.test else { return writer.string(nil) }
    let required = ValueText.required(test, findings.catalogue)
    writer.object { writer in
      writer.member("text", required.text)
      writer.member("unit", required.unit)
      writer.name("lower")
      writer.write(test.bounds?.lower)
      writer.name("upper")
      writer.write(test.bounds?.upper)
      guard case .presence(let presence) = test else { return }
      writer.member(
        presence.names?.isNegated == true ? "noneOf" : "anyOf",
        presence.names?.set.members.map(\.label) ?? []
      )
    }
  }
}
