import Evaluation
import Facts
import RuleSemantics
import Testing

/// Certificates that stop counting soon after the as-of month, 2025-10.
@Suite("Certificates that end soon")
struct EndingCertificateTests {
  typealias Certificate = ScoreWorld.Certificate

  /// Seven people with one of the certificates earn 15 points.
  private func step(_ codes: Int32..., after: [Int] = [], needs: Int? = nil) -> StepPlan {
    let members = codes.map { NameSet.Member(label: "certificate \($0)", codes: [$0]) }
    let set = NameSet(id: "set", kind: 2, members: members)
    return StepPlan(
      id: "step",
      title: "Step",
      holdings: [Holding(isAll: false, certificates: set)],
      after: after,
      needs: needs.map { Decimal($0) },
      earning: ScoreWorld.earns("15", at: "7", ScoreWorld.person)
    )
  }

  private func endings(
    _ certificates: [Certificate]?,
    _ steps: [StepPlan],
    retirement: DeclaredName.Retirement? = nil,
    maximum: Int = 100
  ) -> [EndingCertificate] {
    ending(certificates, steps, retirement: retirement, maximum: maximum).all
  }

  private func ending(
    _ certificates: [Certificate]?,
    _ steps: [StepPlan],
    retirement: DeclaredName.Retirement? = nil,
    maximum: Int = 100,
    total: Bounds? = nil
  ) -> EndingCertificates {
    var world = ScoreWorld(certificates: certificates, retirements: [retirement, nil, nil])
    world.qualification = total.map {
      QualificationPlan(total: $0, needsEveryScore: true, months: 1, citations: [])
    }
    let designation = world.designation([ScoreWorld.plan(maximum, .steps(steps))])
    let plan = world.plan([ScoreWorld.Tree([]).area], [designation], [])
    let evaluated = evaluate(plan, over: world.facts, catalogue: world.catalogue)
    return endingCertificates(evaluated, score(evaluated))
  }

  private func costs(_ endings: [EndingCertificate]) -> [Fraction] {
    endings.flatMap { $0.costs.map(\.points) }
  }

  @Test("expire from the last day of the month to 90 days after it")
  func expiry() {
    let days = ["2025-10-30", "2025-10-31", "2025-12-10", "2026-01-29", "2026-01-30", nil]
    let rows = days.enumerated().map { Certificate(person: Int32($0), expires: $1) }
    let endings = endings(rows, [step(0)])
    #expect(endings.map(\.person) == [1, 2, 3])
    #expect(endings.map(\.day.description) == ["2025-10-31", "2025-12-10", "2026-01-29"])
    #expect(endings.map(\.certificate) == ["first", "first", "first"])
    #expect(endings.allSatisfy { $0.reason == .expires })
    let one = EndingCertificate.Cost(
      designation: 0,
      points: fraction(15, over: 7),
      isQualified: .unknown
    )
    #expect(endings.map(\.costs) == [[one], [one], [one]])
  }

  @Test("come by day, then by person")
  func order() {
    let rows = [
      Certificate(person: 5, expires: "2025-11-20"), Certificate(person: 3, expires: "2025-11-20"),
      Certificate(person: 9, expires: "2025-11-02"),
      Certificate(person: 3, name: 1, expires: "2025-11-20"),
    ]
    let endings = endings(rows, [step(1, 0)])
    #expect(endings.map(\.person) == [9, 3, 3, 5])
    #expect(endings.map(\.certificate) == ["first", "first", "second", "first"])
  }

  @Test(
    "retire with the last month in which they count",
    arguments: [
      ("2025-10", "2025-10-31"), ("2025-12", "2025-12-31"), ("2026-01", nil), ("2025-09", nil),
    ]
  )
  func retirement(lastMonth: String, day: String?) throws {
    let retirement = DeclaredName.Retirement(
      day: try #require(Day("2025-06-30")),
      lastMonth: try #require(Month(lastMonth))
    )
    let endings = endings([Certificate(person: 4)], [step(0)], retirement: retirement)
    #expect(endings.map(\.day.description) == (day.map { [$0] } ?? []))
    #expect(endings.allSatisfy { $0.reason == .retires })
    #expect(costs(endings) == (day == nil ? [] : [fraction(15, over: 7)]))
  }

  @Test("end by what comes first, expiry or retirement")
  func first() throws {
    let retirement = DeclaredName.Retirement(
      day: try #require(Day("2025-12-15")),
      lastMonth: Month(year: 2025, number: 12)
    )
    let rows = [
      Certificate(person: 0, expires: "2025-12-30"), Certificate(person: 1, expires: "2026-01-05"),
    ]
    let endings = endings(rows, [step(0)], retirement: retirement)
    #expect(endings.map(\.reason) == [.expires, .retires])
    #expect(endings.map(\.day.description) == ["2025-12-30", "2025-12-31"])
  }

  @Test("cost nothing where another certificate of the person carries the step")
  func otherCertificate() {
    let rows = [
      Certificate(person: 0, expires: "2025-12-10"), Certificate(person: 0, name: 1),
    ]
    let endings = endings(rows, [step(0, 1)])
    #expect(endings.map(\.certificate) == ["first"])
    #expect(costs(endings) == [.zero])
  }

  @Test("cost together what each alone does not")
  func together() {
    // Two of three people are enough for what comes after.
    let rows = (0..<3).map { Certificate(person: $0, expires: $0 < 2 ? "2025-12-10" : nil) }
    let steps = [step(0, needs: 2), step(0, after: [0])]
    let one = fraction(15, over: 7)
    let endings = ending(rows, steps)
    #expect(costs(endings.all) == [fraction(30, over: 7), fraction(30, over: 7)])
    #expect(endings.together.map(\.points) == [fraction(75, over: 7)])
    #expect(ending(rows, [step(0)], maximum: 2).together.map(\.points) == [.zero])
    #expect(ending(Array(rows.suffix(2)), [step(0)]).together.isEmpty)
    #expect(costs(ending(Array(rows.suffix(2)), [step(0)]).all) == [one])
  }

  @Test("say whether the designation still qualifies")
  func qualification() {
    let rows = (0..<2).map { Certificate(person: $0, expires: $0 < 1 ? "2025-12-10" : nil) }
    func qualifies(_ limit: String) -> [Truth] {
      let limit = Bounds(
        lower: Bounds.End(Decimal(limit) ?? .zero, isIncluded: true),
        upper: nil,
        unit: ScoreWorld.coin
      )
      return ending(rows, [step(0)], total: limit).all.flatMap(\.costs).map(\.isQualified)
    }
    #expect(qualifies("2") == [.yes])
    #expect(qualifies("2.2") == [.no])
  }

  @Test("cost nothing where enough people remain for the maximum")
  func maximum() {
    let rows = (0..<3).map { Certificate(person: $0, expires: $0 == 0 ? "2025-12-10" : nil) }
    #expect(costs(endings(rows, [step(0)], maximum: 4)) == [.zero])
    #expect(costs(endings(rows, [step(0)], maximum: 5)) == [fraction(5, over: 7)])
  }

  @Test("do not end where the same certificate was renewed")
  func renewed() {
    let rows = [
      Certificate(person: 0, expires: "2026-10-01"), Certificate(person: 0, expires: "2025-12-10"),
      Certificate(person: 1, expires: "2025-11-10"), Certificate(person: 1, expires: "2025-12-10"),
    ]
    let endings = endings(rows, [step(0)])
    #expect(endings.map(\.person) == [1])
    #expect(endings.map(\.day.description) == ["2025-12-10"])
  }

  @Test("cost all steps that come after one that is complete no more")
  func chain() {
    let rows = [
      Certificate(person: 0, expires: "2025-12-10"), Certificate(person: 1, name: 1),
      Certificate(person: 2, name: 2), Certificate(person: 3, name: 2),
    ]
    let steps = [
      step(0, needs: 1), step(1, after: [0], needs: 1), step(2, after: [0, 1]),
    ]
    #expect(costs(endings(rows, steps)) == [fraction(60, over: 7)])
  }

  @Test("are told only of certificates that count in a step")
  func unused() {
    let ends = "2025-12-10"
    let rows = [
      Certificate(person: 0, name: 2, expires: ends),
      Certificate(person: 1, completed: "2025-11-01", expires: ends),
    ]
    #expect(endings(rows, [step(0)]) == [])
    #expect(endings(nil, [step(0)]) == [])
    #expect(endings([], [step(0)]) == [])
  }
}
