import RuleSemantics
import RuleSyntax
import TestSupport
import Testing

/// A fixture with one mistake, of the notation or of what it means, with what is reported.
struct BadFixture: Sendable, CustomTestStringConvertible {
  let name: String

  /// The fixture, and the declarations that it uses as others do.
  let files: [SourceText]
  let diagnostics: [Diagnostic]

  /// Whether its mistake is one of notation: then only its notation is looked at.
  let isNotation: Bool

  var testDescription: String { name }

  /// What is reported for other files in its place.
  func findings(in files: [SourceText]) -> [Diagnostic] {
    guard !isNotation else { return files.flatMap { Parsed(bytes: $0.bytes).diagnostics } }
    let own = Set(["facts.rules", "people.rules"])
    return check(files.map { ParsedFile($0, isGiven: !own.contains($0.name)) }).diagnostics
  }

  static let notation = Fixtures.names(in: "syntax/bad", withExtension: "rules").compactMap {
    name -> BadFixture? in
    guard let bytes = try? Fixtures.bytes("syntax/bad/\(name).rules") else { return nil }
    let parsed = Parsed(bytes: bytes, name: name + ".rules")
    return BadFixture(
      name: "syntax/" + name,
      files: [parsed.source],
      diagnostics: parsed.diagnostics,
      isNotation: true
    )
  }

  static let meaning = MistakeTests.names.compactMap { name -> BadFixture? in
    guard let files = try? MistakeTests.files(name) else { return nil }
    return BadFixture(
      name: "semantics/" + name,
      files: files.map(\.source),
      diagnostics: check(files).diagnostics,
      isNotation: false
    )
  }

  static let all = notation + meaning
}

extension BadFixture {
  /// The text of a place.
  func text(_ span: SourceSpan, in file: Int) -> String { files[file].text(span) }

  /// The files with another text at some places of them.
  func replacing(_ places: [(file: Int, span: SourceSpan)], with text: String) -> [SourceText] {
    applying(Fix("", .unsafe, places.map { TextEdit(file: $0.file, $0.span, text) }), to: files)
  }
}

extension String {
  /// What stands between backticks.
  var quoted: [String] {
    split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
  }

  /// What stands outside of backticks.
  var unquoted: String {
    split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset.isMultiple(of: 2) }.map { String($0.element) }.joined(separator: "`")
  }
}
