import RuleSemantics
import RuleSyntax

/// Rule files after loading and checking, as every command begins.
struct CheckedRules {
  let files: [SourceText]
  let rules: CheckedRuleSet

  /// In order, each once.
  let diagnostics: [Diagnostic]

  /// Loads and checks; files whose names are keys of `texts` have these bytes.
  init(_ paths: [String], replacing texts: [String: [UInt8]] = [:]) throws(CommandError) {
    let loaded = try RuleFileLoader.load(paths, replacing: texts)
    files = loaded.files.map(\.source)
    let checked = loaded.findings(in: loaded.files)
    rules = checked.rules
    diagnostics = (loaded.diagnostics + checked.diagnostics).inOrder()
  }

  /// Writes the diagnostics to standard error.
  func showDiagnostics(_ colour: ColourChoice) {
    let renderer = DiagnosticRenderer(
      files: files,
      colour: Terminal.hasColour(colour, on: .error)
    )
    guard !diagnostics.isEmpty else { return }
    Terminal.writeError(renderer.text(diagnostics))
  }

  /// `2 files checked, 1 error, 3 warnings; 2 can be repaired with --fix`.
  ///
  /// What a repair did not make is not offered again.
  func summary(after repair: RepairRequest?) -> String {
    let safe = repair == nil ? diagnostics.count { $0.fix?.safety == .safe } : 0
    let isOffered = !(repair?.allowsUnsafe ?? false)
    let unsafe = isOffered ? diagnostics.count { $0.fix?.safety == .unsafe } : 0
    let offers = [
      safe > 0 ? "\(safe) can be repaired with --fix" : nil,
      unsafe > 0 ? "\(unsafe) \(safe > 0 ? "more" : "can be repaired") with --fix --unsafe" : nil,
    ].compactMap(\.self)
    return counts + (offers.isEmpty ? "" : "; ") + offers.joined(separator: ", ")
  }

  private var counts: String {
    let errors = diagnostics.count { $0.severity == .error }
    let counts = [(errors, "error"), (diagnostics.count - errors, "warning")]
      .filter { $0.0 > 0 }
      .map { counted($0.0, $0.1) }
    let findings = counts.isEmpty ? "no findings" : counts.joined(separator: ", ")
    return "\(counted(files.count, "file")) checked, \(findings)"
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}

extension LoadedRules {
  /// The rules of the files, after repairs of them perhaps, and what is wrong in these.
  ///
  /// What a missing file would have declared is not reported.
  func findings(in files: [ParsedFile]) -> (rules: CheckedRuleSet, diagnostics: [Diagnostic]) {
    let checked = check(files)
    let follows: Set<DiagnosticCode> =
      diagnostics.isEmpty
      ? [] : [.unknownName, .undeclaredMember, .unknownSource, .missingDeclaration]
    return (checked.rules, checked.diagnostics.filter { !follows.contains($0.code) })
  }
}
