package import Facts

/// Months in which nothing changes.
package struct ListedMonths: Hashable, Sendable {
  /// The first month; nil where nothing in the area has a date.
  package let from: Month?

  /// Whether `from` is only the first month in which it was seen.
  package let isFirstSeen: Bool

  /// The last month; nil while no end is known.
  package let until: Month?
}

extension RuleListing {
  /// The months in which what is published of a node, and what the node asks, stay as they are in
  /// the month of the list.
  ///
  /// - Parameters:
  ///   - path: the node, as in ``NodePlan/path``.
  ///   - tree: the tree that it stands in, as in ``AreaPlan/id``.
  /// - Returns: nil for a node that asks nothing itself.
  package func monthsInForce(of path: String, inTree tree: String) -> ListedMonths? {
    let own = versions.filter { version in
      version.id == path && (version.kind == .criterion || version.kind == .test)
        && has(version, in: tree)
    }
    guard let latest = own.max(by: { ($0.from?.index ?? .min) < ($1.from?.index ?? .min) }) else {
      return nil
    }
    return ListedMonths(
      from: latest.from,
      isFirstSeen: latest.isFirstSeen,
      until: own.compactMap(\.until).min()
    )
  }
}
