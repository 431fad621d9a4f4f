import Foundation
import TestSupport
import Testing

/// The page of the example partner, beside what other commands say of it.
@Suite("rulec report: one page with everything")
struct ReportCommandTests {
  private static let root = Fixtures.packageRoot
  private static let example = ["Rules", "--facts", "Examples/partner", "--as-of", "2025-10"]

  private static func run(_ arguments: [String]) throws -> CommandRun {
    try CommandRun(arguments, in: root)
  }

  private static func page(_ arguments: [String]) throws -> ReportPage {
    let run = try run(["report"] + example + arguments)
    #expect(run.exitCode == 0, "\(run.errors)")
    return try ReportPage(run.output)
  }

  /// The bytes of the page of all customers, which most tests look at.
  private static let wholePage = Result { try run(["report"] + example).output }

  private static func page() throws -> ReportPage { try ReportPage(wholePage.get()) }

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
    #expect(page.text(node[0]) == "43.39 percent")
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
}

extension ReportCommandTests {
  @Test("score, changes and data are what their commands print")
  func documents() throws {
    let page = try Self.page()
    for (name, command) in [
      ("score", ["score"] + Self.example + ["--format", "json"]),
      ("changes", ["list", "Rules", "--changes", "--format", "json"]),
      ("data", ["facts", "Rules", "--facts", "Examples/partner", "--format", "json"]),
    ] {
      let output = try Self.run(command).output
      let expected = try #require(
        try JSONSerialization.jsonObject(with: Data(output.utf8)) as? NSDictionary
      )
      #expect(page.overview[name] as? NSDictionary == expected, "\(name)")
    }
    let people = try #require(page.overview["people"] as? [[String: Any]])
    #expect(people.contains { $0["counts"] as? Bool == true })
    #expect(people.contains { $0["counts"] as? Bool == false })
  }

  @Test("the page is the same on one thread and on several")
  func threads() throws {
    let one = try Self.page(["--threads", "1"])
    for threads in ["2", "4"] {
      #expect(try Self.page(["--threads", threads]).text == one.text)
    }
  }

  @Test("of fewer customers all are counted all the same", arguments: [0, 3])
  func limit(_ limit: Int) throws {
    let whole = try Self.page()
    let run = try Self.run(["report"] + Self.example + ["--customers", "\(limit)"])
    let page = try ReportPage(run.output)
    #expect(run.errors.contains("note: the page shows \(limit) of 65 customers one by one; all"))
    #expect(page.overview["customers"] as? [String: Int] == ["total": 65, "embedded": limit])
    #expect(page.ids == Array(whole.ids.prefix(limit)))
    #expect(page.letters() == Array(whole.letters().prefix(limit)))
    #expect(page.details.count == limit)
    for (node, other) in zip(page.nodes, whole.nodes) {
      for name in ["counts", "tenantCounts"] {
        #expect(node.node[name] as? [String: Int] == other.node[name] as? [String: Int])
      }
    }
  }

  @Test("eval as html is about the customers asked for, without a score")
  func eval() throws {
    let run = try Self.run(
      ["eval"] + Self.example + ["--format", "html", "--area", "azure", "--customer", "4100001"]
    )
    #expect(run.exitCode == 0)
    let page = try ReportPage(run.output)
    #expect(page.ids == ["4100001"])
    #expect(Set(page.nodes.map(\.area)) == ["azure"])
    #expect(page.overview["score"] is NSNull)
    #expect((page.overview["people"] as? [Any])?.isEmpty ?? false)
    let met = try Self.run(["eval"] + Self.example + ["--format", "html", "--status", "met"])
    let some = try ReportPage(met.output)
    #expect(
      some.overview["customers"] as? [String: Int] == ["total": 65, "embedded": some.ids.count]
    )
    #expect(some.letters().allSatisfy { $0.contains { "mgdn".contains($0.lowercased()) } })
    #expect((1..<65).contains(some.ids.count))
  }

  @Test("no network address is loaded, and one script runs")
  func network() throws {
    let page = try Self.page()
    let frame = page.text.replacing(try ReportPage.block("overview", page.text), with: "")
    for name in ["src", "href", "action", "srcset", "data", "poster"] {
      #expect(!frame.contains("\(name)=\"http"))
      #expect(!frame.contains("\(name)=\"//"))
    }
    #expect(!frame.contains("@import") && !frame.contains("url(http"))
    #expect(page.text.contains("http-equiv=\"Content-Security-Policy\""))
    #expect(page.text.contains("default-src 'none'"))
    #expect(page.text.components(separatedBy: "</script>").count == 6)
  }

  @Test("names and ids of files stay data")
  func hostileNames() throws {
    let folder = try TemporaryFolder()
    let name = "</script><script>alert(1)</script>"
    let tenant = "t\"\"'<!--\u{2028}&amp;"
    try folder.write(
      "Facts/usage.csv",
      """
      \(TemporaryFolder.usageHeader)
      </SCRIPT>,\(name),"\(tenant)",2025-10,Virtual Machines,PAL,10
      1,"a ""quoted"", \\ name",u,2025-10,Virtual Machines,PAL,10

      """
    )
    let rules = Self.root.appending(path: "Rules").path
    let run = try CommandRun(
      ["report", rules, "--facts", "Facts", "--as-of", "2025-10", "--area", "azure"],
      in: folder.url
    )
    let page = try ReportPage(run.output)
    #expect(page.ids == ["1", "</SCRIPT>"])
    #expect(page.names == ["a \"quoted\", \\ name", name])
    let tenants = try #require(page.tenants["id"] as? [String])
    #expect(tenants == ["u", "t\"'<!--\u{2028}&amp;"])
    #expect(page.text.components(separatedBy: "<script").count == 6)
    #expect(page.text.lowercased().components(separatedBy: "</script").count == 6)
    #expect(!page.text.contains("\u{2028}"))
    // The frame has its own comments; nothing of the data opens one.
    #expect(
      try !["overview", "customers", "texts", "details"]
        .contains { try ReportPage.block($0, page.text).contains("<") }
    )
  }

  @Test("a page is not written to a terminal")
  func terminal() throws {
    let folder = try TemporaryFolder.withUsage()
    for command in ["report", "eval --format html"] {
      let run = try CommandRun(
        shell: "\"$RULEC\" \(command) \"$RULES\" --facts Facts >&2",
        in: folder.url,
        on: PseudoTerminal()
      )
      #expect(run.exitCode == 2)
      #expect(
        run.errors.contains("error: a page is for a browser, and standard output is a terminal")
      )
      #expect(run.errors.contains("help: write it to a file: `--output report.html`"))
    }
    let file = try folder.eval(["--output", "page.html"])
    #expect(file.exitCode == 0)
    let text = try String(contentsOf: folder.url.appending(path: "page.html"), encoding: .utf8)
    #expect(try ReportPage(text).ids == ["1001"])
  }
}
