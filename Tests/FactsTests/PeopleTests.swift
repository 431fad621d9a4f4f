import Facts
import TestSupport
import Testing

@Suite("Tables about people")
struct PeopleTests {
  private typealias Row = PeopleCatalogue.Row

  private func read(_ rows: Row...) -> FactStore { read(rows: rows) }

  private func read(rows: [Row]) -> FactStore {
    PeopleCatalogue.read(("f.csv", PeopleCatalogue.file(rows)))
  }

  @Test(arguments: [
    ("7", "ann@example.com", "7"), ("", "ann@example.com", "ann@example.com"), ("7", "", "7"),
    (" A7\u{A0}", "", "a7"), ("  ", " Ann@Example.COM ", "ann@example.com"), ("Çıta", "x", "çıta"),
  ])
  func theFirstCellThatIsNotEmptyCounts(_ id: String, _ email: String, _ person: String) {
    let store = read(Row(id: id, email: email))
    #expect(store.persons == [person])
    #expect(store.people.map(\.id) == [person])
    #expect(store.findings == [])
  }

  @Test(arguments: [
    ([Row(id: "7", email: "B@x"), Row(id: "7", email: "a@x ")], ["7": "a@x"]),
    (
      [Row(id: "7"), Row(id: "7", email: "a@x"), Row(id: "", email: "c@x")],
      ["7": "a@x", "c@x": nil]
    ),
    ([Row(id: "7", email: "a@x"), Row(id: "8", email: "A@x")], ["7": nil, "8": nil]),
    ([Row(id: "a@x", email: "A@X")], ["a@x": nil]),
    (
      [Row(id: "7", email: "a@x"), Row(id: "8", email: "a@x"), Row(id: "8", email: "b@x")],
      ["7": nil, "8": "b@x"]
    ),
  ])
  func whatStandsBesideAnIDIsTheOtherName(
    _ rows: [PeopleCatalogue.Row],
    _ names: [String: String?]
  ) {
    let store = PeopleCatalogue.read(("f.csv", PeopleCatalogue.file(rows)))
    #expect(store.people.map(\.id) == names.keys.sorted())
    #expect(store.people.map(\.otherName) == names.keys.sorted().map { names[$0] ?? nil })
    #expect(store.people.map(\.label) == names.keys.sorted().map { (names[$0] ?? nil) ?? $0 })
  }

  @Test func otherNamesOfSeveralFilesComeInOrder() {
    let files = [("b.csv", "b@x"), ("a.csv", "c@x")].map { name, email in
      (name, PeopleCatalogue.file([Row(id: "7", email: email)]))
    }
    #expect(PeopleCatalogue.read(files[0], files[1]).people.map(\.otherName) == ["b@x"])
    #expect(PeopleCatalogue.read(files[1], files[0]).people.map(\.otherName) == ["b@x"])
  }

  @Test func aFileWithoutRowsTellsOfNobody() {
    func table(_ rows: Row...) -> FactTable {
      read(rows: rows).tables[PeopleCatalogue.trainings]
    }
    #expect(table().isPresent && !table().hasRows)
    #expect(!table(Row(id: "", email: "")).hasRows)
    #expect(table(Row(type: "Exam")).hasRows)
  }

  @Test func peopleAreRanksOverAllFiles() {
    let store = PeopleCatalogue.read(
      ("b.csv", PeopleCatalogue.file([Row(id: "B"), Row(id: "", email: "a@x"), Row(id: "b ")])),
      ("a.csv", PeopleCatalogue.file([Row(id: "c"), Row(id: "A@X")]))
    )
    #expect(store.people.map(\.id) == ["a@x", "b", "c"])
    #expect(store.tables[PeopleCatalogue.trainings].person == [2, 0, 1, 0, 1])
    #expect(store.tables[PeopleCatalogue.trainings].peopleCount == 3)
  }

  @Test(arguments: [("", ""), (" ", "\u{A0}")])
  func aRowAboutNobodyIsRejected(_ id: String, _ email: String) throws {
    let store = read(Row(), Row(id: id, email: email))
    #expect(store.file.summary == "2 = 1 0 0 0 0 1")
    #expect(store.findings == ["F0202@3"])
    let finding = try #require(store.account.findings.first)
    #expect(finding.column == "MCPID")
    #expect(finding.message == "`MCPID` and `Email` are empty")
  }

  @Test func oneColumnOfPeopleIsEnough() throws {
    let header = "TrainingTitle,TrainingType,Email,TrainingCompletionDate,ActivationStatus\n"
    let store = PeopleCatalogue.read(
      ("f.csv", header + "AZ-104,x,A@x,2025-10-01,Active\nAZ-104,x,,2025-10-01,Active\n")
    )
    #expect(store.certificates == ["a@x: Azure Administrator 2025-10-01 -"])
    #expect(store.findings == ["F0109@1", "F0202@3"])
    #expect(store.account.findings.last?.column == "Email")
    #expect(store.account.findings.last?.message == "`Email` is empty")
    let nobody = PeopleCatalogue.read(
      ("f.csv", header.replacing("Email,", with: "") + "AZ-104,x,2025-10-01,Active\n")
    )
    #expect(nobody.account.files[0].table == nil)
    #expect(nobody.account.findings.last?.code == .missingColumn)
    #expect(nobody.account.findings.last?.column == "MCPID")
  }

  @Test func thereAreNoMonthsAndNoCustomers() {
    let store = read(Row(completed: "2025-01-01"), Row(completed: "2025-12-01"))
    let table = store.tables[PeopleCatalogue.trainings]
    #expect(table.rowCount == 2)
    #expect(table.month.isEmpty && table.customer.isEmpty && table.tenant.isEmpty)
    #expect(table.coveredMonths.isEmpty && store.customers.isEmpty && store.tenants.isEmpty)
    #expect(table.days.map(\.count) == [0, 0, 0, 0, 2, 2, 0, 0])
    #expect(store.findings == [])
  }

  @Test func otherTablesHaveNoPeopleAndNoDays() {
    let store = FactsTests.read(
      lines: "CustomerTenantId,PartnerAttributionType,DateAssociated",
      "t,CSP,2025-10-17"
    )
    #expect(store.people.map(\.id) == [])
    #expect(store.months(TestCatalogue.dates) == ["2025-10"])
    #expect(store.tables.allSatisfy { $0.person.isEmpty && $0.days.joined().isEmpty })
  }

  @Test(arguments: [
    (["7", ""], ["ann@example.com", "Ann@Example.com "], 1),
    (["7", "7"], ["ann@example.com", "ann@example.com"], 0),
    (["7", ""], ["", "ann@example.com"], 0),
    (["7", "", "8", ""], ["b@x", "a@x", "a@x", "b@x"], 2),
    (["7", "7", "", ""], ["a@x", "a@x", "a@x", "a@x"], 1),
    (["a@x", ""], ["a@x", "A@x"], 0),
    (["", "a@x"], ["a@x", "b@x"], 0),
  ])
  func anIDInSomeRowsOnlyIsNoted(_ ids: [String], _ emails: [String], _ count: Int) throws {
    let rows = zip(ids, emails).map { Row(id: $0, email: $1) }
    let split = rows.map { PeopleCatalogue.file([$0]) }
    let oneFile = PeopleCatalogue.read(("f.csv", PeopleCatalogue.file(rows)))
    let files = readFacts(
      split.enumerated().map { FactSource(name: "\($0).csv", bytes: Array($1.utf8)) },
      catalogue: PeopleCatalogue.whole
    )
    #expect(oneFile.account.findings == files.account.findings)
    #expect(oneFile.findings == (count == 0 ? [] : ["F0413"]))
    guard let finding = oneFile.account.findings.first else { return }
    #expect(finding.level == .note)
    #expect(finding.file == "trainings")
    #expect(finding.column == "Email")
    let example = emails[0].hasPrefix("ann") ? "ann@example.com" : "a@x"
    #expect(finding.text == example)
    let stand = "with `MCPID` in some rows and without in others"
    #expect(
      finding.message
        == (count == 1
          ? "`\(example)` stands \(stand); it counts as two persons"
          : "2 people stand \(stand), such as `a@x`; each counts as two persons")
    )
  }

  @Test func rowsThatAreNotUsedMakeNobodyTwofold() {
    let store = read(Row(type: "Exam"), Row(status: "Revoked"), Row(id: ""))
    #expect(store.file.summary == "3 = 1 1 0 1 0 0")
    #expect(store.people.map(\.id) == ["ann@example.com"])
    #expect(store.findings == [])
  }

  @Test func aRowOfAnotherFileIsRepeated() {
    let older = PeopleCatalogue.file([Row(), Row(title: "Data Engineer", id: "8")])
    let newer = PeopleCatalogue.file([Row(id: "9", expires: "2026-10-01"), Row()])
    let store = PeopleCatalogue.read(("b.csv", newer), ("a.csv", older))
    #expect(store.account.files.map(\.summary) == ["2 = 2 0 0 0 0 0", "2 = 1 0 1 0 0 0"])
    #expect(
      store.certificates == [
        "7: Azure Administrator 2025-10-01 -", "8: Data Engineer 2025-10-01 -",
        "9: Azure Administrator 2025-10-01 2026-10-01",
      ]
    )
    #expect(store.findings == [])
  }

  @Test func objectsAreRead() {
    let object = #""TrainingTitle":"az-104","TrainingType":"c","ActivationStatus":"active""#
    let store = PeopleCatalogue.read(
      (
        "f.json",
        "[{" + object + #","MCPID":70,"Email":null,"TrainingCompletionDate":"10/1/2025"},"#
          + "{" + object + #","Email":"A@x","TrainingCompletionDate":"10/31/2025"},"#
          + "{" + object + #","MCPID":null,"TrainingCompletionDate":"10/31/2025"}]"#
      )
    )
    #expect(
      store.certificates
        == ["70: Azure Administrator 2025-10-01 -", "a@x: Azure Administrator 2025-10-31 -"]
    )
    #expect(store.findings == ["F0109", "F0202@1"])
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func theOutcomeDoesNotDependOnOrder(_ seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    func any(_ texts: [String]) -> String { texts.randomElement(using: &generator) ?? "" }
    let rows = (0..<80).map { _ in
      Row(
        title: any(["AZ-104", "azure administrator", "Data Engineer", "Data Enginer", "Other"]),
        type: any(["Certification", "Exam", "x"]),
        id: any(["", "7", "8 ", "a@x"]),
        email: any(["", "a@x", "B@x", "b@x"]),
        completed: any(["2025-10-01", "2024-02-29", "2025-02-29", ""]),
        expires: any(["", "2026-10-01", "soon"]),
        status: any(["Active", "ACTIVE", "Expired"])
      )
    }
    let files = [Array(rows[..<50]), Array(rows[30...]), Array(rows[10..<40])]
    func store(_ files: [[Row]], _ order: [Int]) -> FactStore {
      let sources = order.map { place in
        FactSource(name: "\(place).csv", bytes: Array(PeopleCatalogue.file(files[place]).utf8))
      }
      return readFacts(sources, catalogue: PeopleCatalogue.whole)
    }
    let expected = store(files, [0, 1, 2])
    #expect(expected.account.files.allSatisfy { $0.isBalanced })
    let otherFileOrder = store(files, [2, 0, 1])
    #expect(otherFileOrder.account.findings == expected.account.findings)
    #expect(otherFileOrder.certificates == expected.certificates)
    let shuffled = store(files.map { $0.shuffled(using: &generator) }, [1, 2, 0])
    #expect(shuffled.people == expected.people)
    #expect(shuffled.certificates.sorted() == expected.certificates.sorted())
    #expect(shuffled.account.files.map(\.summary) == expected.account.files.map(\.summary))
    let twofold = expected.account.findings.filter { $0.code == .personWithTwoIDs }
    #expect(shuffled.account.findings.filter { $0.code == .personWithTwoIDs } == twofold)
  }
}
