import Evaluation
import Facts
import RuleSemantics

/// A line of a node's details: a tenant or name with its values in both months.
struct PageRow {
  let tenant: String?
  let item: String?

  /// What became of it: `gained`, `kept`, `lost`, `possible`, `not counted`; nil where nothing is
  /// compared.
  let state: String?

  /// The values, for people; nil where there is none to tell.
  let now: String?
  let then: String?

  init(
    tenant: String? = nil,
    item: String? = nil,
    state: String? = nil,
    now: String? = nil,
    then: String? = nil
  ) {
    self.tenant = tenant
    self.item = item
    self.state = state
    self.now = now
    self.then = then
  }
}

/// The rows of what a node observed; the months of both columns stand above them.
struct PageRows {
  /// Numbers that a rounded value must not seem to be.
  let ends: [Decimal]

  func rows(of observation: Observation) -> [PageRow] {
    switch observation {
    case .rollUp: []
    case .presence(let observation):
      observation.found.map { PageRow(item: $0) }
        + observation.others.map { PageRow(item: $0, state: MemberState.notCounted.rawValue) }
    case .largest(let observation):
      observation.reading.map { [row(of: $0, in: observation.month)] } ?? []
    case .members(let observation):
      observation.members.map { row(of: $0, observation) }
    case .sum(let observation):
      observation.contributions.map { row(of: $0, observation) }
    }
  }

  private func row(of reading: Reading, in month: Month) -> PageRow {
    PageRow(
      tenant: reading.tenant,
      item: reading.item,
      now: DetailText(ends: ends, month: month).value(reading, besides: reading.item)
    )
  }

  private func row(of member: MemberEvidence, _ observation: MembersObservation) -> PageRow {
    let state = observation.state(of: member)
    return PageRow(
      tenant: member.tenant,
      item: member.item,
      state: state == .current ? nil : state.rawValue,
      now: now(member, in: observation.month),
      then: observation.baselineMonth.map { month in
        DetailText(ends: ends, month: month)
          .values(telling(member.thenReadings), member.then, member.item, withLimits: false)
      }
    )
  }

  private func now(_ member: MemberEvidence, in month: Month) -> String {
    let text = DetailText(ends: ends, month: month)
    if member.now == .no, let reading = member.nearest, reading.isWithin == .yes {
      // What is left out though within its limits says why.
      return text.failure(reading, besides: member.item)
    }
    return text.values(telling(member.nowReadings), member.now, member.item)
  }

  /// Of the values of many months those that are something, where there are any.
  private func telling(_ readings: [Reading]) -> [Reading] {
    let told = readings.filter { !$0.isNothing }
    return readings.count > PageRows.fewReadings && !told.isEmpty ? told : readings
  }

  /// So many values are all told, so that nobody asks for a month.
  ///
  /// Source: our choice; a cell of a table has room for them.
  private static let fewReadings = 2

  private func row(of part: Contribution, _ observation: SumObservation) -> PageRow {
    let notCounted = MemberState.notCounted.rawValue
    func value(_ range: ValueRange) -> String {
      NumberText.quantity(range, observation.unit, near: ends)
    }
    var then = observation.baselineMonth.map { _ in
      part.isLeftOutThen ? notCounted : value(part.baseline)
    }
    if let month = part.associationMonth, !part.isLeftOutThen {
      then = "\(value(part.baseline)) in \(month), when the association began"
    }
    return PageRow(
      tenant: part.tenant,
      item: part.item.isEmpty ? nil : part.item,
      now: part.isLeftOutNow ? notCounted : value(part.now),
      then: then
    )
  }
}
