import Evaluation
import Facts
import Reports
import TestSupport
import Testing

/// Reports of customers that are evaluated some at a time, beside those of all at once.
@Suite("Reports in parts")
struct ReportPartsTests {
  private static let style = RenderStyle(columns: 100)

  /// Workers that take the pieces from the last one on.
  private static func workers(_ count: Int) -> Workers {
    Workers(count: count) { pieces, work in
      for piece in (0..<pieces).reversed() { work(piece) }
    }
  }

  private static func reports(
    _ parts: ReportParts<EvaluatedFacts>,
    _ request: ReportRequest,
    _ workers: Workers
  ) -> [String] {
    [
      text { csvReport(parts, request, workers, into: $0) },
      text { ndjsonReport(parts, request, workers, into: $0) },
      text { jsonReport(parts, request, workers, into: $0) },
      text { textReport(parts, request, style, workers, into: $0) },
      text { summaryReport(parts, request, style, workers, into: $0) },
    ]
  }

  private static func reports(of facts: EvaluatedFacts, _ request: ReportRequest) -> [String] {
    [
      text { csvReport(ReportParts(facts, request), request, into: $0) },
      text { ndjsonReport(ReportParts(facts, request), request, into: $0) },
      text { jsonReport(ReportParts(facts, request), request, into: $0) },
      text { textReport(ReportParts(facts, request), request, style, into: $0) },
      text { summaryReport(ReportParts(facts, request), request, style, into: $0) },
    ]
  }

  @Test("say the same of random worlds as the report of all at once", arguments: 0..<60)
  func randomWorlds(_ seed: Int) {
    let world = RandomWorld(seed: UInt64(3_000_000 + seed))
    let whole = evaluate(world.plan, over: world.facts, catalogue: world.catalogue)
    var grouped = world.facts
    grouped.groupByCustomer()
    let everySecond = world.facts.customers.indices.filter { $0 % 2 == seed % 2 }
    for request in [
      ReportRequest(), ReportRequest(customers: everySecond),
      ReportRequest(customers: [], statuses: [.met]),
    ] {
      let expected = Self.reports(of: whole, request)
      for (length, threads) in [(1, 1), (1, 7), (3, 2), (3, 1), (1000, 7)] {
        let parts = ReportParts(
          evaluating: world.plan,
          over: grouped,
          catalogue: world.catalogue,
          request,
          length: length
        )
        #expect(
          Self.reports(parts, request, Self.workers(threads)) == expected,
          "seed \(seed), \(length) customers at a time"
        )
      }
    }
  }

  @Test("are of worlds with several customers, and with tenants that these share")
  func worldsAreTelling() {
    var several = 0
    var shared = 0
    var dated = 0
    for seed in 3_000_000..<3_000_060 as Range<UInt64> {
      let facts = RandomWorld(seed: seed).facts
      if facts.customers.count > 3 { several += 1 }
      var owners: [Int32: Set<Int32>] = [:]
      for table in facts.tables {
        for (customer, tenant) in zip(table.customer, table.tenant) {
          owners[tenant, default: []].insert(customer)
        }
        if table.customer.isEmpty, table.rowCount > 0 { dated += 1 }
      }
      if owners.values.contains(where: { $0.count > 1 }) { shared += 1 }
    }
    #expect(several > 20)
    #expect(shared > 10)
    #expect(dated > 20)
  }
}
