import Evaluation
import Facts
import RuleSemantics

extension Make {
  static func presence(
    found: [String],
    others: [String] = [],
    excluded: ExcludedRows = ExcludedRows(),
    missing: [MissingFact] = []
  ) -> Observation {
    .presence(
      PresenceObservation(
        months: ("2024-11" as Month)...("2025-10" as Month),
        found: found,
        others: others,
        excluded: excluded,
        missing: missing
      )
    )
  }

  static func largest(
    _ reading: Reading?,
    excluded: ExcludedRows = ExcludedRows(),
    missing: [MissingFact] = []
  ) -> Observation {
    .largest(
      LargestObservation(month: "2025-10", reading: reading, excluded: excluded, missing: missing)
    )
  }

  static func members(
    _ unit: Unit = .tenant,
    now: ValueRange,
    then: ValueRange? = nil,
    thenMonth: Month = "2024-10",
    _ members: [MemberEvidence] = [],
    excluded: ExcludedRows = ExcludedRows(),
    missing: [MissingFact] = []
  ) -> Observation {
    .members(
      MembersObservation(
        title: "tenants over the limit",
        unit: unit,
        month: "2025-10",
        now: now,
        baselineMonth: then == nil ? nil : thenMonth,
        baseline: then,
        members: members,
        excluded: excluded,
        missing: missing
      )
    )
  }

  static func member(
    _ tenant: Int?,
    _ item: String? = nil,
    now: Truth,
    then: Truth = .no,
    nowReadings: [Reading] = [],
    thenReadings: [Reading] = []
  ) -> MemberEvidence {
    MemberEvidence(
      tenant: tenant.map { tenants[$0] },
      item: item,
      now: now,
      then: then,
      nowReadings: nowReadings,
      thenReadings: thenReadings
    )
  }

  static func sum(
    _ unit: Unit,
    window: Int = 1,
    now: ValueRange,
    then: ValueRange? = nil,
    result: ValueRange? = nil,
    _ contributions: [Contribution] = [],
    missing: [MissingFact] = []
  ) -> Observation {
    .sum(
      SumObservation(
        title: "usage",
        unit: unit,
        month: "2025-10",
        window: window,
        now: now,
        baselineMonth: then == nil ? nil : "2024-10",
        baseline: then,
        result: result ?? now,
        contributions: contributions,
        missing: missing
      )
    )
  }

  static func contribution(
    _ tenant: Int,
    _ item: String = "",
    now: Decimal,
    then: Decimal,
    since: Month? = nil
  ) -> Contribution {
    Contribution(
      tenant: tenants[tenant],
      item: item,
      now: .exactly(now),
      baseline: .exactly(then),
      associationMonth: since
    )
  }
}
