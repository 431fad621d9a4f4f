import Evaluation
import Facts
import RuleSemantics
import TestSupport

/// One customer with a few rows, whose answers can be worked out by hand.
///
/// Workloads are kind 0, associations kind 1; seats and users are listed, in columns 3 and 4.
struct SmallWorld {
  struct Row {
    let tenant: Int32
    var workload: Int32 = 0
    var association: Int32 = 0
    /// Months from the as-of month; 0 or less.
    let month: Int
    /// Nil is an empty cell.
    var seats: Int64? = 0
    var users: Int64 = 0
  }

  struct Date {
    let tenant: Int32
    var association: Int32 = 0
    /// Months from the as-of month.
    let month: Int
  }

  static let asOf = Month(year: 2025, number: 10)
  static let seat = Unit(singular: "seat", plural: "seats", decimals: 0)
  static let seats = Quantity(measure: 0, window: 1)
  static let users = Quantity(measure: 1, window: 1)

  /// Under the first association.
  static let under = NameSet(
    id: "first",
    kind: 1,
    members: [NameSet.Member(label: "first", codes: [0])]
  )

  var rows: [Row]
  var uncovered: Set<Int> = []
  /// Months in which an association of all workloads of a tenant began.
  var dates: [Date] = []
  var clauses: [[NameFilter]] = [[]]
  /// What the measures add up: at first seats, and users.
  var measures: [[MeasurePart]] = [[part(3)], [part(4)]]
  var conditions: [Condition] = []
  var groups: [Entity] = [.tenants]

  static func atLeast(_ number: Int, _ unit: Unit = seat) -> Bounds {
    Bounds(lower: Bounds.End(Decimal(number), isIncluded: true), upper: nil, unit: unit)
  }

  static func between(_ low: Int, _ high: Int) -> Bounds {
    Bounds(
      lower: Bounds.End(Decimal(low), isIncluded: true),
      upper: Bounds.End(Decimal(high), isIncluded: true),
      unit: seat
    )
  }

  static func part(_ column: Int, at rate: RatePlan? = nil) -> MeasurePart {
    MeasurePart(columns: [column], unit: seat, rate: rate)
  }

  /// Rows of an association.
  static func association(_ members: [Int32]..., isNegated: Bool = false) -> NameFilter {
    let members = members.map { NameSet.Member(label: "member \($0)", codes: $0) }
    return NameFilter(
      set: NameSet(id: "associations", kind: 1, members: members),
      isNegated: isNegated
    )
  }

  /// What a leaf with the test says; group 0 has the last condition.
  func answer(_ test: TestPlan, under: NameSet? = nil) -> (Verdict, CurrentValue) {
    let area = SmallWorld.node(.area, parent: nil, children: [1])
    let metric = SmallWorld.node(.metric, parent: 0, children: [2])
    let leaf = SmallWorld.node(.leaf, parent: 1, children: [], under: under, test: test)
    let evaluator = ReferenceEvaluator(
      plan: plan([area, metric, leaf]),
      facts: facts,
      catalogue: SmallWorld.catalogue
    )
    return (
      evaluator.verdict(area: 0, node: 2, customer: 0),
      evaluator.current(area: 0, node: 2, customer: 0)
    )
  }

  private func plan(_ nodes: [NodePlan]) -> EvaluationPlan {
    EvaluationPlan(
      asOf: SmallWorld.asOf,
      areas: [AreaPlan(id: "area", title: "Area", nodes: nodes)],
      selections: [SelectionPlan(id: "all", tables: [0], clauses: clauses, itemKind: 0)],
      measures: measures.map { parts in
        MeasurePlan(
          id: "measure",
          title: "measure",
          selection: 0,
          parts: parts,
          unit: SmallWorld.seat,
          total: .listed
        )
      },
      groups: groups.map {
        GroupPlan(
          id: "group",
          title: "group",
          entity: $0,
          condition: ConditionID(conditions.count - 1),
          unit: .tenant
        )
      },
      conditions: conditions,
      choices: [],
      associationKind: 1
    )
  }

  private static func node(
    _ kind: NodePlan.Kind,
    parent: Int?,
    children: [Int],
    under: NameSet? = nil,
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
      isBestOf: false,
      hasDetails: false,
      criterion: nil,
      citations: [],
      under: under,
      test: test,
      rule: RulePlace(file: "small.rules", line: 1)
    )
  }
}

extension SmallWorld {
  static let catalogue = Catalogue(
    kinds: ["workload", "association"].map { id in
      let names = ["first", "second"].map { DeclaredName(canonical: $0, aliases: []) }
      return NameKind(id: id, plural: id + "s", isOpen: false, names: names)
    },
    tables: [
      table("usage", [.tenant, .name(kind: 0), .name(kind: 1), number, number], givesDates: false),
      table("dates", [.tenant, .name(kind: 0), .name(kind: 1)], givesDates: true),
    ]
  )

  private static var number: ColumnRole { .number(unit: "seats", total: .listed) }

  private static func table(_ id: String, _ roles: [ColumnRole], givesDates: Bool) -> TableSchema {
    TableSchema(
      id: id,
      title: id,
      columns: roles.map { ColumnSchema(id: "", role: $0, headers: [], isOptional: false) },
      rowFilters: [],
      givesAssociationDates: givesDates
    )
  }

  private var facts: FactStore {
    let now = SmallWorld.asOf.index
    let emptyRows = rows.indices.filter { rows[$0].seats == nil }.map { Int32($0) }
    let usage = FactTable(
      isPresent: true,
      rowCount: rows.count,
      customer: rows.map { _ in 0 },
      tenant: rows.map(\.tenant),
      month: rows.map { Int32(now + $0.month) },
      names: [[], rows.map(\.workload), rows.map(\.association), [], []],
      numbers: [
        nil, nil, nil,
        NumberColumn(
          scale: 0,
          mantissas: .narrow(rows.map { $0.seats ?? 0 }),
          emptyRows: emptyRows
        ),
        NumberColumn(scale: 0, mantissas: .narrow(rows.map(\.users)), emptyRows: []),
      ],
      coveredMonths: (-40...0).filter { !uncovered.contains($0) }.map { SmallWorld.asOf + $0 }
    )
    let dates = FactTable(
      isPresent: true,
      rowCount: dates.count,
      customer: [],
      tenant: dates.map(\.tenant),
      month: dates.map { Int32(now + $0.month) },
      names: [[], dates.map { _ in -1 }, dates.map(\.association)],
      numbers: [nil, nil, nil],
      coveredMonths: []
    )
    return FactStore(
      customers: [Customer(id: "customer", name: "")],
      tenants: ["tenant 0", "tenant 1", "tenant 2"],
      names: [["first", "second"], ["first", "second"]],
      tables: [usage, dates],
      account: FactAccount(files: [], findings: [])
    )
  }
}
