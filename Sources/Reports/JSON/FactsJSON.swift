package import Facts

/// What became of every file and row, as JSON of the schema `rulec.facts/1`.
///
/// A table about people has no `months`, and `people` says how many its rows are about.
///
/// - Parameters:
///   - account: the account of the reader.
///   - tables: the tables of the store, in the order of the catalogue.
///   - catalogue: the catalogue that the facts were read by.
/// - Returns: one line of JSON with its line end.
package func factsJSON(
  _ account: FactAccount,
  tables: [FactTable],
  catalogue: Catalogue
) -> [UInt8] {
  var writer = JSONWriter()
  writer.object { writer in
    writer.member("schema", "rulec.facts/1")
    writer.member("files", array: account.files) { writer, file in
      writer.write(file, catalogue)
    }
    writer.member("tables", array: zip(catalogue.tables, tables)) { writer, table in
      writer.object { writer in
        writer.member("id", table.0.id)
        writer.member("title", table.0.title)
        writer.member("isPresent", table.1.isPresent)
        writer.member("rows", table.1.rowCount)
        writer.member("months", table.1.coveredMonths.map(\.description))
        if table.0.isAboutPeople { writer.member("people", table.1.peopleCount) }
      }
    }
    writer.member("findings", array: account.findings) { $0.write($1) }
  }
  writer.endLine()
  return writer.buffer.bytes
}

extension JSONWriter {
  fileprivate mutating func write(_ file: FileAccount, _ catalogue: Catalogue) {
    object { writer in
      writer.member("file", file.file)
      writer.member("table", file.table.map { catalogue.tables[$0].id })
      writer.member("read", file.read)
      writer.member("used", file.used)
      writer.member("dropped", file.dropped)
      writer.member("duplicate", file.duplicate)
      writer.member("notNeeded", file.notNeeded)
      writer.member("unknown", file.unknown)
      writer.member("rejected", file.rejected)
    }
  }

  fileprivate mutating func write(_ finding: FactFinding) {
    object { writer in
      writer.member("code", finding.code.rawValue)
      writer.member("severity", finding.level.rawValue)
      writer.member("message", finding.message)
      writer.member("help", finding.help)
      writer.member("file", finding.file)
      writer.member("line", finding.line)
      writer.member("column", finding.column)
      writer.member("text", finding.text)
      writer.member("more", finding.more)
    }
  }
}
