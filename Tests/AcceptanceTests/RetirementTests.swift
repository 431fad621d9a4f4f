import Testing

/// Certificates that have retired: until when they count, and completed when.
@Suite("Retired certificates")
struct RetirementTests {
  struct Retirement: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let code: String
    let designation: String
    let metric: String

    /// What others have, so that one holder counts.
    let others: String

    /// The points of one holder.
    let points: String

    /// The day before it retires, that day, the day after.
    let days: [String]

    /// The last month in which it counts, and the next.
    let months: [String]
  }

  static let retirements: [Retirement] = [
    Retirement(
      testDescription: "AZ-220, L-AZ-23: through July 2024",
      code: "AZ-220",
      designation: "azure-digital-app-innovation",
      metric: "advanced-certifications",
      others: "AZ-305: X Y",
      points: "4",
      days: ["2023-07-30", "2023-07-31", "2023-08-01"],
      months: ["2023-07", "2024-07", "2024-08"]
    ),
    Retirement(
      testDescription: "AZ-600, L-AZ-23: through July 2024",
      code: "AZ-600",
      designation: "azure-infrastructure",
      metric: "intermediate-certifications",
      others: "AZ-104: X Y",
      points: "4",
      days: ["2023-07-30", "2023-07-31", "2023-08-01"],
      months: ["2023-07", "2024-07", "2024-08"]
    ),
    // Without it nobody but X is in step 2, and Z earns nothing.
    Retirement(
      testDescription: "MS-500, L-SEC-23: through June 2024",
      code: "MS-500",
      designation: "security",
      metric: "intermediate-certifications",
      others: "AZ-500: X Y; SC-200: X; SC-300: Z",
      points: "20/3",
      days: ["2023-06-29", "2023-06-30", "2023-07-01"],
      months: ["2023-12", "2024-06", "2024-07"]
    ),
    Retirement(
      testDescription: "SC-400, L-SEC-26: a year after May 31, 2025",
      code: "SC-400",
      designation: "security-enterprise",
      metric: "intermediate-certifications",
      others: "SC-500: X Y; SC-200: X Y",
      points: "20/3",
      days: ["2025-05-30", "2025-05-31", "2025-06-01"],
      months: ["2026-05", "2026-05", "2026-06"]
    ),
  ]

  @Test(
    "completed before it retires it counts until its last month, on the day or after never",
    arguments: retirements
  )
  func retires(_ certificate: Retirement) throws {
    for (place, day) in certificate.days.enumerated() {
      for (later, month) in certificate.months.enumerated() {
        let files = [
          "others.csv": try holders(certificate.others),
          "one.csv": try holders("\(certificate.code): Q", completed: day),
        ]
        let scored = try Scored(asOf: month, files)
        let points = try scored.points(certificate.metric, of: certificate.designation)
        let expected = place == 0 && later < 2 ? certificate.points : "0"
        #expect(points == expected, "completed \(day), as of \(month)")
      }
    }
  }

  @Test("a certificate that will retire counts in full before, whenever it was completed before")
  func notYetRetired() throws {
    let files = ["t.csv": try holders("AZ-104: A B; AZ-600: A B", completed: "2023-05-31")]
    for (month, points) in [("2023-04", "0"), ("2023-05", "8"), ("2023-07", "8")] {
      let scored = try Scored(asOf: month, files)
      #expect(
        try scored.points("intermediate-certifications", of: "azure-infrastructure") == points
      )
    }
  }
}
