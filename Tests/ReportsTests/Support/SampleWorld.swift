import Evaluation
import Facts
import Reports
import RuleSemantics

/// Two customers and two trees: one with gates, categories and a best-of metric, one with branches.
enum SampleWorld {
  typealias Finding = HandMadeFacts.Finding

  static let facts = HandMadeFacts(
    plan: Make.plan([smb, apps]),
    catalogue: Make.catalogue,
    customers: [
      Customer(id: "1001", name: "=Contoso, \"North\"\u{1B}[2J"),
      Customer(id: "1002", name: "東京 Fabrikam"),
    ],
    table: [smbFindings, appsFindings]
  )

  private static let some = TestPlan.presence(
    PresencePlan(
      selection: 0,
      kind: 1,
      names: NameFilter(
        set: NameSet(
          id: "productivity",
          kind: 1,
          members: ["Teams", "Exchange Online"].map { NameSet.Member(label: $0, codes: []) }
        ),
        isNegated: false
      ),
      window: 12
    )
  )
  private static let net = TestPlan.net(group: 0, less: nil, .atLeast("1", .tenant))
  private static let change = TestPlan.anyGrowth(Quantity(measure: 0, window: 1), group: nil)

  private static let smb = AreaPlan(
    id: "modern-work-smb",
    title: "Modern work - SMB",
    nodes: [
      Make.node(.area, "", "Modern work - SMB", children: [1, 2, 3, 5]),
      Make.node(.gate, "workloads", "Workloads", criterion: "Teams, Exchange Online", test: some),
      Make.node(
        .gate,
        "paid-available-units",
        "Paid Available Units (PAU)",
        criterion: "PAU of at least one workload: >10 and <=300",
        test: .largest(measure: 0, .between("11", "300", .seats))
      ),
      Make.node(
        .metric,
        "net-customer-adds",
        "Net customer adds",
        children: [4],
        category: "Performance"
      ),
      Make.node(
        .leaf,
        "net-customer-adds/net-qualified-tenants",
        "Net Qualified Tenants",
        parent: 3,
        category: "Performance",
        criterion: "At least 1 for this customer",
        test: net
      ),
      Make.node(
        .metric,
        "usage-growth",
        "Usage growth",
        children: [6, 7],
        category: "Customer success",
        isBestOf: true
      ),
      Make.node(
        .leaf,
        "usage-growth/cpor",
        "CPOR Usage Growth",
        parent: 5,
        category: "Customer success",
        under: "CPOR",
        criterion: "Any positive usage growth",
        test: change
      ),
      Make.node(
        .leaf,
        "usage-growth/csp",
        "CSP Usage Growth",
        parent: 5,
        category: "Customer success",
        under: "CSP",
        criterion: "Any positive usage growth",
        test: change
      ),
    ]
  )

  private static let apps = AreaPlan(
    id: "apps",
    title: "Apps",
    nodes: [
      Make.node(.area, "", "Apps", children: [1, 2, 4, 5]),
      Make.node(.gate, "performance/workloads", "Workloads", branch: "performance", test: some),
      Make.node(.metric, "adds", "Adds", children: [3], branch: "performance"),
      Make.node(.leaf, "adds/net", "Net", parent: 2, branch: "performance", test: net),
      Make.node(.gate, "success/workloads", "Workloads", branch: "success", test: some),
      Make.node(.metric, "growth", "Growth", children: [6], branch: "success"),
      Make.node(.leaf, "growth/growth", "Usage", parent: 5, branch: "success", test: change),
    ]
  )
}
