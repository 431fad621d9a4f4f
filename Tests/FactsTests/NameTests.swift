import Facts
import Testing

@Suite("Names")
struct NameTests {
  private func seats(workloads: [String]) -> FactStore {
    let header =
      "CustomerTpid,CustomerTenantId,WorkloadName,Month,PaidAvailableUnits,PartnerAttributionType"
    let rows = workloads.map { "c,t,\($0),2025-10,5,CSP" }
    return read(("f.csv", ([header] + rows).joined(separator: "\n")))
  }

  private func revenue(services: [String]) -> FactStore {
    let rows = services.map { "c,t,\($0),2025-10,5" }
    return read(("f.csv", ([revenueHeader] + rows).joined(separator: "\n")))
  }

  @Test func declaredNamesAndTheirOtherSpellings() {
    let store = seats(workloads: [
      "Teams", " tEAMS", "yammer", "Viva Engage", "\u{A0}EXO ", "çıTA post", "\"Teams\"",
    ])
    #expect(store.tables[TestCatalogue.seats].names[3] == [0, 0, 1, 1, 2, 2, 0])
    #expect(store.names[TestCatalogue.workload] == ["Teams", "Viva Engage", "Exchange Online"])
    #expect(store.findings == [])
  }

  @Test func innerBlanksCount() {
    #expect(seats(workloads: ["Viva  Engage"]).file.unknown == 1)
  }

  @Test func unknownNamesAreReportedOnceEach() throws {
    let store = seats(workloads: ["Temas", "Teams", "Temas", "temas", "Sway", "Temas "])
    #expect(store.file.summary == "6 = 1 0 0 0 5 0")
    #expect(store.findings == ["F0301@2", "F0301@5", "F0301@6"])
    let finding = try #require(store.account.findings.first)
    #expect(finding.level == .warning)
    #expect(finding.column == "WorkloadName")
    #expect(finding.text == "Temas")
    #expect(finding.help == "did you mean `Teams`?")
    #expect(finding.more == 2)
    #expect(store.account.findings.last?.help?.hasPrefix("did you mean") == false)
  }

  @Test(arguments: [
    ("Exchnage Online", "Exchange Online"), ("Yamer", "Viva Engage"),
    ("viva engaage", "Viva Engage"),
  ])
  func nearNamesAreSuggested(_ name: String, _ suggestion: String) {
    #expect(
      seats(workloads: [name]).account.findings.first?.help == "did you mean `\(suggestion)`?"
    )
  }

  @Test func undeclaredNamesOfOpenKindsAreSorted() {
    let store = revenue(services: ["storage", "vm", "Zeta", "STORAGE ", "Álpha", "Storage", "Ápha"])
    #expect(
      store.names[TestCatalogue.service]
        == ["Virtual Machines", "STORAGE", "Zeta", "Álpha", "Ápha"]
    )
    #expect(store.tables[TestCatalogue.revenue].names[2] == [1, 0, 2, 1, 3, 1, 4])
    #expect(store.findings == [])
  }

  @Test func spellingsAreMergedOverFiles() {
    let store = read(
      ("a.csv", revenueHeader + "\nc,t,storage,2025-10,5\n"),
      ("b.csv", revenueHeader + "\nc,t,Storage,2025-10,5\nc,t,Backup,2025-10,5\n")
    )
    #expect(store.names[TestCatalogue.service] == ["Virtual Machines", "Backup", "Storage"])
    #expect(store.tables[TestCatalogue.revenue].names[2] == [2, 2, 1])
  }

  @Test func customersAreExactAndTenantsAreNot() {
    let store = read(
      lines: revenueHeader,
      "b, T-1,A,2025-10,1",
      "B,t-1 ,A,2025-10,1",
      " b ,T-2,A,2025-10,1"
    )
    #expect(store.customers.map(\.id) == ["B", "b"])
    #expect(store.tenants == ["t-1", "t-2"])
    #expect(store.tables[TestCatalogue.revenue].customer == [1, 0, 1])
    #expect(store.tables[TestCatalogue.revenue].tenant == [0, 0, 1])
  }

  @Test func aTenantUnderTwoCustomersIsReportedOnce() throws {
    let store = read(
      ("a.csv", revenueHeader + "\nb,t,A,2025-10,1\nb,u,A,2025-10,1\n"),
      ("b.csv", revenueHeader + "\nb,T,A,2025-11,1\na,T,A,2025-10,2\nc,t,A,2025-10,3\n")
    )
    #expect(store.findings == ["F0401@3"])
    let finding = try #require(store.account.findings.first)
    #expect(finding.file == "b.csv")
    #expect(finding.text == "t")
    #expect(finding.message == "the tenant stands under the customers `a`, `b` and `c`")
  }

  @Test func theFirstFilesCustomerNameIsShown() {
    let header =
      "CustomerName,CustomerTpid,CustomerTenantId,WorkloadName,Month,"
      + "PaidAvailableUnits,PartnerAttributionType"
    let rest = ",t,Teams,2025-10,5,CSP\n"
    let store = read(
      ("b.csv", header + "\nAlpha,1" + rest + "Other,2" + rest),
      ("a.csv", header + "\nZeta,1" + rest + "Omega,1" + rest + ",2" + rest)
    )
    #expect(
      store.customers == [Customer(id: "1", name: "Omega"), Customer(id: "2", name: "Other")]
    )
    #expect(store.findings.filter { $0.hasPrefix("F0402") } == ["F0402@2"])
    #expect(store.account.findings.first { $0.code == .twoCustomerNames }?.text == "Zeta")
  }
}
