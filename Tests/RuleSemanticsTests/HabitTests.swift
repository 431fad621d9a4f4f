import RuleSyntax
import TestSupport
import Testing

/// What authors bring along from spreadsheets, word processors and other languages.
@Suite("Habits of other notations")
struct HabitTests {
  /// A line of rules, written with a habit and as it is meant.
  struct Habit: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let written: String

    /// What the help has to hold, ready to be pasted.
    let meant: String
    let code: DiagnosticCode

    init(_ written: String, _ meant: String, _ code: DiagnosticCode = .foreignNotation) {
      testDescription = written
      self.written = written
      self.meant = meant
      self.code = code
    }
  }

  static let conditions = [
    Habit("acr == limit", ">=", .foreignNotation), Habit("acr => limit", "`>=`"),
    Habit("acr =< limit", "`<=`"), Habit("acr ≥ limit", "`>=`"), Habit("acr ≤ limit", "`<=`"),
    Habit("acr > = limit", "`>=`", .unexpectedToken),
    Habit("acr = limit", "`>=`", .unexpectedToken),
    Habit("acr > limit && tenant in small", "`and`"),
    Habit("acr > limit || tenant in small", "`or`"),
    Habit("acr > limit and tenant != small", "not in"),
    Habit("acr > limit and tenant is not in small", "`not in`", .unexpectedToken),
    Habit("acr > limit // the limit", "`#`"),
  ]

  static let versions = [
    Habit("= 25% from 2022-10", "`percent`"), Habit("= 25 % from 2022-10", "`percent`"),
    Habit("= 5,000 USD from 2022-10", "`5000`"), Habit("= 0,25 USD from 2022-10", "`0.25`"),
    Habit("= 5.000,50 USD from 2022-10", "`5000.50`"),
    Habit("= 5000USD from 2022-10", "`5000 USD`", .invalidNumber),
    Habit("= $5000 from 2022-10", "`5000 USD`"),
    Habit("= USD 5000 from 2022-10", "`5000 USD`", .unexpectedToken),
    Habit("= 5000 USD from 11/1/2025", "`2025-11`", .invalidMonth),
    Habit("= 5000 USD from 2025/11", "`2025-11`", .invalidMonth),
    Habit("= 5000 USD from 2025-1", "`2025-01`", .invalidMonth),
    Habit("= 5000 USD from 2025-11-01", "`2025-11`", .unexpectedToken),
    Habit("= 5000 USD from November 2025", "`2025-11`", .unexpectedToken),
    Habit("= 5000 USD from Nov-2025", "`2025-11`", .unexpectedToken),
    Habit("= 5000 USD from 2025.11", "`2025-11`", .unexpectedToken),
    Habit("= 5000 USD from 11.2025", "`2025-11`", .unexpectedToken),
    Habit("= 5000 USD from 2025 11", "`2025-11`", .unexpectedToken),
    Habit("= 5000 USD from \"2025-11\"", "`2025-11`", .unexpectedToken),
    Habit("= 5000 USD from 2025–11", "`-`"),
    Habit("= 5000 USD from 2022-10;", "no end sign"),
    Habit("= 5000\u{A0}USD from 2022-10", "blank"),
  ]

  static let titles = [
    Habit("“Limit”", "`\"Limit\"`"), Habit("„Limit“", "`\"Limit\"`"),
    Habit("«Limit»", "`\"Limit\"`"),
    Habit("'Limit'", "`\"Limit\"`"), Habit("‘Limit’", "`\"Limit\"`"),
  ]

  @Test("In conditions", arguments: conditions)
  func inConditions(_ habit: Habit) throws {
    try check(habit, in: "group consuming of tenants \"Tenants\"\n    = @ from 2022-10")
  }

  @Test("In versions", arguments: versions)
  func inVersions(_ habit: Habit) throws { try check(habit, in: "value limit \"Limit\"\n    @") }

  @Test("In titles", arguments: titles)
  func inTitles(_ habit: Habit) throws {
    try check(habit, in: "value limit @ = 1 USD from 2022-10")
  }

  @Test("Tabs are blanks", arguments: ["\t", "\t \t"])
  func tabs(_ blank: String) {
    let text = "area azure \"Azure\" {\n  value limit \"Limit\" = 1000 USD from 2022-10\n}\n"
    #expect(Parsed(text.replacing(" ", with: blank)).diagnostics == [])
  }

  /// One finding of the code, at the habit, whose help can be pasted.
  private func check(_ habit: Habit, in line: String) throws {
    let item = line.replacing("@", with: habit.written)
    let parsed = Parsed("area azure \"Azure\" {\n  \(item)\n}\nsource LAST \"Last\"\n")
    #expect(parsed.diagnostics.count == 1, "\(parsed.rendered)")
    let finding = try #require(parsed.diagnostics.first)
    #expect(finding.code == habit.code, "\(parsed.rendered)")
    #expect(finding.help?.contains(habit.meant) == true, "\(parsed.rendered)")
    #expect(parsed.tree.sources.count == 1 && parsed.tree.areas.count == 1)
  }
}
