import Evaluation
import Facts
import RuleSemantics

/// What the page takes from one run of customers.
struct PagePart: Sendable {
  /// A customer whose nodes the page can show.
  struct Customer: Sendable {
    let id: String
    let name: String

    /// By node.
    let letters: ArraySlice<UInt8>

    /// By id.
    let tenants: [(id: String, letters: ArraySlice<UInt8>)]

    /// By node; texts are those of ``PagePart/texts``.
    let nodes: [NodeDetails]
  }

  /// Of all customers of the run, and of their tenants.
  private(set) var counts: LetterCounts
  private(set) var tenantCounts: LetterCounts

  /// Those that are embedded.
  private(set) var customers: [Customer] = []
  private(set) var texts = TextPool()

  /// Counts the customers of a run, and with `isEmbedded` keeps those that are asked for.
  init(_ part: ReportParts<EvaluatedFacts>.Part, _ request: ReportRequest, isEmbedded: Bool) {
    let areas = request.areas(of: part.facts.plan)
    let letters = LetterRows(part.facts, areas: areas, of: part.customers)
    let tenants = PageTenants(of: part, areas: areas)
    counts = LetterCounts(nodeCount: letters.nodeCount)
    counts.add(letters)
    tenantCounts = LetterCounts(nodeCount: letters.nodeCount)
    tenantCounts.add(tenants.letters)
    guard isEmbedded else { return }
    let table = VerdictTable(part.facts, areas: areas)
    for (row, customer) in part.customers.enumerated() where request.includes(letters[row]) {
      let own = tenants.tenants(of: row)
      let maker = DetailsMaker(
        facts: part.facts,
        customer: customer,
        tenants: own.map(\.id)
      )
      var nodes: [NodeDetails] = []
      for (place, area) in areas.enumerated() {
        let verdicts = table.verdicts(at: place, customer: customer)
        let findings = table.findings(of: part.facts, at: place, customer: customer, verdicts)
        nodes += maker.details(of: findings, area: area, &texts)
      }
      customers.append(
        Customer(
          id: part.facts.customers[customer].id,
          name: part.facts.customers[customer].name,
          letters: letters[row],
          tenants: own,
          nodes: nodes
        )
      )
    }
  }
}

/// The tenants of a run of customers, each judged as if it were a customer of its own.
private struct PageTenants {
  /// Of the tenants of all customers, in order of these.
  let letters: LetterRows
  private let ids: [String]

  /// Where the tenants of each customer begin, by row; one entry more than customers.
  private var starts = [0]

  init(of part: ReportParts<EvaluatedFacts>.Part, areas: [Int]) {
    let (facts, owned) = part.facts.facts.byTenant()
    let evaluated = evaluate(
      part.facts.plan,
      over: facts,
      catalogue: part.facts.catalogue,
      areas: Set(areas)
    )
    var own: [Int32: [Int]] = [:]
    for (place, tenant) in owned.enumerated() { own[tenant.customer, default: []].append(place) }
    var places: [Int] = []
    for customer in part.customers {
      places += own[Int32(truncatingIfNeeded: customer)] ?? []
      starts.append(places.count)
    }
    letters = LetterRows(evaluated, areas: areas, of: places)
    ids = places.map { facts.customers[$0].id }
  }

  func tenants(of row: Int) -> [(id: String, letters: ArraySlice<UInt8>)] {
    (starts[row]..<starts[row + 1]).map { (ids[$0], letters[$0]) }
  }
}

extension ReportRequest {
  /// Whether some node has a status that is asked for.
  fileprivate func includes(_ letters: ArraySlice<UInt8>) -> Bool {
    guard let statuses else { return true }
    return letters.contains { statuses.contains(PageLetter.isMet($0) ? .met : .notMet) }
  }
}
