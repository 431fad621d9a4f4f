import Evaluation
import RuleSemantics

/// What a node says of one customer or tenant, as one letter of the page's data.
///
///     m  met                    f  not met
///     g  met with growth        p  not met although with growth
///     d  met in decline         q  not met, in decline
///     n  met, no change         r  not met, no change
///     u  cannot be told
///
/// In upper case an earlier gate is not met or cannot be told: who has such a letter is not among
/// those whom the node is about.
enum PageLetter {
  /// All letters, in the order in which counts are written.
  static let all = Array("mgdnfpqruMGDNFPQRU".utf8)

  /// The letter of a verdict; `change` is that of the node, or of the only leaf of a metric.
  static func of(_ verdict: Verdict, change: Change?) -> UInt8 {
    let place = verdict.truth == .unknown ? 8 : (verdict.isMet ? 0 : 4) + place(of: change)
    return all[place + (verdict.isBehindGate ? 9 : 0)]
  }

  /// Whether the letter is one of a node that is met.
  static func isMet(_ letter: UInt8) -> Bool { metLetters.contains(letter) }

  private static let metLetters = Array("mgdnMGDN".utf8)

  private static func place(of change: Change?) -> Int {
    switch change {
    case nil: 0
    case .withGrowth: 1
    case .inDecline: 2
    case .noChange: 3
    }
  }
}

/// The letters of some customers or tenants, those of one after those of the other: by node over
/// all areas that are asked for.
struct LetterRows: Sendable {
  /// How many letters each has.
  let nodeCount: Int
  private(set) var bytes: [UInt8]

  /// - Parameters:
  ///   - facts: what was evaluated.
  ///   - areas: indices in ``EvaluationPlan/areas``.
  ///   - customers: indices in ``ReportedFacts/customers``.
  init(_ facts: some ReportedFacts, areas: [Int], of customers: some Collection<Int>) {
    let nodeCount = areas.reduce(0) { $0 + facts.plan.areas[$1].nodes.count }
    bytes = Array(repeating: 0, count: nodeCount * customers.count)
    self.nodeCount = nodeCount
    var column = 0
    for area in areas {
      let plan = facts.plan.areas[area]
      for node in plan.nodes.indices {
        let verdicts = facts.verdicts(area: area, node: node)
        let changes =
          plan.onlyLeaf(of: node).map { facts.verdicts(area: area, node: $0) } ?? verdicts
        for (row, customer) in customers.enumerated() {
          bytes[row * nodeCount + column] =
            PageLetter.of(verdicts[customer], change: changes[customer].change)
        }
        column += 1
      }
    }
  }

  /// The letters of one customer.
  subscript(row: Int) -> ArraySlice<UInt8> { bytes[row * nodeCount..<(row + 1) * nodeCount] }
}

/// How often each letter stands at each node.
struct LetterCounts: Sendable {
  /// By node, then by place in ``PageLetter/all``.
  private var counts: [Int]

  init(nodeCount: Int) { counts = Array(repeating: 0, count: nodeCount * PageLetter.all.count) }

  /// Counts rows of letters.
  mutating func add(_ rows: LetterRows) {
    for (place, letter) in rows.bytes.enumerated() {
      let node = place % rows.nodeCount
      counts[node * PageLetter.all.count + LetterCounts.places[Int(letter)]] += 1
    }
  }

  /// The counts of others are added.
  static func += (left: inout LetterCounts, right: LetterCounts) {
    for place in left.counts.indices { left.counts[place] += right.counts[place] }
  }

  /// The letters that stand at a node, with how often each does.
  func letters(of node: Int) -> [(letter: String, count: Int)] {
    let start = node * PageLetter.all.count
    return PageLetter.all.enumerated().compactMap { place, letter in
      let count = counts[start + place]
      return count == 0 ? nil : (String(Unicode.Scalar(letter)), count)
    }
  }

  /// The place of each letter in ``PageLetter/all``, by its byte.
  private static let places: [Int] = {
    var places = Array(repeating: 0, count: 256)
    for (place, letter) in PageLetter.all.enumerated() { places[Int(letter)] = place }
    return places
  }()
}
