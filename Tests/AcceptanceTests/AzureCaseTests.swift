import Testing

/// Cases 1 to 3 of those that the language has to express.
@Suite("Azure, case by case")
struct AzureCaseTests {
  private let netAdds = "net-customer-adds/net-qualified-tenants"

  /// As of 2024-06, with every month of the last two years covered.
  private func evaluated(_ lines: String, rules: [String: String]? = nil) throws -> Evaluated {
    let covering = others("2022-06", through: "2024-06", otherAzure)
    return try Evaluated(
      asOf: "2024-06",
      ["usage.csv": azureUsage(covering + lines)],
      rules: rules
    )
  }

  @Test func eitherOfTwoMonthsNow() throws {
    // 1,000.00 in 2024-05 alone: 1 - 0.
    let facts = try evaluated("c,t1,2024-05,Storage,PAL,1000.00")
    #expect(try facts.answer("azure", netAdds) == "met, with growth, 1")
  }

  @Test func eitherOfTwoMonthsThen() throws {
    // t1 by 2024-05, t2 by 2023-05: 1 - 1.
    let facts = try evaluated(
      """
      c,t1,2024-05,Storage,PAL,1000.00
      c,t2,2023-05,Storage,PAL,1000.00
      """
    )
    #expect(try facts.answer("azure", netAdds) == "not-met, no change, 0")
  }

  @Test func monthsAreNotAddedUp() throws {
    // 999.99 in each of the two months is not 1,000.00 in one of them.
    let facts = try evaluated(
      """
      c,t1,2024-05,Storage,PAL,999.99
      c,t1,2024-06,Storage,PAL,999.99
      """
    )
    #expect(try facts.answer("azure", netAdds) == "not-met, no change, 0")
  }

  @Test func servicesAndAssociationsOfATenantAddUp() throws {
    // 600.00 + 500.00 - 100.00 = 1,000.00; CPOR is no association of Azure.
    let facts = try evaluated(
      """
      c,t1,2024-06,Storage,PAL,600.00
      c,t1,2024-06,SQL Database,CSP Tier 1,500.00
      c,t1,2024-06,SQL Database,CSP Tier 2,-100.00
      c,t2,2024-06,Storage,CPOR,5000.00
      """
    )
    #expect(try facts.answer("azure", netAdds) == "met, with growth, 1")
  }

  @Test func servicesInUseAreCountedOnceAndNotNet() throws {
    // Storage, in two tenants and last year too, counts once. Virtual Machines and their licenses
    // never count, SQL Database has 0.00, and Backup's 5.00 and -5.00 of one month are 0.00.
    // App Service was last in use in 2023-06, before the twelve months.
    let facts = try evaluated(
      """
      c,t1,2023-06,Storage,PAL,10
      c,t1,2023-07,Storage,PAL,10
      c,t2,2024-06,Storage,PAL,10
      c,t1,2024-06,Virtual Machines,PAL,10
      c,t1,2024-06,Virtual Machine Licenses,PAL,10
      c,t1,2024-06,SQL Database,PAL,0.00
      c,t1,2024-06,Backup,PAL,5.00
      c,t2,2024-06,Backup,CSP,-5.00
      c,t1,2023-06,App Service,PAL,10
      """
    )
    #expect(try facts.answer("azure", "deployments/workloads") == "met, 1")
  }

  @Test func virtualMachinesAloneAreNoDeployment() throws {
    let facts = try evaluated("c,t1,2024-06,Virtual Machines,PAL,10000")
    #expect(try facts.answer("azure", "deployments/workloads") == "not-met, 0")
  }

  @Test func growthOfOneMonthOrOfTwelve() throws {
    // One month: 10 - 20 = -10, -50 %. Twelve months: 10 + 100 against 20: +90, 450 %.
    let rows = """
      c,t1,2023-06,Storage,PAL,20
      c,t1,2024-01,Storage,PAL,100
      c,t1,2024-06,Storage,PAL,10
      """
    let path = "usage-growth/usage-growth"
    #expect(try evaluated(rows).answer("azure", path) == "not-met, in decline, -50.00")
    let rules = try shippedRules(choosing: "trailing-year", insteadOf: "one-month")
    let trailing = try evaluated(rows, rules: rules)
    #expect(try trailing.answer("azure", path) == "met, with growth, 450.00")
  }

  @Test func growthFromNothingHasNoPercentage() throws {
    let facts = try evaluated("c,t1,2024-06,Storage,PAL,0.01")
    #expect(try facts.answer("azure", "usage-growth/usage-growth") == "met, with growth")
  }
}
