import Facts
import RuleSyntax

/// Compares the bands of numbers that tracks take: 11 to 300 seats, and more than 300.
///
/// A number in both counts twice, and one in neither is lost.
struct TrackComparison {
  private let file: Int

  /// Of each track, by the path of a node or the id of a group.
  private var bands: [String: [String: ComparedTest]] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  /// Nodes and groups that were lowered since tracks were compared.
  private var changed: Set<String> = []

  /// One wrong limit shows in gates and groups alike.
  private var reported: Set<[Bounds]> = []

  init(file: Int) {
    self.file = file
  }

  /// Takes the bands of one track, of which only these nodes and groups were lowered.
  mutating func look(at tree: AreaPlan, track: String, _ lowering: TreeLowering, keys: Set<String>)
  {
    guard let record = lowering.record else { return }
    var own = bands[track] ?? [:]
    for key in keys { own[key] = nil }
    changed.formUnion(keys)
    for (index, node) in tree.nodes.enumerated() {
      guard let plan = node.test, let lowered = record.tests[index] else { continue }
      own[node.path] = ComparedTest(plan, lowered.syntax, lowering.arena)
    }
    let roots = Dictionary(record.conditions.map { ($0.id, $0) }) { first, _ in first }
    for group in lowering.arena.groups.values {
      guard let root = roots[group.condition] else { continue }
      own["group " + group.id] = ComparedTest(group: group, root, lowering.arena)
    }
    bands[track] = own
  }

  /// Compares the tracks that are in force in one month, in their order.
  mutating func compare(_ tracks: [String], in month: Month) {
    let keys = changed.sorted()
    changed = []
    for (place, track) in tracks.enumerated() {
      for other in tracks[..<place] {
        let (one, two) = (bands[other] ?? [:], bands[track] ?? [:])
        for key in keys {
          guard let first = one[key], let second = two[key] else { continue }
          compare(first, of: other, with: second, of: track, month)
        }
      }
    }
  }

  private mutating func compare(
    _ one: ComparedTest,
    of track: String,
    with other: ComparedTest,
    of otherTrack: String,
    _ month: Month
  ) {
    guard one.subject == other.subject, one.place != other.place,
      let bounds = one.bounds, let others = other.bounds,
      let seam = Seam(bounds, others), !reported.contains([bounds, others])
    else { return }
    reported.insert([bounds, others])
    let amount = "\(seam.number) \(bounds.unit.plural)"
    let limit = "\(seam.limit) \(bounds.unit.plural)"
    let tracks = "tracks `\(track)` and `\(otherTrack)`"
    diagnostics.append(
      Diagnostic(
        seam.isGap ? .gapBetweenTracks : .overlappingTracks,
        seam.isGap
          ? "\(tracks) leave a gap as of \(month): \(amount) is in neither"
          : "\(tracks) overlap as of \(month): \(amount) is in both",
        help:
          "let one begin where the other ends: `<= \(limit)` in one and `> \(limit)` in the other",
        file: file,
        at: other.bandPlace,
        related: [RelatedPlace("the band of `\(track)`", file: file, at: one.bandPlace)]
      )
    )
  }
}

/// Where two bands of numbers meet, if they do so in the wrong way.
private struct Seam {
  /// In both bands, or in neither.
  let number: Decimal
  let isGap: Bool

  /// Where the lower band ends.
  let limit: Decimal

  /// Nil where one band goes on where the other ends, or where they are no bands of one scale: one
  /// within the other, or both without end on the same side.
  init?(_ one: Bounds, _ other: Bounds) {
    guard !one.include(other), !other.include(one) else { return nil }
    // The band that ends first is the lower one; one without end is the higher.
    let isOneLower: Bool
    switch (one.upper, other.upper) {
    case (_?, nil): isOneLower = true
    case (nil, _?): isOneLower = false
    case (let left?, let right?): isOneLower = left.number.compared(with: right.number) < 0
    case (nil, nil): return nil
    }
    let (low, high) = isOneLower ? (one, other) : (other, one)
    guard let end = low.upper, let begin = high.lower else { return nil }
    limit = end.number
    let order = begin.number.compared(with: end.number)
    let inBoth = [begin.number, end.number, begin.number.plus(Decimal(1))].compactMap(\.self)
      .first { low.contains($0) && high.contains($0) }
    if let inBoth {
      (number, isGap) = (inBoth, false)
      return
    }
    guard order > 0 || !begin.isIncluded && !end.isIncluded else { return nil }
    // Seats and people come in whole numbers.
    let next = end.isIncluded ? end.number.plus(Decimal(1)) : end.number
    guard let next else { return nil }
    if low.unit.decimals == 0 {
      guard !high.contains(next) else { return nil }
      (number, isGap) = (next, true)
    } else {
      (number, isGap) = (end.isIncluded ? begin.number : end.number, true)
    }
  }
}

extension NodeSyntax {
  /// The paths of the gates and leaves in it, as in the plan.
  func testPaths(prefix: String = "") -> [String] {
    switch self {
    case .gate(let gate): [prefix + gate.id.text]
    case .metric(let metric): metric.leaves.map { metric.id.text + "/" + $0.id.text }
    case .category(let category):
      category.nodes.flatMap { $0.testPaths(prefix: category.id.text + "/") }
    }
  }
}
