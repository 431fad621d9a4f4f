package import Evaluation
package import Facts
package import RuleSemantics

/// What customers contribute to the leaves of one metric, which add up to the measure.
package struct MetricCustomers: Sendable {
  package let plan: EvaluationPlan

  /// In ``EvaluationPlan/designations``.
  package let designation: Int

  /// In ``DesignationPlan/scores``.
  package let metric: Int

  /// In tree order.
  package let leaves: [Leaf]

  /// One leaf with the customers that have a part in it.
  package struct Leaf: Sendable {
    /// An index in ``AreaPlan/nodes``.
    package let node: Int
    package let unit: Unit
    package let contributions: [Part]

    /// Sorted: gains first, the largest first, then by id.
    package init(node: Int, unit: Unit, contributions: [Part]) {
      self.node = node
      self.unit = unit
      self.contributions = contributions.sorted()
    }
  }

  package struct Part: Sendable, Comparable {
    package let customer: Customer
    package let value: ValueRange

    package init(customer: Customer, value: ValueRange) {
      self.customer = customer
      self.value = value
    }

    /// The larger contribution comes first.
    package static func < (left: Part, right: Part) -> Bool {
      let order = (left.value.low ?? .zero).compared(with: right.value.low ?? .zero)
      return order == 0 ? left.customer.id < right.customer.id : order > 0
    }
  }

  package init(plan: EvaluationPlan, designation: Int, metric: Int, leaves: [Leaf]) {
    self.plan = plan
    self.designation = designation
    self.metric = metric
    self.leaves = leaves
  }
}

extension MetricCustomers {
  /// The leaves of a metric with the units in which customers contribute; empty for steps.
  package static func leaves(
    of plan: EvaluationPlan,
    designation: Int,
    metric: Int
  ) -> [(node: Int, unit: Unit)] {
    let area = plan.areas[plan.designations[designation].area]
    guard case .metrics(let metrics) = plan.designations[designation].scores[metric].source else {
      return []
    }
    return metrics.flatMap(\.leaves).map { leaf in
      switch area.nodes[leaf.leaf].test {
      case .growth(let quantity, _, _), .anyGrowth(let quantity, _):
        (leaf.leaf, plan.measures[quantity.measure].unit)
      default: (leaf.leaf, leaf.earning.unit)
      }
    }
  }

  var area: AreaPlan { plan.areas[plan.designations[designation].area] }
  var title: String { plan.designations[designation].scores[metric].title }

  /// The id of the metric.
  var id: String { plan.designations[designation].scores[metric].id }
}

/// Writes a line per leaf and customer.
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
    let start = [metric.plan.designations[metric.designation].id, metric.area.id, metric.id]
    for leaf in metric.leaves {
      for part in leaf.contributions {
        let value = RangeText.plain(part.value)
        let cells = [metric.area.nodes[leaf.node].path, part.customer.id, part.customer.name]
        buffer.append(cells: start + cells + [value, leaf.unit.plural])
        try buffer.flushIfFull(write)
      }
    }
  }
  try buffer.flush(write)
}
