import Facts

/// A catalogue with a table that lists workloads beside each other.
enum Wide {
  static let usage = 0

  // Columns of the usage table.
  static let workload = 5
  static let seats = 6
  static let users = 7
  static let days = 13

  /// The workload that is declared first stands last in the table.
  static let catalogue = Catalogue(
    kinds: [
      NameKind(
        id: "workload",
        plural: "workloads",
        isOpen: false,
        names: ["Purview", "Entra", "Teams", "Intune"].map {
          DeclaredName(canonical: $0, aliases: [])
        }
      ),
      NameKind(
        id: "association",
        plural: "associations",
        isOpen: false,
        names: [DeclaredName(canonical: "CPOR", aliases: [])]
      ),
    ],
    tables: [
      TableSchema(
        id: "usage",
        title: "Usage",
        columns: [
          column("customer", .customer, "Customer"),
          column("name", .customerName, "Name", isOptional: true),
          column("tenant", .tenant, "Tenant"),
          column("month", .month, "Month"),
          column("association", .name(kind: 1), "Association"),
          ColumnSchema(id: "workload", role: .name(kind: 0), headers: [], isOptional: false),
          column("seats", listed, "EntraSeats", about: 1),
          column("users", listed, "EntraUsers", about: 1),
          column("seats", listed, "IntuneSeats", about: 3),
          column("users", listed, "IntuneUsers", about: 3),
          column("seats", listed, "PurviewSeats", isOptional: true, about: 0),
          column("users", listed, "PurviewUsers", isOptional: true, about: 0),
          column("flag", .text, "Flag", isOptional: true),
          column("days", listed, "Days", isOptional: true),
        ],
        rowFilters: [RowFilter(action: .drop, column: 12, value: "1")],
        givesAssociationDates: false
      ),
      TableSchema(
        id: "plain",
        title: "Plain",
        columns: [column("customer", .customer, "Owner"), column("usd", listed, "USD")],
        rowFilters: [],
        givesAssociationDates: false
      ),
    ]
  )

  private static let listed = ColumnRole.number(unit: "seats", total: .listed)

  private static func column(
    _ id: String,
    _ role: ColumnRole,
    _ header: String,
    isOptional: Bool = false,
    about name: Int32? = nil
  ) -> ColumnSchema {
    ColumnSchema(
      id: id,
      role: role,
      headers: [header],
      isOptional: isOptional,
      splitName: name
    )
  }

  static let header =
    "Customer,Name,Tenant,Month,Association,EntraSeats,EntraUsers,IntuneSeats,IntuneUsers"

  static func read(_ files: (String, String)...) -> FactStore { read(files) }

  static func read(_ files: [(String, String)]) -> FactStore {
    readFacts(
      files.map { FactSource(name: $0.0, bytes: Array($0.1.utf8)) },
      catalogue: catalogue
    )
  }

  static func file(_ rows: [String], header: String = header) -> String {
    ([header] + rows).joined(separator: "\n")
  }
}

extension FactStore {
  /// `tenant month workload seats users` by row.
  var usage: [String] {
    let names = names(Wide.usage, Wide.workload, kind: 0)
    let seats = numbers(Wide.usage, Wide.seats)
    let users = numbers(Wide.usage, Wide.users)
    let months = months(Wide.usage)
    return (0..<tables[Wide.usage].rowCount).map { row in
      let tenant = tenants[Int(tables[Wide.usage].tenant[row])]
      return [tenant, months[row], names[row], seats[row] ?? "-", users[row] ?? "-"]
        .joined(separator: " ")
    }
  }

  var covered: [String] {
    tables[Wide.usage].coveredMonths.map(\.description)
  }
}
