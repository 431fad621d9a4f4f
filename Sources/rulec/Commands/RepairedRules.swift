import RuleSyntax

/// `rulec check --fix`: rule files are repaired before what is left in them is shown.
struct RepairRequest {
  /// Whether guesses and changes of what the rules say are made too.
  let allowsUnsafe: Bool

  /// Whether files stay as they are, and what would change is shown.
  let showsDiff: Bool

  /// Nil when nothing is to be repaired.
  init?(_ arguments: ParsedArguments, format: CheckFormat) throws(CommandError) {
    allowsUnsafe = arguments.has(.allowUnsafe)
    showsDiff = arguments.has(.diff)
    guard arguments.has(.fix) else {
      for option in [CommandOption.allowUnsafe, .diff] where arguments.has(option) {
        throw .neededOption("--fix", by: option.name, command: arguments.command)
      }
      return nil
    }
    let writesText = showsDiff || arguments.positional.contains("-")
    if writesText, format != .text { throw .formatOfRepairs }
  }

  /// Repairs the files of these paths and all that they use, and writes those that change; then
  /// checks them again.
  ///
  /// What is fixed of standard input, and what would change, goes to standard output.
  func run(_ paths: [String]) throws(CommandError) -> CheckedRules {
    let loaded = try RuleFileLoader.load(paths)
    let repairs = Repairs(of: loaded.files, allowsUnsafe: allowsUnsafe) { files in
      loaded.findings(in: files).diagnostics
    }
    var texts: [String: [UInt8]] = [:]
    for ((old, new), count) in zip(zip(loaded.files, repairs.files), repairs.repaired) {
      texts[old.source.name] = new.source.bytes
      try finish(old.source, new.source.bytes, count: count)
    }
    return try CheckedRules(paths, replacing: texts)
  }

  /// Shows a file with its repairs, or writes it to its place.
  private func finish(_ old: SourceText, _ bytes: [UInt8], count: Int) throws(CommandError) {
    let isChanged = old.bytes != bytes
    if showsDiff {
      if isChanged {
        try Terminal.write(UnifiedDiff(from: old.bytes, to: bytes).text(of: old.name))
      }
    } else if old.name == standardInputName {
      try Terminal.write(bytes)
    } else if isChanged {
      var output = try Output(path: old.name)
      try output.write(bytes)
      try output.finish()
    }
    guard isChanged else { return }
    let findings = "\(count) finding\(count == 1 ? "" : "s")"
    Terminal.writeError("\(old.name): \(findings) \(showsDiff ? "would be " : "")repaired")
  }
}
