import Evaluation
import Facts
import RuleSemantics

/// What would make a node met, as a clause.
///
///     3 more paid seats of Teams at t1 under CSP (11 instead of 8) in 2025-10
///     a new tenant with 11 paid seats in 2025-10, for example of Teams under CSP
struct WayText {
  let way: WayToPass

  /// The as-of month.
  let month: Month

  /// Whether what a tenant that is not named has to have may stand at any tenant.
  let isAnyTenant: Bool

  /// The associations of which any is enough; empty where the way names the one.
  let associations: [String]

  init(_ way: WayToPass, of node: NodePlan, in plan: EvaluationPlan) {
    self.way = way
    month = plan.asOf
    isAnyTenant = node.test?.mayStandAtAnyTenant(plan) ?? false
    associations = node.test?.namedAssociations(plan) ?? []
  }

  var text: String { String { write(to: &$0) } }

  private func write(to text: inout OutputBuffer) {
    for (place, step) in way.steps.enumerated() {
      if place > 0 { text.append(place == way.steps.count - 1 ? ", and " : ", ") }
      if step.tenant == nil {
        writeNew(step, to: &text)
      } else {
        writeKnown(step, to: &text)
      }
    }
  }

  private func writeKnown(_ step: WayToPass.Step, to text: inout OutputBuffer) {
    guard !step.amounts.isEmpty else {
      if step.isNewAssociation {
        text.append(associationText(step))
        text.append(" as the association for ")
        writeSubject(step, to: &text)
      } else {
        text.append("any use of ")
        writeSubject(step, to: &text)
        writeAssociation(step, to: &text)
      }
      writeMonth(to: &text)
      return
    }
    for (place, amount) in step.amounts.enumerated() {
      if place > 0 { text.append(" and ") }
      write(amount, isMore: true, to: &text)
    }
    text.append(" of ")
    writeSubject(step, to: &text)
    writeAssociation(step, to: &text)
    writeTargets(step, to: &text)
    writeMonth(to: &text)
  }

  private func writeNew(_ step: WayToPass.Step, to text: inout OutputBuffer) {
    if step.count > 1 {
      text.append(number: Decimal(step.count), Unit.tenant)
      text.append(" new tenants, each with ")
    } else {
      text.append(isAnyTenant ? "a tenant with " : "a new tenant with ")
    }
    if step.amounts.isEmpty { text.append("any use") }
    for (place, amount) in step.amounts.enumerated() {
      if place > 0 { text.append(" and ") }
      write(amount, isMore: false, to: &text)
    }
    writeMonth(to: &text)
    text.append(", for example of ")
    text.append(step.item)
    writeAssociation(step, to: &text)
  }

  private func writeAssociation(_ step: WayToPass.Step, to text: inout OutputBuffer) {
    if step.association != nil {
      text.append(" under ")
      text.append(associationText(step))
    }
  }

  private func writeSubject(_ step: WayToPass.Step, to text: inout OutputBuffer) {
    text.append(step.item)
    guard let tenant = step.tenant else { return }
    text.append(" at ")
    text.append(tenant: tenant)
  }

  private func associationText(_ step: WayToPass.Step) -> String {
    associations.isEmpty ? step.association ?? "" : ListText.oneOf(associations)
  }

  /// ` (11 instead of 8)`; nothing where there is nothing yet.
  private func writeTargets(_ step: WayToPass.Step, to text: inout OutputBuffer) {
    let known = step.amounts.filter { $0.now != .zero }
    guard !known.isEmpty else { return }
    text.append(" (")
    for (place, amount) in known.enumerated() {
      if place > 0 { text.append(", ") }
      text.append(exactly: amount.now.plus(amount.change) ?? amount.now, amount.unit)
      text.append(" instead of ")
      text.append(exactly: amount.now, amount.unit)
    }
    text.append(")")
  }

  private func writeMonth(to text: inout OutputBuffer) {
    text.append(" in ")
    text.append(month.description)
  }

  /// `3 more paid seats`, `0.01 USD more ACR`, `5 fewer paid seats`, `12 more users`.
  private func write(_ amount: WayToPass.Amount, isMore: Bool, to text: inout OutputBuffer) {
    let size = amount.change.size
    let isFall = amount.change.mantissa < 0
    text.append(exactly: size, amount.unit)
    if amount.unit.decimals > 0 {
      text.append(nounOf: size, amount.unit)
      if isMore || isFall { text.append(isFall ? " less" : " more") }
      text.append(" ", ifAny: { $0.append(amount.title ?? "") })
      return
    }
    if isMore || isFall { text.append(isFall ? " fewer" : " more") }
    let noun = NumberText.noun(size, amount.unit)
    text.append(" ")
    if let title = amount.title, title.hasSuffix(amount.unit.plural) {
      text.append(String(title.dropLast(amount.unit.plural.count)) + noun)
    } else {
      text.append(noun)
    }
  }
}

extension TestPlan {
  /// Whether a row of any tenant is enough: nothing of the test asks who it is.
  fileprivate func mayStandAtAnyTenant(_ plan: EvaluationPlan) -> Bool {
    switch self {
    case .presence, .largest: true
    case .net(let group, _, _), .count(let group, _):
      if case .items = plan.groups[group].entity { true } else { false }
    case .total(_, let group, _, _), .change(_, let group, _, _), .growth(_, let group, _),
      .anyGrowth(_, let group):
      group == nil
    }
  }

  /// The associations that a test for rows names.
  fileprivate func namedAssociations(_ plan: EvaluationPlan) -> [String] {
    guard case .presence(let presence) = self, presence.kind == plan.associationKind,
      let names = presence.names, !names.isNegated
    else { return [] }
    return names.set.members.map(\.label)
  }
}

extension EvaluatedFacts {
  /// The smallest changes that would make a node met, a clause each, smallest first; empty for a node
  /// that is met, and where facts are missing.
  func waysText(area: Int, node: Int, customer: Int) -> [String] {
    guard verdicts(area: area, node: node)[customer].truth == .no else { return [] }
    let ways = waysToPass(area: area, node: node, customer: customer)
    guard !ways.isEmpty else {
      let none = "no change of \(plan.asOf) alone is known to be enough"
      let node = plan.areas[area].nodes[node]
      // What a deployment or a baseline is when its association begins.
      return [
        node.under == nil ? none : none + ", as what an association begins with does not count"
      ]
    }
    return ways.map { WayText($0, of: plan.areas[area].nodes[node], in: plan).text }
  }
}
