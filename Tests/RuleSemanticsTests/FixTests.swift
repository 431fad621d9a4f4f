import Facts
import RuleSemantics
import RuleSyntax
import TestSupport
import Testing

@Suite("Repairs of the mistakes that fixtures have")
struct FixTests {
  /// A fixture with one mistake, and the files that belong to it.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let name: String
    let files: [ParsedFile]

    /// Whether everything is checked, or the notation only.
    let isWhole: Bool

    var testDescription: String { name }

    func findings(in files: [ParsedFile]) -> [Diagnostic] {
      isWhole ? check(files).diagnostics : files[0].diagnostics(asFile: 0)
    }

    var found: [Diagnostic] { findings(in: files) }
  }

  static let mistakes: [Mistake] = {
    let syntax = Fixtures.names(in: "syntax/bad", withExtension: "rules").compactMap { name in
      let file = try? Fixtures.source("syntax/bad/\(name).rules", as: "\(name).rules")
      return file.map { Mistake(name: "syntax/\(name)", files: [ParsedFile($0)], isWhole: false) }
    }
    let meaning = MistakeTests.names.compactMap { name in
      let files = try? MistakeTests.files(name)
      return files.map { Mistake(name: "semantics/\(name)", files: $0, isWhole: true) }
    }
    return syntax + meaning
  }()

  /// The errors that are found after a repair, since the mistake had hidden them.
  static let foundAfter: [String: DiagnosticCode] = [
    "semantics/facts-split-unknown-kind": .wrongKindOfName,
    "semantics/leaf-never-in-force": .noVersionInForce,
    "semantics/never-in-force": .noVersionInForce,
    "semantics/unknown-choice": .noVersionInForce,
    "semantics/unknown-option": .noVersionInForce,
  ]

  /// The one kind declared is misspelt, and not the many places that name it: more errors would come.
  static let refused = ["semantics/facts-renamed-kind"]

  @Test("Each repair takes the finding away, brings no other one, and leaves a file in its layout")
  func repairs() throws {
    for mistake in Self.mistakes {
      let found = mistake.found
      guard let finding = found.first, finding.fix != nil else { continue }
      let repairs = Repairs(
        of: mistake.files,
        allowsUnsafe: true,
        check: mistake.findings
      )
      guard !Self.refused.contains(mistake.name) else {
        #expect(repairs.diagnostics == [finding], "\(mistake.name)")
        continue
      }
      // Errors hide warnings, and what only a deleted part used is not deleted unasked.
      let unused: Set<DiagnosticCode> = [.unusedDefinition, .unusedDeclaration, .unusedName]
      let left = repairs.diagnostics.filter {
        Self.foundAfter[mistake.name] != $0.code
          && ($0.severity == .error || finding.severity == .warning)
          && !(unused.contains($0.code) && unused.contains(finding.code))
      }
      let text = DiagnosticRenderer(files: repairs.files.map(\.source), colour: false).text(left)
      #expect(left.isEmpty, "\(mistake.name)\n\(text)")
      #expect(repairs.repaired.reduce(0, +) >= 1, "\(mistake.name)")
      for (file, original) in zip(repairs.files, mistake.files)
      where file.source.bytes != original.source.bytes {
        #expect(formatted(file.source) == .formatted(file.source.bytes), "\(mistake.name)")
      }
    }
  }

  /// Which findings have no repair, so that a reviewer can ask why.
  @Test("The repairs of all fixtures are those that were reviewed")
  func golden() throws {
    let lines = Self.mistakes.flatMap { mistake in
      mistake.found.map { finding in
        let repair = finding.fix.map { "\($0.safety.rawValue): \($0.title)" } ?? "none"
        return "\(mistake.name): \(finding.code.rawValue): \(repair)"
      }
    }
    #expect(try compareGolden(lines.joined(separator: "\n") + "\n", with: "fixes.txt") == .same)
  }

  /// Where rules can be evaluated although something is found in them.
  @Test("Safe repairs of warnings change no plan of any month")
  func plansStay() throws {
    var count = 0
    for mistake in Self.mistakes where mistake.isWhole {
      let before = mistake.files
      let found = mistake.findings(in: before)
      guard !found.hasErrors, found.contains(where: { $0.fix?.safety == .safe }) else { continue }
      let repairs = Repairs(of: before, allowsUnsafe: false, check: mistake.findings)
      #expect(repairs.diagnostics.isEmpty, "\(mistake.name)")
      #expect(Self.plans(of: before) == Self.plans(of: repairs.files), "\(mistake.name)")
      count += 1
    }
    #expect(count > 0)
  }

  private static func plans(of files: [ParsedFile]) -> [String] {
    let rules = check(files).rules
    return rules.changeMonths.map { month in
      PlanText(plan: plan(rules, asOf: month), catalogue: rules.catalogue).text
    }
  }

  @Test(
    "A statement on the last line is deleted, whatever the file ends with",
    arguments: ["unit seat", "unit seat\n", "unit seat\r", "unit seat\r\n", "# x\n\nunit seat"]
  )
  func lastLine(_ text: String) {
    let file = ParsedFile(SourceText(name: "a.rules", text: text))
    let repairs = Repairs(of: [file], allowsUnsafe: true) { check($0).diagnostics }
    #expect(repairs.diagnostics == [])
    #expect(repairs.files[0].source.bytes == Array((text.hasPrefix("#") ? "# x\n" : "").utf8))
  }

  @Test("Titles read like the help of findings")
  func titles() {
    for fix in Self.mistakes.flatMap(\.found).compactMap(\.fix) {
      #expect(fix.title.count <= 100, "\(fix.title)")
      #expect(fix.title.first?.isLowercase == true && !fix.title.hasSuffix("."), "\(fix.title)")
      #expect(!fix.edits.isEmpty, "\(fix.title)")
    }
  }
}
