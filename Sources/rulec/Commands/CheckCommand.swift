import Reports
import RuleSyntax

/// `rulec check`: what is wrong in rule files.
struct CheckRequest {
  let paths: [String]
  let format: CheckFormat
  let isStrict: Bool

  /// The file of findings that are known; nil where none is.
  let baseline: BaselineFile?

  /// The file to write all findings to, which then are known; nil where none is written.
  let newBaseline: BaselineFile?
  let colour: ColourChoice

  /// Nil when nothing is to be repaired.
  let repair: RepairRequest?

  init(_ arguments: ParsedArguments) throws(CommandError) {
    paths = arguments.positional
    format = arguments.choice(.checkFormat) ?? .text
    isStrict = arguments.has(.strict)
    baseline = arguments.value(.baseline).map(BaselineFile.init)
    newBaseline = arguments.value(.writeBaseline).map(BaselineFile.init)
    colour = arguments.choice(.colour) ?? .auto
    repair = try RepairRequest(arguments, format: format)
    if baseline != nil, newBaseline != nil { throw .baselineReadAndWritten }
    if baseline?.path == "-" || newBaseline?.path == "-" { throw .baselineInPipe }
  }
}

func runCheck(_ request: CheckRequest) throws(CommandError) -> ExitCode {
  try Output.verify(path: request.newBaseline?.path)
  var checked: CheckedRules
  if let repair = request.repair {
    checked = try repair.run(request.paths)
  } else {
    checked = try CheckedRules(request.paths)
  }
  try Output.verify(path: request.newBaseline?.path, notAmong: checked.files.map(\.name))
  let note = try request.hideKnown(in: &checked)
  if !(request.repair?.showsDiff ?? false) { try request.show(checked) }
  if let note { Terminal.writeError(note) }
  let isClean = request.isStrict ? checked.diagnostics.isEmpty : !checked.diagnostics.hasErrors
  return isClean ? .success : .ruleErrors
}

extension CheckRequest {
  /// Hides what the baseline knows, and writes it where that is asked for.
  ///
  /// - Returns: what is to be told of it beside the findings.
  fileprivate func hideKnown(in checked: inout CheckedRules) throws(CommandError) -> String? {
    if let file = newBaseline {
      let names = file.names(of: checked.files)
      // Behind an error others are not found, so errors are never known.
      let known = checked.diagnostics.filter { $0.severity == .warning }
      let baseline = Baseline(known, files: checked.files, names: names)
      try file.write(baseline)
      checked.hide(known)
      return "\(CheckedRules.counted(baseline.count, "finding")) written to `\(file.path)`"
    }
    guard let file = baseline else { return nil }
    let names = file.names(of: checked.files)
    let hadErrors = checked.diagnostics.hasErrors
    let split = try file.read().split(checked.diagnostics, files: checked.files, names: names)
    checked.hide(split.known.filter { $0.severity == .warning })
    let given = zip(names, checked.isGiven).filter { $0.1 }.map { $0.0 }
    return file.note(on: split.gone, ofFiles: given, hasErrors: hadErrors)
  }

  /// Writes findings for people to standard error, and those for programs to standard output.
  fileprivate func show(_ checked: CheckedRules) throws(CommandError) {
    switch format {
    case .json:
      try Terminal.write(diagnosticsJSON(checked.diagnostics, files: checked.files))
    case .sarif:
      try Terminal.write(checkSARIF(checked.findings, version: Rulec.version))
    case .github:
      try Terminal.write(checkGitHub(checked.diagnostics, files: checked.files))
      Terminal.writeError(checked.summary)
    case .line:
      try Terminal.write(checkLines(checked.diagnostics, files: checked.files))
      Terminal.writeError(checked.summary)
    case .text:
      checked.showDiagnostics(colour)
      let summary = checked.summary(after: repair)
      let writesFile = repair != nil && paths.contains("-")
      if checked.diagnostics.isEmpty, !writesFile {
        try Terminal.writeLine(summary)
      } else {
        Terminal.writeError(summary)
        explanationHint(for: checked.diagnostics).map { Terminal.writeError($0) }
      }
    }
  }
}
