import Facts

/// A small catalogue with every role of a column.
enum TestCatalogue {
  static let workload = 0
  static let service = 1
  static let association = 2

  static let seats = 0
  static let revenue = 1
  static let dates = 2

  static let whole = Catalogue(
    kinds: [
      NameKind(
        id: "workload",
        plural: "workloads",
        isOpen: false,
        names: [
          DeclaredName(canonical: "Teams", aliases: []),
          DeclaredName(canonical: "Viva Engage", aliases: ["Yammer"]),
          DeclaredName(canonical: "Exchange Online", aliases: ["EXO", "Çıta Post"]),
        ]
      ),
      NameKind(
        id: "service",
        plural: "services",
        isOpen: true,
        names: [DeclaredName(canonical: "Virtual Machines", aliases: ["VM"])]
      ),
      NameKind(
        id: "association",
        plural: "associations",
        isOpen: false,
        names: [
          DeclaredName(canonical: "CSP", aliases: []),
          DeclaredName(canonical: "CPOR", aliases: ["Claiming Partner of Record (CPOR)"]),
        ]
      ),
    ],
    tables: [seatsTable, revenueTable, datesTable]
  )

  /// Columns 0 to 8: customer, name, tenant, workload, month, seats, users, association, flag.
  private static let seatsTable = TableSchema(
    id: "seats",
    title: "Seats",
    columns: [
      column(.customer, ["CustomerTpid", "CustomerTPId2"]),
      column(.customerName, ["CustomerName"], isOptional: true),
      column(.tenant, ["CustomerTenantId"]),
      column(.name(kind: workload), ["WorkloadName"]),
      column(.month, ["Month", "MonthKey"]),
      column(.number(unit: "seats", total: .listed), ["PaidAvailableUnits"]),
      column(.number(unit: "users", total: .listed), ["MonthlyActiveUsers"], isOptional: true),
      column(.name(kind: association), ["PartnerAttributionType"]),
      column(.text, ["IsDuplicate"], isOptional: true),
    ],
    rowFilters: [RowFilter(action: .drop, column: 8, value: "1")],
    givesAssociationDates: false
  )

  /// Columns 0 to 5: customer, tenant, service, month, money, metric type.
  private static let revenueTable = TableSchema(
    id: "revenue",
    title: "Revenue",
    columns: [
      column(.customer, ["CustomerID"]),
      column(.tenant, ["CustomerTenantId"]),
      column(.name(kind: service), ["ServiceLevel2"]),
      column(.month, ["Month"]),
      column(.number(unit: "USD", total: .summed), ["ACR_USD"]),
      column(.text, ["MetricType"], isOptional: true),
    ],
    rowFilters: [RowFilter(action: .keep, column: 5, value: "paid")],
    givesAssociationDates: false
  )

  /// Columns 0 to 3: tenant, association, date, workload.
  private static let datesTable = TableSchema(
    id: "dates",
    title: "Association dates",
    columns: [
      column(.tenant, ["CustomerTenantId"]),
      column(.name(kind: association), ["PartnerAttributionType"]),
      column(.date, ["DateAssociated"]),
      column(.name(kind: workload), ["WorkloadName"], isOptional: true),
    ],
    rowFilters: [],
    givesAssociationDates: true
  )

  static func column(
    _ role: ColumnRole,
    _ headers: [String],
    isOptional: Bool = false
  ) -> ColumnSchema {
    ColumnSchema(id: headers[0], role: role, headers: headers, isOptional: isOptional)
  }
}
