/// One file's bytes with the name to show for it.
package struct FactSource: Sendable {
  /// Shown in findings, and the order of files.
  package let name: String

  /// The whole file.
  package let bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// Reads files into columns: matches each to a table of `catalogue` by its header, accounts for
/// every row, and joins the files of each table.
///
/// Nothing in the files can stop it: what is wrong becomes a finding in ``FactStore/account``.
/// The outcome is the same in whatever order the files are given.
package func readFacts(_ sources: [FactSource], catalogue: Catalogue) -> FactStore {
  let lookup = CatalogueLookup(catalogue)
  let ordered = inFileOrder(sources)
  let matches = ordered.map { matchFile($0, lookup) }
  var findings = FindingLog()
  for match in matches { findings.add(contentsOf: match.findings) }
  let matched = matches.compactMap(\.file)
  var files: [ReadFile] = []
  for (place, file) in matched.enumerated() {
    let read = readRows(file, isCompared: hasPartner(place, matched), lookup)
    findings.add(contentsOf: read.findings)
    files.append(read.file)
  }
  markRepeatedRows(&files, catalogue)
  if files.isEmpty { findings.add(.noFacts()) }
  let accounts = fileAccounts(ordered, matches, files)
  return mergeFiles(files, catalogue, accounts, findings)
}

/// By name in code points; files of one name by content.
private func inFileOrder(_ sources: [FactSource]) -> [FactSource] {
  sources.sorted { left, right in
    left.name == right.name
      ? left.bytes.lexicographicallyPrecedes(right.bytes)
      : left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
  }
}

/// Whether another file has the same table and header, so that rows may be in both.
private func hasPartner(_ place: Int, _ files: [MatchedFile]) -> Bool {
  files.indices.contains { other in
    other != place && files[other].plan.table == files[place].plan.table
      && files[other].layout.keys == files[place].layout.keys
  }
}

private func readRows(
  _ file: MatchedFile,
  isCompared: Bool,
  _ lookup: CatalogueLookup
) -> (file: ReadFile, findings: FindingLog) {
  var reader = FileReader(file, lookup: lookup, comparesRows: isCompared)
  reader.readAll(file.table.bytes.span)
  return (ReadFile(matched: file, rows: reader.rows), reader.findings)
}

private func markRepeatedRows(_ files: inout [ReadFile], _ catalogue: Catalogue) {
  for table in catalogue.tables.indices {
    let places = files.indices.filter { files[$0].plan.table == table }
    guard places.count > 1 else { continue }
    var ofTable = places.map { files[$0] }
    RepeatedRows.mark(&ofTable)
    for (place, file) in zip(places, ofTable) { files[place] = file }
  }
}

/// One account per source, also for those that are not read.
private func fileAccounts(
  _ sources: [FactSource],
  _ matches: [MatchResult],
  _ files: [ReadFile]
) -> [FileAccount] {
  var next = files.makeIterator()
  return sources.indices.map { place in
    let notRead = FileAccount(file: sources[place].name, table: nil)
    return matches[place].file == nil ? notRead : next.next()?.rows.account ?? notRead
  }
}

private func mergeFiles(
  _ files: [ReadFile],
  _ catalogue: Catalogue,
  _ accounts: [FileAccount],
  _ readingFindings: FindingLog
) -> FactStore {
  var findings = readingFindings
  let identities = Identities(files, findings: &findings)
  let nameCodes = NameCodes(files, catalogue)
  var tables: [FactTable] = []
  for (index, schema) in catalogue.tables.enumerated() {
    let places = files.indices.filter { files[$0].plan.table == index }
    var merged = MergedTable(schema, all: files, places: places)
    tables.append(merged.table(identities, nameCodes))
    findings.add(contentsOf: merged.findings)
  }
  return FactStore(
    customers: identities.customers,
    tenants: identities.tenants,
    names: nameCodes.names,
    people: identities.people,
    tables: tables,
    account: FactAccount(files: accounts, findings: findings.sorted())
  )
}
