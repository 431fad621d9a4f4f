import Foundation
import Reports
import RuleSyntax
import Testing

@Suite("Findings for programs and editors")
struct CheckReportTests {
  /// A byte order mark, a letter of two code points, and names that have to be encoded.
  private let files = [
    SourceText(
      name: "./My Rules/a:ä,100%.rules",
      text: "\u{FEFF}unit e\u{301} == x\n\nunit y {\n}"
    ),
    SourceText(name: "../b.rules", text: "use \"a\"\n"),
    SourceText(name: "/tmp/c.rules", text: ""),
  ]

  private func diagnostic(
    _ code: DiagnosticCode,
    _ message: String = "wrong",
    help: String? = nil,
    file: Int = 0,
    _ start: UInt32,
    _ end: UInt32,
    related: [RelatedPlace] = [],
    fix: Fix? = nil
  ) -> Diagnostic {
    let span = SourceSpan(start: start, end: end)
    return Diagnostic(
      code,
      message,
      help: help,
      file: file,
      at: span,
      related: related,
      fix: fix
    )
  }

  private var sign: Diagnostic {
    diagnostic(
      .foreignNotation,
      "`==` is no sign",
      help: "write `=`",
      12,
      14,
      related: [RelatedPlace("used here", file: 1, at: SourceSpan(start: 4, end: 7))],
      fix: Fix(
        "write `{`",
        .safe,
        [
          TextEdit(file: 0, SourceSpan(start: 12, end: 14), "{"),
          TextEdit(file: 1, SourceSpan(start: 0, end: 0), "# }\n"),
        ]
      )
    )
  }

  private var brace: Diagnostic { diagnostic(.unclosedBlock, "this `{` is\nopen", 25, 28) }
  private var unused: Diagnostic { diagnostic(.unusedDefinition, "nothing uses it", 18, 22) }
  private var uncited: Diagnostic { diagnostic(.missingCitation, "no source", 18, 22) }
  private var absent: Diagnostic { diagnostic(.unreadableFile, "gone", file: 2, 0, 0) }

  private func sarif(
    _ shown: [Diagnostic],
    hidden: [HiddenFinding] = []
  ) throws -> [String: Any] {
    let findings = CheckFindings(files: files, shown: shown, hidden: hidden)
    let data = Data(checkSARIF(findings, version: "1.2.3"))
    let log = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    return try #require((log["runs"] as? [[String: Any]])?.first)
  }

  @Test("A SARIF run; its rules are looked at for themselves")
  func sarifRun() throws {
    let hidden = [
      HiddenFinding(unused, .allowed(reason: "used later")), HiddenFinding(uncited, .known),
    ]
    var run = try sarif([sign, brace, absent], hidden: hidden)
    let tool = try #require(run.removeValue(forKey: "tool") as? [String: Any])
    let driver = try #require(tool["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules.compactMap { $0["id"] as? String } == DiagnosticCode.allCases.map(\.rawValue))
    #expect(driver["name"] as? String == "rulec")
    #expect(driver["semanticVersion"] as? String == "1.2.3")
    // The index moves with every new code.
    var results = try #require(run["results"] as? [[String: Any]])
    for place in results.indices {
      let index = try #require(results[place].removeValue(forKey: "ruleIndex") as? Int)
      #expect(rules[index]["id"] as? String == results[place]["ruleId"] as? String)
    }
    run["results"] = results
    let data = try JSONSerialization.data(
      withJSONObject: run,
      options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    )
    try Golden.expect(String(decoding: data, as: UTF8.self) + "\n", "check.sarif.json")
  }

  @Test("A rule says what it is about and how grave it is")
  func sarifRules() throws {
    let tool = try #require(try sarif([])["tool"] as? [String: Any])
    let rules = try #require((tool["driver"] as? [String: Any])?["rules"] as? [[String: Any]])
    for (rule, code) in zip(rules, DiagnosticCode.allCases) {
      for part in ["shortDescription", "fullDescription", "help"] {
        let text = (rule[part] as? [String: String])?["text"] ?? ""
        #expect(!text.isEmpty, "\(code) \(part)")
      }
      let level = (rule["defaultConfiguration"] as? [String: String])?["level"]
      #expect(level == code.severity.rawValue)
    }
    let name = rules.first { $0["id"] as? String == "R0602" }?["name"] as? String
    #expect(name == "UnusedDefinition")
  }

  private func fingerprints(_ shown: [Diagnostic], _ hidden: [Diagnostic] = []) throws -> [String] {
    let run = try sarif(shown, hidden: hidden.map { HiddenFinding($0, .known) })
    let results = try #require(run["results"] as? [[String: Any]])
    return results.compactMap { $0["partialFingerprints"] as? [String: String] }
      .flatMap { $0.values.map { String($0) } }
  }

  @Test("Findings of one line are told apart, whether or not they are hidden")
  func sarifFingerprints() throws {
    let other = diagnostic(.unusedDefinition, "nothing uses it", 23, 24)
    let both = try fingerprints([unused, other])
    #expect(Set(both).count == 2)
    #expect(Set(both.map { $0.prefix(16) }).count == 1)
    #expect(try fingerprints([other], [unused]) == both)
    #expect(try fingerprints([sign, brace]).allSatisfy { $0.hasSuffix(":1") })
  }

  @Test("Workflow commands, with their signs escaped")
  func github() {
    let text = String(decoding: checkGitHub([sign, brace, unused], files: files), as: UTF8.self)
    let file = "file=My Rules/a%3Aä%2C100%25.rules"
    #expect(
      text == """
        ::error \(file),line=1,col=8,endLine=1,endColumn=10,title=R0104::`==` is no sign%0Ahelp: write `=`
        ::error \(file),line=3,endLine=4,title=R0203::this `{` is\u{FFFD}open
        ::warning \(file),line=3,col=1,endLine=3,endColumn=5,title=R0602::nothing uses it

        """
    )
    let hostile = diagnostic(.unknownName, "50 % of\r::error::x", 0, 0)
    let line = String(decoding: checkGitHub([hostile], files: files), as: UTF8.self)
    #expect(line.count { $0.isNewline } == 1)
    #expect(line.contains("::50 %25 of\u{FFFD}::error::x"))
  }

  @Test("One line for each finding")
  func lines() {
    let text = String(decoding: checkLines([sign, brace, absent], files: files), as: UTF8.self)
    #expect(
      text == """
        ./My Rules/a:ä,100%.rules:1:8: error[R0104]: `==` is no sign; write `=`
        ./My Rules/a:ä,100%.rules:3:8: error[R0203]: this `{` is\u{FFFD}open
        /tmp/c.rules:1:1: error[R0206]: gone

        """
    )
    #expect(checkLines([], files: files).isEmpty)
    #expect(checkGitHub([], files: files).isEmpty)
  }
}
