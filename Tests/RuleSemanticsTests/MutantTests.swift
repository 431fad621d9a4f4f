import Facts
import Foundation
import RuleSemantics
import RuleSyntax
import TestSupport
import Testing

/// The shipped rules, broken once in many ways: how much of that `check` finds, and how it says so.
///
/// The whole number, which README.md quotes: `RULEC_MUTANTS=3000 swift test -c release --filter MutantTests`.
@Suite("One mistake in the shipped rules")
struct MutantTests {
  private static let count =
    ProcessInfo.processInfo.environment["RULEC_MUTANTS"].flatMap(Int.init) ?? 90

  private struct Tally {
    var tried = 0
    var found = 0
    var same = 0
    var syntax = 0
    var single = 0
  }

  @Test("95 in 100 of what check promises to find are found, and 90 of notation said once")
  func mutants() throws {
    let files = try Fixtures.shippedRules().map { ParsedFile($0) }
    let original = Meaning(files)
    var tallies: [Mutant.Kind: Tally] = [:]
    var missed: [String] = []
    var several: [String] = []
    for mutant in try Self.mutants(of: files) {
      var broken = files
      broken[mutant.file] = ParsedFile(mutant.applied(to: files[mutant.file].source))
      let diagnostics = check(broken).diagnostics
      var tally = tallies[mutant.kind] ?? Tally()
      tally.tried += 1
      if diagnostics.contains(where: { $0.code.rawValue < "R03" }) {
        tally.syntax += 1
        if diagnostics.count == 1 {
          tally.single += 1
        } else {
          let codes = diagnostics.map { "\($0.code.rawValue) \($0.message)" }.prefix(5)
          several.append(Self.text(of: mutant, files) + ": " + codes.joined(separator: "; "))
        }
      }
      if !diagnostics.isEmpty {
        tally.found += 1
      } else if mutant.kind.isPromised, Meaning(broken) == original {
        tally.same += 1
      } else if mutant.kind.isPromised {
        missed.append(Self.text(of: mutant, files))
      }
      tallies[mutant.kind] = tally
    }
    let report = Self.report(tallies, missed + several)
    if let path = ProcessInfo.processInfo.environment["RULEC_MUTANT_REPORT"] {
      try report.write(toFile: path, atomically: true, encoding: .utf8)
    }
    let promised = tallies.filter(\.key.isPromised).values
    let changed = promised.reduce(0) { $0 + $1.tried - $1.same }
    #expect(promised.reduce(0) { $0 + $1.found } * 100 >= changed * 95, "\(report)")
    let syntax = tallies.values.reduce(0) { $0 + $1.syntax }
    #expect(tallies.values.reduce(0) { $0 + $1.single } * 100 >= syntax * 90, "\(report)")
  }

  /// As many of each kind, spread evenly over the files.
  private static func mutants(of files: [ParsedFile]) throws -> [Mutant] {
    let units = ["seats", "users", "USD", "MCV", "tenants", "people", "points", "percent"]
    let all = files.enumerated().flatMap { index, file in
      MutantSource(file, file: index, keywords: Parser.reservedWords, units: units).mutants
    }
    let each = max(1, count / Mutant.Kind.allCases.count)
    return Mutant.Kind.allCases.flatMap { kind in
      let own = all.filter { $0.kind == kind }
      guard own.count > each else { return own }
      return (0..<each).map { own[$0 * own.count / each] }
    }
  }

  private static func text(of mutant: Mutant, _ files: [ParsedFile]) -> String {
    let source = files[mutant.file].source
    let edits = mutant.edits.map { edit in
      "\(source.name):\(source.line(at: edit.span.start)) "
        + "`\(source.text(edit.span).prefix(40))` -> `\(edit.text.prefix(40))`"
    }
    return "\(mutant.kind.rawValue): " + edits.joined(separator: ", ")
  }

  private static func report(_ tallies: [Mutant.Kind: Tally], _ others: [String]) -> String {
    let lines = Mutant.Kind.allCases.compactMap { kind -> String? in
      guard let tally = tallies[kind] else { return nil }
      return "\(kind.rawValue): \(tally.tried) tried, \(tally.found) found, \(tally.same) mean the"
        + " same; of notation \(tally.syntax), said once \(tally.single)"
    }
    return (lines + others).joined(separator: "\n") + "\n"
  }
}

/// What rules say in every month in which something changes.
private struct Meaning: Equatable {
  private let plans: [String]

  init(_ files: [ParsedFile]) {
    let rules = check(files).rules
    plans = rules.changeMonths.map { month in
      PlanText(plan: plan(rules, asOf: month), catalogue: rules.catalogue).text
    }
  }
}
