/// The arguments of one command, sorted into options and the rest.
struct ParsedArguments {
  let command: Command

  /// What is no option: paths, topics.
  private(set) var positional: [String] = []

  private var values: [String: [String]] = [:]

  /// Reads `--name value`, `--name=value`, and all values up to the next option where several may be.
  ///
  /// After `--` everything is positional.
  init(_ arguments: [String], for command: Command) throws(CommandError) {
    self.command = command
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        positional += rest
        break
      }
      guard argument.hasPrefix("-"), argument != "-" else {
        positional.append(argument)
        continue
      }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let option = try findOption(String(parts[0]))
      let attached = parts.count > 1 ? String(parts[1]) : nil
      try take(option, attached: attached, from: &rest)
    }
  }

  func has(_ option: CommandOption) -> Bool { values[option.name] != nil }

  /// The value of an option that takes one.
  func value(_ option: CommandOption) -> String? { values[option.name]?.last }

  /// The values of an option that takes several, in order; empty when it is absent.
  func values(_ option: CommandOption) -> [String] { values[option.name] ?? [] }

  private func findOption(_ name: String) throws(CommandError) -> CommandOption {
    if let option = command.options.first(where: { $0.allNames.contains(name) }) { return option }
    throw .unknownOption(name, command: command, known: command.options.map(\.name))
  }

  private mutating func take(
    _ option: CommandOption,
    attached: String?,
    from rest: inout ArraySlice<String>
  ) throws(CommandError) {
    switch option.arity {
    case .flag:
      guard attached == nil else { throw .unexpectedValue(option: option.name, command: command) }
      values[option.name] = []
    case .one:
      guard values[option.name] == nil else {
        throw .repeatedOption(option.name, command: command)
      }
      let next = attached ?? (rest.first.map(isOption) == false ? rest.popFirst() : nil)
      try add(next.map { [$0] } ?? [], to: option)
    case .oneAtMost:
      guard values[option.name] == nil else {
        throw .repeatedOption(option.name, command: command)
      }
      let next = attached ?? (rest.first.map(isOption) == false ? rest.popFirst() : nil)
      values[option.name] = next.map { [$0] } ?? []
    case .many(let splitsCommas):
      var found = attached.map { [$0] } ?? []
      while attached == nil, let next = rest.first, !isOption(next) {
        found.append(next)
        rest.removeFirst()
      }
      try add(splitsCommas ? found.flatMap(listItems) : found, to: option)
    }
  }

  private mutating func add(_ found: [String], to option: CommandOption) throws(CommandError) {
    guard !found.isEmpty, !found.contains("") else {
      throw .missingValue(option: option.name, valueName: option.valueName, command: command)
    }
    if let choices = option.choices, let wrong = found.first(where: { !choices.contains($0) }) {
      throw .invalidChoice(wrong, option: option.name, choices)
    }
    values[option.name, default: []] += found
  }

  private func isOption(_ argument: String) -> Bool {
    argument.hasPrefix("-") && argument != "-"
  }

  private func listItems(_ text: String) -> [String] {
    text.split(separator: ",").map(String.init)
  }
}
