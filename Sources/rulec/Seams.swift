import Evaluation
import RuleSemantics
import RuleSyntax

// Stand-ins for what other targets are about to provide. This file goes when they do.

/// `Reports`: the formats of results.
enum ReportFormat: String, CaseIterable {
  case text, json, ndjson, csv, summary
}

/// `Reports`: which rows a report is about.
struct ReportRequest {
  enum Status: String, Hashable {
    case met
    case notMet = "not-met"
  }

  let customers: [Int]?
  let areas: Set<String>?
  let statuses: Set<Status>?
}

/// `Reports`: writes results in a format, piece by piece.
func writeReport(
  _ format: ReportFormat,
  _ facts: EvaluatedFacts,
  _ request: ReportRequest,
  usesColour: Bool,
  into write: ([UInt8]) throws(CommandError) -> Void
) throws(CommandError) {
  try write(Array("\(facts.plan.asOf)\n".utf8))
}

/// `Reports`: the JSON schema of results.
func evalSchema() -> String { "{}" }

/// `Reports`: diagnostics as text for people.
struct DiagnosticRenderer {
  let files: [SourceText]
  let colour: Bool

  func text(_ diagnostic: Diagnostic) -> String {
    let source = files[diagnostic.file]
    let position = source.position(at: diagnostic.span.start)
    let place = "\(source.name):\(position.line):\(position.column)"
    let help = diagnostic.help.map { "\n  help: \($0)" } ?? ""
    return "\(diagnostic.severity.rawValue)[\(diagnostic.code.rawValue)]: \(diagnostic.message)"
      + "\n  at \(place)\(help)"
  }
}

/// `Reports`: the outcome of a check as JSON.
func checkJSON(_ diagnostics: [Diagnostic], files: [SourceText]) -> String {
  JSONText.object([
    ("schema", .text("rulec.check/1")),
    ("files", .list(files.map { .text($0.name) })),
    ("diagnostics", .list(diagnostics.map { .text($0.code.rawValue) })),
  ]).rendered()
}
