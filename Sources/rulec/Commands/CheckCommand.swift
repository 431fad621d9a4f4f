import Reports
import RuleSyntax

/// `rulec check`: what is wrong in rule files.
struct CheckRequest {
  let paths: [String]
  let format: CheckFormat
  let isStrict: Bool
  let colour: ColourChoice

  init(_ arguments: ParsedArguments) {
    paths = arguments.positional
    format = arguments.choice(.checkFormat) ?? .text
    isStrict = arguments.has(.strict)
    colour = arguments.choice(.colour) ?? .auto
  }
}

func runCheck(_ request: CheckRequest) throws(CommandError) -> ExitCode {
  let checked = try CheckedRules(request.paths)
  let isClean = request.isStrict ? checked.diagnostics.isEmpty : !checked.diagnostics.hasErrors
  switch request.format {
  case .json:
    try Terminal.write(diagnosticsJSON(checked.diagnostics, files: checked.files))
  case .text:
    checked.showDiagnostics(request.colour)
    if checked.diagnostics.isEmpty {
      try Terminal.writeLine(checked.summary)
    } else {
      Terminal.writeError(checked.summary)
      explanationHint(for: checked.diagnostics).map { Terminal.writeError($0) }
    }
  }
  return isClean ? .success : .ruleErrors
}
