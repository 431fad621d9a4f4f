import Reports
import RuleSyntax

/// What `rulec check --explain` is asked for.
enum CodeExplanationTopic {
  case index
  case declarations
  case code(DiagnosticCode)

  /// Codes in any case, with brackets or without, as findings show them.
  init(_ text: String?) throws(CommandError) {
    guard let text, text.lowercased() != "all" else {
      self = .index
      return
    }
    guard text.lowercased() != "declarations" else {
      self = .declarations
      return
    }
    // `error[R0104]:` may be pasted as it stands.
    let words = text.uppercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard let code = words.lazy.compactMap(DiagnosticCode.init(rawValue:)).first else {
      throw .unknownCode(words.last ?? text)
    }
    self = .code(code)
  }
}

/// `rulec check --explain`: what findings mean; no rule files are read.
func runCodeExplanation(_ topic: CodeExplanationTopic, as format: CheckFormat) throws(CommandError)
  -> ExitCode
{
  let columns = Terminal.columns(on: .output) ?? 80
  switch (topic, format) {
  case (.declarations, .text): try Terminal.write(Array(ExampleDeclarations.text.utf8))
  case (.index, .text): try Terminal.write(Array(explanationIndex(columns: columns).utf8))
  case (.code(let code), .text):
    try Terminal.write(Array(explanation(of: code, columns: columns).utf8))
  case (.declarations, .json), (.index, .json):
    try Terminal.write(explanationJSON(of: DiagnosticCode.allCases))
  case (.code(let code), .json): try Terminal.write(explanationJSON(of: [code]))
  case (_, .line), (_, .sarif), (_, .github): throw .explanationFormat
  }
  return .success
}

/// What stands below findings: how to learn more about the first one.
func explanationHint(for diagnostics: [Diagnostic]) -> String? {
  diagnostics.first.map { finding in
    let code = finding.code.rawValue
    return "What \(code) means, with an example: `rulec check --explain \(code)`"
  }
}
