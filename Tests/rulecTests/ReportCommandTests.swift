import Foundation
import TestSupport
import Testing

/// The page of the example partner, beside what other commands say of it.
@Suite("rulec report: one page with everything")
struct ReportCommandTests {
  static let root = Fixtures.packageRoot
  static let example = ["Rules", "--facts", "Examples/partner", "--as-of", "2025-10"]

  static func run(_ arguments: [String]) throws -> CommandRun {
    try CommandRun(arguments, in: root)
  }

  static func page(_ arguments: [String]) throws -> ReportPage {
    let run = try run(["report"] + example + arguments)
    #expect(run.exitCode == 0, "\(run.errors)")
    return try ReportPage(run.output)
  }

  /// The bytes of the page of all customers, which most tests look at.
  static let wholePage = Result { try run(["report"] + example).output }

  static func page() throws -> ReportPage { try ReportPage(wholePage.get()) }

  /// What a letter says, as the CSV does.
  private static func columns(of letter: Character) -> String {
    let changes: [Character: String] = [
      "g": "with growth", "p": "with growth", "d": "in decline", "q": "in decline",
      "n": "no change", "r": "no change",
    ]
    let lower = Character(letter.lowercased())
    return ("mgdn".contains(lower) ? "met," : "not-met,") + (changes[lower] ?? "")
  }

  @Test("every letter is what the CSV says of the customer and node")
  func letters() throws {
    let page = try Self.page()
    let csv = try Self.run(["eval"] + Self.example + ["--format", "csv", "--no-reasons"])
    // The ids, areas and nodes of the example hold no commas or quotes; names may.
    var expected: [String: String] = [:]
    for line in csv.output.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let area = try #require(cells.firstIndex { page.nodes.map(\.area).contains($0) })
      expected[[cells[0], cells[area], cells[area + 1]].joined(separator: ",")] =
        cells[area + 2] + "," + cells[area + 3]
    }
    var shown: [String: String] = [:]
    for (customer, letters) in zip(page.ids, page.letters()) {
      for (place, letter) in letters.enumerated() {
        let (area, path, node) = page.nodes[place]
        let key = [customer, area, path].joined(separator: ",")
        // A metric with one leaf has its change; the CSV leaves it to the leaf.
        let isMetric = node["kind"] as? String == "metric"
        let columns = Self.columns(of: letter)
        shown[key] = isMetric ? columns.split(separator: ",")[0] + "," : columns
      }
    }
    #expect(shown.count == 65 * page.nodes.count)
    #expect(shown == expected)
  }

  @Test("every reason is that of the JSON")
  func reasons() throws {
    let page = try Self.page()
    let json = try Self.run(["eval"] + Self.example + ["--format", "json"])
    let customers = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
    )
    for (row, customer) in customers.enumerated() {
      let areas = try #require(customer["areas"] as? [[String: Any]])
      let expected = areas.flatMap { area in
        [area["reason"] as? String] + Self.reasons(below: area["nodes"])
      }
      let nodes = try #require(page.details[row].last as? [[Any]])
      #expect(nodes.map { page.text($0[1]) } == expected, "\(page.ids[row])")
    }
  }

  /// The reasons of nodes and of those below them, in tree order.
  private static func reasons(below nodes: Any?) -> [String?] {
    (nodes as? [[String: Any]] ?? []).flatMap {
      [$0["reason"] as? String] + reasons(below: $0["children"])
    }
  }

  @Test("a metric with one leaf has the letters of the leaf")
  func metricLetters() throws {
    let page = try Self.page()
    for (place, node) in page.nodes.enumerated() where node.node["kind"] as? String == "metric" {
      let leaves = page.nodes.indices.filter { leaf in
        page.nodes[leaf].area == node.area && page.nodes[leaf].path.hasPrefix(node.path + "/")
      }
      guard leaves.count == 1, let leaf = leaves.first else { continue }
      #expect(page.letters().allSatisfy { $0[place] == $0[leaf] }, "\(node.area) \(node.path)")
      #expect(node.node["isYearOnYear"] as? Bool == page.nodes[leaf].node["isYearOnYear"] as? Bool)
    }
  }

  @Test("the counts of each node are those of its letters, of customers and of tenants")
  func counts() throws {
    let page = try Self.page()
    for (name, letters) in [
      ("counts", page.letters()), ("tenantCounts", page.letters(ofTenants: true)),
    ] {
      for (place, node) in page.nodes.enumerated() {
        var counted: [String: Int] = [:]
        for row in letters { counted[String(row[place]), default: 0] += 1 }
        #expect(node.node[name] as? [String: Int] == counted, "\(name) \(node.area) \(node.path)")
      }
    }
  }

  @Test("letters of an earlier gate that is not met are in upper case")
  func gates() throws {
    let page = try Self.page()
    for letters in page.letters() + page.letters(ofTenants: true) {
      for (place, node) in page.nodes.enumerated() where node.node["kind"] as? String != "area" {
        let branch = node.node["branch"] as? String
        let gates = page.nodes[..<place].indices.filter { gate in
          let own = page.nodes[gate]
          let other = own.node["branch"] as? String
          return own.area == node.area && own.node["kind"] as? String == "gate"
            && (other == nil || other == branch)
        }
        let isBehind = gates.contains { !"mM".contains(letters[$0]) }
        #expect(letters[place].isUppercase == isBehind)
      }
    }
  }

  @Test("every tenant is there, with its customer")
  func tenants() throws {
    let page = try Self.page()
    let counts = try #require(page.customers["tenants"] as? [Int])
    let owners = try #require(page.tenants["customer"] as? [Int])
    let ids = try #require(page.tenants["id"] as? [String])
    #expect(
      owners == counts.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
    )
    #expect(ids.count == owners.count && page.letters(ofTenants: true).count == ids.count)
    for (row, line) in page.details.enumerated() {
      let own = try #require(line.first as? [String])
      #expect(own == owners.indices.filter { owners[$0] == row }.map { ids[$0] })
    }
    // A customer whose only tenant is all of it is judged as the tenant is.
    var singles = 0
    for (row, letters) in page.letters().enumerated() where counts[row] == 1 {
      let tenant = try #require(owners.firstIndex(of: row))
      #expect(letters == page.letters(ofTenants: true)[tenant], "\(page.ids[row])")
      singles += 1
    }
    #expect(singles > 40)
  }

  @Test("details are the tenants and names with the values of both months")
  func details() throws {
    let page = try Self.page()
    let path = "net-customer-adds/net-qualified-tenants"
    #expect(
      try page.rows(of: "4100001", area: "azure", path: path) == [
        [
          "41000011-b2a1-581a-9f21-b0ab69bc405b", nil, "kept", "7,353.00 USD", "5,650.00 USD",
        ],
        [
          "41000012-cbb4-5bed-8b15-5ff207f14fa2", nil, "kept", "2,450.00 USD", "2,100.00 USD",
        ],
        ["41000013-bd52-5864-a3a8-dcbb75f31a71", nil, "gained", "1,310.00 USD", "nothing"],
      ]
    )
    #expect(
      try page.rows(of: "4100001", area: "azure", path: "usage-growth/usage-growth").last == [
        "41000013-bd52-5864-a3a8-dcbb75f31a71", "Kubernetes", nil, "1,310.00 USD", "0.00 USD",
      ]
    )
    let node = try page.details(of: "4100001", area: "azure", path: "usage-growth/usage-growth")
    #expect(page.text(node[0]) == "43.39 percent (11,113.00/7,750.00 USD)")
    #expect(page.text(node[1])?.hasPrefix("Usage growth is 43.39 percent, with growth") ?? false)
  }

  @Test("nodes tell what they ask, in which months, and since when")
  func nodes() throws {
    let page = try Self.page()
    for (area, path, node) in page.nodes {
      let asks = ["gate", "leaf"].contains(node["kind"] as? String)
      #expect((node["required"] as? String != nil) == asks, "\(area) \(path)")
      #expect((node["inForce"] as? [String: Any] != nil) == asks, "\(area) \(path)")
      let citations = node["citations"] as? [[String: Any]] ?? []
      #expect(!asks || !citations.isEmpty, "\(area) \(path)")
    }
    let growth = try #require(page.nodes.first { $0.path == "azure-usage-growth/acr-in-security" })
    #expect(growth.node["now"] as? String == "2024-11 to 2025-10")
    #expect(growth.node["then"] as? String == "2023-11 to 2024-10")
    #expect(growth.node["item"] as? String == "Service")
    let months = try #require(growth.node["inForce"] as? [String: Any])
    #expect(months["from"] as? String == "2022-10" && months["until"] as? String == "2026-04")
  }

  @Test("what would be enough is told where a node blocks by itself, and nowhere else")
  func ways() throws {
    let page = try Self.page()
    let node = try page.details(of: "4100021", area: "modern-work-smb", path: "deployments/csp")
    let ways = try #require(node[2] as? [Int])
    #expect(
      ways.map { page.text($0) } == [
        "1 more active user of Teams at 41000211-3a5b-5feb-8a8a-d364232a3421 under CSP Tier 1"
          + " (9 instead of 8) in 2025-10"
      ]
    )
    var found = 0
    for (row, letters) in page.letters().enumerated() {
      let nodes = try #require(page.details[row].last as? [[Any]])
      for (place, letter) in letters.enumerated() where nodes[place].count > 2 {
        guard let ways = nodes[place][2] as? [Int], !ways.isEmpty else { continue }
        #expect("fpqr".contains(letter), "\(page.ids[row]) \(page.nodes[place].path)")
        #expect(["gate", "leaf"].contains(page.nodes[place].node["kind"] as? String))
        found += 1
      }
    }
    #expect(found > 500)
  }
}
