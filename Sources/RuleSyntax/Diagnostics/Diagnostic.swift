/// One thing to tell the author of a rule file.
package struct Diagnostic: Hashable, Sendable {
  /// How grave a finding is: rules with an error are not evaluated.
  package enum Severity: String, Hashable, Sendable {
    case error, warning
  }

  /// What kind of finding it is.
  package let code: DiagnosticCode

  /// What is wrong: lower case first letter, no final period, the author's text in backticks.
  package let message: String

  /// What to do, where possible with text that can be pasted.
  package let help: String?

  /// The index of the file among those that were read together.
  package let file: Int

  /// The place where the author would edit.
  package let span: SourceSpan

  /// Other places that matter, each with its role.
  package let related: [RelatedPlace]

  /// How it can be repaired; nil where only the author knows.
  package let fix: Fix?

  /// As its code has it.
  package var severity: Severity { code.severity }

  package init(
    _ code: DiagnosticCode,
    _ message: String,
    help: String? = nil,
    file: Int,
    at span: SourceSpan,
    related: [RelatedPlace] = [],
    fix: Fix? = nil
  ) {
    self.code = code
    self.message = message
    self.help = help
    self.file = file
    self.span = span
    self.related = related
    self.fix = fix
  }

  /// The same finding with another repair.
  package func with(_ fix: Fix?) -> Diagnostic {
    Diagnostic(code, message, help: help, file: file, at: span, related: related, fix: fix)
  }

  /// The same finding where all its places are in another file.
  package func moved(toFile number: Int) -> Diagnostic {
    Diagnostic(
      code,
      message,
      help: help,
      file: number,
      at: span,
      related: related.map { RelatedPlace($0.label, file: number, at: $0.span) },
      fix: fix.map { fix in
        Fix(
          fix.title,
          fix.safety,
          fix.edits.map { TextEdit(file: number, $0.span, $0.replacement) }
        )
      }
    )
  }
}

/// A second place of a diagnostic, such as "first declared here".
package struct RelatedPlace: Hashable, Sendable {
  /// Its role, such as "first declared here".
  package let label: String

  /// The index of the file, as in ``Diagnostic/file``.
  package let file: Int

  /// Where it stands.
  package let span: SourceSpan

  package init(_ label: String, file: Int, at span: SourceSpan) {
    self.label = label
    self.file = file
    self.span = span
  }
}

extension [Diagnostic] {
  /// By file, place and code, each finding once.
  package func inOrder() -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return filter { seen.insert($0).inserted }.sorted {
      ($0.file, $0.span.start, $0.code.rawValue, $0.message)
        < ($1.file, $1.span.start, $1.code.rawValue, $1.message)
    }
  }

  /// Whether any of them is an error.
  package var hasErrors: Bool { contains { $0.severity == .error } }
}
