import Testing

/// The published examples of people with certificates in the areas without steps.
@Suite("Certificates of Modern Work and Business Applications")
struct SkillingExampleTests {
  private static let enterprise = "modern-work-enterprise"
  private static let smb = "modern-work-smb"
  private static let bigApps = "business-applications-enterprise"
  private static let smallApps = "business-applications-smb"
  private static let month = "2023-06"

  static let cases: [SkillingCase] = [
    SkillingCase(
      "K22, L-MW: Enterprise, 4 intermediate",
      month,
      enterprise,
      "MS-900: A B; MS-700: C D",
      "10"
    ),
    SkillingCase(
      "K22, L-MW: Enterprise, 2 advanced",
      month,
      enterprise,
      metric: "advanced",
      "MS-102: A B",
      "15"
    ),
    SkillingCase("K22, L-MW: SMB, 2 intermediate", month, smb, "MS-900: A; MS-700: B", "10"),
    SkillingCase("K22, L-MW: SMB, 1 advanced", month, smb, metric: "advanced", "MS-102: A", "15"),
    SkillingCase("Enterprise, 3 of 4", month, enterprise, "MS-900: A B C", "15/2"),
    SkillingCase(
      "Enterprise, one person with two certificates",
      month,
      enterprise,
      "MS-900: A; MS-700: A",
      "5/2"
    ),
    SkillingCase("Enterprise, 1 of 2", month, enterprise, metric: "advanced", "MS-102: A", "15/2"),
    SkillingCase("SMB, 1 of 2", month, smb, "MS-700: A", "5"),
    SkillingCase("SMB, 3 of 2", month, smb, "MS-700: A B C", "10"),

    SkillingCase(
      "K23, L-BA-23: 7 people, printed as 2.14 each",
      month,
      bigApps,
      metric: "advanced",
      "MB-700: A B C D E F G",
      "15"
    ),
    SkillingCase(
      "K23, L-BA-23: 2 people, 7.5 each",
      month,
      smallApps,
      metric: "advanced",
      "MB-700: A B",
      "15"
    ),
    SkillingCase("A21: 1 person of 7", month, bigApps, metric: "advanced", "MB-700: A", "15/7"),
    SkillingCase(
      "A21: 6 people of 7",
      month,
      bigApps,
      metric: "advanced",
      "MB-700: A B C D E F",
      "90/7"
    ),
    SkillingCase("L-BA-23: Enterprise, 1 point each of 20", month, bigApps, "PL-400: A B C", "3"),
    SkillingCase("L-BA-23: SMB, 4 points each of 5", month, smallApps, "PL-400: A B C", "12"),
    SkillingCase("L-BA-23: App Maker until 2023-11", "2023-11", smallApps, "PL-100: A", "4"),
    SkillingCase("L-BA-23: App Maker until 2023-11", "2023-12", smallApps, "PL-100: A", "0"),
    SkillingCase(
      "S1: Business Central Developer from 2024-05",
      "2024-04",
      smallApps,
      metric: "advanced",
      "MB-820: A",
      "0"
    ),
    SkillingCase(
      "S1: Business Central Developer from 2024-05",
      "2024-05",
      smallApps,
      metric: "advanced",
      "MB-820: A",
      "15/2"
    ),
    SkillingCase(
      "L-BA-26: Agentic AI Business Solutions Architect",
      "2026-05",
      smallApps,
      metric: "advanced",
      "AB-100: A",
      "15/2"
    ),
  ]

  @Test(arguments: cases)
  func points(_ example: SkillingCase) throws {
    try example.verify()
  }
}

/// Who has which certificate, and what it earns.
struct SkillingCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let month: String
  let designation: String
  let metric: String

  /// Who has which certificate: `AZ-104: A B; DP-300: C`.
  let people: String
  let points: String

  init(
    _ label: String,
    _ month: String,
    _ designation: String,
    metric: String = "intermediate",
    _ people: String,
    _ points: String
  ) {
    testDescription = label
    self.month = month
    self.designation = designation
    self.metric = metric + "-certifications"
    self.people = people
    self.points = points
  }

  func verify() throws {
    let scored = try Scored(asOf: month, ["trainings.csv": holders(people)])
    #expect(try scored.points(metric, of: designation) == points)
  }
}
