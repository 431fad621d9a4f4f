import Facts

/// The header of the test catalogue's revenue table, with the columns a test needs most.
let revenueHeader = "CustomerID,CustomerTenantId,ServiceLevel2,Month,ACR_USD"

/// Reads `files`, given as name and text, with the test catalogue.
func read(_ files: (String, String)...) -> FactStore {
  readFacts(
    files.map { FactSource(name: $0.0, bytes: Array($0.1.utf8)) },
    catalogue: TestCatalogue.whole
  )
}

/// Reads one file, `f.csv`, of the lines.
func read(lines: String...) -> FactStore {
  read(("f.csv", lines.joined(separator: "\n") + "\n"))
}

extension FactStore {
  /// What became of the rows of the first file.
  var file: FileAccount { account.files[0] }

  /// Codes and lines of the findings: `F0204@3`.
  var findings: [String] {
    account.findings.map { finding in
      finding.code.rawValue + (finding.line.map { "@\($0)" } ?? "")
    }
  }

  /// The numbers of a column as text; nil for empty cells.
  func numbers(_ table: Int, _ column: Int) -> [String?] {
    guard let numbers = tables[table].numbers[column] else { return [] }
    return (0..<tables[table].rowCount).map { row in
      guard !numbers.emptyRows.contains(Int32(row)) else { return nil }
      return Decimal(mantissa: numbers.mantissas[row], scale: numbers.scale).description
    }
  }

  /// The names of a column as they are shown; `-` for empty cells.
  func names(_ table: Int, _ column: Int, kind: Int) -> [String] {
    tables[table].names[column].map { $0 < 0 ? "-" : names[kind][Int($0)] }
  }

  func months(_ table: Int) -> [String] {
    tables[table].month.map { $0 < 0 ? "-" : Month(index: Int($0)).description }
  }

  /// Each used row of a table as one line.
  func rows(_ table: Int) -> [String] {
    let facts = tables[table]
    return (0..<facts.rowCount).map { row in
      var parts: [String] = []
      if !facts.customer.isEmpty { parts.append(customers[Int(facts.customer[row])].id) }
      if !facts.tenant.isEmpty { parts.append(tenants[Int(facts.tenant[row])]) }
      if !facts.month.isEmpty { parts.append(months(table)[row]) }
      parts += facts.names.filter { !$0.isEmpty }.map { "\($0[row])" }
      parts += facts.numbers.indices.filter { facts.numbers[$0] != nil }.map { column in
        numbers(table, column)[row] ?? "empty"
      }
      return parts.joined(separator: " ")
    }
  }
}

extension FileAccount {
  /// `read = used dropped duplicate notNeeded unknown rejected`.
  var summary: String {
    "\(read) = \(used) \(dropped) \(duplicate) \(notNeeded) \(unknown) \(rejected)"
  }

  var isBalanced: Bool {
    read == used + dropped + duplicate + notNeeded + unknown + rejected
  }
}
