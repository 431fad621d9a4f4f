import Evaluation
import Facts
import RuleSemantics
import Testing

@testable import Reports

@Suite("Scores of the partner")
struct ScoreReportTests {
  @Test(arguments: ScoreCase.all)
  func page(_ sample: ScoreCase) throws {
    let style = RenderStyle(columns: 100)
    let page = text { scoreReport(sample.history, style, into: $0) }
    let lines = text { scoreCSV(sample.history, into: $0) }
    try Golden.expect(page + "\n" + lines, "score-\(sample.name).txt")
    #expect(page.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test func jsonOfOpenFacts() throws {
    let json = text { scoreJSON(ScoreCase.headed.history, into: $0) }
    try Golden.expect(json, "score-headed.json")
  }

  @Test func json() throws {
    let json = text { scoreJSON(ScoreCase.tracks.history, into: $0) }
    try Golden.expect(json, "score.json")
  }

  @Test func jsonOfEndings() throws {
    let json = text { scoreJSON(ScoreCase.endings.history, into: $0) }
    try Golden.expect(json, "score-endings.json")
  }

  @Test func endingsOfOtherDesignationsAreLeftOut() {
    let all = ScoreCase.endings.history
    let none = ScoreHistory(
      months: all.months,
      people: all.people,
      catalogue: all.catalogue,
      designations: [],
      endings: all.endings
    )
    #expect(all.reportedEndings.count == 3)
    #expect(none.reportedEndings.isEmpty)
  }

  @Test func schemaIsRecorded() throws {
    try Golden.expect(scoreSchema, "score-schema.json")
  }

  @Test func namedTrackIsShownWithItsMetrics() {
    func page(named: Set<Int>) -> String {
      let all = ScoreCase.tracks.history
      let history = ScoreHistory(
        months: all.months,
        people: all.people,
        catalogue: all.catalogue,
        designations: [0],
        named: named
      )
      return text { scoreReport(history, RenderStyle(columns: 100), into: $0) }
    }
    #expect(page(named: [0]).contains("\n  Usage  "))
    #expect(!page(named: []).contains("\n  Usage  "))
  }

  @Test func verdictsComeFirst() {
    func verdict(_ sample: ScoreCase) -> String? {
      sample.history.blocks.first.map { QualificationText(block: $0).clause }
    }
    #expect(verdict(.qualified) == "82 points, every metric above zero: qualified")
    #expect(verdict(.zero) == "75 points, but Deployments is zero: not qualified")
    #expect(verdict(.short) == "68 points, 2 short of 70: not qualified")
    #expect(verdict(.half) == "69.5 points, 0.5 short of 70: not qualified")
  }
}

/// A score with the name of its golden file.
struct ScoreCase: Sendable, CustomTestStringConvertible {
  let name: String
  let history: ScoreHistory

  var testDescription: String { name }

  static let all = [
    qualified, zero, short, half, interval, sides, growth, floor, steps, noPeople, tracks,
    openTracks, classified, endings, headed,
  ]

  static let qualified = ScoreCase("qualified", .exactly("10"), "94", .yes)
  static let zero = ScoreCase(
    "zero",
    [.adds(.exactly("10")), .deployments("0", "-1"), .usage("110")],
    .no
  )
  static let short = ScoreCase("short", .exactly("4"), "90", .no)
  static let half = ScoreCase("half", .exactly("4"), "93", .no)
  static let interval = ScoreCase("interval", .from("0", to: "9"), "94", .unknown)
  static let sides = ScoreCase("sides", [.sides("4", "-2"), .usage("110")], .no)
  static let growth = ScoreCase("growth", [.growth("77.50", from: "1234.56")], .no)
  static let floor = ScoreCase("floor", [.growth("900", from: "800", .belowFloor)], .no)
  static let steps = ScoreCase("steps", [.skills([1, 2, 7]), .usage("110")], .no)
  static let noPeople = ScoreCase(
    "no-people",
    [.skills([nil, nil, nil]), .usage("110")],
    .unknown
  )

  static let tracks = ScoreCase(
    name: "tracks",
    history: MakeScore.tracks(
      [.adds(.exactly("4")), .usage("90")].entries,
      [.adds(.exactly("10")), .deployments("3", "4"), .usage("94")].entries,
      .higherTotal
    )
  )

  static let openTracks = ScoreCase(
    name: "open-tracks",
    history: MakeScore.tracks(
      [.adds(.from("2", to: "8")), .usage("90")].entries,
      [.adds(.from("5", to: "9")), .deployments("3", "4"), .usage("94")].entries,
      .higherTotal
    )
  )

  static let classified = ScoreCase(
    name: "classified",
    history: MakeScore.tracks(
      [.adds(.exactly("4"))].entries,
      [.adds(.exactly("10")), .usage("110")].entries,
      .classified(
        met: 0,
        [
          .share(
            selection: 0,
            names: NameSet(id: "small", kind: 0, members: [.init(label: "Small", codes: [0])]),
            .atLeast("80", .percent)
          ),
          .count(group: 0, monthsBack: 12, .atLeast("5", .tenant)),
        ],
        otherwise: 1
      ),
      [
        PartnerObservation(
          truth: .no,
          value: .exactly("79996"),
          whole: .exactly("100000"),
          unit: .percent,
          month: "2025-10"
        ),
        PartnerObservation(
          truth: .unknown,
          value: .from("3", to: "7"),
          whole: nil,
          unit: .tenant,
          month: "2024-10"
        ),
      ]
    )
  )

  /// One of ten specialists, an administrator whose loss closes the last step, and one of three.
  static let endings = ScoreCase(
    name: "endings",
    history: MakeScore.history(
      [.skills([2, 3, 9]), .usage("110")].entries,
      .yes,
      endings: EndingCertificates(
        all: [
          MakeScore.ending(1, "Specialist", "2025-11-30", .retires, Fraction(4)),
          MakeScore.ending(0, "Administrator", "2025-12-10", .expires, Fraction(36), .no),
          MakeScore.ending(2, "Architect", "2025-12-10", .expires, .zero),
        ],
        together: [
          EndingCertificate.Cost(designation: 0, points: Fraction(40), isQualified: .no)
        ]
      )
    )
  )

  /// Two categories, and facts that are missing in each.
  static let headed = ScoreCase(
    name: "headed",
    history: MakeScore.history(
      [
        MakeScore.adds(.from("0", to: "9")).under("performance", "Performance"),
        MakeScore.skills([2, 2, nil]).under("skilling", "Skilling"),
        MakeScore.usage("99").under("success", "Customer success"),
        MakeScore.deployments("3", "4").under("success", "Customer success"),
      ],
      .unknown,
      open: [
        OpenFacts(
          customers: (1...4).map { Customer(id: "\($0)", name: "") },
          missing: [
            MissingFact(table: "usage", months: ["2024-10"], tenant: nil, item: nil),
            MissingFact(table: "usage", months: ["2025-10"], tenant: "t1", item: "Mail"),
          ]
        ),
        OpenFacts(
          customers: [],
          missing: [MissingFact(table: "people", months: [], tenant: nil, item: nil)]
        ),
        nil, nil,
      ]
    )
  )

  private init(name: String, history: ScoreHistory) {
    self.name = name
    self.history = history
  }

  private init(_ name: String, _ entries: [Metric], _ isQualified: Truth) {
    self.init(name: name, history: MakeScore.history(entries.entries, isQualified))
  }

  /// With deployments of 15 points.
  private init(_ name: String, _ adds: ValueRange, _ usage: Decimal, _ isQualified: Truth) {
    self.init(name, [.adds(adds), .deployments("3", "4"), .usage(usage)], isQualified)
  }

  /// The metrics that ``MakeScore`` makes.
  fileprivate enum Metric {
    case adds(ValueRange)
    case deployments(Decimal, Decimal)
    case usage(Decimal)
    case growth(Decimal, from: Decimal, OptionScore.Obstacle? = nil)
    case sides(Decimal, Decimal)
    case skills([Int?])
  }
}

extension [ScoreCase.Metric] {
  fileprivate var entries: [MakeScore.Entry] {
    map { metric in
      switch metric {
      case .adds(let net): MakeScore.adds(net)
      case .deployments(let first, let second): MakeScore.deployments(first, second)
      case .usage(let users): MakeScore.usage(users)
      case .growth(let change, let baseline, let obstacle):
        MakeScore.growth(change, from: baseline, obstacle)
      case .sides(let first, let second): MakeScore.sides(first, second)
      case .skills(let counts): MakeScore.skills(counts)
      }
    }
  }
}
