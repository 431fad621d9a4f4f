import Evaluation
import Facts
import RuleSemantics
import TestSupport
import Testing

@testable import Reports

/// Whether what reports advise leads to a designation, and no less does.
@Suite("What is missing to a designation")
struct QualificationDistanceTests {
  /// What a partner has, and what it earns: up to 20, 25 and 55 points, and 40 for people.
  private struct Partner {
    /// 20 points at 10 tenants.
    var adds: Int
    /// 25 points at 5 tenants, or at 10.
    var deployments: [Int]
    /// 55 points at 110 users; nil for people instead.
    var users: Int
    /// Two administrators and two architects, then 40 points at 10 specialists.
    var people: [Int]

    var history: ScoreHistory {
      let entries = [
        MakeScore.adds(.exactly(Decimal(adds))),
        MakeScore.deployments(Decimal(deployments[0]), Decimal(deployments[1])),
        MakeScore.usage(Decimal(users)), MakeScore.skills(people),
      ]
      let total = entries.reduce(Fraction.zero) { $0.plus($1.score.points) ?? $0 }
      let isQualified =
        !total.isBelow(Fraction(70)) && entries.allSatisfy { $0.score.points.isPositive }
      return MakeScore.history(entries, isQualified ? .yes : .no)
    }

    var isQualified: Bool { history.blocks[0].score.isQualified == .yes }

    func adding(_ additions: Additions, lessOneOf place: Int? = nil) -> Partner {
      var result = self
      for (index, addition) in additions.enumerated() {
        let units = Int(addition.units) - (place == index ? 1 : 0)
        if addition.option.step != nil {
          let steps = ["administrators", "architects", "specialists"]
          result.people[steps.firstIndex(of: addition.option.id) ?? 0] += units
          continue
        }
        switch addition.option.node {
        case 2: result.adds += units
        case 4: result.deployments[0] += units
        case 5: result.deployments[1] += units
        default: result.users += units
        }
      }
      return result
    }
  }

  @Test("each advice qualifies, and with one unit less it does not", arguments: 0..<4)
  func adviceIsEnough(batch: UInt64) throws {
    var random = SplitMix64(seed: 77 + batch)
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    var checked = 0
    for _ in 0..<300 {
      let partner = Partner(
        adds: number(-3...10),
        deployments: [number(-2...5), number(-2...10)],
        users: number(-5...80),
        people: [number(0...3), number(0...3), number(0...10)]
      )
      guard let distance = QualificationDistance(partner.history.blocks[0]) else {
        #expect(partner.isQualified)
        continue
      }
      let lifts = distance.first.flatMap { $0.ways[0] }
      guard let missing = distance.missing else {
        #expect(partner.adding(lifts).isQualified)
        continue
      }
      #expect(!partner.adding(lifts).isQualified)
      if distance.parts.isEmpty {
        #expect(distance.rooms.allSatisfy { $0.points.isBelow(missing) })
      }
      for part in distance.parts {
        let others = distance.first.filter { $0.metric.plan.id != part.metric.plan.id }
        let base = partner.adding(others.flatMap { $0.ways[0] })
        for way in part.ways {
          checked += 1
          #expect(base.adding(way).isQualified, "\(partner)")
          for place in way.indices {
            #expect(!base.adding(way, lessOneOf: place).isQualified, "\(partner)")
          }
        }
      }
    }
    #expect(checked > 100)
  }

  @Test("nothing is told of what is qualified or open")
  func nothingToTell() throws {
    let qualified = Partner(adds: 10, deployments: [5, 10], users: 110, people: [2, 2, 10])
    #expect(QualificationDistanceText.sentence(qualified.history.blocks[0]) == nil)
    let open = MakeScore.history([MakeScore.adds(.from("0", to: "9"))], .no)
    #expect(QualificationDistanceText.sentence(open.blocks[0]) == nil)
  }

  @Test("a metric of zero points comes first, then what is missing")
  func sentences() {
    func sentence(_ adds: Int, _ users: Int, _ people: [Int]) -> String? {
      let partner = Partner(adds: adds, deployments: [1, 0], users: users, people: people)
      return QualificationDistanceText.sentence(partner.history.blocks[0])
    }
    #expect(
      sentence(0, 110, [2, 2, 3])
        == "To qualify: 1 more tenant (Net adds)."
    )
    #expect(
      sentence(0, 80, [2, 2, 3])
        == "To qualify: 1 more tenant (Net adds); then 11 points are missing, which come from 7 more"
        + " tenants in all (Net adds), or 3 more tenants under One or 7 more tenants under Two"
        + " (Deployments), or 22 more users (Usage), or 3 more people for Specialists (Skills)."
    )
    #expect(
      sentence(0, 0, [0, 0, 0])
        == "To qualify: 1 more tenant (Net adds), 1 more user (Usage) and 2 more people for"
        + " Administrators and 2 more for Architects and 1 more for Specialists (Skills); then 58.5"
        + " points are missing, more than any one metric can still give: Net adds 18, Deployments 20,"
        + " Usage 54.5 and Skills 36."
    )
  }
}
