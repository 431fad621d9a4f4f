import RuleSemantics
import RuleSyntax

/// Rule files after loading and checking, as every command begins.
struct CheckedRules {
  let files: [SourceText]
  let rules: CheckedRuleSet

  /// In order, each once.
  let diagnostics: [Diagnostic]

  /// Warnings that comments hide.
  let allowed: [AllowedFinding]

  init(_ paths: [String]) throws(CommandError) {
    let loaded = try RuleFileLoader.load(paths)
    files = loaded.files.map(\.source)
    let checked = check(loaded.files)
    rules = checked.rules
    allowed = checked.allowed
    // What a missing file would have declared is not reported again.
    let follows: Set<DiagnosticCode> =
      loaded.diagnostics.isEmpty
      ? [] : [.unknownName, .undeclaredMember, .unknownSource, .missingDeclaration, .uselessAllow]
    diagnostics =
      (loaded.diagnostics + checked.diagnostics.filter { !follows.contains($0.code) }).inOrder()
  }

  /// Writes the diagnostics to standard error.
  func showDiagnostics(_ colour: ColourChoice) {
    let renderer = DiagnosticRenderer(
      files: files,
      colour: Terminal.hasColour(colour, on: .error),
      columns: Terminal.columns ?? 100
    )
    guard !diagnostics.isEmpty else { return }
    Terminal.writeError(renderer.text(diagnostics))
  }

  /// `2 files checked, 1 error, 3 warnings, 1 allowed`.
  var summary: String {
    let errors = diagnostics.count { $0.severity == .error }
    let counts = [(errors, "error"), (diagnostics.count - errors, "warning")]
      .filter { $0.0 > 0 }
      .map { counted($0.0, $0.1) }
    let findings = counts.isEmpty ? "no findings" : counts.joined(separator: ", ")
    let hidden = allowed.isEmpty ? "" : ", \(allowed.count) allowed"
    return "\(counted(files.count, "file")) checked, \(findings)\(hidden)"
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
