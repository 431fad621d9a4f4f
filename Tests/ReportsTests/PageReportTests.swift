import Evaluation
import Facts
import Foundation
import Reports
import RuleSemantics
import RuleSyntax
import TestSupport
import Testing

/// The page of customers that are evaluated some at a time.
@Suite("The report page of random worlds")
struct PageReportTests {
  /// Workers that take the pieces from the last one on.
  private static func workers(_ count: Int) -> Workers {
    Workers(count: count) { pieces, work in
      for piece in (0..<pieces).reversed() { work(piece) }
    }
  }

  private static func page(
    _ world: RandomWorld,
    _ request: ReportRequest = ReportRequest(),
    limit: Int? = nil,
    length: Int = 1000,
    threads: Int = 1
  ) -> String {
    var grouped = world.facts
    grouped.groupByCustomer()
    let rules = check([SourceText(name: "empty.rules", text: "")]).rules
    let parts = PageParts(
      evaluating: world.plan,
      over: grouped,
      catalogue: world.catalogue,
      request,
      limit: limit,
      length: length
    )
    let contents = PageContents(
      version: "1.2.3",
      listing: list(rules),
      changes: list(rules),
      account: FactAccount(files: [], findings: []),
      facts: world.facts,
      score: nil,
      certificates: []
    )
    return text { write in
      _ = pageReport(parts, contents, request, workers(threads), into: write)
    }
  }

  private static func block(_ id: String, _ page: String) throws -> Any {
    let start = try #require(page.range(of: " id=\"\(id)\">")).upperBound
    let end = try #require(page.range(of: "</script", range: start..<page.endIndex)).lowerBound
    return try JSONSerialization.jsonObject(with: Data(page[start..<end].utf8))
  }

  /// The counts of all nodes, of customers and of tenants.
  private static func counts(_ page: String) throws -> [[NSDictionary]] {
    let overview = try #require(try block("overview", page) as? [String: Any])
    let areas = try #require(overview["areas"] as? [[String: Any]])
    let nodes = areas.flatMap { $0["nodes"] as? [[String: Any]] ?? [] }
    return nodes.map { node in
      ["counts", "tenantCounts"].compactMap { node[$0] as? NSDictionary }
    }
  }

  @Test("is the same however many customers are evaluated at a time", arguments: 0..<20)
  func parts(_ seed: Int) {
    let world = RandomWorld(seed: UInt64(6_000_000 + seed))
    let everySecond = world.facts.customers.indices.filter { $0 % 2 == seed % 2 }
    for request in [
      ReportRequest(), ReportRequest(customers: everySecond), ReportRequest(statuses: [.met]),
    ] {
      let expected = Self.page(world, request)
      for (length, threads) in [(1, 1), (1, 7), (2, 2), (3, 1)] {
        #expect(
          Self.page(world, request, length: length, threads: threads) == expected,
          "seed \(seed), \(length) customers at a time"
        )
      }
    }
  }

  @Test("counts all customers and tenants, however many are embedded", arguments: 0..<20)
  func limits(_ seed: Int) throws {
    let world = RandomWorld(seed: UInt64(6_000_000 + seed))
    let whole = try Self.counts(Self.page(world))
    let total = world.facts.customers.count
    for limit in [0, 1, 2, total, total + 1] {
      let page = Self.page(world, limit: limit, length: 2, threads: 2)
      #expect(try Self.counts(page) == whole, "seed \(seed), \(limit) embedded")
      let customers = try #require(try Self.block("customers", page) as? [String: Any])
      let ids = world.facts.customers.prefix(limit).map(\.id)
      #expect(customers["id"] as? [String] == ids)
    }
  }

  @Test("with a status has the customers of which some node has it", arguments: 0..<20)
  func statuses(_ seed: Int) throws {
    let world = RandomWorld(seed: UInt64(6_000_000 + seed))
    let facts = evaluate(world.plan, over: world.facts, catalogue: world.catalogue)
    for (status, isMet) in [(ReportRequest.Status.met, true), (.notMet, false)] {
      let page = Self.page(world, ReportRequest(statuses: [status]))
      let customers = try #require(try Self.block("customers", page) as? [String: Any])
      let expected = world.facts.customers.indices.filter { customer in
        world.plan.areas.indices.contains { area in
          world.plan.areas[area].nodes.indices.contains {
            facts.verdicts(area: area, node: $0)[customer].isMet == isMet
          }
        }
      }
      #expect(customers["id"] as? [String] == expected.map { world.facts.customers[$0].id })
    }
  }
}
