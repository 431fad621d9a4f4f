package import Evaluation
package import Facts
package import RuleSemantics

/// The customers of a page: the first ones with all that is known of them, others as numbers only.
package struct PageParts: Sendable {
  fileprivate let embedded: ReportParts<EvaluatedFacts>
  fileprivate let counted: ReportParts<EvaluatedFacts>

  /// - Parameters:
  ///   - plan: the criteria of the month.
  ///   - facts: the downloads, grouped by customer.
  ///   - catalogue: their tables.
  ///   - request: which customers and areas the page is about.
  ///   - limit: how many customers may be embedded; nil for all.
  ///   - length: how many customers are evaluated at a time.
  package init(
    evaluating plan: EvaluationPlan,
    over facts: FactStore,
    catalogue: Catalogue,
    _ request: ReportRequest,
    limit: Int?,
    length: Int
  ) {
    let customers = request.customers ?? Array(facts.customers.indices)
    let count = min(limit ?? customers.count, customers.count)
    func parts(_ customers: ArraySlice<Int>) -> ReportParts<EvaluatedFacts> {
      let own = ReportRequest(customers: Array(customers), areas: request.areas)
      return ReportParts(
        evaluating: plan,
        over: facts,
        catalogue: catalogue,
        own,
        length: length
      )
    }
    embedded = parts(customers.prefix(count))
    counted = parts(customers.dropFirst(count))
  }

  private init(
    embedded: ReportParts<EvaluatedFacts>,
    counted: ReportParts<EvaluatedFacts>
  ) {
    self.embedded = embedded
    self.counted = counted
  }

  /// All customers.
  package var customerCount: Int { embedded.customerCount + counted.customerCount }

  /// The same parts; each tells how many customers it has when it is made, on any thread.
  package func telling(_ tell: @escaping @Sendable (_ customers: Int) -> Void) -> PageParts {
    PageParts(embedded: embedded.telling(tell), counted: counted.telling(tell))
  }
}

/// What a page tells besides customers.
package struct PageContents: Sendable {
  /// Of the program.
  package let version: String

  /// What is in force in the month, and what has changed in all months.
  package let listing: RuleListing
  package let changes: RuleListing

  /// What became of files and rows.
  package let account: FactAccount

  /// As in ``FactStore/tables``, and people as in ``FactStore/people``.
  package let facts: FactStore

  /// What the partner earns; nil where the page is about some customers, or rules give no points.
  package let score: ScoreHistory?

  /// Certificates; none where there is no score.
  package let certificates: [HeldCertificate]

  package init(
    version: String,
    listing: RuleListing,
    changes: RuleListing,
    account: FactAccount,
    facts: FactStore,
    score: ScoreHistory?,
    certificates: [HeldCertificate]
  ) {
    self.version = version
    self.listing = listing
    self.changes = changes
    self.account = account
    self.facts = facts
    self.score = score
    self.certificates = certificates
  }
}

/// Writes one HTML page that needs nothing else: all customers, each customer's trees, the score,
/// what changed, and the data.
///
/// - Parameters:
///   - parts: the customers, which are evaluated as they are written.
///   - contents: what the page tells besides.
///   - request: which areas are shown; with statuses, only customers of which some node has one
///     are embedded.
///   - workers: who evaluates.
///   - write: takes the bytes in chunks.
/// - Returns: how many customers are embedded.
/// - Throws: what `write` throws; nothing is written after that.
package func pageReport<Failure: Error>(
  _ parts: PageParts,
  _ contents: PageContents,
  _ request: ReportRequest,
  _ workers: Workers = .one,
  into write: ([UInt8]) throws(Failure) -> Void
) throws(Failure) -> Int {
  let plan = parts.embedded.plan
  let gathered = Gathered(parts, request, workers)
  let overview = PageOverview(
    plan: plan,
    catalogue: parts.embedded.catalogue,
    areas: request.areas(of: plan),
    contents: contents,
    customers: (total: parts.customerCount, embedded: gathered.customers.count),
    counts: gathered.counts,
    tenantCounts: gathered.tenantCounts
  )
  let blocks = [
    PageBlock(id: "overview", type: "application/json", chunks: [overview.json]),
    PageBlock(
      id: "customers",
      type: "application/json",
      chunks: [gathered.customers.customersBlock]
    ),
    PageBlock(id: "texts", type: "text/plain", chunks: [gathered.customers.textsBlock]),
    PageBlock(id: "details", type: "text/plain", chunks: gathered.customers.detailsBlock),
  ]
  for piece in PageTemplate.pieces {
    switch piece {
    case .text(let text): try write(text)
    case .data: for block in blocks { try block.write(to: write) }
    }
  }
  return gathered.customers.count
}

/// What comes of one walk over all customers.
private struct Gathered {
  private(set) var customers = PageCustomers()
  private(set) var counts: LetterCounts
  private(set) var tenantCounts: LetterCounts

  init(_ parts: PageParts, _ request: ReportRequest, _ workers: Workers) {
    let plan = parts.embedded.plan
    let nodeCount = request.areas(of: plan).reduce(0) { $0 + plan.areas[$1].nodes.count }
    counts = LetterCounts(nodeCount: nodeCount)
    tenantCounts = LetterCounts(nodeCount: nodeCount)
    for (own, isEmbedded) in [(parts.embedded, true), (parts.counted, false)] {
      makeParts(own, workers) {
        PagePart($0, request, isEmbedded: isEmbedded)
      } each: { part in
        counts += part.counts
        tenantCounts += part.tenantCounts
        if isEmbedded { customers.add(part) }
      }
    }
  }
}
