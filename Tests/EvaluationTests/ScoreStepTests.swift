import Evaluation
import Facts
import RuleSemantics
import Testing

/// People with certificates, step by step.
@Suite("Points of steps")
struct ScoreStepTests {
  typealias Certificate = ScoreWorld.Certificate

  private func certificates(_ codes: Int32..., isAll: Bool = false) -> Holding {
    Holding(
      isAll: isAll,
      certificates: NameSet(
        id: "set",
        kind: 2,
        members: codes.map { NameSet.Member(label: "certificate \($0)", codes: [$0]) }
      )
    )
  }

  private func step(
    _ holdings: Holding...,
    after: [Int] = [],
    needs: Int? = nil,
    earns: Earning? = ScoreWorld.earns("15", at: "7", ScoreWorld.person)
  ) -> StepPlan {
    StepPlan(
      id: "step",
      title: "Step",
      holdings: holdings,
      after: after,
      needs: needs.map { Decimal($0) },
      earning: earns
    )
  }

  private func people(
    _ certificates: [Certificate],
    month: Month = ScoreWorld.asOf,
    retirement: DeclaredName.Retirement? = nil
  ) -> [Int32] {
    let world = ScoreWorld(
      certificates: certificates,
      retirements: [retirement, nil, nil],
      month: month
    )
    return world.score([step(self.certificates(0))]).options[0].people
  }

  @Test("are in proportion to the people; seven of 15/7 are 15", arguments: 0...8)
  func proportion(count: Int) {
    let world = ScoreWorld(certificates: (0..<count).map { Certificate(person: Int32($0)) })
    let score = world.score([step(certificates(0))])
    #expect(score.points == (count < 7 ? fraction(15 * count, over: 7) : fraction(15)))
    #expect(score.options[0].people == (0..<Int32(count)).map { $0 })
    #expect(score.options[0].measure == exactly(count))
    #expect(score.options[0].unit == ScoreWorld.person)
    #expect(score.options[0].place == .step(0))
  }

  @Test("count a person once in a step, and in several steps")
  func samePerson() {
    let world = ScoreWorld(
      certificates: [
        Certificate(person: 4), Certificate(person: 4, completed: "2025-02-01"),
        Certificate(person: 4, name: 1), Certificate(person: 1, name: 1),
      ]
    )
    let score = world.score([step(certificates(0, 1)), step(certificates(1))], maximum: 5)
    #expect(score.options.map(\.people) == [[1, 4], [1, 4]])
    #expect(score.options.map(\.points) == [fraction(30, over: 7), fraction(30, over: 7)])
    #expect(score.points == fraction(5))
  }

  @Test("ask for all of a set, and for each holding")
  func allOf() {
    let world = ScoreWorld(
      certificates: [
        Certificate(person: 0), Certificate(person: 0, name: 1), Certificate(person: 1),
        Certificate(person: 2, name: 1), Certificate(person: 2), Certificate(person: 2, name: 2),
      ]
    )
    func people(_ step: StepPlan) -> [Int32] { world.score([step]).options[0].people }
    #expect(people(step(certificates(0, 1, isAll: true))) == [0, 2])
    #expect(people(step(certificates(0, 1, isAll: true), certificates(2))) == [2])
    #expect(people(step(certificates(1, 2))) == [0, 2])
    #expect(people(step(certificates(0), certificates(1, 2))) == [0, 2])
    // A member stands for each of its codes.
    let either = NameSet.Member(label: "first or third", codes: [0, 2])
    let other = NameSet.Member(label: "second", codes: [1])
    let set = NameSet(id: "set", kind: 2, members: [either, other])
    #expect(people(step(Holding(isAll: true, certificates: set))) == [0, 2])
  }

  @Test("earn nothing after a step that is not complete")
  func incomplete() {
    let one = [Certificate(person: 0), Certificate(person: 1, name: 1)]
    let two = one + [Certificate(person: 2)]
    let steps = [
      step(certificates(0), needs: 2, earns: nil), step(certificates(1), after: [0], needs: 1),
      step(certificates(1), after: [1]),
    ]
    let before = ScoreWorld(certificates: one).score(steps)
    #expect(before.options.map(\.obstacle) == [nil, .incomplete(step: 0), nil])
    #expect(before.options.map(\.people) == [[0], [1], [1]])
    // The third asks for people of the second only, whatever that one earns.
    #expect(before.points == fraction(15, over: 7))
    #expect(before.options.map(\.unit) == Array(repeating: ScoreWorld.person, count: 3))
    let after = ScoreWorld(certificates: two).score(steps)
    #expect(after.options.map(\.obstacle) == [nil, nil, nil])
    #expect(after.options[0].points == .zero)
    #expect(after.points == fraction(30, over: 7))
  }

  @Test("count what was completed by the last day of the month")
  func completion() {
    let days = ["2025-10-30", "2025-10-31", "2025-11-01"]
    let rows = days.enumerated().map { Certificate(person: Int32($0), completed: $1) }
    #expect(people(rows) == [0, 1])
  }

  @Test("count what expires on the last day of the month, not what expires before")
  func expiry() {
    let days = ["2025-10-30", "2025-10-31", "2025-11-01", nil]
    let rows = days.enumerated().map { Certificate(person: Int32($0), expires: $1) }
    #expect(people(rows) == [1, 2, 3])
  }

  @Test("count a retired certificate until its last month, when completed before it retired")
  func retirement() throws {
    let day = try #require(Day("2025-06-30"))
    let retirement = DeclaredName.Retirement(
      day: day,
      lastMonth: Month(year: 2025, number: 10)
    )
    let days = ["2025-05-10", "2025-06-29", "2025-06-30", "2025-07-01"]
    let rows = days.enumerated().map { Certificate(person: Int32($0), completed: $1) }
    func people(_ year: Int, _ month: Int) -> [Int32] {
      self.people(rows, month: Month(year: year, number: month), retirement: retirement)
    }
    #expect(people(2025, 4) == [])
    #expect(people(2025, 5) == [0])
    #expect(people(2025, 6) == [0, 1])
    #expect(people(2025, 10) == [0, 1])
    #expect(people(2025, 11) == [])
  }

  @Test("count in full before the day of retirement, whatever the last month is")
  func beforeRetirement() throws {
    let retirement = DeclaredName.Retirement(
      day: try #require(Day("2026-06-01")),
      lastMonth: Month(year: 2025, number: 1)
    )
    #expect(people([Certificate(person: 0)], retirement: retirement) == [0])
  }

  @Test("are unknown without a file about people, and none with an empty one")
  func missing() {
    let steps = [
      step(certificates(0), needs: 1, earns: nil), step(certificates(1), after: [0]),
    ]
    let missing = ScoreWorld(certificates: nil).score(steps, maximum: 12)
    #expect(missing.points == .zero)
    #expect(missing.possible == fraction(12))
    #expect(missing.options.map(\.obstacle) == [nil, nil])
    #expect(missing.options[1].measure == ValueRange(low: .zero, high: nil))
    let empty = ScoreWorld(certificates: []).score(steps)
    #expect(empty.possible == .zero)
    #expect(empty.options[1].obstacle == .incomplete(step: 0))
  }
}
