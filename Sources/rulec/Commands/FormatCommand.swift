import RuleSyntax

/// `rulec fmt`: the layout of rule files.
struct FormatRequest {
  let paths: [String]

  /// Whether files stay as they are, and it is a failure when one would change.
  let isCheck: Bool

  /// Whether files stay as they are, and what would change is shown.
  let showsDiff: Bool
  let colour: ColourChoice

  init(_ arguments: ParsedArguments) {
    paths = arguments.positional
    isCheck = arguments.has(.formatCheck)
    showsDiff = arguments.has(.diff)
    colour = arguments.choice(.colour) ?? .auto
  }
}

func runFormat(_ request: FormatRequest) throws(CommandError) -> ExitCode {
  let files = try RuleFileLoader.loadGiven(request.paths)
  var diagnostics: [Diagnostic] = []
  var hasChanges = false
  for (number, source) in files.enumerated() {
    switch formatted(source) {
    case .broken:
      diagnostics += ParsedFile(source).diagnostics(asFile: number)
    case .formatted(let bytes):
      let isChanged = bytes != source.bytes
      hasChanges = hasChanges || isChanged
      try request.finish(source, bytes, isChanged: isChanged)
    }
  }
  if !diagnostics.isEmpty {
    let colour = Terminal.hasColour(request.colour, on: .error)
    let columns = Terminal.columns(on: .error) ?? Terminal.usualColumns
    let renderer = DiagnosticRenderer(files: files, colour: colour, columns: columns)
    Terminal.writeError(renderer.text(diagnostics.inOrder()))
  }
  return diagnostics.isEmpty && !(request.isCheck && hasChanges) ? .success : .ruleErrors
}

extension FormatRequest {
  /// Shows the file in its layout, or writes it to its place.
  fileprivate func finish(
    _ source: SourceText,
    _ bytes: [UInt8],
    isChanged: Bool
  ) throws(CommandError) {
    if isChanged, showsDiff {
      try Terminal.write(UnifiedDiff(from: source.bytes, to: bytes).text(of: source.name))
    }
    if isCheck || showsDiff {
      if isChanged, isCheck, !showsDiff { try Terminal.writeLine(source.name) }
    } else if source.name == standardInputName {
      try Terminal.write(bytes)
    } else if isChanged {
      var output = try Output(path: source.name)
      try output.write(bytes)
      try output.finish()
      try Terminal.writeLine(source.name)
    }
  }
}
