import Facts
import Testing

@Suite("Days and titles of certificates")
struct CertificateTests {
  private typealias Row = PeopleCatalogue.Row

  private func read(_ rows: [Row]) -> FactStore {
    PeopleCatalogue.read(("f.csv", PeopleCatalogue.file(rows)))
  }

  @Test(arguments: [
    ("2025-10-17", "2025-10-17"), ("10/17/2025", "2025-10-17"), ("1/2/2025", "2025-01-02"),
    ("2025-10-17T00:00:00", "2025-10-17"), ("2025-10-17T23:59:59.5Z", "2025-10-17"),
    ("2025-10", "2025-10-01"), ("Oct-25", "2025-10-01"), ("October 2025", "2025-10-01"),
    ("202510", "2025-10-01"), (" 2024-02-29 ", "2024-02-29"), ("1969-12-31", "1969-12-31"),
  ])
  func aDateIsADay(_ cell: String, _ day: String) {
    let store = read([Row(completed: cell, expires: cell), Row(completed: cell)])
    #expect(store.days(PeopleCatalogue.completed) == [day, day])
    #expect(store.days(PeopleCatalogue.expires) == [day, "-"])
    #expect(store.findings == [])
  }

  @Test(arguments: ["2025-02-30", "2/29/2023", "2025-13-01", "soon", "17/10/2025", "0"])
  func whatIsNoDayRejectsTheRow(_ cell: String) throws {
    for (row, column) in [
      (Row(completed: cell), "TrainingCompletionDate"), (Row(expires: cell), "ExpirationDate"),
    ] {
      let store = read([row])
      #expect(store.file.summary == "1 = 0 0 0 0 0 1")
      #expect(store.people == [])
      let finding = try #require(store.account.findings.first)
      #expect(finding.code == .badMonth)
      #expect(finding.level == .error)
      #expect(finding.column == column)
      #expect(finding.message == "`\(cell)` is no date")
      #expect(finding.help?.contains("`2025-10-01`, `10/1/2025` or `2025-10-01T00:00:00`") == true)
    }
  }

  @Test func aNeededDateMayNotBeEmpty() {
    let store = read([Row(completed: " ")])
    #expect(store.file.summary == "1 = 0 0 0 0 0 1")
    #expect(store.findings == ["F0202@2"])
    #expect(store.account.findings.first?.column == "TrainingCompletionDate")
  }

  @Test func anAbsentColumnOfDaysIsEmpty() {
    let store = PeopleCatalogue.read(
      ("a.csv", PeopleCatalogue.file([Row(expires: "2026-10-01")])),
      (
        "b.csv",
        "TrainingTitle,TrainingType,MCPID,TrainingCompletionDate,ActivationStatus\n"
          + "AZ-104,c,8,2025-10-01,Active\n"
      )
    )
    #expect(store.days(PeopleCatalogue.expires) == ["2026-10-01", "-"])
  }

  @Test(arguments: [
    ("Level", "the header may be `ExpirationDate`"),
    ("ExpiratonDate", "did you mean `ExpiratonDate`? the header may be `ExpirationDate`"),
  ])
  func aFileWithoutExpiryIsWarnedOf(_ other: String, _ help: String) throws {
    let header = "TrainingTitle,TrainingType,MCPID,TrainingCompletionDate,ActivationStatus,\(other)"
    let store = PeopleCatalogue.read(
      ("a.csv", PeopleCatalogue.file([Row(id: "8")])),
      ("b.csv", "\(header)\nAZ-104,c,8,2025-10-01,Active,\n")
    )
    #expect(store.account.files.map(\.used) == [1, 1])
    let finding = try #require(store.account.findings.first)
    #expect(store.account.findings.count == 1)
    #expect(finding.code == .absentExpiry)
    #expect(finding.level == .warning)
    #expect((finding.file, finding.line) == ("b.csv", 1))
    #expect(
      finding.message == "no column `ExpirationDate`: its certificates are taken never to expire"
    )
    #expect(finding.help == help)
  }

  @Test func eachColumnAndFileHasOneForm() {
    let store = PeopleCatalogue.read(
      (
        "a.csv",
        PeopleCatalogue.file([
          Row(completed: "2025-10-01"), Row(completed: "10/1/2025"),
          Row(completed: "2025-10-02", expires: "10/1/2026"),
          Row(completed: "2025-10-03", expires: "2026-10-01"),
        ])
      ),
      ("b.csv", PeopleCatalogue.file([Row(completed: "10/4/2025")]))
    )
    #expect(store.account.files.map(\.summary) == ["4 = 2 0 0 0 0 2", "1 = 1 0 0 0 0 0"])
    #expect(
      store.account.findings.map(\.message) == [
        "the date is written like `10/1/2025`, above like `2025-10-01`",
        "the date is written like `2025-10-01`, above like `10/1/2025`",
      ]
    )
  }

  @Test func titlesThatDoNotCountAreNotedOnceEach() throws {
    let titles = ["Word", "Data Enginer", "Word", "data engineer", "az-104 ", "word", "Word "]
    let store = read(titles.map { Row(title: $0) })
    #expect(store.file.summary == "7 = 2 0 0 5 0 0")
    #expect(store.findings == ["F0302@2", "F0302@3", "F0302@7"])
    #expect(store.account.findings.allSatisfy { $0.level == .note && $0.more == 0 })
    let word = try #require(store.account.findings.first)
    #expect(word.message == "`Word` is no certificate that counts; 3 rows are not needed")
    #expect(word.help == nil)
    #expect(word.column == "TrainingTitle")
    #expect(word.text == "Word")
    let near = store.account.findings[1]
    #expect(near.message == "`Data Enginer` is no certificate that counts; 1 row is not needed")
    #expect(near.help == "did you mean `Data Engineer`?")
    #expect(store.names[PeopleCatalogue.certificate] == ["Azure Administrator", "Data Engineer"])
    #expect(store.tables[PeopleCatalogue.trainings].names[PeopleCatalogue.title] == [1, 0])
  }

  @Test func titlesThatMayBeMisspeltAreNotedFirst() {
    let others = (1...20).map { Row(title: "Course \($0)") }
    let store = read(others + [Row(title: "Data Enginer")])
    #expect(store.account.findings.count == FactAccount.mostFindings)
    #expect(store.findings.first == "F0302@2")
    #expect(store.findings.last == "F0302@22")
    #expect(store.account.findings.reduce(0) { $0 + 1 + $1.more } == 21)
    #expect(store.file.notNeeded == 21)
  }

  @Test(arguments: [
    (Row(title: "Word", completed: "soon"), "1 = 0 0 0 0 0 1", ["F0203@2"]),
    (Row(title: "Word", level: "Chief"), "1 = 0 0 0 0 1 0", ["F0301@2"]),
    (Row(type: "Exam", level: "Chief"), "1 = 0 0 0 0 1 0", ["F0301@2"]),
    (Row(title: "Word", type: "exam"), "1 = 0 1 0 0 0 0", []),
    (Row(title: "Word", type: "exam", status: "x"), "1 = 0 1 0 0 0 0", []),
    (Row(title: "Word", status: "Expired"), "1 = 0 0 0 1 0 0", []),
    (Row(title: "Word"), "1 = 0 0 0 1 0 0", ["F0302@2"]),
    (Row(title: "", level: "Chief"), "1 = 0 0 0 0 0 1", ["F0202@2"]),
    (Row(level: "associate"), "1 = 1 0 0 0 0 0", []),
  ])
  func eachRowHasOneFate(_ row: PeopleCatalogue.Row, _ summary: String, _ findings: [String]) {
    let store = read([row])
    #expect(store.file.summary == summary)
    #expect(store.findings == findings)
    #expect(store.file.isBalanced)
  }
}
