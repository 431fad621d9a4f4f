/// Reads files into columns: matches each to a table of `catalogue` by its header, accounts for
/// every row, and joins the files of each table.
///
/// Nothing in the files can stop it: what is wrong becomes a finding in ``FactStore/account``.
/// The outcome is the same in whatever order the files are given, and for all `settings`.
package func readFacts(
  _ sources: [FactSource],
  catalogue: Catalogue,
  settings: ReadSettings = ReadSettings()
) -> FactStore {
  let lookup = CatalogueLookup(catalogue)
  var sources = matchFiles(sources, lookup, settings)
  var findings = FindingLog()
  for source in sources { findings.add(contentsOf: source.match.findings) }
  var files = readFiles(&sources, lookup, settings, &findings)
  markRepeatedRows(&files, catalogue)
  if files.isEmpty { findings.add(.noFacts()) }
  let accounts = fileAccounts(sources, files)
  return mergeFiles(&files, catalogue, accounts, findings)
}

/// A source with what its beginning tells.
private struct MatchedSource {
  let name: String
  var match: MatchResult

  /// Whether it is a table's.
  let isMatched: Bool

  /// Whether the rows could not be read.
  var hasFailed = false

  init(name: String, match: MatchResult) {
    self.name = name
    self.match = match
    isMatched = match.file != nil
  }
}

/// Finds the tables of the files, in order of the files; those that cannot be read are left out.
private func matchFiles(
  _ sources: [FactSource],
  _ lookup: CatalogueLookup,
  _ settings: ReadSettings
) -> [MatchedSource] {
  inFileOrder(sources).compactMap { source in
    matchFile(source, lookup, settings).map { MatchedSource(name: source.name, match: $0) }
  }
}

/// By name in code points; files of one name by content.
private func inFileOrder(_ sources: [FactSource]) -> [FactSource] {
  let groups = Dictionary(grouping: sources, by: \.name)
  let names = groups.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  return names.flatMap { name in
    let group = groups[name] ?? []
    return group.count > 1 ? inOrderOfContent(group) : group
  }
}

private func inOrderOfContent(_ sources: [FactSource]) -> [FactSource] {
  let all = sources.compactMap { source in source.readAll().map { (source.name, $0) } }
  return all.sorted { $0.1.lexicographicallyPrecedes($1.1) }
    .map { FactSource(name: $0.0, bytes: $0.1) }
}

/// Reads the rows of one file after the other; no text of a file is kept.
private func readFiles(
  _ sources: inout [MatchedSource],
  _ lookup: CatalogueLookup,
  _ settings: ReadSettings,
  _ findings: inout FindingLog
) -> [ReadFile] {
  let isCompared = hasPartners(sources.map(\.match.file))
  let isGrouped = groupsRows(of: sources.map(\.match.file), lookup.catalogue, settings)
  var files: [ReadFile] = []
  for place in sources.indices {
    guard let file = sources[place].match.file else { continue }
    sources[place].match.file = nil
    let read = readRows(
      file,
      comparesRows: isCompared[place],
      groupsRows: isGrouped[place],
      lookup,
      settings
    )
    guard let read else {
      sources[place].hasFailed = true
      continue
    }
    findings.add(contentsOf: read.findings)
    files.append(ReadFile(file, read.rows))
  }
  return files
}

/// Whether the rows of each file are grouped while they are read: nothing has to look at them before,
/// as it does where a table has several files, and each is one row of the table.
private func groupsRows(
  of files: [MatchedFile?],
  _ catalogue: Catalogue,
  _ settings: ReadSettings
) -> [Bool] {
  files.map { file in
    guard settings.groupsRows, !settings.keepsLines, let file, file.plan.customer != nil,
      file.plan.tenant != nil
    else {
      return false
    }
    let schema = catalogue.tables[file.plan.table]
    return schema.splitColumn == nil && !schema.isAboutPeople && !schema.givesAssociationDates
      && files.count { $0?.plan.table == file.plan.table } == 1
  }
}

/// Whether another file has the same table and header, so that rows may be in both.
private func hasPartners(_ files: [MatchedFile?]) -> [Bool] {
  files.indices.map { place in
    guard let file = files[place] else { return false }
    return files.indices.contains { other in
      other != place && files[other]?.plan.table == file.plan.table
        && files[other]?.layout.keys == file.layout.keys
    }
  }
}

private func markRepeatedRows(_ files: inout [ReadFile], _ catalogue: Catalogue) {
  for table in catalogue.tables.indices {
    let places = files.indices.filter { files[$0].plan.table == table }
    guard places.count > 1 else { continue }
    RepeatedRows.mark(&files, places)
  }
}

/// One account per source that could be read, also for those that match no table.
private func fileAccounts(_ sources: [MatchedSource], _ files: [ReadFile]) -> [FileAccount] {
  var next = files.makeIterator()
  return sources.filter { !$0.hasFailed }.map { source in
    let notRead = FileAccount(file: source.name, table: nil)
    return source.isMatched ? next.next()?.rows.account ?? notRead : notRead
  }
}

private func mergeFiles(
  _ files: inout [ReadFile],
  _ catalogue: Catalogue,
  _ accounts: [FileAccount],
  _ readingFindings: FindingLog
) -> FactStore {
  var findings = readingFindings
  let identities = Identities(files, findings: &findings)
  let nameCodes = NameCodes(files, catalogue)
  for file in files.indices { files[file].rows.forgetIdentities() }
  var tables: [FactTable] = []
  for (index, schema) in catalogue.tables.enumerated() {
    let places = files.indices.filter { files[$0].plan.table == index }
    var merged = MergedTable(schema, taking: places, of: &files)
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
