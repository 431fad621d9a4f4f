import RuleSemantics
import RuleSyntax
import TestSupport
import Testing

/// Names that help asks for, or lists.
@Suite("Candidates for a name")
struct CandidateTests {
  /// Fixtures whose help names what could stand in the place of what does.
  static let fixtures = BadFixture.all.filter { fixture in
    fixture.diagnostics.contains { !candidates($0).isEmpty }
  }

  /// `did you mean`, `there are` and `columns with` are followed by names in their order.
  static func candidates(_ finding: Diagnostic) -> [String] {
    guard let help = finding.help?.split(separator: ";").first,
      ["did you mean ", "there is ", "there are ", "columns with "].contains(where: help.hasPrefix)
    else { return [] }
    return String(help).quoted
  }

  @Test("There are such fixtures, with one candidate and with several")
  func some() {
    let counts = Self.fixtures.map { Self.candidates($0.diagnostics[0]).count }
    #expect(counts.count >= 70)
    #expect(Set(counts) == [1, 2, 3])
  }

  @Test("At most three, and any of them takes the finding away", arguments: fixtures)
  func candidatesAreValid(_ fixture: BadFixture) {
    for finding in fixture.diagnostics {
      let names = Self.candidates(finding)
      #expect(names.count <= 3)
      // A comment that allows a finding by its right code may still hide nothing.
      if finding.code == .unknownAllowedCode { continue }
      let places =
        [(file: finding.file, span: finding.span)]
        + finding.related.filter { $0.label == "also used here" }.map { ($0.file, $0.span) }
      let isText = fixture.text(finding.span, in: finding.file).hasPrefix("\"")
      for name in names {
        let repaired = fixture.replacing(places, with: isText ? "\"\(name)\"" : name)
        let left = fixture.findings(in: repaired)
        #expect(
          !left.contains { $0.file == finding.file && $0.span.start == finding.span.start },
          "with `\(name)`:\n\(rendered(left, repaired))"
        )
      }
    }
  }

  @Test("The nearest names come first, and none that is far", arguments: fixtures)
  func nearestFirst(_ fixture: BadFixture) {
    for finding in fixture.diagnostics where finding.help?.hasPrefix("did you mean") == true {
      let written = fixture.text(finding.span, in: finding.file).filter { $0 != "\"" }
      let names = Self.candidates(finding)
      #expect(NearestNames.among(names, to: written) == names)
    }
  }
}
