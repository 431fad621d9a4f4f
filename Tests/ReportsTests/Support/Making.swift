import Evaluation
import Facts
import Reports
import RuleSemantics

/// Short makers of plans and outcomes, with the defaults that most cases share.
enum Make {
  static let tenants = [
    "868368da-957d-4959-8992-3c12dc7e6260", "92c0a8b1-0000-4000-8000-000000000002",
    "a1b2c3d4-0000-4000-8000-000000000003", "b7e11f00-0000-4000-8000-000000000004",
    "c0ffee00-0000-4000-8000-000000000005",
  ]

  static let catalogue = Catalogue(
    kinds: [
      NameKind(id: "association", plural: "associations", isOpen: false, names: []),
      NameKind(id: "workload", plural: "workloads", isOpen: false, names: []),
    ],
    tables: []
  )

  static func node(
    _ kind: NodePlan.Kind,
    _ path: String,
    _ title: String,
    parent: Int? = 0,
    children: [Int] = [],
    category: String? = nil,
    branch: String? = nil,
    isBestOf: Bool = false,
    under: String? = nil,
    criterion: String? = nil,
    test: TestPlan? = nil
  ) -> NodePlan {
    NodePlan(
      kind: kind,
      path: path,
      title: title,
      category: category,
      parent: kind == .area ? nil : parent,
      children: children,
      branch: branch,
      isBestOf: isBestOf,
      hasDetails: kind == .leaf,
      criterion: criterion,
      citations: criterion == nil
        ? [] : [Citation(source: "S1", title: "Criteria", address: nil, quote: criterion)],
      under: under.map { NameSet(id: $0, kind: 0, members: [.init(label: $0, codes: [0])]) },
      test: test,
      rule: RulePlace(file: "sample.rules", line: 7)
    )
  }

  static func plan(_ areas: [AreaPlan]) -> EvaluationPlan {
    EvaluationPlan(
      asOf: "2025-10",
      areas: areas,
      selections: [],
      measures: [],
      groups: ["tenants that joined", "tenants that left"].map {
        GroupPlan(
          id: $0,
          title: $0,
          entity: .tenants,
          condition: ConditionID(0),
          unit: .tenant
        )
      },
      conditions: [],
      choices: [
        ChosenReading(
          choice: "growth-period",
          title: "Which months the growth of usage compares",
          option: "one-month",
          meaning: "a month with the same month of last year",
          isDefault: true
        ),
        ChosenReading(
          choice: "grain",
          title: "What deployments count",
          option: "service",
          meaning: "each service of a tenant",
          isDefault: false
        ),
      ],
      associationKind: 0
    )
  }

  static func outcome(
    _ truth: Truth,
    _ observation: Observation,
    current: CurrentValue = .none,
    change: Change? = nil,
    gap: Gap? = nil,
    isBehindGate: Bool = false,
    assumptions: [Assumption] = []
  ) -> HandMadeFacts.Finding {
    let verdict = Verdict(truth: truth, isBehindGate: isBehindGate, change: change)
    return HandMadeFacts.Finding(
      verdict: verdict,
      outcome: NodeOutcome(
        isMet: verdict.isMet,
        cause: verdict.cause,
        change: change,
        current: current,
        gap: gap,
        observation: observation,
        assumptions: assumptions
      )
    )
  }

  static func gap(
    _ amount: Decimal,
    _ unit: Unit,
    isExclusive: Bool = false,
    isRise: Bool = true
  ) -> Gap {
    Gap(amount: amount, isExclusive: isExclusive, unit: unit, isRise: isRise)
  }

  static func reading(
    _ tenant: Int?,
    _ value: Decimal,
    _ unit: Unit,
    of item: String? = nil,
    in month: Month = "2025-10",
    window: Int = 1,
    whole: (kind: ReadingKind.Whole, value: ValueRange)? = nil,
    bounds: Bounds? = nil,
    isWithin: Truth = .yes,
    isAtAssociation: Bool = false,
    average: Bounds? = nil,
    parts: [Reading.RatedPart] = []
  ) -> Reading {
    Reading(
      ReadingKind(
        title: "value",
        window: window,
        unit: unit,
        whole: whole?.kind,
        bounds: bounds,
        average: average
      ),
      tenant: tenant.map { tenants[$0] },
      item: item,
      month: month,
      value: .exactly(value),
      whole: whole?.value,
      isWithin: isWithin,
      isAtAssociation: isAtAssociation,
      parts: parts
    )
  }

  static func missing(_ table: String, _ months: [Month], tenant: Int? = nil, item: String? = nil)
    -> MissingFact
  {
    MissingFact(table: table, months: months, tenant: tenant.map { tenants[$0] }, item: item)
  }
}
