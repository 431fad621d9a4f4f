import Reports
import RuleSyntax

/// `rulec check`: what is wrong in rule files.
struct CheckRequest {
  let paths: [String]
  let format: CheckFormat
  let isStrict: Bool
  let colour: ColourChoice

  /// Nil when nothing is to be repaired.
  let repair: RepairRequest?

  init(_ arguments: ParsedArguments) throws(CommandError) {
    paths = arguments.positional
    format = arguments.choice(.checkFormat) ?? .text
    isStrict = arguments.has(.strict)
    colour = arguments.choice(.colour) ?? .auto
    repair = try RepairRequest(arguments, format: format)
  }
}

func runCheck(_ request: CheckRequest) throws(CommandError) -> ExitCode {
  let checked: CheckedRules
  if let repair = request.repair {
    checked = try repair.run(request.paths)
  } else {
    checked = try CheckedRules(request.paths)
  }
  let isClean = request.isStrict ? checked.diagnostics.isEmpty : !checked.diagnostics.hasErrors
  switch request.format {
  case .json:
    try Terminal.write(diagnosticsJSON(checked.diagnostics, files: checked.files))
  case .text where request.repair?.showsDiff ?? false:
    break
  case .text:
    checked.showDiagnostics(request.colour)
    let summary = checked.summary(after: request.repair)
    let writesFile = request.repair != nil && request.paths.contains("-")
    if checked.diagnostics.isEmpty, !writesFile {
      try Terminal.writeLine(summary)
    } else {
      Terminal.writeError(summary)
      explanationHint(for: checked.diagnostics).map { Terminal.writeError($0) }
    }
  }
  return isClean ? .success : .ruleErrors
}
