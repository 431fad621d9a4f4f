import Testing

/// Cases 4 to 7 of those that the language has to express.
@Suite("Modern Work, case by case")
struct ModernWorkCaseTests {
  private let netAdds = "net-customer-adds/net-qualified-tenants"

  /// With every month from 2022-06 to 2027-06 covered.
  private func evaluated(
    asOf month: String = "2024-06",
    _ lines: String,
    dates: String? = nil,
    rules: [String: String]? = nil
  ) throws -> Evaluated {
    let covering = others("2022-06", through: "2027-06", otherOffice)
    var files = ["usage.csv": officeUsage(covering + lines)]
    if let dates { files["dates.csv"] = associations(dates) }
    return try Evaluated(asOf: month, files, rules: rules)
  }

  private func smb(_ path: String, _ facts: Evaluated) throws -> String {
    try facts.answer("modern-work-smb", path)
  }

  @Test func deploymentsByTenantOrByWorkload() throws {
    // Teams at 20/50, exactly 40 %, in both months, Exchange Online at 30/50 now only.
    // Tenants: 1 - 1 = 0. Workloads: 2 - 1 = 1.
    let rows = """
      c,t1,2023-06,Teams,CSP,20,50
      c,t1,2024-06,Teams,CSP,20,50
      c,t1,2024-06,Exchange Online,CSP,30,50
      """
    #expect(try smb("deployments/csp", evaluated(rows)) == "not-met, no change, 0")
    let rules = try shippedRules(choosing: "service", insteadOf: "tenant")
    #expect(try smb("deployments/csp", evaluated(rows, rules: rules)) == "met, with growth, 1")
  }

  @Test(arguments: [(20, "not-met, no change, 0"), (19, "met, with growth, 1")])
  func deploymentsActiveAtAssociationDoNotCount(users: Int, answer: String) throws {
    // 30/50 in 2024-06 is 60 %; the association began in 2024-01, at 20/50 (40 %) or 19/50 (38 %).
    let facts = try evaluated(
      """
      c,t1,2024-01,Teams,CSP,\(users),50
      c,t1,2024-06,Teams,CSP,30,50
      """,
      dates: "t1,CSP,2024-01-31,"
    )
    #expect(try smb("deployments/csp", facts) == answer)
  }

  @Test(arguments: [
    ("2023-06-30", "met, with growth, 1"), ("2023-07-01", "not-met, no change, 0"),
    ("2024-06-30", "not-met, no change, 0"), ("2024-07-01", "met, with growth, 1"),
  ])
  func associationsOfTheLastTwelveMonths(date: String, answer: String) throws {
    // 30/50 from 2023-07 on. Begun in 2023-07 to 2024-06, it was at 60 % then. Begun in 2023-06 it
    // is older than the twelve months; a date after 2024-06 counts as none.
    let lines = others("2023-07", through: "2024-07") { "c,t1,\($0),Teams,CSP,30,50" }
    let facts = try evaluated(lines, dates: "t1,CSP,\(date),")
    #expect(try smb("deployments/csp", facts) == answer)
  }

  @Test func anotherWorkloadOfTheTenantCounts() throws {
    // Teams has the seats in range but 1/50 users; Exchange Online, out of range, is at 200/400.
    let facts = try evaluated(
      """
      c,t1,2024-06,Teams,CSP,1,50
      c,t1,2024-06,Exchange Online,CSP,200,400
      """
    )
    #expect(try smb("deployments/csp", facts) == "met, with growth, 1")
  }

  @Test func growthSinceTheAssociation() throws {
    let rows = """
      c,t1,2023-06,Teams,CSP,5,50
      c,t1,2024-01,Teams,CSP,30,50
      c,t1,2024-06,Teams,CSP,40,50
      c,t1,2023-06,Exchange Online,CSP,7,50
      c,t1,2024-01,Exchange Online,CSP,30,50
      c,t1,2024-06,Exchange Online,CSP,9,50
      """
    // Without a date: (40 + 9) - (5 + 7) = 37.
    #expect(try smb("usage-growth/csp", evaluated(rows)) == "met, with growth, 37")
    // Teams since 2024-01: (40 + 9) - (30 + 7) = 12.
    let one = try evaluated(rows, dates: "t1,CSP Tier 1,2024-01-15,Teams")
    #expect(try smb("usage-growth/csp", one) == "met, with growth, 12")
    // Every workload since 2024-01: (40 + 9) - (30 + 30) = -11.
    let all = try evaluated(rows, dates: "t1,CSP,2024-01-15,")
    #expect(try smb("usage-growth/csp", all) == "not-met, in decline, -11")
  }

  @Test func theEarliestDateCounts() throws {
    // Claimed anew in 2024-01, but first in 2020: 40 - 5 = 35.
    let facts = try evaluated(
      """
      c,t1,2023-06,Teams,CSP,5,50
      c,t1,2024-01,Teams,CSP,30,50
      c,t1,2024-06,Teams,CSP,40,50
      """,
      dates: "t1,CSP,2024-01-15,Teams\nt1,CSP Tier 2,2020-03-01,"
    )
    #expect(try smb("usage-growth/csp", facts) == "met, with growth, 35")
  }

  @Test func theBestAssociationTypeAndNeverTheSum() throws {
    // CPOR 25 - 20 = 5, CSP 10 - 40 = -30: met by CPOR, though both together fell.
    let facts = try evaluated(
      """
      c,t1,2023-06,Teams,CPOR,20,50
      c,t1,2024-06,Teams,CPOR,25,50
      c,t1,2023-06,Teams,CSP,40,50
      c,t1,2024-06,Teams,CSP,10,50
      """
    )
    #expect(try smb("usage-growth/cpor", facts) == "met, with growth, 5")
    #expect(try smb("usage-growth/csp", facts) == "not-met, in decline, -30")
    #expect(try smb("usage-growth", facts) == "met")
    // CPOR 1 - 1, CSP 0 - 1.
    #expect(try smb("deployments/cpor", facts) == "not-met, no change, 0")
    #expect(try smb("deployments/csp", facts) == "not-met, in decline, -1")
    #expect(try smb("deployments", facts) == "not-met")
  }

  @Test func aTenantCountsOnceAndItsSeatsAreNotAddedUp() throws {
    // The same 200 seats under three listings are 200, in range, and one tenant.
    let facts = try evaluated(
      """
      c,t1,2024-06,Teams,CPOR,90,200
      c,t1,2024-06,Teams,CSP Tier 1,90,200
      c,t1,2024-06,Teams,CSP Tier 2,90,200
      """
    )
    #expect(try smb(netAdds, facts) == "met, with growth, 1")
    #expect(try smb("paid-available-units", facts) == "met, 200")
    #expect(try smb("usage-growth/csp", facts) == "met, with growth, 90")
  }

  @Test func rowsOfOneListingAddUp() throws {
    // 200 + 101 = 301 under CSP Tier 1: out of range of SMB; Enterprise counts no CSP.
    let facts = try evaluated(
      """
      c,t1,2024-06,Teams,CSP Tier 1,50,200
      c,t1,2024-06,Microsoft Teams,CSP Tier 1,50,101
      """
    )
    #expect(try smb("paid-available-units", facts) == "not-met, 301")
    #expect(try smb(netAdds, facts) == "not-met gate, no change, 0")
    #expect(try facts.answer("modern-work-enterprise", netAdds) == "not-met gate, no change, 0")
  }

  /// 200 seats until 2025-05, 350 from then on.
  private let promoted =
    others("2024-05", through: "2025-05") { "c,t1,\($0),Teams,CSP,100,200" }
    + others("2025-06", through: "2027-06") { "c,t1,\($0),Teams,CSP,200,350" }

  @Test(arguments: [
    // 350 seats in 2026-04, 200 in 2025-04, and no promotion yet: 0 - 1.
    ("2026-04", "not-met gate, in decline, -1", "not-met gate, in decline, -100"),
    // 350 seats in 2026-05, 200 in 2025-05: promoted, 1 - 1; 200 - 100 users.
    ("2026-05", "not-met gate, no change, 0", "met, with growth, 100"),
    // 350 seats in 2026-06 and in 2025-06; promoted then, 200 in 2024-06: 0 - 1; 0 - 200 users.
    ("2026-06", "not-met gate, in decline, -1", "not-met gate, in decline, -200"),
    // 350 seats in 2027-05 and in 2026-05; promoted then, 200 in 2025-05: 0 - 1; 0 - 200 users.
    ("2027-05", "not-met gate, in decline, -1", "not-met gate, in decline, -200"),
    // 350 seats in 2027-06, in 2026-06 and in 2025-06: 0 - 0.
    ("2027-06", "not-met gate, no change, 0", "not-met gate, no change, 0"),
  ])
  func promotedTenantsStayForOneYear(month: String, adds: String, growth: String) throws {
    let facts = try evaluated(asOf: month, promoted)
    #expect(try smb(netAdds, facts) == adds)
    #expect(try smb("usage-growth/csp", facts) == growth)
    // The gate knows no promotion.
    #expect(try smb("paid-available-units", facts) == "not-met, 350")
  }
}
