import RuleSyntax

/// What was lowered, with the places where it was written: plans do not know them.
struct LoweringRecord {
  /// Parts come before what they are parts of.
  private(set) var conditions: [LoweredCondition] = []

  /// What gates and leaves ask, by node of the tree.
  var tests: [Int: LoweredTest] = [:]

  /// Adds a condition; its parts are among those that were added from `first` on.
  mutating func add(
    _ id: ConditionID,
    _ syntax: ConditionSyntax,
    _ binding: Binding,
    depth: Int,
    since first: Int
  ) {
    let parts = (first..<conditions.count).filter { conditions[$0].depth == depth + 1 }
    conditions.append(
      LoweredCondition(id: id, syntax: syntax, binding: binding, depth: depth, parts: parts)
    )
  }
}

/// A condition as it was written, and what became of it.
struct LoweredCondition {
  let id: ConditionID
  let syntax: ConditionSyntax

  /// What it is about.
  let binding: Binding

  /// In how many others it stands, those of groups included.
  let depth: Int

  /// Indices in ``LoweringRecord/conditions``.
  let parts: [Int]
}

/// What a gate or leaf asks, as it was written.
struct LoweredTest {
  let syntax: RequirementSyntax

  /// The association under which a leaf is read.
  let under: Word?
}
