import Reports
import RuleSemantics
import RuleSyntax

/// The node that a path stands for: its whole path behind the id of its area, or whole parts of that
/// in a row which no other node has.
///
/// Where several nodes have the parts, the one that ends with them is meant, if it is only one:
/// `deployments` is the metric, and not its leaves.
func findNode(
  _ text: String,
  in plan: EvaluationPlan,
  areas: Set<String>?
) throws(CommandError) -> StoryRequest.Node {
  let wanted = text.split(separator: "/").map { $0.lowercased() }
  let known = nodes(of: plan, areas)
  let having = known.filter { $0.parts.firstRange(of: wanted) != nil }
  let ending = having.filter { $0.parts.suffix(wanted.count) == wanted[...] }
  for found in [having.filter { $0.parts == wanted }, ending, having] {
    if found.count == 1, !wanted.isEmpty { return found[0].node }
    if found.count > 1, !wanted.isEmpty {
      throw .ambiguousNode(text, among: found.map(\.path))
    }
  }
  throw .unknownNode(text, nearest: nearest(to: wanted, among: known))
}

/// A node with the names that lead to it.
private struct NamedNode {
  let node: StoryRequest.Node

  /// The id of the area, then those of the path.
  let parts: [String]

  var path: String { parts.joined(separator: "/") }
}

private func nodes(of plan: EvaluationPlan, _ areas: Set<String>?) -> [NamedNode] {
  plan.areas.enumerated().filter { areas?.contains($1.id) ?? true }.flatMap { index, area in
    area.nodes.enumerated().map { place, node in
      NamedNode(
        node: StoryRequest.Node(area: index, node: place),
        parts: [area.id] + node.path.split(separator: "/").map(String.init)
      )
    }
  }
}

/// At most three paths: those of which some parts in a row are nearly written like the wanted ones,
/// else those that have the most words of these.
private func nearest(to wanted: [String], among known: [NamedNode]) -> [String] {
  var owners: [String: [String]] = [:]
  for node in known {
    for start in node.parts.indices {
      for end in (start + 1)...node.parts.count {
        owners[node.parts[start..<end].joined(separator: "/"), default: []].append(node.path)
      }
    }
  }
  let name = wanted.joined(separator: "/")
  let near = NearestNames.among(owners.keys.sorted(), to: name).flatMap { part in
    // The shortest path that has the part is that of the node that it names.
    (owners[part] ?? []).sorted { ($0.count, $0) < ($1.count, $1) }
  }
  guard near.isEmpty else { return firstThree(near) }
  let words = wanted.flatMap { $0.split(separator: "-") }
  let scored = known.map { node in (node.path, words.count { node.path.contains($0) }) }
  guard let most = scored.map(\.1).max(), most > 0 else { return [] }
  return firstThree(scored.filter { $0.1 == most }.map(\.0))
}

/// The first three names, each once.
private func firstThree(_ names: [String]) -> [String] {
  var seen: Set<String> = []
  return Array(names.filter { seen.insert($0).inserted }.prefix(3))
}
