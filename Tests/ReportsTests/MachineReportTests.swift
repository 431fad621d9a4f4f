import Evaluation
import Facts
import Reports
import RuleSemantics
import RuleSyntax
import Testing

@Suite("Diagnostics and facts as JSON")
struct MachineReportTests {
  @Test func diagnosticsGiveLinesAndColumnsFromOne() throws {
    let file = SourceText(name: "a.rules", text: "use \"é\"\nunit x\n")
    let diagnostic = Diagnostic(
      .invalidMonth,
      "expected \"y\"\tafter `é`",
      file: 0,
      at: SourceSpan(start: 9, end: 13),
      related: [RelatedPlace("declared here", file: 0, at: SourceSpan(start: 7, end: 8))],
      fix: Fix(
        "write \"y\"",
        .unsafe,
        [
          TextEdit(file: 0, SourceSpan(start: 4, end: 4), "x\n"),
          TextEdit(file: 0, SourceSpan(start: 9, end: 13), "y"),
        ]
      )
    )
    let json = String(decoding: diagnosticsJSON([diagnostic], files: [file]), as: UTF8.self)
    try Golden.expect(json, "check.json")
  }

  @Test func schemaOfFindingsIsRecorded() throws {
    try Golden.expect(checkSchema, "check-schema.json")
  }

  @Test func factsAccountForEveryRow() throws {
    var file = FileAccount(file: "usage.csv", table: 0)
    file.read = 3
    file.used = 2
    file.rejected = 1
    let account = FactAccount(
      files: [file, FileAccount(file: "other.csv", table: nil)],
      findings: [
        FactFinding(
          code: .badMonth,
          level: .error,
          file: "usage.csv",
          line: 3,
          column: "Month",
          text: "13/2025",
          message: "`13/2025` is no month",
          more: 4
        )
      ]
    )
    let table = FactTable(
      isPresent: true,
      rowCount: 2,
      customer: [],
      tenant: [],
      month: [],
      names: [],
      numbers: [],
      coveredMonths: ["2025-09", "2025-10"]
    )
    let catalogue = Catalogue(
      kinds: [],
      tables: [
        TableSchema(
          id: "usage",
          title: "Usage",
          columns: [],
          rowFilters: [],
          givesAssociationDates: false
        )
      ]
    )
    let json = factsJSON(account, tables: [table], catalogue: catalogue)
    try Golden.expect(String(decoding: json, as: UTF8.self), "facts.json")
  }

  @Test func tablesAboutPeopleHaveNoMonths() {
    let table = FactTable(
      isPresent: true,
      rowCount: 3,
      customer: [],
      tenant: [],
      month: [],
      person: [0, 1, 0],
      names: [[]],
      numbers: [nil],
      coveredMonths: []
    )
    let email = ColumnSchema(id: "email", role: .person, headers: ["Email"], isOptional: false)
    let schema = TableSchema(
      id: "trainings",
      title: "Trainings",
      columns: [email],
      rowFilters: [],
      givesAssociationDates: false
    )
    let json = factsJSON(
      FactAccount(files: [], findings: []),
      tables: [table],
      catalogue: Catalogue(kinds: [], tables: [schema])
    )
    let text = String(decoding: json, as: UTF8.self)
    #expect(text.contains(#""id":"trainings","title":"Trainings","isPresent":true,"rows":3"#))
    #expect(text.contains(#""months":[],"people":2}"#))
  }
}

@Suite("Counts of the summary")
struct SummaryCountTests {
  @Test func causesAddUpAndChangesStopAtTheGates() {
    let counts = NodeCounts([
      Verdict(truth: .yes, isBehindGate: false, change: .withGrowth),
      Verdict(truth: .yes, isBehindGate: true, change: .withGrowth),
      Verdict(truth: .no, isBehindGate: false, change: .inDecline),
      Verdict(truth: .no, isBehindGate: true, change: .noChange),
      Verdict(truth: .unknown, isBehindGate: false, change: nil),
    ])
    #expect(counts.met == 2)
    #expect(counts.fails == 1)
    #expect(counts.noData == 1)
    #expect(counts.behindGate == 1)
    #expect(counts.total == 5)
    #expect(counts.withGrowth == 1)
    #expect(counts.inDecline == 1)
    #expect(counts.noChange == 0)
  }
}
