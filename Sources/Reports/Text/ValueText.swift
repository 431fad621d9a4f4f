package import Evaluation
package import Facts
package import RuleSemantics

/// The columns `current`, `required` and `unit`.
package enum ValueText {
  /// Plain: `1`, `-12.5`, `10.00` for percent, `Adviser;Admin`; empty when there is none.
  package static func plain(_ current: CurrentValue) -> String {
    String { writePlain(current, to: &$0) }
  }

  /// Writes what ``plain(_:)`` gives.
  static func writePlain(_ current: CurrentValue, to text: inout OutputBuffer) {
    switch current {
    case .none:
      break
    case .number(let number, _):
      text.append(number, places: 0, groups: false)
    case .ratio(let numerator, let denominator):
      guard let percent = Decimal.percent(numerator, of: denominator, places: 2) else { return }
      text.append(percent, places: 2, groups: false)
    case .names(let names):
      text.append(names[...], ";", last: ";") { $0.append($1) }
    }
  }

  /// For people: `1 tenant`, `10.00 percent`, `Adviser, Admin`.
  package static func shown(_ current: CurrentValue, near ends: [Decimal]) -> String {
    switch current {
    case .none: ""
    case .number(let number, let unit): NumberText.quantity(number, unit, near: ends)
    case .ratio(let numerator, let denominator):
      NumberText.percent(numerator, of: denominator, near: ends) ?? ""
    case .names(let names): names.joined(separator: ", ")
    }
  }

  /// `>= 1` and `tenants`, both empty for nodes that roll up.
  ///
  /// A test for rows needs one name of its kind: `>= 1` and `workloads`.
  package static func required(
    _ test: TestPlan?,
    _ catalogue: Catalogue
  ) -> (text: String, unit: String) {
    switch test {
    case nil: ("", "")
    case .presence(let presence):
      (
        ">= 1",
        catalogue.kinds.indices.contains(presence.kind)
          ? catalogue.kinds[presence.kind].plural : ""
      )
    case .some(let test):
      (test.bounds?.required ?? "", test.bounds?.unit.plural ?? "")
    }
  }
}
