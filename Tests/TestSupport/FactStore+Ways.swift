package import Evaluation
package import Facts
import RuleSemantics

extension FactStore {
  /// The facts with the rows of a way added: what somebody would see who makes the change.
  ///
  /// An association that is new begins in the as-of month, where some table gives dates.
  package func making(
    _ way: WayToPass,
    of customer: Int,
    asOf month: Month,
    _ catalogue: Catalogue,
    associationKind: Int
  ) -> FactStore {
    var tenants = tenants
    var added: [AddedRow] = []
    for step in way.steps {
      if let tenant = step.tenant {
        added.append(AddedRow(step: step, tenant: self.tenants.firstIndex(of: tenant) ?? -1))
        continue
      }
      // New tenants come last in the order of tenants.
      for number in 0..<step.count {
        let name = "~new \(10_000 + number)"
        if !tenants.contains(name) { tenants.append(name) }
        added.append(AddedRow(step: step, tenant: tenants.firstIndex(of: name) ?? -1))
      }
    }
    let changed = self.tables.indices.map { place in
      var table = self.tables[place]
      let schema = catalogue.tables[place]
      for row in added where row.step.row.table == place {
        table = table.adding(row, schema, customer: customer, month, associationKind)
      }
      for row in added where row.step.isNewAssociation && schema.givesAssociationDates {
        table = table.addingDate(row, schema, month, associationKind)
      }
      return table
    }
    return FactStore(
      customers: customers,
      tenants: tenants,
      names: names,
      people: people,
      tables: changed,
      account: account
    )
  }
}

/// A row to add for one step of a way.
private struct AddedRow {
  let step: WayToPass.Step

  /// The tenant's code.
  let tenant: Int
}

extension FactTable {
  fileprivate func adding(
    _ row: AddedRow,
    _ schema: TableSchema,
    customer: Int,
    _ month: Month,
    _ associationKind: Int
  ) -> FactTable {
    FactTable(
      isPresent: true,
      rowCount: rowCount + 1,
      customer: self.customer + [Int32(customer)],
      tenant: tenant + [Int32(row.tenant)],
      month: self.month + [Int32(month.index)],
      names: named(row, schema, associationKind),
      numbers: numbers.indices.map { column in
        guard let number = numbers[column] else { return nil }
        let change = row.step.amounts.first { $0.column == column }?.change ?? .zero
        return number.appending(change, rowCount: rowCount)
      },
      coveredMonths: Set(coveredMonths + [month]).sorted { $0.index < $1.index }
    )
  }

  fileprivate func addingDate(
    _ row: AddedRow,
    _ schema: TableSchema,
    _ month: Month,
    _ associationKind: Int
  ) -> FactTable {
    FactTable(
      isPresent: true,
      rowCount: rowCount + 1,
      customer: [],
      tenant: tenant + [Int32(row.tenant)],
      month: self.month + [Int32(month.index)],
      names: named(row, schema, associationKind),
      numbers: numbers,
      coveredMonths: coveredMonths
    )
  }

  private func named(
    _ row: AddedRow,
    _ schema: TableSchema,
    _ associationKind: Int
  ) -> [[Int32]] {
    schema.columns.indices.map { column in
      guard case .name(let kind) = schema.columns[column].role else { return names[column] }
      let code = kind == associationKind ? row.step.row.association : row.step.row.item
      return names[column] + [schema.columns[column].isOfCustomer ? -1 : code]
    }
  }
}

extension NumberColumn {
  fileprivate func appending(_ number: Decimal, rowCount: Int) -> NumberColumn {
    let common = max(scale, number.scale)
    let factor = Decimal.powerOfTen(common - scale) ?? 1
    let old = (0..<rowCount).map { mantissas[$0] * factor }
    return NumberColumn(
      scale: common,
      mantissas: .wide(old + [number.mantissa(atScale: common) ?? 0]),
      emptyRows: emptyRows
    )
  }
}
