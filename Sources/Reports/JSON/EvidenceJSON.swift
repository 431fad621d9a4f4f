import Evaluation
import Facts
import RuleSemantics

/// Evidence: an array of objects, each typed by `kind`.
///
/// | kind | what it is |
/// |---|---|
/// | `names` | names that rows carry in a run of months |
/// | `reading` | one value of a tenant, with its `whole` for a share, and the `bounds` it has to meet |
/// | `count`, `sum` | an operand, by `role`: `now`, `baseline` or `result` |
/// | `member` | who is, was or may be counted, and who is `not counted`, by `state` |
/// | `contribution` | what a tenant and name gives to a sum |
/// | `missing` | facts that would settle what cannot be told |
extension JSONWriter {
  mutating func write(_ observation: Observation) {
    array { writer in
      switch observation {
      case .rollUp: break
      case .presence(let observation): writer.write(observation)
      case .largest(let observation):
        if let reading = observation.reading { writer.write(reading) }
        writer.write(observation.missing)
      case .members(let observation): writer.write(observation)
      case .sum(let observation): writer.write(observation)
      }
    }
  }

  private mutating func write(_ observation: PresenceObservation) {
    object { writer in
      writer.member("kind", "names")
      writer.member("firstMonth", observation.months.lowerBound.description)
      writer.member("lastMonth", observation.months.upperBound.description)
      writer.member("found", observation.found)
      writer.member("others", observation.others)
      writer.member("excludedItems", observation.excluded.items)
      writer.member("excludedAssociations", observation.excluded.associations)
      writer.member("excludedCombinations", array: observation.excluded.combinations) {
        $0.write($1)
      }
    }
    write(observation.missing)
  }

  private mutating func write(_ observation: MembersObservation) {
    let (title, unit) = (observation.title, observation.unit)
    writeOperand("count", "now", title, observation.month, 1, observation.now, unit)
    if let baseline = observation.baseline {
      let month = observation.baselineMonth ?? observation.month
      writeOperand("count", "baseline", title, month, 1, baseline, unit)
    }
    for member in observation.members { write(member, observation) }
    write(observation.missing)
  }

  private mutating func write(_ member: MemberEvidence, _ observation: MembersObservation) {
    let isNet = observation.baselineMonth != nil
    object { writer in
      writer.member("kind", "member")
      writer.member("state", observation.state(of: member).rawValue)
      writer.member("tenant", member.tenant)
      writer.member("item", member.item)
      writer.member("now", member.now.text)
      writer.member("then", isNet ? member.then.text : nil)
      writer.member("nowReadings", array: member.nowReadings) { $0.write($1) }
      writer.member("thenReadings", array: member.thenReadings) { $0.write($1) }
    }
  }

  private mutating func write(_ observation: SumObservation) {
    let (title, window, unit) = (observation.title, observation.window, observation.unit)
    writeOperand("sum", "now", title, observation.month, window, observation.now, unit)
    if let baseline = observation.baseline, let month = observation.baselineMonth {
      writeOperand("sum", "baseline", title, month, window, baseline, unit)
      writeOperand("sum", "result", title, observation.month, window, observation.result, unit)
    }
    for part in observation.contributions { write(part, unit) }
    write(observation.missing)
  }

  private mutating func write(_ part: Contribution, _ unit: Unit) {
    object { writer in
      writer.member("kind", "contribution")
      writer.member("tenant", part.tenant)
      writer.member("item", part.item.isEmpty ? nil : part.item)
      writer.name("now")
      writer.write(part.now)
      writer.name("baseline")
      writer.write(part.baseline)
      writer.member("associationMonth", part.associationMonth?.description)
      writer.member("unit", unit.plural)
    }
  }

  private mutating func writeOperand(
    _ kind: String,
    _ role: String,
    _ title: String,
    _ month: Month,
    _ window: Int,
    _ value: ValueRange,
    _ unit: Unit
  ) {
    object { writer in
      writer.member("kind", kind)
      writer.member("role", role)
      writer.member("title", title)
      writer.member("month", month.description)
      writer.member("months", window)
      writer.name("value")
      writer.write(value)
      writer.member("unit", unit.plural)
    }
  }

  private mutating func write(_ reading: Reading) {
    object { writer in
      writer.member("kind", "reading")
      writer.member("title", reading.kind.title)
      writer.member("tenant", reading.tenant)
      writer.member("item", reading.item)
      writer.member("month", reading.month.description)
      writer.member("months", reading.window)
      writer.name("value")
      writer.write(reading.value)
      writer.member("unit", reading.unit.plural)
      writer.name("whole")
      writer.write(reading.whole, reading.kind.whole)
      writer.name("bounds")
      writer.write(reading.bounds)
      writer.name("average")
      writer.write(reading.average)
      writer.member("parts", array: reading.parts) { $0.write($1, reading.unit) }
      writer.member("isWithin", reading.isWithin.text)
      writer.member("isAtAssociation", reading.isAtAssociation)
    }
  }

  private mutating func write(_ combination: ExcludedRows.Combination) {
    object { writer in
      writer.member("item", combination.item)
      writer.member("association", combination.association)
    }
  }

  private mutating func write(_ part: Reading.RatedPart, _ unit: Unit) {
    object { writer in
      writer.name("value")
      writer.write(part.value)
      writer.member("unit", part.unit.plural)
      writer.member("rate", part.rate)
      writer.member("rateUnit", unit.plural)
    }
  }

  private mutating func write(_ value: ValueRange?, _ whole: ReadingKind.Whole?) {
    guard let value, let whole else { return string(nil) }
    object { writer in
      writer.member("title", whole.title)
      writer.name("value")
      writer.write(value)
      writer.member("unit", whole.unit.plural)
    }
  }

  private mutating func write(_ bounds: Bounds?) {
    guard let bounds else { return string(nil) }
    object { writer in
      writer.member("text", bounds.required)
      writer.member("unit", bounds.unit.plural)
      writer.name("lower")
      writer.write(bounds.lower)
      writer.name("upper")
      writer.write(bounds.upper)
    }
  }

  /// One object for each fact that would settle what cannot be told.
  mutating func write(_ missing: [MissingFact]) {
    for fact in missing {
      object { writer in
        writer.member("kind", "missing")
        writer.member("table", fact.table)
        writer.member("months", fact.months.map(\.description))
        writer.member("tenant", fact.tenant)
        writer.member("item", fact.item)
      }
    }
  }

  /// `{"low":"1","high":null}`; nil is unbounded, equal ends are the number.
  mutating func write(_ range: ValueRange) {
    object { writer in
      writer.member("low", range.low)
      writer.member("high", range.high)
    }
  }
}

extension Truth {
  fileprivate var text: String {
    switch self {
    case .no: "no"
    case .unknown: "unknown"
    case .yes: "yes"
    }
  }
}
