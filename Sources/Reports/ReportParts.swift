import Evaluation
package import Facts
package import RuleSemantics

/// The customers of a report in runs that follow each other, each with what is known of it.
///
/// Runs are evaluated, written and forgotten one by one; no report depends on how long they are.
package struct ReportParts<Source: ReportedFacts & Sendable>: Sendable {
  /// The customers of a run.
  package struct Part: Sendable {
    let facts: Source

    /// Indices in ``ReportedFacts/customers``, in the order to report.
    let customers: [Int]
  }

  package let plan: EvaluationPlan
  package let catalogue: Catalogue

  /// The customers of all parts.
  package let customerCount: Int

  /// How many parts there are.
  package let count: Int

  /// Makes a part, by its number below ``count``.
  private(set) var part: @Sendable (Int) -> Part
}

extension ReportParts {
  /// What was evaluated as a whole.
  package init(_ facts: Source, _ request: ReportRequest) {
    let customers = request.customers(of: facts)
    plan = facts.plan
    catalogue = facts.catalogue
    customerCount = customers.count
    let runs = Runs(itemCount: customers.count, length: customersOfWhole)
    count = runs.count
    part = { Part(facts: facts, customers: Array(customers[runs[$0]])) }
  }
}

extension ReportParts {
  /// The same parts; each tells how many customers it has when it is made, on any thread.
  package func telling(_ tell: @escaping @Sendable (_ customers: Int) -> Void) -> ReportParts {
    var told = self
    told.part = { number in
      let part = part(number)
      tell(part.customers.count)
      return part
    }
    return told
  }
}

extension ReportParts<EvaluatedFacts> {
  /// Customers that are evaluated when their part is made, `length` at a time.
  ///
  /// `facts` have to be grouped by customer.
  package init(
    evaluating plan: EvaluationPlan,
    over facts: FactStore,
    catalogue: Catalogue,
    _ request: ReportRequest,
    length: Int
  ) {
    self.plan = plan
    self.catalogue = catalogue
    let areas = Set(request.areas(of: plan))
    let customers = request.customers ?? Array(facts.customers.indices)
    customerCount = customers.count
    let runs = Runs(itemCount: customers.count, length: length)
    count = runs.count
    part = { number in
      let slice = facts.slice(of: customers[runs[number]])
      return Part(
        facts: evaluate(plan, over: slice, catalogue: catalogue, areas: areas),
        customers: Array(slice.customers.indices)
      )
    }
  }

  /// How many customers to evaluate at a time, of so many: few enough to hold what is known of them
  /// in the cache, and to keep all workers busy to the end.
  ///
  /// Source: measured.
  package static func length(customerCount: Int, _ workers: Workers) -> Int {
    min(256, max(64, customerCount / (8 * workers.count)))
  }
}

/// How many customers of a whole evaluation are written at a time.
///
/// Source: measured; a piece takes milliseconds, and its text fits the cache.
private let customersOfWhole = 128

/// Runs of items that follow each other.
private struct Runs: Sendable {
  let itemCount: Int
  let length: Int

  var count: Int { (itemCount + length - 1) / length }

  subscript(run: Int) -> Range<Int> { run * length..<min((run + 1) * length, itemCount) }
}

/// Makes the texts of all parts, and hands them over in order; empty ones are left out.
///
/// What comes out depends neither on the number of workers nor on which text is ready first.
///
/// - Parameters:
///   - parts: what texts are made of.
///   - workers: who makes them.
///   - make: the text of a part.
///   - each: takes the texts in the order of the customers; slow takers hold the work up, so that
///     few texts wait.
/// - Throws: what `each` throws; nothing is handed over after that.
func writeParts<Source, Failure: Error>(
  _ parts: ReportParts<Source>,
  _ workers: Workers,
  make: @Sendable (ReportParts<Source>.Part) -> [UInt8],
  each: ([UInt8]) throws(Failure) -> Void
) throws(Failure) {
  var failure: Failure?
  workers.perform(parts.count, making: { make(parts.part($0)) }) { text in
    do throws(Failure) {
      if !text.isEmpty { try each(text) }
      return true
    } catch {
      failure = error
      return false
    }
  }
  if let failure { throw failure }
}

/// Makes values of all parts, and hands them over in order.
///
/// - Parameters:
///   - parts: what values are made of.
///   - workers: who makes them.
///   - make: the value of a part.
///   - each: takes the values in the order of the customers; few of them wait for it.
func makeParts<Source, Value: Sendable>(
  _ parts: ReportParts<Source>,
  _ workers: Workers,
  make: @Sendable (ReportParts<Source>.Part) -> Value,
  each: (Value) -> Void
) {
  let made = Guarded<[Int: Value]>([:])
  var next = 0
  workers.perform(parts.count) { number in
    let value = make(parts.part(number))
    made.withLock { $0[number] = value }
    return []
  } taking: { _ in
    if let value = made.withLock({ $0.removeValue(forKey: next) }) { each(value) }
    next += 1
    return true
  }
}
