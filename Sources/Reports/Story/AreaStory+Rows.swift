import Evaluation
import Facts
import RuleSemantics

extension AreaStory {
  /// How many rows of a node are listed where the node is one of many.
  ///
  /// Source: our choice; a year's rows of one name.
  static let mostRows = 12

  /// How many rows that do not count are listed beside rows that do.
  ///
  /// Source: our choice, enough to see a pattern.
  private static let mostOthers = 3

  /// The rows that a gate or leaf looked at; nil is no limit.
  func rowBlocks(of node: Int, limit: Int?) -> [StoryBlock] {
    let rows = facts.rowsBehind(area: area, node: node, customer: customer)
    let texts = RowText(facts)
    let option = "--node \(findings.area.id)/\(findings.area.nodes[node].path)"
    func list(_ title: String, _ listed: [RowBehind], limit: Int?) -> [StoryBlock] {
      guard !listed.isEmpty else { return [] }
      let shown = texts.inOrder(listed).prefix(limit ?? .max)
      var blocks = [StoryBlock.paragraph(StoryText(title))]
      blocks += shown.map { .item(texts.text(of: $0), depth: 0) }
      guard shown.count < listed.count else { return blocks }
      let rest = listed.count - shown.count
      let more = "and \(NumberText.grouped(Decimal(rest), places: 0)) more; "
      blocks.append(.item(more + .literal(option) + " shows all", depth: 0))
      return blocks
    }
    let counting = rows.filter { $0.standing == .counts }
    let dates = rows.filter { $0.standing == .dates }
    let others = rows.filter { [.otherName, .otherAssociation].contains($0.standing) }
    guard !rows.isEmpty else { return [.paragraph(StoryText(noRows(of: node)))] }
    let most = limit.map { counting.isEmpty ? $0 : AreaStory.mostOthers }
    let verb = counting.count == 1 ? "decides" : "decide"
    return list("\(StoryWords.rows(counting.count)) \(verb):", counting, limit: limit)
      + list(
        "\(StoryWords.rows(dates.count)) of association dates:",
        dates,
        limit: limit
      )
      + list(
        "\(StoryWords.rows(others.count)) in the same months that"
          + " \(others.count == 1 ? "does" : "do") not count:",
        others,
        limit: most
      )
  }

  /// `No row of this customer is in Azure usage of 2024-11 to 2025-10.`
  private func noRows(of node: Int) -> String {
    let tables = facts.tablesBehind(area: area, node: node, customer: customer).map { table in
      "\(facts.catalogue.tables[table.table].title) of \(ListText.run(table.months))"
    }
    guard !tables.isEmpty else { return "No row was looked at." }
    return
      "\(StoryWords.all(tables)) \(tables.count == 1 ? "has" : "have") no row of this customer."
  }
}

/// How rows of files read: where they stand, and the cells that matter.
private struct RowText {
  private let facts: EvaluatedFacts

  init(_ facts: EvaluatedFacts) { self.facts = facts }

  private var store: FactStore { facts.facts }

  /// The latest months first; in them by tenant, names, file and line.
  func inOrder(_ rows: [RowBehind]) -> [RowBehind] {
    let keys = rows.map(key)
    return rows.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }.map { rows[$0] }
  }

  private func key(_ row: RowBehind) -> [Int] {
    let table = store.tables[row.table]
    let names = table.names.compactMap { $0.isEmpty ? nil : Int($0[row.row]) }
    let place = place(of: row)
    return [-Int(table.month[row.row]), Int(table.tenant[row.row])] + names
      + [row.table, Int(place?.file ?? 0), Int(place?.line ?? 0), row.row]
  }

  private func place(of row: RowBehind) -> RowPlace? {
    let places = store.tables[row.table].rowPlaces
    return places.isEmpty ? nil : places[row.row]
  }

  /// `Downloads/usage.csv:712` 2025-10, 41000013, Storage, PAL: 1,310.00 USD
  func text(of row: RowBehind) -> StoryText {
    let table = store.tables[row.table]
    var text = StoryText("")
    if let place = place(of: row) {
      text = .literal("\(table.fileNames[Int(place.file)]):\(place.line)") + " "
    }
    let tenant = store.tenants[Int(table.tenant[row.row])]
    let subject = ([tenant] + names(of: row)).joined(separator: ", ")
    if row.standing == .dates { return text + "\(subject): \(beginning(of: row))" }
    let month = Month(index: Int(table.month[row.row]))
    return text + "\(month), \(subject)" + values(of: row) + reason(of: row)
  }

  /// The names of a row, those of its customer aside.
  private func names(of row: RowBehind) -> [String] {
    let table = store.tables[row.table]
    return facts.catalogue.tables[row.table].columns.enumerated().compactMap { index, column in
      guard let kind = column.kind, !column.isOfCustomer, !table.names[index].isEmpty else {
        return nil
      }
      let code = Int(table.names[index][row.row])
      return code < 0 ? nil : store.names[kind][code]
    }
  }

  private func beginning(of row: RowBehind) -> String {
    let index = Int(store.tables[row.table].month[row.row])
    guard index >= 0 else { return "the association has no date" }
    let month = Month(index: index)
    return month > facts.plan.asOf
      ? "the association begins in \(month), which is too late to count"
      : "the association began in \(month)"
  }

  private func values(of row: RowBehind) -> String {
    guard row.standing == .counts, !row.numbers.isEmpty else { return "" }
    let table = store.tables[row.table]
    let values = row.numbers.compactMap { number -> String? in
      guard let column = table.numbers[number.column] else { return nil }
      guard column.isEmpty(row.row) else {
        let value = Decimal(mantissa: column.mantissas[row.row], scale: column.scale)
        return NumberText.quantity(value, number.unit)
      }
      return "no number of \(number.unit.plural)"
    }
    return ": " + StoryWords.all(values)
  }

  private func reason(of row: RowBehind) -> String {
    let schema = facts.catalogue.tables[row.table]
    let associationKind = facts.plan.associationKind
    let wanted = schema.columns.firstIndex { column in
      guard let kind = column.kind, !column.isOfCustomer else { return false }
      return (kind == associationKind) == (row.standing == .otherAssociation)
    }
    guard row.standing != .counts, let wanted, let kind = schema.columns[wanted].kind else {
      return ""
    }
    let code = Int(store.tables[row.table].names[wanted][row.row])
    let name = code < 0 ? "a row without it" : store.names[kind][code]
    return ": \(name) does not count here"
  }
}
