package import Evaluation
package import Facts
package import RuleSemantics

/// Customers of which little would have to change for a node to say something else.
package struct NearCustomers: Sendable {
  package let area: AreaPlan
  package let node: NodePlan
  package let month: Month

  /// Not met, closest first.
  package let gained: [Near]

  /// Met, closest first.
  package let lost: [Near]

  /// How many of each are nearer than asked for, also those that are not listed.
  package let counts: (gained: Int, lost: Int)

  /// Customers behind an earlier gate that is not met: nothing is won with the node.
  package let behindGates: Int

  /// Customers of whom facts are missing.
  package let untold: Int

  /// Whether some limit was asked for.
  package let isLimited: Bool

  /// One customer, and the smallest change.
  package struct Near: Sendable {
    package let customer: Customer
    package let distance: NearDistance

    /// What would have to change, as a clause.
    package let change: String
  }

  /// - Parameters:
  ///   - place: the node.
  ///   - limit: how far customers may be.
  ///   - parts: all customers, with the area of the node.
  ///   - workers: who looks at them.
  package init(
    _ place: StoryRequest.Node,
    within limit: NearLimit,
    _ parts: ReportParts<EvaluatedFacts>,
    _ workers: Workers
  ) {
    area = parts.plan.areas[place.area]
    node = area.nodes[place.node]
    month = parts.plan.asOf
    let found = Guarded<[Int: Found]>([:])
    workers.perform(parts.count) { number in
      let own = Found(place, limit, parts.part(number))
      found.withLock { $0[number] = own }
    }
    let all = found.withLock { found in (0..<parts.count).compactMap { found[$0] } }
    behindGates = all.reduce(0) { $0 + $1.behindGates }
    untold = all.reduce(0) { $0 + $1.untold }
    isLimited = limit.isLimit
    let (near, far) = (
      all.flatMap(\.gained).closestFirst(by: limit), all.flatMap(\.lost).closestFirst(by: limit)
    )
    counts = (near.count, far.count)
    gained = Array(near.prefix(limit.most))
    lost = Array(far.prefix(limit.most))
  }
}

/// How far customers may be from the other verdict.
package enum NearLimit: Equatable, Sendable {
  /// No number has to change by more, each in its own unit.
  case amount(Decimal)

  /// No number has to change by more than this share of what it is now.
  case percent(Decimal)

  /// The closest ones, so many on each side.
  case closest(Int)

  /// How many without any limit.
  ///
  /// Source: our choice; they fit a screen.
  package static let usual = NearLimit.closest(20)

  /// How many are listed on each side.
  var most: Int { if case .closest(let count) = self { count } else { .max } }

  var isLimit: Bool { if case .closest = self { false } else { true } }

  func allows(_ distance: NearDistance) -> Bool {
    switch self {
    case .amount(let most): distance.amount.compared(with: most) <= 0
    case .percent(let most): distance.percent.map { $0.compared(with: most) <= 0 } ?? false
    case .closest: true
    }
  }

  /// Whether one distance is smaller than another: by share where shares are asked for, else by numbers.
  func isCloser(_ one: NearDistance, than other: NearDistance) -> Bool {
    if case .percent = self, let share = one.percent, let another = other.percent,
      share != another
    {
      return share.compared(with: another) < 0
    }
    return one.amount.compared(with: other.amount) < 0
  }
}

/// How far a customer is from the other verdict.
package struct NearDistance: Sendable {
  /// The numbers that have to change.
  package let amounts: [WayToPass.Amount]

  /// The largest change, whatever its unit.
  let amount: Decimal

  /// The largest change in percent of what the number is now, four places rounded up; nil where one is
  /// zero now.
  package let percent: Decimal?

  /// Nil for what no number says, such as a new tenant.
  init?(_ way: WayToPass) {
    amounts = way.steps.flatMap(\.amounts)
    guard !amounts.isEmpty, way.steps.allSatisfy({ $0.tenant != nil && !$0.isNewAssociation })
    else { return nil }
    amount = amounts.map(\.change.size).max { $0.compared(with: $1) < 0 } ?? .zero
    let shares = amounts.compactMap(\.percent)
    percent = shares.count < amounts.count ? nil : shares.max { $0.compared(with: $1) < 0 }
  }
}

extension WayToPass.Amount {
  /// Four places, rounded up; nil where there is nothing now.
  fileprivate var percent: Decimal? {
    let scale = max(now.scale, change.scale)
    guard let part = change.size.mantissa(atScale: scale),
      let whole = now.size.mantissa(atScale: scale), whole > 0
    else { return nil }
    let (product, overflow) = part.multipliedReportingOverflow(by: 1_000_000)
    return overflow ? nil : Decimal(mantissa: (product + whole - 1) / whole, scale: 4)
  }
}

/// What one part of the customers comes to.
private struct Found: Sendable {
  var gained: [NearCustomers.Near] = []
  var lost: [NearCustomers.Near] = []
  var behindGates = 0
  var untold = 0

  init(_ place: StoryRequest.Node, _ limit: NearLimit, _ part: ReportParts<EvaluatedFacts>.Part) {
    let facts = part.facts
    let node = facts.plan.areas[place.area].nodes[place.node]
    for customer in part.customers {
      let verdict = facts.verdicts(area: place.area, node: place.node)[customer]
      guard !verdict.isBehindGate else {
        behindGates += 1
        continue
      }
      guard verdict.truth != .unknown else {
        untold += 1
        continue
      }
      let ways =
        verdict.isMet
        ? facts.waysToLose(area: place.area, node: place.node, customer: customer)
        : facts.waysToPass(area: place.area, node: place.node, customer: customer)
      let near = ways.compactMap { way in NearDistance(way).map { (way, $0) } }
        .filter { limit.allows($0.1) }
        .min { limit.isCloser($0.1, than: $1.1) }
      guard let (way, distance) = near else { continue }
      let found = NearCustomers.Near(
        customer: facts.facts.customers[customer],
        distance: distance,
        change: WayText(way, of: node, in: facts.plan).text
      )
      if verdict.isMet { lost.append(found) } else { gained.append(found) }
    }
  }
}

extension [NearCustomers.Near] {
  /// Of equally close ones the first by id.
  fileprivate func closestFirst(by limit: NearLimit) -> [NearCustomers.Near] {
    sorted { left, right in
      if limit.isCloser(left.distance, than: right.distance) { return true }
      if limit.isCloser(right.distance, than: left.distance) { return false }
      return left.customer.id < right.customer.id
    }
  }
}
