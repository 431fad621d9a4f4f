/// `rulec help`: the list of commands, or the page of one.
func runHelp(_ arguments: ParsedArguments) throws(CommandError) -> ExitCode {
  try arguments.allowAtMost(1)
  guard let name = arguments.positional.first else {
    try Terminal.writeLine(HelpText.overview)
    return .success
  }
  guard let command = Command(rawValue: name) else { throw .unknownCommand(name) }
  try Terminal.writeLine(HelpText.page(of: command))
  return .success
}

extension ParsedArguments {
  /// Refuses more than `count` arguments that are no options.
  func allowAtMost(_ count: Int) throws(CommandError) {
    guard positional.count > count else { return }
    throw .unexpectedArgument(positional[count], command: command)
  }
}
