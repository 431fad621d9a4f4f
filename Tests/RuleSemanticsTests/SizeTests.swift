import Facts
import RuleSemantics
import RuleSyntax
import TestSupport
import Testing

@Suite("Large rule files")
struct SizeTests {
  @Test("A chain of 2,000 groups is one mistake, from either end", arguments: [true, false])
  func chain(isDownwards: Bool) throws {
    let groups = (1...2_000).map { number in
      let other = isDownwards ? number + 1 : number - 1
      return "  group g\(number) of tenants \"g\" = tenant in g\(other)"
    }
    let diagnostics = try Self.diagnostics(
      groups + ["  group g\(isDownwards ? 2_001 : 0) of tenants \"g\" = acr > 0 USD"]
    )
    #expect(diagnostics.map(\.code) == [.nestedTooDeep])
  }

  @Test("A group that doubles at each of 200 steps is checked at once")
  func doubling() throws {
    let groups = (1...200).map { number in
      "  group g\(number) of tenants \"g\" = tenant in g\(number - 1) or not not tenant in g\(number - 1)"
    }
    let diagnostics = try Self.diagnostics(groups + ["  group g0 of tenants \"g\" = acr > 0 USD"])
    #expect(diagnostics.map(\.code) == [.nestedTooDeep])
  }

  @Test("A circle of 200 groups is one mistake")
  func circle() throws {
    let groups = (0..<200).map { number in
      "  group g\(number) of tenants \"g\" = tenant in g\((number + 77) % 200)"
    }
    #expect(try Self.diagnostics(groups).map(\.code) == [.circularDefinition])
  }

  @Test("A set of 20,000 names is checked at once")
  func largeSet() throws {
    let names = (0..<20_000).map { "\"Name \($0)\"" }
    let declared = names.map { "service \($0)" }.joined(separator: "\n")
    let set = "  set many of service = \(names.joined(separator: ", ")) from 2022-10 cite S0"
    let diagnostics = try Self.diagnostics([set], beside: declared)
    #expect(diagnostics.map(\.code) == [.unusedDefinition])
  }

  @Test("20,000 definitions are checked in linear time")
  func manyDefinitions() throws {
    let small = try Self.time(definitions: 5_000)
    let large = try Self.time(definitions: 20_000)
    #expect(large < small * 10, "\(small) for 5,000, \(large) for 20,000")
  }

  @Test("What begins in 240 months takes hardly longer than what begins in one")
  func manyMonths() throws {
    let together = try Self.time(definitions: 4_000)
    let spread = try Self.time(definitions: 4_000, months: 240)
    #expect(spread < together * 12, "\(together) in one month, \(spread) in 240")
  }

  private static func time(definitions count: Int, months: Int = 1) throws -> Duration {
    var lines: [String] = []
    for number in 0..<(count / 2) {
      let month = Month(year: 2022, number: 10) + number % months
      lines.append("  value v\(number) \"v\" = \(number + 1) USD from \(month) cite S0")
      lines.append("  group g\(number) of tenants \"g\" = acr >= v\(number) from \(month)")
    }
    var errors = -1
    let time = try ContinuousClock().measure {
      errors = try diagnostics(lines).filter { $0.severity == .error }.count
    }
    #expect(errors == 0)
    return time
  }

  private static func diagnostics(
    _ lines: [String],
    beside declarations: String = ""
  ) throws -> [Diagnostic] {
    let text = """
      \(declarations)
      area azure "Azure" {
        rows used = azure-used
        measure acr "ACR" = acr of used
        gate g "G" {
          criterion "x" cite S0
          met when total acr > 0 USD
        }
      \(lines.joined(separator: "\n"))
      }
      """
    let facts = try Fixtures.source("semantics/facts.rules", as: "facts.rules")
    let large = ParsedFile(SourceText(name: "large.rules", text: text))
    return check([ParsedFile(facts, isGiven: false), large]).diagnostics
  }
}
