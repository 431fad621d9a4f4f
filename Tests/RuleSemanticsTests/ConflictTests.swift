import RuleSemantics
import RuleSyntax
import TestSupport
import Testing

@Suite("Both sides of a conflict, in the words of the author")
struct ConflictTests {
  /// What conflicts with nothing that stands in a file, or stands in the marked text itself.
  static let oneSided = [
    "semantics/facts-unit-built-in", "semantics/growth-not-percent",
    "semantics/circle-of-one",
  ]

  private func isConflict(_ finding: Diagnostic) -> Bool {
    switch finding.code {
    case .repeatedName, .clashingAlias, .overlappingVersions, .wrongDateOrder, .incompatibleUnits,
      .circularDefinition:
      true
    case .wrongKindOfName: finding.message.contains(", not a ")
    default: false
    }
  }

  @Test("The other side is shown too", arguments: BadFixture.all)
  func bothSides(_ fixture: BadFixture) {
    for finding in fixture.diagnostics where isConflict(finding) {
      let isOneSided = Self.oneSided.contains(fixture.name)
      #expect(finding.related.isEmpty == isOneSided, "\(rendered([finding], fixture.files))")
    }
  }

  /// Ids of reports are made of two names, a condition is named by its first words, and roles are
  /// built in.
  private func isMade(_ piece: String) -> Bool {
    piece.contains("-") || piece.hasPrefix("some ") || ["completion", "month"].contains(piece)
  }

  @Test(
    "What stands in backticks was written so, or is a word of the language",
    arguments: BadFixture.all
  )
  func namesAsWritten(_ fixture: BadFixture) {
    let text = fixture.files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    for finding in fixture.diagnostics {
      for piece in finding.message.quoted where !text.contains(piece.dropSuffix("…")) {
        let words = piece.split(separator: " ").map(String.init)
        let isLanguage = words.allSatisfy { Parser.reservedWords.contains($0) || $0.count <= 2 }
        #expect(isLanguage || isMade(piece), "`\(piece)` in: \(finding.message)")
      }
      let written = fixture.text(finding.span, in: finding.file)
      if ["R0301", "R0304", "R0306", "R0308"].contains(finding.code.rawValue) {
        #expect(finding.message.contains(written.filter { $0 != "\"" }), "\(finding.message)")
      }
    }
  }

  @Test("Nothing speaks of the inside of the program", arguments: BadFixture.all)
  func noInsides(_ fixture: BadFixture) {
    for finding in fixture.diagnostics {
      let texts = [finding.message, finding.help ?? ""] + finding.related.map(\.label)
      for text in texts.map(\.unquoted) {
        #expect(text.firstMatch(of: /[a-z][A-Z]|nil|Optional|\\/) == nil, "\(text)")
      }
    }
  }

  @Test(
    "A limit is told with what exceeds it",
    arguments: [
      ("semantics/too-many-digits", ["30", "18"]),
      ("semantics/facts-unit-decimals", ["20", "12"]),
      ("semantics/groups-too-deep", ["256"]),
      ("syntax/parentheses-too-deep", ["64"]),
    ]
  )
  func limits(_ name: String, _ numbers: [String]) throws {
    let fixture = try #require(BadFixture.all.first { $0.name == name })
    let message = try #require(fixture.diagnostics.first?.message)
    #expect(numbers.allSatisfy(message.contains))
  }
}

extension String {
  fileprivate func dropSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
