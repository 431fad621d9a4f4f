import Facts
import RuleSemantics

/// What a test found for one customer, or for all of them together.
struct LeafResult {
  let truth: Truth
  let change: Change?

  /// The deciding number, and for a change the two sides of it, at `scale`.
  var now = Interval.zero
  var baseline = Interval.zero
  var result = Interval.zero

  /// What adds up over customers, at `scale`: a size, a net, a sum; of whatever is taken beside its
  /// baseline the difference.
  var contribution = Interval.zero
  var scale = 0

  init(truth: Truth, change: Change?) {
    self.truth = truth
    self.change = change
  }
}

extension Change {
  /// The official wording for the sign of an exactly known difference.
  init?(sign difference: Interval) {
    guard let exact = difference.exact else { return nil }
    self = exact > 0 ? .withGrowth : exact < 0 ? .inDecline : .noChange
  }
}

/// A test with the columns it reads, ready for any customer.
enum LeafKernel: Sendable {
  case presence(PresenceKernel)
  case largest(LargestKernel)
  case members(MembersKernel)
  case sum(SumKernel)

  func result(of customer: Int) -> LeafResult {
    switch self {
    case .presence(let kernel): kernel.result(of: customer)
    case .largest(let kernel): kernel.result(of: customer)
    case .members(let kernel): kernel.result(of: customer)
    case .sum(let kernel): kernel.result(of: customer)
    }
  }

  /// What the test found for each customer.
  func verdicts(customerCount: Int) -> [(truth: Truth, change: Change?)] {
    func collect(_ result: (Int) -> LeafResult) -> [(truth: Truth, change: Change?)] {
      (0..<customerCount).map { customer in
        let found = result(customer)
        return (found.truth, found.change)
      }
    }
    return switch self {
    case .presence(let kernel): collect(kernel.result)
    case .largest(let kernel): collect(kernel.result)
    case .members(let kernel): collect(kernel.result)
    case .sum(let kernel): collect(kernel.result)
    }
  }

  init(_ test: TestPlan, under: NameSet?, _ store: inout ColumnStore) {
    switch test {
    case .presence(let plan):
      self = .presence(PresenceKernel(plan, under: under, &store))
    case .largest(let measure, let bounds):
      self = .largest(LargestKernel(measure, bounds, under: under, &store))
    case .net(let group, let less, let bounds):
      self = .members(MembersKernel(group, less: less, isNet: true, bounds, under, &store))
    case .count(let group, let bounds):
      self = .members(MembersKernel(group, less: nil, isNet: false, bounds, under, &store))
    case .total(let quantity, let group, let bounds, let countsChange):
      let question = SumKernel.Question.total(bounds, countsChange: countsChange)
      self = .sum(SumKernel(quantity, group, question, under, &store))
    case .change(let quantity, let group, let since, let bounds):
      self = .sum(
        SumKernel(quantity, group, .change(bounds, sinceAssociation: since), under, &store)
      )
    case .growth(let quantity, let group, let bounds):
      self = .sum(SumKernel(quantity, group, .growth(bounds), under, &store))
    case .anyGrowth(let quantity, let group):
      self = .sum(SumKernel(quantity, group, .anyGrowth, under, &store))
    }
  }
}
