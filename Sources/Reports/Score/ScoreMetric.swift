import Evaluation
import Facts
import RuleSemantics

/// One metric of a designation with the plan and the points of it.
struct ScoreMetric {
  let plan: ScorePlan
  let score: MetricScore
  let tree: AreaPlan

  /// What keeps the points from being exactly known; nil where nothing does, or nobody asks.
  let open: OpenFacts?

  var maximum: Fraction { Fraction(plan.maximum) }

  /// What is missing to the maximum; nil where it is reached.
  var missing: Fraction? {
    score.points.isBelow(maximum) ? maximum.minus(score.points) : nil
  }

  var isExact: Bool { score.points == score.possible }

  /// Whether not a single point is earned, whatever is unknown.
  var isZero: Bool { !score.possible.isPositive }

  /// What the points come from, in order.
  var options: [ScoreOption] { score.options.map(option) }

  /// The options that say what is measured: the steps that earn, and of each metric of the tree the
  /// leaves that count, else its first.
  var shownOptions: [ScoreOption] {
    let options = options
    let steps = options.filter { $0.step != nil }
    guard steps.isEmpty else {
      let earning = steps.filter { $0.earning != nil }
      return earning.isEmpty ? steps : earning
    }
    return sides.flatMap { side -> [ScoreOption] in
      let counted = side.filter(\.score.counts)
      return counted.isEmpty ? Array(side.prefix(1)) : counted
    }
  }

  /// The leaves by metric of the tree; empty for steps.
  var sides: [[ScoreOption]] {
    var sides: [[ScoreOption]] = []
    var last: Int?
    for option in options {
      guard case .leaf(let metric, _) = option.score.place else { continue }
      if metric == last { sides[sides.count - 1].append(option) } else { sides.append([option]) }
      last = metric
    }
    return sides
  }

  /// Whether of a side only the best leaf counts.
  func isBestOf(_ side: [ScoreOption]) -> Bool {
    guard case .metrics(let metrics) = plan.source,
      case .leaf(let metric, _)? = side.first?.score.place
    else { return false }
    return tree.nodes[metrics[metric].metric].isBestOf
  }

  /// Whether a leaf that does not count would, if it earned all that facts leave open.
  func mayCount(_ option: ScoreOption) -> Bool {
    let side = sides.first { $0.contains { $0.id == option.id } } ?? []
    return side.contains {
      $0.score.counts && $0.score.points.isBelow(option.score.possible)
    }
  }

  /// The title of a leaf; of several sides also that of its metric, which is enough where the leaf
  /// stands alone.
  private func title(of leaf: Int, ofSide side: Int, isOnly: Bool) -> String {
    let title = tree.nodes[leaf].title
    guard !isOnly, leaf != side else { return title }
    let metric = tree.nodes[side].title
    return tree.onlyLeaf(of: side) == leaf ? metric : "\(metric), \(title)"
  }

  private func option(_ score: OptionScore) -> ScoreOption {
    switch (score.place, plan.source) {
    case (.leaf(let metric, let index), .metrics(let metrics)):
      let node = tree.nodes[index]
      let leaf = metrics[metric].leaves.first { $0.leaf == index }
      return ScoreOption(
        score: score,
        id: node.path,
        title: title(of: index, ofSide: metrics[metric].metric, isOnly: metrics.count == 1),
        under: node.under.map { ListText.oneOf($0.members.map(\.label)) },
        earning: leaf?.earning,
        floor: leaf?.floor,
        step: nil
      )
    case (.step(let index), .steps(let steps)):
      let step = steps[index]
      return ScoreOption(
        score: score,
        id: step.id,
        title: step.title,
        under: nil,
        earning: step.earning.flatMap { $0.points == .zero ? nil : $0 },
        floor: nil,
        step: step
      )
    default:
      return ScoreOption(
        score: score,
        id: "",
        title: plan.title,
        under: nil,
        earning: nil,
        floor: nil,
        step: nil
      )
    }
  }
}

/// A leaf or a step with what it measures and earns.
struct ScoreOption {
  let score: OptionScore

  /// The path of the leaf, or the id of the step.
  let id: String
  let title: String

  /// The association that the leaf is under, for sentences.
  let under: String?
  let earning: Earning?

  /// What the baseline must be at least.
  let floor: Bounds?

  /// Nil for leaves.
  let step: StepPlan?

  /// An index in ``AreaPlan/nodes``; nil for steps.
  var node: Int? {
    guard case .leaf(_, let node) = score.place else { return nil }
    return node
  }

  /// Whether a step certainly has fewer people than others wait for.
  var isIncomplete: Bool {
    guard let needs = step?.needs, let people = score.measure.high else { return false }
    return people.compared(with: needs) < 0
  }

  /// The points that the measure alone gives at most.
  var most: Fraction { earning.map { Fraction($0.points) } ?? .zero }

  /// What is there already, in the unit of the measure; nil where it is not exactly known.
  var amount: Fraction? {
    (score.growth.map(\.change) ?? score.measure).exact.map(Fraction.init)
  }

  /// What earns ``most``, in the unit of the measure; nil where nothing can.
  var span: Fraction? {
    guard let earning else { return nil }
    let target = Fraction(earning.target)
    guard let growth = score.growth else { return target }
    guard let baseline = growth.baseline.exact.map(Fraction.init), baseline.isPositive,
      let part = Fraction(1, over: 100)
    else { return nil }
    return target.times(part)?.times(baseline)
  }
}
