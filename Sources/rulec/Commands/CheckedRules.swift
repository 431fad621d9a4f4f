import Reports
import RuleSemantics
import RuleSyntax

/// Rule files after loading and checking, as every command begins.
struct CheckedRules {
  let files: [SourceText]
  let rules: CheckedRuleSet

  /// Whether each file was asked for; others are only used, and not everything is looked for in them.
  let isGiven: [Bool]

  /// In order, each once; without ``hidden`` ones.
  private(set) var diagnostics: [Diagnostic]

  /// What comments allow, and what a baseline knows.
  private(set) var hidden: [HiddenFinding]

  /// Loads and checks; files whose names are keys of `texts` have these bytes.
  init(_ paths: [String], replacing texts: [String: [UInt8]] = [:]) throws(CommandError) {
    let loaded = try RuleFileLoader.load(paths, replacing: texts)
    files = loaded.files.map(\.source)
    isGiven = loaded.files.map(\.isGiven)
    let checked = loaded.findings(in: loaded.files)
    rules = checked.rules
    hidden = checked.hidden
    diagnostics = (loaded.diagnostics + checked.diagnostics).inOrder()
  }

  /// Everything that was found.
  var findings: CheckFindings { CheckFindings(files: files, shown: diagnostics, hidden: hidden) }

  /// Hides findings that are known.
  mutating func hide(_ known: [Diagnostic]) {
    let hiding = Set(known)
    diagnostics.removeAll { hiding.contains($0) }
    hidden += known.map { HiddenFinding($0, .known) }
  }

  /// Writes the diagnostics to standard error.
  func showDiagnostics(_ colour: ColourChoice) {
    let renderer = DiagnosticRenderer(
      files: files,
      colour: Terminal.hasColour(colour, on: .error),
      columns: Terminal.columns(on: .error) ?? Terminal.usualColumns
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
    return self.summary + (offers.isEmpty ? "" : "; ") + offers.joined(separator: ", ")
  }

  /// `2 files checked, 1 error, 3 warnings, 1 allowed, 2 known`.
  var summary: String {
    let errors = diagnostics.count { $0.severity == .error }
    let counts = [(errors, "error"), (diagnostics.count - errors, "warning")]
      .filter { $0.0 > 0 }
      .map { Self.counted($0.0, $0.1) }
    let known = hidden.count { $0.cause == .known }
    let aside = [(hidden.count - known, "allowed"), (known, "known")].filter { $0.0 > 0 }
      .map { ", \($0.0) \($0.1)" }
    let findings = counts.isEmpty ? "no findings" : counts.joined(separator: ", ")
    return "\(Self.counted(files.count, "file")) checked, \(findings)\(aside.joined())"
  }

  /// `1 file`, `2 files`.
  static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}

extension LoadedRules {
  /// The rules of the files, after repairs of them perhaps, and what is wrong in these.
  ///
  /// What a missing file would have declared is not reported.
  func findings(
    in files: [ParsedFile]
  ) -> (rules: CheckedRuleSet, diagnostics: [Diagnostic], hidden: [HiddenFinding]) {
    let checked = check(files)
    let follows: Set<DiagnosticCode> =
      diagnostics.isEmpty
      ? [] : [.unknownName, .undeclaredMember, .unknownSource, .missingDeclaration, .uselessAllow]
    return (
      checked.rules, checked.diagnostics.filter { !follows.contains($0.code) },
      checked.allowed.map { HiddenFinding($0.diagnostic, .allowed(reason: $0.reason)) }
    )
  }
}
