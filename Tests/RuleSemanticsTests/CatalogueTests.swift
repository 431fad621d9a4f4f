import RuleSemantics
import RuleSyntax
import TestSupport
import Testing

@Suite("The catalogue of diagnostics")
struct CatalogueTests {
  /// An example beside the declarations that all examples share.
  private func files(_ rules: String) -> [SourceText] {
    [
      SourceText(name: "declarations.rules", text: ExampleDeclarations.text),
      SourceText(name: "example.rules", text: rules),
    ]
  }

  /// What is reported where an example uses the declarations.
  private func findings(_ files: [SourceText]) -> [Diagnostic] {
    check([ParsedFile(files[0], isGiven: false), ParsedFile(files[1])]).diagnostics
  }

  @Test("The shared declarations have no finding")
  func declarations() {
    let files = files("")
    #expect(rendered(findings(files), files) == "")
  }

  @Test("The wrong example has one finding, of the code", arguments: DiagnosticCode.allCases)
  func wrongExamples(_ code: DiagnosticCode) {
    guard let example = code.entry.example.files else { return }
    let files = files(example.wrong)
    let found = findings(files)
    #expect(found.map(\.code) == [code], "\(rendered(found, files))")
    #expect(found.map(\.file) == [1], "the finding stands in the example")
  }

  @Test("The right example has no finding, no warning either", arguments: DiagnosticCode.allCases)
  func rightExamples(_ code: DiagnosticCode) {
    guard let example = code.entry.example.files else { return }
    let files = files(example.right)
    #expect(rendered(findings(files), files) == "")
  }

  @Test("A repair of the wrong example takes the finding away", arguments: DiagnosticCode.allCases)
  func repairs(_ code: DiagnosticCode) {
    guard let example = code.entry.example.files else { return }
    let files = files(example.wrong)
    for fix in findings(files).compactMap(\.fix) {
      let repaired = applying(fix, to: files)
      let left = findings(repaired)
      #expect(!left.contains { $0.code == code }, "\(fix.title)\n\(rendered(left, repaired))")
    }
  }

  @Test(
    "Only files that are no text, or not there, are described",
    arguments: [
      DiagnosticCode.notText, .unreadableFile,
    ]
  )
  func described(_ code: DiagnosticCode) {
    #expect(code.entry.example.files == nil)
    let others = DiagnosticCode.allCases.filter { $0.entry.example.files == nil }
    #expect(others.contains(code) && others.count == 2)
  }

  @Test(
    "The piece that is wrong stands once in a short example",
    arguments: DiagnosticCode.allCases
  )
  func pieces(_ code: DiagnosticCode) throws {
    guard case .rules(let file, let wrong, let right) = code.entry.example else { return }
    #expect(file.ranges(of: wrong).count == 1 && wrong != right)
    let lines = file.split(separator: "\n")
    // A program with its points, and tracks beside each other, need more than one gate.
    let most = ["R0509", "R0510", "R0512", "R0513"].contains(code.rawValue) ? 28 : 13
    #expect(lines.count <= most && lines.allSatisfy { $0.count <= 96 })
    let rules = code.entry.example.files?.right ?? ""
    guard case .formatted(let bytes) = formatted(SourceText(name: "example.rules", text: rules))
    else { return }
    let layout = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    #expect(layout == rules.split(separator: "\n"), "it has the layout of rule files")
  }

  @Test("Entries are whole sentences", arguments: DiagnosticCode.allCases)
  func sentences(_ code: DiagnosticCode) {
    let entry = code.entry
    for text in [entry.what, entry.why, entry.repair] {
      #expect(text.hasSuffix("."), "\(text)")
      #expect(text.first?.isUppercase == true || text.hasPrefix("`"), "\(text)")
      #expect(text.count >= 40 && !text.contains("  "), "\(text)")
    }
    #expect(entry.title.first?.isLowercase == true && !entry.title.hasSuffix("."))
    #expect(entry.title.count <= 60)
  }

  @Test("Each entry has its own title, and each code a group")
  func titles() {
    let titles = DiagnosticCode.allCases.map(\.entry.title)
    #expect(Set(titles).count == titles.count)
    #expect(DiagnosticGroup.allCases.flatMap(\.codes) == DiagnosticCode.allCases)
  }

  @Test("Each code is produced by some fixture, or is about files that hold no text")
  func everyCodeIsProduced() throws {
    var produced = try Set(
      MistakeTests.names.flatMap { name in
        check(try MistakeTests.files(name)).diagnostics.map(\.code)
      }
    )
    for name in Fixtures.names(in: "syntax/bad", withExtension: "rules") {
      let bytes = try Fixtures.bytes("syntax/bad/\(name).rules")
      produced.formUnion(Parsed(bytes: bytes).diagnostics.map(\.code))
    }
    produced.formUnion(Parsed(bytes: [0]).diagnostics.map(\.code))
    let tooLarge = SourceText(name: "large.rules", bytes: [0x20], mostBytes: 0)
    produced.formUnion(check([tooLarge]).diagnostics.map(\.code))
    #expect(DiagnosticCode.allCases.filter { !produced.contains($0) } == [])
  }
}

/// The files after the edits of a fix.
func applying(_ fix: Fix, to files: [SourceText]) -> [SourceText] {
  files.enumerated().map { number, file in
    var bytes = file.bytes
    for edit in fix.edits.filter({ $0.file == number }).sorted(by: { $0.span.start > $1.span.start }
    ) {
      bytes.replaceSubrange(Int(edit.span.start)..<Int(edit.span.end), with: edit.replacement.utf8)
    }
    return SourceText(name: file.name, bytes: bytes)
  }
}
