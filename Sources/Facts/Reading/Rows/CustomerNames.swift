/// The names that a file gives its customers, by local customer code.
///
/// Nearly every customer has one name on all its rows: that case is a comparison of bytes.
struct CustomerNames {
  struct Naming: Hashable {
    let customer: Int
    let name: Int
  }

  /// Names without outer blanks.
  private(set) var texts = ByteDictionary()

  /// The name first met, by customer; -1 when there is none yet.
  private var first: [Int] = []

  /// The line on which each customer first has each name.
  private(set) var lines: [Naming: Int] = [:]

  mutating func add(_ name: Span<UInt8>, customer: Int, line: Int) {
    guard !name.isEmpty else { return }
    while first.count <= customer { first.append(-1) }
    if first[customer] >= 0, texts.isText(first[customer], name) { return }
    let naming = Naming(customer: customer, name: texts.code(of: name))
    if first[customer] < 0 { first[customer] = naming.name }
    if lines[naming] == nil { lines[naming] = line }
  }
}

/// The customers that a file's rows list each tenant under, as local codes.
struct TenantOwners {
  struct Ownership: Hashable {
    let tenant: Int
    let customer: Int
  }

  /// The customer first met, by tenant; -1 when there is none yet.
  private var first: [Int] = []

  /// The line on which each tenant first stands under each customer.
  private(set) var lines: [Ownership: Int] = [:]

  mutating func add(tenant: Int, customer: Int, line: Int) {
    while first.count <= tenant { first.append(-1) }
    if first[tenant] == customer { return }
    if first[tenant] < 0 { first[tenant] = customer }
    let ownership = Ownership(tenant: tenant, customer: customer)
    if lines[ownership] == nil { lines[ownership] = line }
  }
}
