import Evaluation
import Facts
import RuleSemantics

extension ScoreWorld {
  var catalogue: Catalogue {
    let kinds = ["workload", "association", "certificate", "segment"].enumerated().map { kind, id in
      let names = ["first", "second", "third"].enumerated().map { code, name in
        DeclaredName(
          canonical: name,
          aliases: [],
          retirement: kind == 2 ? retirements[code] : nil
        )
      }
      return NameKind(id: id, plural: id + "s", isOpen: false, names: names)
    }
    return Catalogue(
      kinds: kinds,
      tables: [
        ScoreWorld.table(
          "usage",
          [
            (.tenant, false), (.name(kind: 0), false), (.name(kind: 1), false),
            (.number(unit: "coins", total: .summed), false), (.name(kind: 3), true),
          ]
        ),
        ScoreWorld.table(
          "skills",
          [(.expiry, true), (.person, false), (.name(kind: 2), false), (.completion, false)]
        ),
      ]
    )
  }

  private static func table(
    _ id: String,
    _ columns: [(role: ColumnRole, isOptional: Bool)]
  ) -> TableSchema {
    TableSchema(
      id: id,
      title: id,
      columns: columns.map {
        ColumnSchema(id: "", role: $0.role, headers: [], isOptional: $0.isOptional)
      },
      rowFilters: [],
      givesAssociationDates: false
    )
  }

  var facts: FactStore {
    let names = Array(repeating: ["first", "second", "third"], count: 4)
    return FactStore(
      customers: (0..<3).map { Customer(id: "customer \($0)", name: "") },
      tenants: (0..<20).map { "tenant \($0)" },
      names: names,
      people: (0..<20).map { Person(id: "person \($0)") },
      tables: [usage, skills],
      account: FactAccount(files: [], findings: [])
    )
  }

  private var usage: FactTable {
    let empty = rows.indices.filter { rows[$0].coins == nil }.map { Int32($0) }
    return FactTable(
      isPresent: true,
      rowCount: rows.count,
      customer: rows.map(\.customer),
      tenant: rows.map(\.tenant),
      month: rows.map { Int32(ScoreWorld.asOf.index + $0.month) },
      names: [[], rows.map(\.workload), rows.map { _ in 0 }, [], rows.map(\.segment)],
      numbers: [
        nil, nil, nil,
        NumberColumn(
          scale: 0,
          mantissas: .narrow(rows.map { $0.coins ?? 0 }),
          emptyRows: empty
        ),
        nil,
      ],
      coveredMonths: (-40...0).filter { !uncovered.contains($0) }.map { ScoreWorld.asOf + $0 }
    )
  }

  private var skills: FactTable {
    let rows = certificates ?? []
    func day(_ text: String?) -> Int32 {
      text.flatMap { Day($0) }.map { Int32($0.index) } ?? FactTable.noDay
    }
    return FactTable(
      isPresent: certificates != nil,
      rowCount: rows.count,
      customer: [],
      tenant: [],
      month: [],
      person: rows.map(\.person),
      days: [rows.map { day($0.expires) }, [], [], rows.map { day($0.completed) }],
      names: [[], [], rows.map(\.name), []],
      numbers: [nil, nil, nil, nil],
      coveredMonths: []
    )
  }
}

/// An exact fraction; zero for a denominator of zero.
func fraction(_ numerator: Int, over denominator: Int = 1) -> Fraction {
  Fraction(Int128(numerator), over: Int128(denominator)) ?? .zero
}

/// A number that is known.
func exactly(_ number: Int) -> ValueRange {
  ValueRange(low: Decimal(number), high: Decimal(number))
}
