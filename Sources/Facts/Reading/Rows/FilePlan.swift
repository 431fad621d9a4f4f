/// Which cells of a file's rows are read, and as what.
struct FilePlan {
  /// A cell of a needed column: `column` is the index in ``TableSchema/columns``, `cell` the
  /// place in the row.
  struct Place {
    let column: Int
    let cell: Int
    let isOptional: Bool
  }

  struct Name {
    let place: Place
    let kind: Int
    /// As in ``NameKind``.
    let isOpen: Bool
    let isSelective: Bool
  }

  struct Number {
    let place: Place
    let isListed: Bool

    /// What its numbers can be; nil where they can be anything.
    let range: AmountRange?

    /// Whole numbers that are certainly in the range: comparing these takes no time.
    let plainRange: ClosedRange<Int64>?

    init(place: Place, isListed: Bool, range: AmountRange) {
      self.place = place
      self.isListed = isListed
      self.range = range.isUnlimited ? nil : range
      plainRange = range.wholeNumbers
    }
  }

  struct Filter {
    let cell: Int
    let action: RowFilter.Action
    /// Folded.
    let value: [UInt8]
  }

  let file: String
  let table: Int
  let header: Header

  /// Whether days count, and no months.
  let isAboutPeople: Bool

  /// Cells that must not be empty, in column order.
  private(set) var keys: [Place] = []
  private(set) var customer: Place?
  private(set) var customerName: Place?
  private(set) var tenant: Place?
  /// Whom the row is about: the first one that is not empty.
  private(set) var people: [Place] = []
  /// Months and days; the first one is the month of the row, but in tables about people.
  private(set) var months: [Place] = []
  private(set) var names: [Name] = []
  private(set) var numbers: [Number] = []
  private(set) var filters: [Filter] = []

  init(file: String, table: Int, cells: [Int?], header: Header, _ lookup: CatalogueLookup) {
    self.file = file
    self.table = table
    self.header = header
    let schema = lookup.catalogue.tables[table]
    isAboutPeople = schema.isAboutPeople
    for (column, cell) in cells.enumerated() {
      guard let cell else { continue }
      let isOptional = schema.columns[column].isOptional
      add(Place(column: column, cell: cell, isOptional: isOptional), schema, lookup)
    }
    if let month = schema.monthColumn, let first = months.firstIndex(where: { $0.column == month })
    {
      months.swapAt(0, first)
    }
    for filter in schema.rowFilters where cells.indices.contains(filter.column) {
      guard let cell = cells[filter.column] else { continue }
      filters.append(Filter(cell: cell, action: filter.action, value: folded(filter.value)))
    }
  }

  private mutating func add(_ place: Place, _ schema: TableSchema, _ lookup: CatalogueLookup) {
    switch schema.columns[place.column].role {
    case .customer:
      guard !schema.givesAssociationDates else { return }
      customer = customer ?? place
    case .customerName:
      customerName = customerName ?? place
      return
    case .tenant:
      tenant = tenant ?? place
    case .month, .date, .completion, .expiry:
      months.append(place)
    case .name(let index):
      let kind = lookup.catalogue.kinds[index]
      let isSelective = kind.isSelective && !kind.isOpen
      names.append(
        Name(place: place, kind: index, isOpen: kind.isOpen, isSelective: isSelective)
      )
    case .number(_, let total):
      let range = schema.columns[place.column].range
      numbers.append(Number(place: place, isListed: total == .listed, range: range))
      return
    case .person:
      // One of several must not be empty, so none of them is a key by itself.
      people.append(place)
      return
    case .text:
      return
    }
    if !place.isOptional { keys.append(place) }
  }

  /// The header name over a place.
  func headerName(_ place: Place) -> String { header.names[place.cell] }
}

extension TableSchema {
  /// The column whose month counts: the `month`, or the first `date` where there is none.
  ///
  /// A table that gives association dates counts by its first `date`. A table about people has
  /// none: what a day means for a month is for others to say.
  var monthColumn: Int? {
    guard !isAboutPeople else { return nil }
    let month = columns.firstIndex { $0.role == .month }
    let date = columns.firstIndex { $0.role == .date }
    return givesAssociationDates ? date ?? month : month ?? date
  }

  /// Whether its rows are the amounts of months, so that a month may be missing.
  var hasMonthlyRows: Bool {
    !givesAssociationDates && !isAboutPeople && columns.contains { $0.role == .month }
  }
}
