package import RuleSemantics

/// What a story tells of.
package struct StoryRequest: Sendable {
  /// A node of a tree.
  package struct Node: Hashable, Sendable {
    /// An index in ``EvaluationPlan/areas``.
    package let area: Int

    /// An index in ``AreaPlan/nodes``.
    package let node: Int

    package init(area: Int, node: Int) {
      self.area = area
      self.node = node
    }
  }

  /// The customers and areas.
  package let report: ReportRequest

  /// The only node that is told of, with all of its rows; nil for whole areas.
  package let node: Node?

  /// What gates and leaves are made of, by ``AreaPlan/id`` and ``NodePlan/path``.
  package let rules: [String: [String: NodeRules]]

  package init(
    _ report: ReportRequest,
    node: Node?,
    rules: [String: [String: NodeRules]]
  ) {
    self.report = report
    self.node = node
    self.rules = rules
  }
}

/// How stories are written.
package enum StoryFormat: String, CaseIterable, Sendable {
  case text, markdown
}
