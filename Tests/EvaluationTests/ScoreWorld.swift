import Evaluation
import Facts
import RuleSemantics

/// A partner with a few rows and certificates, whose points can be worked out by hand.
///
/// Kinds are workloads 0, associations 1, certificates 2 and segments 3. Measure 0 adds up coins.
/// Whoever has ten coins or more in a month is in a group: group 0 of tenants, 1 of workloads over
/// all tenants of a customer, 2 of workloads of each tenant.
struct ScoreWorld {
  struct Row {
    var customer: Int32 = 0
    var tenant: Int32 = 0
    var workload: Int32 = 0
    /// -1 is an empty cell.
    var segment: Int32 = 0
    /// Months from the as-of month; 0 or less.
    var month = 0
    /// Nil is an empty cell.
    var coins: Int64?
  }

  struct Certificate {
    let person: Int32
    var name: Int32 = 0
    var completed = "2025-01-15"
    var expires: String?
  }

  struct Leaf {
    let test: TestPlan
    let earning: Earning
    var floor: Bounds?
  }

  struct Metric {
    var isBestOf = false
    let leaves: [Leaf]
  }

  static let asOf = Month(year: 2025, number: 10)
  static let coin = Unit(singular: "coin", plural: "coins", decimals: 0)
  static let person = Unit(singular: "person", plural: "people", decimals: 0)
  static let coins = Quantity(measure: 0, window: 1)
  static let tenants = TestPlan.count(group: 0, SmallWorld.atLeast(1, .tenant))
  static let names = TestPlan.count(group: 1, SmallWorld.atLeast(1, .tenant))
  static let namesPerTenant = TestPlan.count(group: 2, SmallWorld.atLeast(1, .tenant))
  static let net = TestPlan.net(group: 0, less: nil, SmallWorld.atLeast(1, .tenant))
  static let growth = TestPlan.growth(coins, group: nil, SmallWorld.atLeast(1, .percent))
  static let change = TestPlan.change(
    coins,
    group: nil,
    sinceAssociation: false,
    SmallWorld.atLeast(1, coin)
  )

  var rows: [Row] = []
  var uncovered: Set<Int> = []

  /// Nil when there is no file about people.
  var certificates: [Certificate]? = []

  /// By certificate's code.
  var retirements: [DeclaredName.Retirement?] = [nil, nil, nil]

  /// As of this month.
  var month = asOf
  var qualification: QualificationPlan? = QualificationPlan(
    total: SmallWorld.atLeast(70, coin),
    needsEveryScore: true,
    months: 1,
    citations: []
  )

  /// One tenant each with ten coins in the as-of month.
  static func rows(tenants: Int, month: Int = 0) -> [Row] {
    (0..<tenants).map { Row(tenant: Int32($0), month: month, coins: 10) }
  }

  /// Points at a target, in the unit of the test.
  static func earns(_ points: String, at target: String, _ unit: Unit = coin) -> Earning {
    Earning(points: Decimal(points) ?? .zero, target: Decimal(target) ?? .zero, unit: unit)
  }

  /// The score of one designation with a score for each list of metrics.
  func score(_ scores: [(maximum: Int, metrics: [Metric])]) -> DesignationScore {
    let tree = Tree(scores.flatMap(\.metrics))
    var place = 0
    let plans = scores.map { score in
      let metrics = tree.scored[place..<(place + score.metrics.count)]
      place += score.metrics.count
      return ScoreWorld.plan(score.maximum, .metrics(Array(metrics)))
    }
    return score([tree.area], [designation(plans)]).designations[0]
  }

  /// The only score of one metric.
  func score(_ leaves: Leaf..., isBestOf: Bool = false, maximum: Int = 100) -> MetricScore {
    score([(maximum, [Metric(isBestOf: isBestOf, leaves: leaves)])]).metrics[0]
  }

  /// The score of people.
  func score(_ steps: [StepPlan], maximum: Int = 100) -> MetricScore {
    let plan = ScoreWorld.plan(maximum, .steps(steps))
    return score([Tree([]).area], [designation([plan])]).designations[0].metrics[0]
  }

  func score(
    _ areas: [AreaPlan],
    _ designations: [DesignationPlan],
    _ choices: [TrackChoicePlan] = []
  ) -> PartnerScore {
    Evaluation.score(
      evaluate(plan(areas, designations, choices), over: facts, catalogue: catalogue)
    )
  }

  func designation(
    _ scores: [ScorePlan],
    tree: Int = 0,
    family: String = "designation"
  ) -> DesignationPlan {
    DesignationPlan(
      id: family,
      title: "Designation",
      area: tree,
      family: family,
      track: "\(tree)",
      scores: scores
    )
  }

  static func plan(_ maximum: Int, _ source: ScorePlan.Source) -> ScorePlan {
    ScorePlan(
      id: "score",
      title: "Score",
      maximum: Decimal(maximum),
      source: source,
      citations: [],
      rule: RulePlace(file: "small.rules", line: 1)
    )
  }

  func plan(
    _ areas: [AreaPlan],
    _ designations: [DesignationPlan],
    _ choices: [TrackChoicePlan]
  ) -> EvaluationPlan {
    let workloads = Unit(singular: "workload", plural: "workloads", decimals: 0)
    let groups: [Entity] = [.tenants, .items(kind: 0), .itemsPerTenant(kind: 0)]
    return EvaluationPlan(
      asOf: month,
      areas: areas,
      selections: [SelectionPlan(id: "all", tables: [0], clauses: [[]], itemKind: 0)],
      measures: [
        MeasurePlan(
          id: "coins",
          title: "coins",
          selection: 0,
          parts: [MeasurePart(columns: [3], unit: ScoreWorld.coin, rate: nil)],
          unit: ScoreWorld.coin,
          total: .summed
        )
      ],
      groups: groups.map {
        GroupPlan(
          id: "group",
          title: "group",
          entity: $0,
          condition: ConditionID(0),
          unit: $0 == .tenants ? .tenant : workloads
        )
      },
      conditions: [.comparison(ScoreWorld.coins, SmallWorld.atLeast(10, ScoreWorld.coin))],
      choices: [],
      associationKind: 1,
      designations: designations,
      trackChoices: choices,
      qualification: qualification
    )
  }
}

extension ScoreWorld {
  /// A tree of metrics with their leaves.
  struct Tree {
    let area: AreaPlan

    /// By metric.
    let scored: [ScoredMetric]

    init(_ metrics: [Metric], id: String = "area") {
      var nodes: [NodePlan] = []
      var scored: [ScoredMetric] = []
      var next = 1
      for metric in metrics {
        let leaves = Array((next + 1)..<(next + 1 + metric.leaves.count))
        nodes.append(Tree.node(.metric, 0, leaves, isBestOf: metric.isBestOf))
        nodes += metric.leaves.map { Tree.node(.leaf, next, [], test: $0.test) }
        scored.append(
          ScoredMetric(
            metric: next,
            leaves: zip(leaves, metric.leaves).map { node, leaf in
              LeafEarning(leaf: node, earning: leaf.earning, floor: leaf.floor)
            }
          )
        )
        next += 1 + leaves.count
      }
      let root = Tree.node(.area, nil, scored.map(\.metric))
      area = AreaPlan(id: id, title: id, nodes: [root] + nodes)
      self.scored = scored
    }

    private static func node(
      _ kind: NodePlan.Kind,
      _ parent: Int?,
      _ children: [Int],
      isBestOf: Bool = false,
      test: TestPlan? = nil
    ) -> NodePlan {
      NodePlan(
        kind: kind,
        path: kind.rawValue,
        title: kind.rawValue,
        category: nil,
        parent: parent,
        children: children,
        branch: nil,
        isBestOf: isBestOf,
        hasDetails: false,
        criterion: nil,
        citations: [],
        under: nil,
        test: test,
        rule: RulePlace(file: "small.rules", line: 1)
      )
    }
  }
}
