import Foundation
import TestSupport
import Testing

/// What the page is made of besides customers, and how it is written.
extension ReportCommandTests {
  @Test("score, changes and data are what their commands print")
  func documents() throws {
    let page = try Self.page()
    for (name, command) in [
      ("score", ["score"] + Self.example + ["--format", "json"]),
      ("data", ["facts", "Rules", "--facts", "Examples/partner", "--format", "json"]),
    ] {
      let output = try Self.run(command).output
      let expected = try #require(
        try JSONSerialization.jsonObject(with: Data(output.utf8)) as? NSDictionary
      )
      #expect(page.overview[name] as? NSDictionary == expected, "\(name)")
    }
    let changes = try #require(page.overview["changes"] as? [String: Any])
    let list = try Self.run(["list", "Rules", "--changes", "--format", "json"]).output
    let listed = try #require(
      try JSONSerialization.jsonObject(with: Data(list.utf8)) as? [String: Any]
    )
    let versions = try #require(changes["versions"] as? [[String: Any]])
    #expect(versions as NSArray == listed["versions"] as? NSArray)
    // The list leaves the sources out; the page leads to those that are cited.
    let cited = versions.flatMap { $0["citations"] as? [[String: Any]] ?? [] }
      .compactMap { $0["source"] as? String }
    let sources = changes["sources"] as? [[String: Any]] ?? []
    #expect(Set(sources.compactMap { $0["id"] as? String }) == Set(cited))

    let people = try #require(page.overview["people"] as? [[String: Any]])
    #expect(people.contains { $0["counts"] as? Bool == true })
    #expect(people.contains { $0["counts"] as? Bool == false })
    // Both tracks of a designation are one to a person.
    let titles = people.compactMap { $0["designations"] as? [String] }
    #expect(titles.contains(["Data & AI (Azure)", "Business Applications"]))
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
