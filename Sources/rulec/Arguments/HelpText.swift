/// The help pages, put together from the descriptions of commands and options.
enum HelpText {
  /// What `rulec --help` shows.
  static var overview: String {
    let width = Command.listed.map(\.rawValue.count).max() ?? 0
    let commands = Command.listed.map { command in
      "  \(padded(command.rawValue, to: width))  \(command.summary)"
    }
    return """
      rulec reads the criteria of a partner program from rule files and evaluates a partner's
      customers by them, with a reason for every verdict.

      Usage: rulec COMMAND [ARGUMENTS]

      Commands:
      \(commands.joined(separator: "\n"))

      `rulec COMMAND --help` describes a command; `rulec --version` shows the version.

      Example:
        rulec eval --facts Downloads --as-of 2025-10 --output results.csv
      """
  }

  /// What `rulec COMMAND --help` shows.
  static func page(of command: Command) -> String {
    var parts = ["Usage: rulec \(command.rawValue)\(command.usage)", command.description]
    if !command.arguments.isEmpty {
      parts.append(section("Arguments", command.arguments))
    }
    parts.append(section("Options", command.options.map { ($0.heading, $0.summary) }))
    if !command.examples.isEmpty {
      parts.append("Examples:\n" + command.examples.map { "  \($0)" }.joined(separator: "\n"))
    }
    parts.append(section("Exit codes", command.exitCodes.map { ("\($0.0.rawValue)", [$0.1]) }))
    return parts.joined(separator: "\n\n")
  }

  private static func section(_ title: String, _ rows: [(String, [String])]) -> String {
    let width = rows.map(\.0.count).max() ?? 0
    let lines = rows.flatMap { heading, texts in
      texts.enumerated().map { place, text in
        "  \(padded(place == 0 ? heading : "", to: width))  \(text)"
      }
    }
    return "\(title):\n" + lines.joined(separator: "\n")
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}

extension CommandOption {
  /// `--as-of YYYY-MM`.
  fileprivate var heading: String {
    let short = otherNames.filter { !$0.hasPrefix("--") }
    return (short + [name]).joined(separator: ", ") + (valueName.isEmpty ? "" : " " + valueName)
  }
}
