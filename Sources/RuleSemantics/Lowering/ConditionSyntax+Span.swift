import RuleSyntax

extension ConditionSyntax {
  /// From its first to its last word; signs before and parentheses around it may be left out.
  var span: SourceSpan {
    switch self {
    case .all(let parts), .any(let parts):
      guard let first = parts.first?.span, let last = parts.last?.span else {
        return SourceSpan(start: 0, end: 0)
      }
      return first.joined(with: last)
    case .not(let part, let start): return start.joined(with: part.span)
    case .some(let subject, let restriction, let body):
      let end = body?.span ?? restriction?.container.span ?? subject.span
      return subject.span.joined(with: end)
    case .associated(_, let span): return span
    case .membership(let membership):
      return membership.subject.span.joined(with: membership.container.span)
    case .comparison(let quantity, _, let relation), .average(let quantity, let relation):
      return quantity.measure.span.joined(with: relation.span)
    case .timed(let part, let time): return part.span.joined(with: time.span)
    }
  }
}

extension RelationSyntax {
  /// What is compared with, the lower end first.
  var amounts: [AmountSyntax] {
    switch bounds {
    case .one(_, let amount): [amount]
    case .between(let low, let high): [low, high]
    }
  }
}

extension TestSyntax {
  /// What its number is compared with; nil where nothing is.
  var relation: RelationSyntax? {
    switch self {
    case .presence, .anyGrowth: nil
    case .largest(_, let relation), .net(_, _, let relation), .count(_, let relation),
      .total(_, _, let relation, _), .change(_, _, _, let relation), .growth(_, _, let relation):
      relation
    }
  }
}
