// What libFuzzer runs: any bytes as a rule file. `.ci/fuzz` builds it, once for each part.

import Facts
import RuleSemantics
import RuleSyntax

#if CHECKER
  /// The declarations that the seeds in Tests/Fixtures/semantics build on.
  private let shared = Shared.texts.map { ParsedFile(SourceText(name: "shared", text: $0)) }
#endif

/// One input of libFuzzer: a rule file of these bytes.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let source = SourceText(
    name: "fuzz.rules",
    bytes: Array(UnsafeBufferPointer(start: start, count: count))
  )
  #if LEXER
    fuzzLexer(source)
  #elseif PARSER
    fuzzParser(source)
  #elseif CHECKER
    fuzzChecker(source)
  #elseif FORMATTER
    fuzzFormatter(source)
  #endif
  return 0
}

/// Tokens and comments stand one after the other, and end where the file does.
private func fuzzLexer(_ source: SourceText) {
  var diagnostics: [Diagnostic] = []
  let file = tokenize(source, file: 0, reporting: &diagnostics)
  var end: UInt32 = 0
  for token in file.tokens {
    precondition(token.span.start >= end, "tokens overlap")
    end = token.span.end
  }
  precondition(file.tokens.last?.kind == .end && Int(end) == source.bytes.count)
  verify(diagnostics, source)
}

/// Every finding can be shown.
private func fuzzParser(_ source: SourceText) {
  verify(ParsedFile(source).diagnostics(asFile: 0), source)
}

/// Every finding can be shown, and rules without an error can be planned in every month.
private func fuzzChecker(_ source: SourceText) {
  #if CHECKER
    let parsed = ParsedFile(source)
    let (rules, diagnostics, _) = check([parsed] + shared)
    verify(diagnostics.filter { $0.file == 0 }, source)
    guard !diagnostics.hasErrors else { return }
    for month in rules.changeMonths.prefix(20) { _ = plan(rules, asOf: month) }
  #endif
}

/// The layout of a layout is the same, and has the same words.
private func fuzzFormatter(_ source: SourceText) {
  guard case .formatted(let bytes) = formatted(source) else { return }
  let again = SourceText(name: "again.rules", bytes: bytes)
  guard case .formatted(let twice) = formatted(again) else {
    fatalError("what was laid out cannot be read")
  }
  precondition(twice == bytes, "the layout changes again")
  precondition(words(source) == words(again), "the layout changes words")
}

private func words(_ source: SourceText) -> [String] {
  var diagnostics: [Diagnostic] = []
  return tokenize(source, file: 0, reporting: &diagnostics).tokens.map { source.text($0.span) }
}

private func verify(_ diagnostics: [Diagnostic], _ source: SourceText) {
  for diagnostic in diagnostics {
    precondition(Int(diagnostic.span.end) <= source.bytes.count, "a finding beyond the end")
    precondition(!diagnostic.message.isEmpty && diagnostic.help != nil)
  }
  let text = DiagnosticRenderer(files: [source], colour: false).text(diagnostics)
  precondition(diagnostics.isEmpty == text.isEmpty)
}
