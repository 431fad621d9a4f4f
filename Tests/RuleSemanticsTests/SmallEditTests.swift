import Facts
import RuleSemantics
import RuleSyntax
import TestSupport
import Testing

/// "Edits that must stay small": a change of the programme is one added line, or one block.
@Suite("Small edits")
struct SmallEditTests {
  struct Edit: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let file: String

    /// The line below which the text is added.
    let below: String
    let added: String

    /// A month in which it changes nothing, and one in which it does.
    let before: String
    let after: String

    /// What the plan of `after` has then, and did not have.
    let shows: [String]
  }

  static let edits = [
    Edit(
      testDescription: "the threshold of Azure",
      file: "Rules/azure.rules",
      below: "L-AZ-23 \"in one of the last two months\"",
      added: "    = 1500 USD from 2025-11 cite S1",
      before: "2025-10",
      after: "2025-11",
      shows: ["(acr >= 1500 USD)"]
    ),
    Edit(
      testDescription: "a workload joins Modern Work",
      file: "Rules/modern-work.rules",
      below: "cite L-MW-26 \"M365 Copilot\"",
      added: "    + \"Kaizala\" from 2026-07 cite L-MW-26",
      before: "2026-06",
      after: "2026-07",
      shows: ["  Kaizala"]
    ),
    Edit(
      testDescription: "a workload leaves Modern Work",
      file: "Rules/modern-work.rules",
      below: "cite L-MW-26 \"M365 Copilot\"",
      added: "    - \"Teams\" from 2026-07 cite L-MW-26",
      before: "2026-06",
      after: "2026-07",
      shows: []
    ),
  ]

  @Test(arguments: edits)
  func changesOnlyWhatFollows(_ edit: Edit) throws {
    let original = try Fixtures.shippedRules()
    let edited = try original.map { file in
      guard file.name == edit.file else { return file }
      var lines = String(decoding: file.bytes, as: UTF8.self).split(
        separator: "\n",
        omittingEmptySubsequences: false
      ).map(String.init)
      let line = try #require(lines.firstIndex { $0.contains(edit.below) })
      // The value of 1,000 USD has its citations on three lines.
      let end = try #require(lines[line...].firstIndex { !$0.hasSuffix(",") })
      let place = edit.file.contains("azure") && edit.added.hasPrefix("    =") ? end + 1 : line + 1
      lines.insert(edit.added, at: place)
      return SourceText(name: file.name, text: lines.joined(separator: "\n"))
    }
    #expect(rendered(check(edited).diagnostics, edited) == "")
    let before = try #require(Month(edit.before))
    let after = try #require(Month(edit.after))
    #expect(text(edited, before) == text(original, before))
    #expect(text(edited, after) != text(original, after))
    for line in edit.shows {
      #expect(text(edited, after).contains(line))
      #expect(!text(original, after).contains(line))
    }
  }

  private func text(_ files: [SourceText], _ month: Month) -> String {
    let rules = check(files).rules
    return PlanText(plan: plan(rules, asOf: month), catalogue: rules.catalogue).text
  }
}
