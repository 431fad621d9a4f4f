import Evaluation
import Facts
import RuleSemantics
import Testing

/// Certificates of people as of 2025-10, whether they count or not.
@Suite("Certificates that people hold")
struct HeldCertificateTests {
  private func held(
    _ certificates: [ScoreWorld.Certificate]?,
    in codes: [Int32]...
  ) -> [HeldCertificate] {
    let world = ScoreWorld(certificates: certificates)
    let designations = codes.map { codes in
      let members = codes.map { NameSet.Member(label: "certificate \($0)", codes: [$0]) }
      let step = StepPlan(
        id: "step",
        title: "Step",
        holdings: [
          Holding(isAll: false, certificates: NameSet(id: "set", kind: 2, members: members))
        ],
        after: [],
        needs: nil,
        earning: ScoreWorld.earns("15", at: "7", ScoreWorld.person)
      )
      return world.designation([ScoreWorld.plan(100, .steps([step]))])
    }
    let plan = world.plan([ScoreWorld.Tree([]).area], designations, [])
    return heldCertificates(
      plan,
      world.facts,
      world.catalogue,
      designations: plan.designations.indices
    )
  }

  @Test("count from their completion until they expire")
  func counts() {
    let found = held(
      [
        .init(person: 1, completed: "2025-10-31"), .init(person: 2, completed: "2025-11-01"),
        .init(person: 3, expires: "2025-10-31"), .init(person: 4, expires: "2025-10-30"),
      ],
      in: [0]
    )
    #expect(found.map(\.person) == [1, 2, 3, 4])
    #expect(found.map(\.counts) == [true, false, true, false])
    #expect(found.map { $0.completed?.description }.prefix(2) == ["2025-10-31", "2025-11-01"])
    #expect(found.map { $0.expires?.description } == [nil, nil, "2025-10-31", "2025-10-30"])
  }

  @Test("are those that some designation counts, with all that do; each row once")
  func designations() {
    let found = held(
      [
        .init(person: 2, name: 1), .init(person: 1, name: 1), .init(person: 1, name: 0),
        .init(person: 1, name: 2), .init(person: 1, name: 1),
        .init(person: 1, name: 1, completed: "2023-01-15", expires: "2024-01-15"),
      ],
      in: [0, 1],
      [1]
    )
    #expect(found.map(\.person) == [1, 1, 1, 2])
    #expect(found.map(\.certificate) == ["first", "second", "second", "second"])
    #expect(found.map(\.designations) == [[0], [0, 1], [0, 1], [0, 1]])
    #expect(found.map(\.counts) == [true, false, true, true])
    #expect(held(nil, in: [0]).isEmpty)
  }
}
