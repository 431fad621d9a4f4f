import Evaluation
import Testing

/// What is told, and what is not, when months or numbers are absent.
@Suite("Missing months and numbers")
struct MissingMonthsTests {
  private let netAdds = "net-customer-adds/net-qualified-tenants"

  /// Azure usage with every month from 2022-06 to 2024-06 covered but for some.
  private func azure(without missing: Set<String>, _ lines: String) throws -> Evaluated {
    let covering = others("2022-06", through: "2024-06", otherAzure)
      .split(separator: "\n").filter { row in !missing.contains { row.contains($0) } }
    let usage = azureUsage(covering.joined(separator: "\n") + "\n" + lines)
    return try Evaluated(asOf: "2024-06", ["usage.csv": usage])
  }

  /// Microsoft 365 usage with every month from 2022-06 to 2026-09 covered but for some.
  private func office(
    asOf month: String = "2024-06",
    without missing: Set<String>,
    _ lines: String,
    dates: String? = nil
  ) throws -> Evaluated {
    let covering = others("2022-06", through: "2026-09", otherOffice)
      .split(separator: "\n").filter { row in !missing.contains { row.contains($0) } }
    var files = ["usage.csv": officeUsage(covering.joined(separator: "\n") + "\n" + lines)]
    if let dates { files["dates.csv"] = associations(dates) }
    return try Evaluated(asOf: month, files)
  }

  // MARK: The months of last year

  @Test(arguments: [["2023-06"], ["2023-05"], ["2023-06", "2023-05"]])
  func netAddsNeedBothMonthsOfLastYear(missing: [String]) throws {
    // 1 tenant now; in an uncovered month there may have been any number: at most 1 - 0.
    let facts = try azure(without: Set(missing), "c,t1,2024-06,Storage,PAL,1200")
    #expect(try facts.answer("azure", netAdds) == "not-met no-data")
  }

  @Test(arguments: ["2023-06", "2023-05"])
  func aKnownMemberOfLastYearDecides(missing: String) throws {
    // t1 was a customer by the covered month of the two, so that the net is at most 1 - 1.
    let known = missing == "2023-06" ? "2023-05" : "2023-06"
    let facts = try azure(
      without: [missing],
      """
      c,t1,2024-06,Storage,PAL,1200
      c,t1,\(known),Storage,PAL,1200
      """
    )
    #expect(try facts.answer("azure", netAdds) == "not-met")
  }

  @Test func noMembersNowDecide() throws {
    let facts = try azure(without: ["2023-06", "2023-05"], "c,t1,2024-06,Storage,PAL,999")
    #expect(try facts.answer("azure", netAdds) == "not-met")
  }

  @Test func growthNeedsTheMonthOfLastYear() throws {
    let path = "usage-growth/usage-growth"
    let rows = "c,t1,2024-06,Storage,PAL,1200"
    #expect(try azure(without: ["2023-06"], rows).answer("azure", path) == "not-met no-data")
    // The month before it is not needed.
    #expect(try azure(without: ["2023-05"], rows).answer("azure", path) == "met, with growth")
  }

  @Test func modernWorkWithoutLastYear() throws {
    let facts = try office(without: ["2023-06"], "c,t1,2024-06,Teams,CSP,30,50")
    #expect(try facts.answer("modern-work-smb", "paid-available-units") == "met, 50")
    for path in [netAdds, "deployments/csp", "usage-growth/csp"] {
      #expect(try facts.answer("modern-work-smb", path) == "not-met no-data", "\(path)")
    }
    // 0 deployments now, so that the net is at most 0; but a sum over an uncovered month is unknown,
    // and downloads may have numbers below zero.
    #expect(try facts.answer("modern-work-smb", "deployments/cpor") == "not-met")
    #expect(try facts.answer("modern-work-smb", "usage-growth/cpor") == "not-met no-data")
    #expect(try facts.answer("modern-work-smb", "") == "not-met no-data")
  }

  // MARK: A month in the middle

  @Test func aServiceInUseInACoveredMonthIsEnough() throws {
    // At least 1; what was in use in 2024-01 is not known, so that the number is not.
    let facts = try azure(without: ["2024-01"], "c,t1,2024-03,Storage,PAL,5")
    #expect(try facts.answer("azure", "deployments/workloads") == "met")
  }

  @Test func aServiceMayHaveBeenInUseInTheMissingMonth() throws {
    let facts = try azure(without: ["2024-01"], "c,t1,2024-03,Storage,PAL,0.00")
    #expect(try facts.answer("azure", "deployments/workloads") == "not-met no-data")
    #expect(try facts.answer("azure", "workloads") == "met, Storage")
    // Nothing else needs that month.
    #expect(try facts.answer("azure", netAdds) == "not-met, no change, 0")
  }

  @Test func gatesWithoutARowMayHaveOneInTheMissingMonth() throws {
    // The last row is of 2023-06, before the twelve months.
    let rows = "c,t1,2023-06,Storage,PAL,5"
    let facts = try azure(without: ["2024-01"], rows)
    #expect(try facts.answer("azure", "workloads") == "not-met no-data")
    #expect(try azure(without: [], rows).answer("azure", "workloads") == "not-met")
  }

  // MARK: Empty numbers

  @Test func anEmptyAmountIsUnknownUnlessAnotherMonthDecides() throws {
    let decided = try azure(
      without: [],
      """
      c,t1,2024-06,Storage,PAL,
      c,t1,2024-05,Storage,PAL,1200
      """
    )
    #expect(try decided.answer("azure", netAdds) == "met, with growth, 1")
    #expect(try decided.answer("azure", "usage-growth/usage-growth") == "not-met no-data")
    let open = try azure(
      without: [],
      """
      c,t1,2024-06,Storage,PAL,
      c,t1,2024-05,Storage,PAL,500
      """
    )
    #expect(try open.answer("azure", netAdds) == "not-met no-data")
    // The rows count for gates all the same.
    #expect(try open.answer("azure", "partner-association-type") == "met, PAL")
  }

  @Test func emptySeatsAreUnknown() throws {
    let facts = try office(without: [], "c,t1,2024-06,Teams,CSP,30,")
    #expect(try facts.answer("modern-work-smb", "workloads") == "met, Teams")
    #expect(try facts.answer("modern-work-smb", "paid-available-units") == "not-met no-data")
    #expect(try facts.outcome(key(netAdds)).cause == .gate)
    #expect(try facts.outcome(key(netAdds)).current == .none)
  }

  @Test func anotherListingGivesALowerEndOnly() throws {
    // Listed at 301 and at an unknown number: at least 301, above the range in any case.
    let facts = try office(
      without: [],
      """
      c,t1,2024-06,Teams,CPOR,30,301
      c,t1,2024-06,Teams,CSP,30,
      """
    )
    #expect(try facts.answer("modern-work-smb", "paid-available-units") == "not-met")
    #expect(try facts.answer("modern-work-smb", netAdds) == "not-met gate, no change, 0")
    #expect(try facts.answer("modern-work-enterprise", netAdds) == "met, with growth, 1")
  }

  @Test func emptyUsersLeaveTheSeatsKnown() throws {
    let facts = try office(without: [], "c,t1,2024-06,Teams,CSP,,50")
    #expect(try facts.answer("modern-work-smb", netAdds) == "met, with growth, 1")
    #expect(try facts.answer("modern-work-smb", "deployments/csp") == "not-met no-data")
    #expect(try facts.answer("modern-work-smb", "usage-growth/csp") == "not-met no-data")
  }

  // MARK: The month of association

  @Test func anUncoveredMonthOfAssociation() throws {
    // 60 % in 2024-06; at the association in 2023-12 it may or may not have been 40 %.
    let active = try office(
      without: ["2023-12"],
      "c,t1,2024-06,Teams,CSP,30,50",
      dates: "t1,CSP,2023-12-05,"
    )
    #expect(try active.answer("modern-work-smb", "deployments/csp") == "not-met no-data")
    #expect(try active.answer("modern-work-smb", "usage-growth/csp") == "not-met no-data")
    // At 38 % in 2024-06 the deployment does not count in any case.
    let idle = try office(
      without: ["2023-12"],
      "c,t1,2024-06,Teams,CSP,19,50",
      dates: "t1,CSP,2023-12-05,"
    )
    #expect(try idle.answer("modern-work-smb", "deployments/csp") == "not-met, no change, 0")
  }

  @Test func aCoveredMonthOfAssociationWithoutARow() throws {
    // Nothing was in use in 2023-12: the deployment counts, and the growth is 30 - 0.
    let facts = try office(
      without: [],
      "c,t1,2024-06,Teams,CSP,30,50",
      dates: "t1,CSP,2023-12-05,"
    )
    #expect(try facts.answer("modern-work-smb", "deployments/csp") == "met, with growth, 1")
    #expect(try facts.answer("modern-work-smb", "usage-growth/csp") == "met, with growth, 30")
  }

  // MARK: Promoted tenants

  @Test func promotedInTheUncoveredMonthIsAssumedNot() throws {
    // 200 seats in 2026-09: in range. 350 in 2025-09: in range only if promoted, which 2024-09 tells.
    let rows = """
      c,t1,2025-09,Teams,CSP,30,350
      c,t1,2026-09,Teams,CSP,30,200
      """
    let assumed = try office(asOf: "2026-09", without: ["2024-09"], rows)
    #expect(try assumed.answer("modern-work-smb", netAdds) == "met, with growth, 1")
    #expect(try !assumed.outcome(key(netAdds)).assumptions.isEmpty)
    // 2024-09 covered: 350 seats then is not promoted, 250 is.
    let large = try office(asOf: "2026-09", without: [], rows + "\nc,t1,2024-09,Teams,CSP,30,350")
    #expect(try large.answer("modern-work-smb", netAdds) == "met, with growth, 1")
    #expect(try large.outcome(key(netAdds)).assumptions.isEmpty)
    let small = try office(asOf: "2026-09", without: [], rows + "\nc,t1,2024-09,Teams,CSP,30,250")
    #expect(try small.answer("modern-work-smb", netAdds) == "not-met, no change, 0")
    #expect(try small.outcome(key(netAdds)).assumptions.isEmpty)
  }

  private func key(_ path: String) -> NodeKey {
    NodeKey(customer: "c", area: "modern-work-smb", path: path)
  }
}
