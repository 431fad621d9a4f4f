import Foundation
import Testing

/// A page as a browser reads it: its blocks, parsed.
struct ReportPage {
  let text: String
  let overview: [String: Any]
  let customers: [String: Any]
  let texts: [String]

  /// By customer: its tenants and its nodes.
  let details: [[Any]]

  /// The area and path of each node, in the order of the letters.
  let nodes: [(area: String, path: String, node: [String: Any])]

  init(_ text: String) throws {
    self.text = text
    overview = try #require(try ReportPage.json("overview", text) as? [String: Any])
    customers = try #require(try ReportPage.json("customers", text) as? [String: Any])
    texts = try #require(try ReportPage.json("texts", text) as? [String])
    details = try ReportPage.block("details", text).split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [Any])
    }
    nodes = (overview["areas"] as? [[String: Any]] ?? []).flatMap { area in
      (area["nodes"] as? [[String: Any]] ?? []).map {
        (area["id"] as? String ?? "", $0["path"] as? String ?? "?", $0)
      }
    }
  }

  /// What stands between the tags of a block, as a browser finds them: up to the next end tag.
  static func block(_ id: String, _ text: String) throws -> Substring {
    let start = try #require(text.range(of: " id=\"\(id)\">"), "\(id)").upperBound
    let end = try #require(text.range(of: "</script", range: start..<text.endIndex)).lowerBound
    return text[start..<end]
  }

  private static func json(_ id: String, _ text: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(block(id, text).utf8))
  }

  var ids: [String] { customers["id"] as? [String] ?? [] }
  var names: [String] { customers["name"] as? [String] ?? [] }
  var tenants: [String: Any] { customers["tenant"] as? [String: Any] ?? [:] }

  /// The letters of the customers, or of their tenants, by node.
  func letters(ofTenants: Bool = false) -> [[Character]] {
    let all = Array((ofTenants ? tenants : customers)["letters"] as? String ?? "")
    let count = max(1, nodes.count)
    return stride(from: 0, to: all.count, by: count).map {
      Array(all[$0..<min($0 + count, all.count)])
    }
  }

  /// What the page tells of a node of a customer: the parts of its array.
  func details(of customer: String, area: String, path: String) throws -> [Any] {
    let row = try #require(ids.firstIndex(of: customer))
    let node = try #require(nodes.firstIndex { $0.area == area && $0.path == path })
    let nodes = try #require(details[row].last as? [[Any]])
    return nodes[node]
  }

  /// The text of a place in ``texts``; nil for -1.
  func text(_ place: Any?) -> String? {
    guard let place = place as? Int, texts.indices.contains(place) else { return nil }
    return texts[place]
  }

  /// The rows of a node's details: tenant, name, state, value now and then.
  func rows(of customer: String, area: String, path: String) throws -> [[String?]] {
    let parts = try details(of: customer, area: area, path: path)
    let row = try #require(ids.firstIndex(of: customer))
    let tenants = try #require(details[row].first as? [String])
    guard parts.count > 3, let rows = parts[3] as? [[Int]] else { return [] }
    return rows.map { row in
      [row[0] < 0 ? nil : tenants[row[0]]] + row.dropFirst().map { text($0) }
    }
  }
}
