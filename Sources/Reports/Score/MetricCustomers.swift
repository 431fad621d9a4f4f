package import Evaluation
import Facts
import RuleSemantics

/// Who gives what to one metric: customers to its leaves, or people to its steps.
package struct MetricCustomers: Sendable {
  let block: ScoreBlock
  let metric: ScoreMetric

  /// In tree order, or the steps in order.
  let leaves: [Leaf]

  /// One leaf or step with those that have a part in it.
  struct Leaf: Sendable {
    /// The path of the leaf, or the id of the step.
    let id: String
    let title: String
    let unit: Unit

    /// What the partner has; of names that several customers share less than the parts add up to.
    let measure: ValueRange

    /// Sorted: gains first, the largest first, then by id.
    let parts: [Part]

    /// What people have to hold for a step, as clauses; empty for leaves.
    let needed: [String]

    init(
      id: String,
      title: String,
      unit: Unit,
      measure: ValueRange,
      parts: [Part],
      needed: [String] = []
    ) {
      self.id = id
      self.title = title
      self.unit = unit
      self.measure = measure
      self.parts = parts.sorted { left, right in
        let order = (left.value.low ?? .zero).compared(with: right.value.low ?? .zero)
        return order == 0 ? left.id < right.id : order > 0
      }
      self.needed = needed
    }
  }

  /// What one customer or person gives.
  struct Part: Sendable {
    let id: String

    /// Empty where only the id is known.
    let name: String
    let value: ValueRange

    var label: String { name.isEmpty ? id : name }
  }

  /// - Parameters:
  ///   - evaluated: the facts as of the month.
  ///   - score: what the partner earns by them.
  ///   - designation: an index in ``EvaluationPlan/designations``.
  ///   - metric: one in ``DesignationPlan/scores``.
  package init(
    _ evaluated: EvaluatedFacts,
    _ score: PartnerScore,
    designation: Int,
    metric: Int
  ) {
    let month = ScoredMonth(plan: evaluated.plan, state: .scored(score))
    let block = month.blocks[designation]
    let metric = block.metrics[metric]
    self.init(
      block: block,
      metric: metric,
      leaves: metric.options.map { option in
        option.step.map { Leaf(option, $0, evaluated) } ?? Leaf(option, block, evaluated)
      }
    )
  }

  init(block: ScoreBlock, metric: ScoreMetric, leaves: [Leaf]) {
    self.block = block
    self.metric = metric
    self.leaves = leaves
  }
}

extension MetricCustomers.Leaf {
  /// A leaf with what each customer contributes.
  fileprivate init(_ option: ScoreOption, _ block: ScoreBlock, _ evaluated: EvaluatedFacts) {
    let node = option.node ?? 0
    let customers = evaluated.facts.customers
    self.init(
      id: option.id,
      title: block.tree.nodes[node].title,
      unit: option.score.unit,
      measure: option.score.measure,
      parts: customers.indices.compactMap { customer in
        let area = block.designation.area
        return evaluated.contribution(area: area, node: node, customer: customer).map {
          MetricCustomers.Part(
            id: customers[customer].id,
            name: customers[customer].name,
            value: $0
          )
        }
      }
    )
  }

  /// A step with the people in it.
  fileprivate init(_ option: ScoreOption, _ step: StepPlan, _ evaluated: EvaluatedFacts) {
    let one = ValueRange(low: Decimal(1), high: Decimal(1))
    self.init(
      id: option.id,
      title: option.title,
      unit: option.score.unit,
      measure: option.score.measure,
      parts: option.score.people.map { code in
        let person = evaluated.facts.people[Int(code)]
        return MetricCustomers.Part(id: person.id, name: person.otherName ?? "", value: one)
      },
      needed: step.holdings.map { holding in
        let labels = holding.certificates.members.map(\.label)
        guard labels.count > 1 else { return NameList.all(labels) }
        return (holding.isAll ? "all of " : "any of ") + NameList.all(labels)
      }
    )
  }
}

/// Writes a line for each leaf and customer, or for each step and person.
///
/// - Parameters:
///   - metrics: the metric by each track that is asked for.
///   - write: takes the bytes in chunks of whole lines.
/// - Throws: what `write` throws; nothing is written after that.
package func customersCSV<Failure: Error>(
  _ metrics: [MetricCustomers],
  into write: ([UInt8]) throws(Failure) -> Void
) throws(Failure) {
  var buffer = OutputBuffer()
  buffer.append(line: "area,tree,metric,node,customer_id,customer_name,contribution,unit")
  for metric in metrics {
    let start = [metric.block.designation.id, metric.block.tree.id, metric.metric.plan.id]
    for leaf in metric.leaves {
      for part in leaf.parts {
        let cells = [leaf.id, part.id, part.name, RangeText.plain(part.value), leaf.unit.plural]
        buffer.append(cells: start + cells)
        try buffer.flushIfFull(write)
      }
    }
  }
  try buffer.flush(write)
}
