import Evaluation
import Facts
import Foundation
import RuleSemantics
import TestSupport
import Testing

/// When a designation is earned: enough points, no metric of zero, and in which months.
@Suite("Qualification and its window")
struct WindowTests {
  // Qualified in a month

  static let totals: [(label: String, partner: SmallPartner, total: String, isQualified: Bool)] = [
    ("20 + 10 + 15 + 22.5 + 2.5", SmallPartner(), "70", true),
    (
      "69.5 is not 70, though it is shown rounded: 20 + 5 + 15 + 27 + 2.5",
      SmallPartner(intermediate: 1, growth: 450), "139/2", false
    ),
    ("one user more than 69.94", SmallPartner(growth: 374), "3497/50", false),
    (
      "a user's part of a point above 70", SmallPartner(intermediate: 1, growth: 459), "1751/25",
      true
    ),
    (
      "80 with a metric of zero: no advanced",
      SmallPartner(advanced: 0, growth: 500, deployments: 8),
      "80", false
    ),
    ("no intermediate", SmallPartner(intermediate: 0, growth: 500, deployments: 10), "90", false),
    ("no net adds", SmallPartner(adds: 0, growth: 500, deployments: 10), "80", false),
    ("no deployments", SmallPartner(growth: 500, deployments: 0), "75", false),
    ("no growth", SmallPartner(growth: 0, deployments: 10), "70", false),
    ("a negative growth counts as zero", SmallPartner(growth: -100, deployments: 10), "70", false),
    (
      "A1: less than a point is above zero", SmallPartner(growth: 1, deployments: 10), "3503/50",
      true
    ),
    ("all of it", SmallPartner(adds: 12, growth: 600, deployments: 12), "100", true),
  ]

  @Test("total >= 70 and every metric > 0", arguments: totals)
  func qualifies(label: String, partner: SmallPartner, total: String, isQualified: Bool) throws {
    let month = try #require(Month("2023-06"))
    let scored = try Scored(asOf: "2023-06", partner.files(in: [month], of: month...month))
    let found = try scored.designation("modern-work-smb").score
    #expect(text(found.total) == total)
    #expect(found.possibleTotal == found.total)
    #expect(found.isQualified == (isQualified ? .yes : .no))
  }

  @Test("a high total with a zero metric is the track that counts, and is not qualified")
  func higherTotalWithoutAMetric() throws {
    let month = try #require(Month("2023-06"))
    let partner = SmallPartner(advanced: 0, growth: 500, deployments: 8)
    let scored = try Scored(asOf: "2023-06", partner.files(in: [month], of: month...month))
    #expect(try scored.designation("modern-work-smb").score.counts)
    #expect(try !scored.designation("modern-work-enterprise").score.counts)
    #expect(try scored.points("advanced-certifications", of: "modern-work-smb") == "0")
  }

  // The window

  /// The examples name days; a month is the smallest step here.
  static let windows: [(label: String, asOf: String, first: String)] = [
    ("W1, L-PCS-23: 2023-03-15 to 2023-08-15", "2023-08", "2023-03"),
    ("W2, L-PCS-24: 2024-03-01 to 2024-08-15", "2024-08", "2024-03"),
    ("W3, L-PCS-23: anniversary 2024-08-15, 2024-03-01 to 2024-08-31", "2024-08", "2024-03"),
    ("over the turn of a year", "2026-02", "2025-09"),
  ]

  @Test(arguments: windows)
  func sixMonths(label: String, asOf: String, first: String) throws {
    let (last, begin) = (try #require(Month(asOf)), try #require(Month(first)))
    let plan = plan(checked(try shippedRules()), asOf: last)
    #expect(plan.qualification?.months == last.index - begin.index + 1)

    // Qualified in the first month only.
    let files = SmallPartner().files(in: [begin], of: begin...(last + 1))
    let window = try Window(asOf: asOf, files)
    #expect(window.earned == "yes")
    #expect(window.firstQualified == first)
    #expect(window.months == (begin.index...last.index).map { Month(index: $0).description })
    #expect(window.qualified == [true, false, false, false, false, false])

    // A month later the window has moved on.
    let next = try Window(asOf: (last + 1).description, files)
    #expect(next.earned == "no")
    #expect(next.firstQualified == nil)
    #expect(next.months.first == (begin + 1).description)
  }

  // Whenever each area was first attained, one time holds for all of them. Since September 2023 it
  // is no anniversary, but the window of six months, which is said once, for the whole program.
  @Test("W4, L-FAQ: Modern Work, Business Applications and Security share one time")
  func oneTimeForAllAreas() throws {
    let months = try ["2022-11", "2023-11"].map { try #require(Month($0)) }
    let files = SmallPartner().files(in: months, of: (months[1] - 6)...months[1])
    let expected = (6...11).map { Month(year: 2023, number: $0).description }
    for area in ["modern-work", "business-applications", "security", "azure-data-ai"] {
      #expect(try Window(asOf: "2023-11", files, area: area).months == expected)
    }
  }

  @Test("the first of several months is named, the as-of month counts")
  func severalMonths() throws {
    let months = try ["2024-05", "2024-08"].map { try #require(Month($0)) }
    let files = SmallPartner().files(in: months, of: (months[0] - 3)...months[1])
    let window = try Window(asOf: "2024-08", files)
    #expect(window.firstQualified == "2024-05")
    #expect(window.qualified == [false, false, true, false, false, true])
    #expect(try Window(asOf: "2024-05", files).firstQualified == "2024-05")
    #expect(try Window(asOf: "2024-04", files).earned != "yes")
  }
}

/// A partner of Modern Work's SMB track, with what each of its metrics measures.
struct SmallPartner: Sendable {
  /// Tenants, 2 points each up to 20.
  var adds = 10

  /// People, 5 points each up to 10.
  var intermediate = 2

  /// People, 15 points.
  var advanced = 1

  /// Users of CPOR, 0.06 points each up to 30.
  var growth = 375

  /// Tenants of CSP, 2.5 points each up to 25.
  var deployments = 1

  /// Files in which the measures are those in some months, and nothing has changed in the others.
  func files(in months: [Month], of all: ClosedRange<Month>) -> [String: String] {
    var lines: [String] = []
    func add(_ tenant: String, _ month: Month, _ association: String, _ users: Int, _ seats: Int) {
      lines.append("\(tenant),\(tenant),\(month),Teams,\(association),\(users),\(seats)")
    }
    let baselines = (all.lowerBound.index...all.upperBound.index).map { Month(index: $0 - 12) }
    let present = (all.lowerBound.index...all.upperBound.index).map { Month(index: $0) }
    for month in Set(baselines + present).sorted() {
      let isGood = months.contains(month)
      add("growing", month, "CPOR", isGood ? 1000 + growth : 1000, 300)
      // With growth under CSP below zero, only that under CPOR can count.
      add("shrinking", month, "CSP", isGood ? 1000 : 2000, 300)
      for tenant in 0..<deployments { add("used\(tenant)", month, "CSP", isGood ? 40 : 39, 100) }
      for tenant in 0..<(isGood ? adds : 0) { add("new\(tenant)", month, "CSP", 0, 100) }
    }
    func rows(_ count: Int, _ title: String) -> [String] {
      (0..<count).map { "\(title),Certification,\($0),,2022-01-15,,Active" }
    }
    let people =
      rows(intermediate, "Teams Administrator Associate")
      + rows(advanced, "Enterprise Administrator Expert")
    return [
      "usage.csv": officeUsage(lines.joined(separator: "\n")),
      "trainings.csv": trainings(people.joined(separator: "\n")),
    ]
  }
}

/// The window of Modern Work's SMB track, as `rulec score` tells it.
private struct Window {
  let earned: String
  let firstQualified: String?
  let months: [String]
  let qualified: [Bool]

  init(
    asOf month: String,
    _ files: [String: String],
    area: String = "modern-work-smb"
  ) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "rulec-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    let output = FileManager.default.temporaryDirectory
      .appending(path: "rulec-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: output) }
    let process = Process()
    process.executableURL = Window.executable
    process.currentDirectoryURL = Fixtures.packageRoot
    process.arguments = [
      "score", "--facts", folder.path, "--as-of", month, "--area", area,
      "--format", "json", "--output", output.path,
    ]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let report = try JSONDecoder().decode(Report.self, from: Data(contentsOf: output))
    let window = try #require(report.designations.first)
    earned = window.earned.text
    firstQualified = window.firstQualified
    months = window.months.map(\.month)
    qualified = window.months.map { $0.qualified?.text == "yes" }
  }

  /// The command stands beside the test bundle.
  private static var executable: URL {
    let beside = Bundle.main.bundleURL.appending(path: "rulec")
    if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
    return Fixtures.packageRoot.appending(path: ".build/debug/rulec")
  }

  private struct Report: Decodable {
    let designations: [Found]

    struct Found: Decodable {
      let earned: Answer
      let firstQualified: String?
      let months: [OneMonth]
    }

    struct OneMonth: Decodable {
      let month: String
      let qualified: Answer?
    }
  }

  /// True, false, or null for what cannot be told.
  private struct Answer: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let answer = try? container.decode(Bool.self) {
        text = answer ? "yes" : "no"
      } else {
        text = (try? container.decode(String.self)) ?? "unknown"
      }
    }
  }
}
