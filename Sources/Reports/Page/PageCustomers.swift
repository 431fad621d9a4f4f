/// What the blocks `customers`, `texts` and `details` are made of, gathered customer by customer.
struct PageCustomers {
  private var ids: [String] = []
  private var names: [String] = []
  private var letters: [UInt8] = []
  private var tenants = TenantColumns()
  private var texts = TextPool()

  /// The lines of the details, a chunk for each run of customers.
  private var details: [[UInt8]] = []

  private struct TenantColumns {
    var counts: [Int] = []
    var ids: [String] = []

    /// The place of each one's customer.
    var customers: [Int] = []
    var letters: [UInt8] = []
  }

  var count: Int { ids.count }

  /// Adds the customers of the next run.
  mutating func add(_ part: PagePart) {
    let places = part.texts.texts.map { texts.place(of: $0) }
    var lines = JSONWriter()
    for customer in part.customers {
      tenants.counts.append(customer.tenants.count)
      for tenant in customer.tenants {
        tenants.ids.append(tenant.id)
        tenants.customers.append(ids.count)
        tenants.letters += tenant.letters
      }
      ids.append(customer.id)
      names.append(customer.name)
      letters += customer.letters
      lines.array { writer in
        writer.array(customer.tenants) { $0.string($1.id) }
        writer.array(customer.nodes) { $0.write($1, places) }
      }
      lines.endLine()
    }
    details.append(lines.buffer.bytes)
  }

  /// Names, tenants and letters of all customers.
  var customersBlock: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("id", ids)
      writer.member("name", names)
      writer.member("tenants", array: tenants.counts) { $0.integer($1) }
      writer.member("letters", String(decoding: letters, as: UTF8.self))
      writer.member("tenant") { writer in
        writer.member("id", tenants.ids)
        writer.member("customer", array: tenants.customers) { $0.integer($1) }
        writer.member("letters", String(decoding: tenants.letters, as: UTF8.self))
      }
    }
    return writer.buffer.bytes
  }

  /// Every text once.
  var textsBlock: [UInt8] {
    var writer = JSONWriter()
    writer.array(texts.texts) { $0.string($1) }
    return writer.buffer.bytes
  }

  /// A line for each customer, in chunks.
  var detailsBlock: [[UInt8]] { details }
}

extension JSONWriter {
  /// Writes `[current, reason, ways, rows, assumptions]` without empty parts at the end; `places`
  /// are those of the texts on the page.
  fileprivate mutating func write(_ node: NodeDetails, _ places: [Int]) {
    array { writer in
      writer.write(node.current, places)
      writer.write(node.reason, places)
      let parts = [node.ways.isEmpty, node.rows.isEmpty, node.assumptions.isEmpty]
      guard let last = parts.lastIndex(of: false) else { return }
      writer.array(node.ways) { $0.write($1, places) }
      if last > 0 {
        writer.array(node.rows) { writer, row in
          writer.array { writer in
            writer.integer(row.tenant ?? -1)
            for text in [row.item, row.state, row.now, row.then] { writer.write(text, places) }
          }
        }
      }
      if last > 1 { writer.array(node.assumptions) { $0.write($1, places) } }
    }
  }

  private mutating func write(_ text: Int?, _ places: [Int]) {
    integer(text.map { places[$0] } ?? -1)
  }
}
