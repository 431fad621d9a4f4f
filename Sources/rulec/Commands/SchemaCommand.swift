import Reports

/// Outputs that have a JSON schema.
private enum SchemaTopic: String, CaseIterable {
  case check, list, eval, score
}

/// `rulec schema`: the JSON schema of an output.
func runSchema(_ arguments: ParsedArguments) throws(CommandError) -> ExitCode {
  guard let name = arguments.positional.first else {
    throw .missingArgument("OUTPUT", command: .schema)
  }
  try arguments.allowAtMost(1)
  guard let topic = SchemaTopic(rawValue: name) else {
    throw .unknownTopic(name, known: SchemaTopic.allCases.map(\.rawValue))
  }
  switch topic {
  case .check: try Terminal.writeLine(checkSchema)
  case .list: try Terminal.writeLine(listSchema)
  case .eval: try Terminal.writeLine(evalSchema)
  case .score: try Terminal.writeLine(scoreSchema)
  }
  return .success
}
