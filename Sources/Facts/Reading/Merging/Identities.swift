/// Customers, tenants and people of all files, with the ranks of each file's codes.
struct Identities {
  private(set) var customers: [Customer] = []
  private(set) var tenants: [String] = []
  /// As in ``FactStore/people``.
  private(set) var people: [Person] = []

  /// By file and local code.
  private(set) var customerRanks: [[Int32]] = []
  private(set) var tenantRanks: [[Int32]] = []
  private(set) var personRanks: [[Int32]] = []

  /// Merges the identities of `files`, which are in order of their names.
  init(_ files: [ReadFile], findings: inout FindingLog) {
    let ids = Self.merge(files.map(\.rows.customers)) { trimmed($0) }
    let tenantIDs = Self.merge(files.map(\.rows.tenants)) { folded($0) }
    customerRanks = ids.ranks
    tenantRanks = tenantIDs.ranks
    tenants = tenantIDs.texts
    let personIDs = Self.merge(files.map(\.rows.people.texts)) { folded($0) }
    personRanks = personIDs.ranks
    people = Self.people(personIDs.texts, files, personRanks)
    let names = CustomerNaming(files, customerRanks, ids: ids.texts, findings: &findings)
    customers = ids.texts.enumerated().map { Customer(id: $1, name: names.names[$0]) }
    addSharedTenants(files, to: &findings)
  }

  /// Sorted texts, and by file the rank of each local code.
  private static func merge(
    _ dictionaries: [ByteDictionary],
    _ normalised: (Span<UInt8>) -> [UInt8]
  ) -> (texts: [String], ranks: [[Int32]]) {
    var all = ByteDictionary()
    let codes = dictionaries.map { dictionary in
      (0..<dictionary.count).map { code in
        let text = dictionary.withText(code) { normalised($0) }
        return all.code(of: text.span)
      }
    }
    let (order, rankOfCode) = all.ranks()
    let texts = order.map { String(decoding: all.text($0), as: UTF8.self) }
    return (texts, codes.map { $0.map { rankOfCode[$0] } })
  }

  /// People with what stands beside their id and no other; of several such names the first in order.
  private static func people(
    _ ids: [String],
    _ files: [ReadFile],
    _ ranks: [[Int32]]
  ) -> [Person] {
    var owners: [String: Set<Int32>] = [:]
    for (file, readFile) in files.enumerated() {
      let cells = readFile.rows.people
      for pair in cells.pairs {
        let name = cells.besideTexts.withText(pair.beside) { folded($0) }
        let text = String(decoding: name, as: UTF8.self)
        owners[text, default: []].insert(ranks[file][pair.person])
      }
    }
    var names: [Int32: String] = [:]
    for (name, people) in owners where people.count == 1 {
      for person in people { names[person] = min(names[person] ?? name, name) }
    }
    return ids.enumerated().map { Person(id: $1, otherName: names[Int32($0)]) }
  }

  /// One tenant's standing under a customer in some file.
  private struct Standing {
    let customer: Int32
    let file: Int
    let line: Int
  }

  /// Warns of tenants under several customers, in the file that shows it first.
  private func addSharedTenants(_ files: [ReadFile], to findings: inout FindingLog) {
    var first = [Int32](repeating: -1, count: tenants.count)
    var shared: Set<Int32> = []
    for (file, readFile) in files.enumerated() {
      for entry in readFile.rows.owners.entries {
        let tenant = tenantRanks[file][Int(entry.pair.one)]
        let customer = customerRanks[file][Int(entry.pair.other)]
        if first[Int(tenant)] < 0 { first[Int(tenant)] = customer }
        if first[Int(tenant)] != customer { shared.insert(tenant) }
      }
    }
    guard !shared.isEmpty else { return }
    let standings = standings(of: shared, files)
    for tenant in shared.sorted() {
      guard let finding = sharedTenant(tenant, standings[tenant] ?? [], files) else { continue }
      findings.add(finding)
    }
  }

  /// The standings of `tenants`, by file and line.
  private func standings(of tenants: Set<Int32>, _ files: [ReadFile]) -> [Int32: [Standing]] {
    var standings: [Int32: [Standing]] = [:]
    for (file, readFile) in files.enumerated() {
      for entry in readFile.rows.owners.entries {
        let tenant = tenantRanks[file][Int(entry.pair.one)]
        guard tenants.contains(tenant) else { continue }
        let customer = customerRanks[file][Int(entry.pair.other)]
        standings[tenant, default: []].append(
          Standing(customer: customer, file: file, line: entry.line)
        )
      }
    }
    return standings.mapValues { $0.sorted { ($0.file, $0.line) < ($1.file, $1.line) } }
  }

  private func sharedTenant(
    _ tenant: Int32,
    _ standings: [Standing],
    _ files: [ReadFile]
  ) -> FactFinding? {
    guard let first = standings.first,
      let other = standings.first(where: { $0.customer != first.customer })
    else { return nil }
    let owners = Set(standings.map(\.customer)).sorted().map { customers[Int($0)].id }
    let plan = files[other.file].plan
    return .tenantOfTwoCustomers(
      tenants[Int(tenant)],
      owners: owners,
      file: plan.file,
      line: other.line,
      column: plan.tenant.map(plan.headerName)
    )
  }
}
