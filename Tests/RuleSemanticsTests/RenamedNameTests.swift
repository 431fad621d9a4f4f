import RuleSemantics
import RuleSyntax
import TestSupport
import Testing

/// A name that was renamed goes on to be known by its former spelling, in rule files as in cells.
@Suite("Other spellings of a name")
struct RenamedNameTests {
  /// An area that names a workload in a set and in a rate, and an association in a leaf.
  private func area(_ workload: String, _ association: String) -> String {
    """
    area work "Work" {
      set counted of workload
        = "Mail" from 2022-10 cite S1
        + "\(workload)" from 2023-10 cite S1
      rate user-rate "consumption value of a user" of workload {
        for "\(workload)" = 40 USD from 2022-10 cite S1
      }
      rows used = seats-used where workload in counted
      measure worth "consumption value" = users at user-rate of used
      metric growth "Growth" {
        leaf growth "Growth" under "\(association)" {
          criterion "Any growth" cite S1
          met when any growth in worth
        }
      }
    }
    """
  }

  private func files(_ rules: String) -> [ParsedFile] {
    [ExampleDeclarations.text, rules].enumerated().map {
      ParsedFile(
        SourceText(name: "\($0.offset).rules", text: $0.element),
        isGiven: $0.offset == 1
      )
    }
  }

  private func plans(_ rules: String) throws -> [String] {
    let files = files(rules)
    let (checked, diagnostics, _) = check(files)
    #expect(rendered(diagnostics, files.map(\.source)) == "")
    return checked.changeMonths.map { month in
      PlanText(plan: plan(checked, asOf: month), catalogue: checked.catalogue).text
    }
  }

  @Test(
    "A former spelling means the name",
    arguments: [
      ("Device management", "Reseller of record"), (" device MANAGEMENT", "reseller of record "),
    ]
  )
  func formerSpellings(_ workload: String, _ association: String) throws {
    let former = try plans(area(workload, association))
    #expect(try former == plans(area("Devices", "Reseller")))
    #expect(former.allSatisfy { !$0.contains("anagement") && !$0.contains("of record") })
    #expect(former.last?.contains("Devices") == true)
  }

  @Test("The name and its former spelling are one member")
  func listedTwice() throws {
    let rules = area("Devices", "Reseller").replacing("= \"Mail\"", with: "= \"Device management\"")
    let found = check(files(rules)).diagnostics
    #expect(found.map(\.message) == ["`Devices` is in `counted` already, as `Device management`"])
  }
}
