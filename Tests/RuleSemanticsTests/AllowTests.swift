import RuleSemantics
import RuleSyntax
import TestSupport
import Testing

/// The text has a warning in line 3, a value without a citation, and in line 5 one that is not used.
@Suite("Comments that allow a finding")
struct AllowTests {
  private static let text = """
    area a "A" {
      value least "fewest"
        = 11 seats from 2022-10
        = 12 seats from 2023-10 cite S0
      value spare "spare" = 300 seats from 2022-10 cite S0
      rows used = seats-used
      measure seats "seats" = seats of used
      group small of tenants "small" = some workload has seats >= least
      metric m "M" {
        leaf net "Net" {
          criterion "At least 1" cite S0
          met when net small >= 1 tenant
        }
      }
    }
    """

  /// The lines of the text with some of them changed: by number, what replaces it.
  private static func text(_ changes: [Int: String]) -> String {
    text.split(separator: "\n").enumerated().map { changes[$0 + 1] ?? String($1) }
      .joined(separator: "\n")
  }

  private func check(
    _ text: String,
    isGiven: Bool = true
  ) throws -> (codes: [String], allowed: [AllowedFinding]) {
    let shared = try Fixtures.source("semantics/facts.rules", as: "facts.rules")
    let own = ParsedFile(SourceText(name: "own.rules", text: text), isGiven: isGiven)
    let files = [own, ParsedFile(shared, isGiven: false)]
    let checked = RuleSemantics.check(files)
    return (checked.diagnostics.map(\.code.rawValue), checked.allowed)
  }

  @Test func withoutComments() throws {
    let checked = try check(Self.text)
    #expect(checked.codes == ["R0601", "R0602"])
    #expect(checked.allowed.isEmpty)
  }

  /// What hides the warning of line 3.
  @Test(arguments: [
    [3: "    = 11 seats from 2022-10 # allow R0601: x"],
    [3: "    = 11 seats # allow R0601: x\n      from 2022-10"],
    [3: "    = 11 seats\n      from 2022-10 # allow R0601: x"],
    [3: "    # allow R0601: x\n    = 11 seats from 2022-10"],
    [3: "    # allow R0601: x\n    # and more\n    = 11 seats from 2022-10"],
    [2: "  value least \"fewest\" # allow R0601: x"],
    [2: "  # allow R0601: x\n  value least \"fewest\""],
    [2: "#   allow R0601  ,R0601 :x  \r\n  value least \"fewest\""],
  ])
  func hides(_ changes: [Int: String]) throws {
    let checked = try check(Self.text(changes))
    #expect(checked.codes == ["R0602"])
    #expect(checked.allowed.map(\.diagnostic.code) == [.missingCitation])
    #expect(checked.allowed.map(\.reason) == ["x"])
  }

  /// What leaves it, and hides nothing.
  @Test(arguments: [
    [4: "    = 12 seats from 2023-10 cite S0 # allow R0601: x"],
    [4: "    # allow R0601: x\n    = 12 seats from 2023-10 cite S0"],
    [3: "    = 11 seats from 2022-10 # allow R0602: x"],
    [2: "  # allow R0601: x\n\n  value least \"fewest\""],
    [1: "area a \"A\" { # allow R0601: x"],
    [
      5: "  # it stands at the end of the block", 15: "} # allow R0602: x",
      14: "  }\n  value spare \"spare\" = 300 seats from 2022-10 cite S0",
    ],
  ])
  func leaves(_ changes: [Int: String]) throws {
    let checked = try check(Self.text(changes))
    #expect(checked.codes.sorted() == ["R0601", "R0602", "R0613"])
    #expect(checked.allowed.isEmpty)
  }

  @Test(arguments: [
    "# allow for rounding: R0601", "# allowed R0601: x", "# we allow R0601: x", "# allow",
  ])
  func otherCommentsAreText(_ comment: String) throws {
    let checked = try check(Self.text([3: "    = 11 seats from 2022-10 \(comment)"]))
    #expect(checked.codes == ["R0601", "R0602"])
  }

  /// It is about the line below, where it hides nothing, and is deleted as a line.
  @Test("A comment behind a byte order mark stands on a line of its own")
  func byteOrderMark() throws {
    let shared = try Fixtures.source("semantics/facts.rules", as: "facts.rules")
    let own = SourceText(name: "own.rules", text: "\u{FEFF}# allow R0601: x\n" + Self.text)
    let useless = RuleSemantics.check([own, shared]).diagnostics.first { $0.code == .uselessAllow }
    #expect(useless?.fix?.edits.map(\.span) == [SourceSpan(start: 3, end: 20)])
  }

  @Test func severalCodesOfOneLine() throws {
    let line = "  value spare \"spare\" = 300 seats from 2022-10 # allow R0601, R0602: later"
    let checked = try check(Self.text([3: "    = 11 seats from 2022-10 cite S0", 5: line]))
    #expect(checked.codes == [])
    #expect(checked.allowed.map(\.diagnostic.code) == [.unusedDefinition, .missingCitation])
  }

  /// What hides nothing can be deleted, and the text is as it was without it.
  @Test(arguments: [
    [4: "    = 12 seats from 2023-10 cite S0  # allow R0601: x"],
    [4: "    # allow R0601: x\n    = 12 seats from 2023-10 cite S0"],
  ])
  func whatHidesNothingCanBeDeleted(_ changes: [Int: String]) throws {
    for end in ["\n", "\r\n"] {
      let text = Self.text(changes).split(separator: "\n").joined(separator: end)
      let shared = try Fixtures.source("semantics/facts.rules", as: "facts.rules")
      let found = RuleSemantics.check([SourceText(name: "own.rules", text: text), shared])
      let useless = try #require(found.diagnostics.first { $0.code == .uselessAllow })
      let edit = try #require(useless.fix?.edits.first)
      var bytes = Array(text.utf8)
      bytes.removeSubrange(Int(edit.span.start)..<Int(edit.span.end))
      let expected = Self.text.split(separator: "\n").joined(separator: end)
      #expect(String(decoding: bytes, as: UTF8.self) == expected)
      #expect(useless.fix?.safety == .safe && edit.replacement.isEmpty)
    }
  }

  @Test("With errors it cannot be told what a comment hides")
  func errors() throws {
    let checked = try check(
      Self.text([5: "  value spare \"spare\" = 300 sets # allow R0602: x"])
    )
    #expect(checked.codes.contains("R0401") || checked.codes.contains("R0301"))
    #expect(!checked.codes.contains("R0613"))
  }

  @Test("Not everything is looked for in files that others use")
  func usedFiles() throws {
    let text = Self.text([6: "  # allow R0603: x\n  rows used = seats-used"])
    #expect(try check(text).codes.sorted() == ["R0601", "R0602", "R0613"])
    #expect(try check(text, isGiven: false).codes == ["R0601", "R0602"])
  }

  @Test("An error stays, whatever is allowed")
  func anErrorStays() throws {
    let line = "  value spare \"spare\" = 300 sets from 2022-10 cite S0 # allow R0301, R0401: x"
    let checked = try check(Self.text([5: line]))
    #expect(checked.codes.filter { $0 == "R0610" }.count == 2)
    #expect(checked.codes.contains("R0301") || checked.codes.contains("R0401"))
  }

  @Test("The layout keeps what is allowed, also where it breaks a line")
  func layout() throws {
    let quote = String(repeating: "words that are quoted ", count: 5)
    let line =
      "  value spare \"spare\" = 300 seats from 2022-10 cite S0 \"\(quote)\" # allow R0602: later"
    let changes = [
      2: "  # allow R0601: x\n  value least \"fewest\"", 4: "= 12 seats from 2023-10 cite S0 # why",
      5: line,
    ]
    let before = try check(Self.text(changes))
    #expect(before.codes == [])
    let source = SourceText(name: "own.rules", text: Self.text(changes))
    guard case .formatted(let bytes) = formatted(source) else {
      Issue.record("it has no layout")
      return
    }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("\"  # allow R0602: later\n"))
    #expect(!text.contains("spare\" ="))
    let after = try check(text)
    #expect(after.codes == [])
    #expect(after.allowed.count == 2)
  }

  /// Wherever a comment stands, what it hides is the same after the layout, and one that is added hides
  /// nothing but warnings of its code.
  @Test(arguments: ["R0601", "R0602"], [false, true])
  func everyPlace(_ code: String, _ isAbove: Bool) throws {
    let loose = [
      2: "  value least \"fewest\" =", 3: "    11 seats  from 2022-10",
      6: "  rows used = seats-used measure seats \"seats\" = seats of used", 7: "",
      13: "    } }", 14: "",
    ]
    for text in [Self.text, Self.text(loose)] {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      for place in lines.indices {
        var changed = lines
        changed[place] =
          isAbove ? "# allow \(code): x\n\(lines[place])" : "\(lines[place]) # allow \(code): x"
        let before = changed.joined(separator: "\n")
        let source = SourceText(name: "own.rules", text: before)
        guard case .formatted(let bytes) = formatted(source) else {
          Issue.record("it has no layout")
          return
        }
        let found = try check(before)
        let after = try check(String(decoding: bytes, as: UTF8.self))
        #expect(after.codes.sorted() == found.codes.sorted(), "\(before)")
        #expect(found.codes.contains("R0613") == found.allowed.isEmpty)
        #expect(found.allowed.allSatisfy { $0.diagnostic.code.rawValue == code })
        #expect(found.codes.count == (found.allowed.isEmpty ? 3 : 1))
      }
    }
  }
}
