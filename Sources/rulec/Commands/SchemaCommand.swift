import Reports

/// Outputs that have a JSON schema.
private enum SchemaTopic: String, CaseIterable {
  case eval
}

/// `rulec schema`: the JSON schema of an output.
func runSchema(_ arguments: ParsedArguments) throws(CommandError) -> ExitCode {
  guard let name = arguments.positional.first else {
    throw .missingArgument("eval", command: .schema)
  }
  try arguments.allowAtMost(1)
  guard let topic = SchemaTopic(rawValue: name) else {
    throw .unknownTopic(name, known: SchemaTopic.allCases.map(\.rawValue))
  }
  switch topic {
  case .eval: try Terminal.writeLine(evalSchema)
  }
  return .success
}
