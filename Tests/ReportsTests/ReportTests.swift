import Facts
import Reports
import Testing

@Suite("Whole reports")
struct ReportTests {
  private let facts = SampleWorld.facts
  private let all = ReportRequest()

  @Test func csv() throws {
    try Golden.expect(text { csvReport(ReportParts(facts, all), all, into: $0) }, "sample.csv")
  }

  @Test func csvOfMetRowsOnly() throws {
    let request = ReportRequest(customers: [1], areas: ["apps"], statuses: [.met])
    let rows = text { csvReport(ReportParts(facts, request), request, into: $0) }.split(
      separator: "\n"
    ).dropFirst()
    #expect(rows.map { $0.split(separator: ",")[3] } == ["performance/workloads", "growth/growth"])
  }

  @Test func json() throws {
    try Golden.expect(text { jsonReport(ReportParts(facts, all), all, into: $0) }, "sample.json")
  }

  @Test(arguments: [1, 2, 7])
  func reportsAreTheSameWhoeverMakesThem(_ count: Int) {
    let workers = Workers(count: count) { pieces, work in
      for piece in (0..<pieces).reversed() { work(piece) }
    }
    #expect(
      text { csvReport(ReportParts(facts, all), all, workers, into: $0) }
        == text { csvReport(ReportParts(facts, all), all, into: $0) }
    )
    #expect(
      text { jsonReport(ReportParts(facts, all), all, workers, into: $0) }
        == text { jsonReport(ReportParts(facts, all), all, into: $0) }
    )
    #expect(
      text { ndjsonReport(ReportParts(facts, all), all, workers, into: $0) }
        == text { ndjsonReport(ReportParts(facts, all), all, into: $0) }
    )
  }

  @Test func jsonOfNobodyIsAnEmptyArray() {
    let request = ReportRequest(customers: [])
    #expect(text { jsonReport(ReportParts(facts, request), request, into: $0) } == "[\n]\n")
    #expect(text { ndjsonReport(ReportParts(facts, request), request, into: $0) } == "")
  }

  @Test func ndjsonKeepsAncestorsOfWhatIsAskedFor() throws {
    let request = ReportRequest(customers: [0], areas: ["apps"], statuses: [.met])
    let lines = text { ndjsonReport(ReportParts(facts, request), request, into: $0) }
    try Golden.expect(lines, "sample-met.ndjson")
    #expect(lines.split(separator: "\n").count == 1)
  }

  @Test func tree() throws {
    let style = RenderStyle(columns: 100)
    let page = text { textReport(ReportParts(facts, all), all, style, into: $0) }
    try Golden.expect(page, "sample.txt")
    #expect(!page.contains("\u{1B}"))
    #expect(page.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test func narrowColouredTree() throws {
    let request = ReportRequest(customers: [0], areas: ["apps"])
    let style = RenderStyle(columns: 60, usesColour: true)
    let page = text { textReport(ReportParts(facts, request), request, style, into: $0) }
    #expect(page.contains("\u{1B}[31mNot met\u{1B}[0m"))
    #expect(!page.contains("\u{1B}[2J"))
  }

  @Test func summary() throws {
    let style = RenderStyle(columns: 100)
    try Golden.expect(
      text { summaryReport(ReportParts(facts, all), all, style, into: $0) },
      "sample-summary.txt"
    )
  }

  @Test func narrowSummaryHasNoBar() {
    let style = RenderStyle(columns: 80, usesASCII: true)
    let page = text { summaryReport(ReportParts(facts, all), all, style, into: $0) }
    #expect(!page.contains("#"))
  }

  @Test func schemaIsRecorded() throws {
    try Golden.expect(evalSchema, "eval-schema.json")
  }

  @Test func failureOfTheWriterEndsTheReport() {
    struct Closed: Error {}
    #expect(throws: Closed.self) {
      try csvReport(ReportParts(facts, all), all) { (_: [UInt8]) throws(Closed) in throw Closed() }
    }
  }
}
