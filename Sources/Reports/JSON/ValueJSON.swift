import Evaluation
import Facts
import RuleSemantics

/// Values of a node. Numbers that must be exact are strings.
extension JSONWriter {
  mutating func member(_ name: String, _ value: Decimal?) {
    member(name, value?.description)
  }

  mutating func write(_ current: CurrentValue) {
    guard current != .none else { return string(nil) }
    object { writer in
      switch current {
      case .none:
        break
      case .number(let number, let unit):
        writer.member("kind", "number")
        writer.member("value", number)
        writer.member("unit", unit.plural)
      case .ratio(let numerator, let denominator):
        writer.member("kind", "ratio")
        writer.member("numerator", numerator)
        writer.member("denominator", denominator)
        writer.member("shown", ValueText.plain(current))
        writer.member("unit", Unit.percent.plural)
      case .names(let names):
        writer.member("kind", "names")
        writer.member("names", names)
      }
    }
  }

  mutating func write(_ end: Bounds.End?) {
    guard let end else { return string(nil) }
    object { writer in
      writer.member("value", end.number)
      writer.member("isIncluded", end.isIncluded)
    }
  }

  mutating func write(_ gap: Gap?) {
    guard let gap else { return string(nil) }
    object { writer in
      writer.member("amount", gap.amount)
      writer.member("unit", gap.unit.plural)
      writer.member("isExclusive", gap.isExclusive)
      writer.member("direction", gap.isRise ? "rise" : "fall")
    }
  }

  mutating func write(_ contribution: (amount: Decimal, unit: Unit)?) {
    guard let contribution else { return string(nil) }
    object { writer in
      writer.member("value", contribution.amount)
      writer.member("unit", contribution.unit.plural)
    }
  }

  mutating func write(_ citation: Citation) {
    object { writer in
      writer.member("source", citation.source)
      writer.member("title", citation.title)
      writer.member("address", citation.address)
      writer.member("quote", citation.quote)
    }
  }

  mutating func write(_ assumption: Assumption) {
    object { writer in
      switch assumption {
      case .olderAssociation(let tenant, let item):
        writer.member("kind", "older-association")
        writer.member("tenant", tenant)
        writer.member("item", item)
      case .noRate(let item):
        writer.member("kind", "no-rate")
        writer.member("item", item)
      case .unknownAsNo(let group, let tenant, let month):
        writer.member("kind", "unknown-as-no")
        writer.member("tenant", tenant)
        writer.member("group", group)
        writer.member("month", month.description)
      }
    }
  }
}
