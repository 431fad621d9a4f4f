import RuleSemantics
import RuleSyntax

/// The example of an entry, with what `check` says of it: findings are never shown from memory.
struct ExplainedExample {
  let wrong: String
  let right: String

  /// What is reported for the wrong one; nil where a text cannot show it.
  let finding: String?

  init(_ example: DiagnosticExample) {
    switch example {
    case .described(let wrong, let right):
      (self.wrong, self.right, finding) = (wrong, right, nil)
    case .rules:
      let files = example.files ?? ("", "")
      (wrong, right) = files
      finding = ExplainedExample.finding(in: files.wrong)
    }
  }

  /// The finding as it is printed, without how many there are.
  private static func finding(in rules: String) -> String {
    let declarations = SourceText(name: "declarations.rules", text: ExampleDeclarations.text)
    let example = SourceText(name: "example.rules", text: rules)
    let found = check([ParsedFile(declarations, isGiven: false), ParsedFile(example)]).diagnostics
    let text = DiagnosticRenderer(files: [declarations, example], colour: false).text(found)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let end = lines.firstIndex { $0.isEmpty } ?? lines.endIndex
    return lines[..<end].joined(separator: "\n")
  }
}
