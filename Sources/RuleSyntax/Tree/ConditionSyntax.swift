/// What a gate or leaf asks of a customer.
package enum TestSyntax: Hashable, Sendable {
  /// `some workload in eligible of usage in the last twelve months`
  case presence(PresenceSyntax)
  /// `any seats between a and b`
  case largest(measure: Word, RelationSyntax)
  /// `net joined less left >= 1 tenant`
  case net(group: Word, less: Word?, RelationSyntax)
  /// `count of used >= 1 service`
  case count(group: Word, RelationSyntax)
  /// `total acr over the last twelve months > 0 USD counts change`
  case total(QuantitySyntax, group: Word?, RelationSyntax, countsChange: Bool)
  /// `change in users of in-range since association > 0 users`
  case change(QuantitySyntax, group: Word?, sinceAssociation: SourceSpan?, RelationSyntax)
  /// `growth in acr >= target`
  case growth(QuantitySyntax, group: Word?, RelationSyntax)
  /// `any growth in acr`
  case anyGrowth(QuantitySyntax, group: Word?)
}

/// `some column in set of rows in the last … months`.
package struct PresenceSyntax: Hashable, Sendable {
  package let column: Word
  package let isNegated: Bool

  /// Nil where every name will do.
  package let set: Word?
  package let rows: Word
  package let window: WindowSyntax
}

/// `in the last twelve months`.
package struct WindowSyntax: Hashable, Sendable {
  /// How many months, the as-of month included.
  package let months: Int
  package let span: SourceSpan
}

/// A measure in one month, or its sum over a window.
package struct QuantitySyntax: Hashable, Sendable {
  /// The name of a measure.
  package let measure: Word

  /// The months to add up; nil for one month.
  package let window: WindowSyntax?
}

/// `>= amount` or `between amount and amount`.
package struct RelationSyntax: Hashable, Sendable {
  /// A sign of comparison.
  package enum Comparison: String, Hashable, Sendable {
    case atLeast = ">="
    case above = ">"
    case atMost = "<="
    case below = "<"
  }

  /// What a quantity is compared with.
  package enum Bounds: Hashable, Sendable {
    case one(Comparison, AmountSyntax)
    /// Both ends included.
    case between(AmountSyntax, AmountSyntax)
  }

  package let bounds: Bounds
  package let span: SourceSpan
}

/// A number with its unit, or the name of a value.
package enum AmountSyntax: Hashable, Sendable {
  case named(Word)
  case literal(number: Word, unit: Word)

  /// From its first to its last byte.
  package var span: SourceSpan {
    switch self {
    case .named(let word): word.span
    case .literal(let number, let unit): number.span.joined(with: unit.span)
    }
  }
}

/// A condition on one tenant, workload or service in a month.
package indirect enum ConditionSyntax: Hashable, Sendable {
  case all([ConditionSyntax])
  case any([ConditionSyntax])
  case not(ConditionSyntax, at: SourceSpan)
  /// `some workload in set has condition`
  case some(subject: Word, restriction: MembershipSyntax?, ConditionSyntax?)
  /// `associated in the last twelve months`
  case associated(WindowSyntax, at: SourceSpan)
  /// `tenant in group`
  case membership(MembershipSyntax)
  /// `seats > limit`, `users as share of seats >= limit`
  case comparison(QuantitySyntax, shareOf: Word?, RelationSyntax)
  /// `average acr over the last twelve months >= limit`
  ///
  /// The quantity has a window.
  case average(QuantitySyntax, RelationSyntax)
  case timed(ConditionSyntax, TimeSyntax)
}

/// When a condition is looked at, if not in the month itself.
package struct TimeSyntax: Hashable, Sendable {
  /// Which month or months.
  package enum Kind: Hashable, Sendable {
    case yearEarlier
    /// In some of so many last months.
    case anyOfLast(Int)
    /// In the month in which the association began.
    case atAssociation
    /// What is unknown counts as no, and the report says so.
    case assumedNo
  }

  package let kind: Kind
  package let span: SourceSpan
}
