/// Comparisons and memberships: the parts of tests, conditions and rows.
extension Parser {
  /// `>= 1000 USD` or `between seats-min and seats-max`.
  mutating func parseRelation() throws(ParseFailure) -> RelationSyntax {
    let start = current
    let bounds: RelationSyntax.Bounds
    if let comparison = acceptComparison() {
      bounds = .one(comparison, try parseAmount())
    } else {
      guard accept("between") else { throw notAComparison() }
      let low = try parseAmount()
      try expect("and")
      bounds = .between(low, try parseAmount())
    }
    return RelationSyntax(bounds: bounds, span: start.span.joined(with: previous.span))
  }

  /// The sign of a comparison; `> =` and `>= =` are reported and read as `>=`.
  private mutating func acceptComparison() -> RelationSyntax.Comparison? {
    let sign = source.text(current.span)
    let comparison: RelationSyntax.Comparison
    switch current.kind {
    case .greaterOrEqual: comparison = .atLeast
    case .greater: comparison = .above
    case .lessOrEqual: comparison = .atMost
    case .less: comparison = .below
    default: return nil
    }
    let first = take()
    guard current.kind == .equals, !current.beginsLine else { return comparison }
    let isAbove = comparison == .above || comparison == .atLeast
    let both = first.span.joined(with: take().span)
    let fix = Fix.replace(both, with: isAbove ? ">=" : "<=", file: file)
    report(
      .unexpectedToken,
      "`\(sign) =` is no comparison",
      help: fix.title,
      at: both,
      fix: fix
    )
    return isAbove ? .atLeast : .atMost
  }

  private mutating func notAComparison() -> ParseFailure {
    let isIs = currentWord == "is"
    let isMembership = ["in", "not"].contains(word(of: token(after: 1)))
    return unexpected(
      "a comparison",
      among: ["between"],
      help: isIs
        ? "write `in` or `not in` for a group; compare numbers with `>=`, `>`, `<=`, `<`"
        : "write `>=`, `>`, `<=`, `<` or `between … and …`",
      fix: isIs && isMembership ? .delete(current.span, "is", file: file) : nil
    )
  }

  mutating func parseAmount() throws(ParseFailure) -> AmountSyntax {
    let next = token(after: 1)
    let isSwapped = current.kind == .name && next.kind == .number && !next.beginsLine
    if current.kind == .number || isSwapped {
      let (number, unit) = try parseNumber()
      return .literal(number: number, unit: unit)
    }
    return .named(try expectName("a number with its unit, or the name of a value"))
  }

  /// `workload not in excluded`.
  mutating func parseMembership(_ what: String) throws(ParseFailure) -> MembershipSyntax {
    let subject = try expectAnyName(what)
    let isNegated = accept("not")
    guard accept("in") else {
      let sign = isNegated ? "not in" : "in"
      throw unexpected(
        "`in`",
        among: ["in"],
        help: "write `\(subject.text) \(sign) …`",
        fix: current.kind == .name ? insertion(of: "in", isNegated ? .safe : .unsafe) : nil
      )
    }
    let container = try expectName("the name of a set or group")
    return MembershipSyntax(subject: subject, isNegated: isNegated, container: container)
  }
}
