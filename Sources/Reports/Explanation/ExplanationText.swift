package import RuleSyntax

/// What the catalogue tells of one code, for a page of so many columns.
package func explanation(of code: DiagnosticCode, columns: Int) -> String {
  var page = ExplanationPage(columns: columns)
  let entry = code.entry
  let example = ExplainedExample(entry.example)
  page.addTitle("\(code.severity.rawValue)[\(code.rawValue)]: \(entry.title)")
  page.addText(entry.what)
  page.addHeading("Why")
  page.addText(entry.why)
  page.addHeading("Wrong")
  if let finding = example.finding {
    page.addLines(example.wrong)
    page.addHeading("What `rulec check` says")
    page.addLines(finding)
    page.addHeading("Right")
    page.addLines(example.right)
  } else {
    page.addText(example.wrong)
    page.addHeading("Right")
    page.addText(example.right)
  }
  page.addHeading("How to put it right")
  page.addText(entry.repair)
  if example.finding != nil {
    page.addBlank()
    page.addTitle(
      "The example uses the declarations that `rulec check --explain declarations` shows."
    )
  }
  return page.text
}

/// All codes with their titles, group by group.
package func explanationIndex(columns: Int) -> String {
  var page = ExplanationPage(columns: columns)
  for group in DiagnosticGroup.allCases {
    if group != DiagnosticGroup.allCases.first { page.addBlank() }
    page.addTitle("\(group.rawValue): \(group.title)")
    for code in group.codes {
      let isWarning = code.severity == .warning
      page.addLines("\(code.rawValue)  \(code.entry.title)\(isWarning ? " (warning)" : "")")
    }
  }
  page.addBlank()
  page.addTitle("`rulec check --explain CODE` tells what a code means and shows an example.")
  return page.text
}

/// A page of headings and indented texts.
private struct ExplanationPage {
  private let columns: Int
  private(set) var text = ""

  /// Lines longer than this are hard to read.
  ///
  /// Source: our choice, the line length of rule files in the examples.
  private static let mostColumns = 100

  /// Below this, words are broken everywhere.
  private static let fewestColumns = 40

  init(columns: Int) {
    self.columns = min(max(columns, ExplanationPage.fewestColumns), ExplanationPage.mostColumns)
  }

  mutating func addTitle(_ title: String) {
    for line in DisplayText.wrapped(title, to: columns) { text += line + "\n" }
  }

  mutating func addBlank() { text += "\n" }

  mutating func addHeading(_ heading: String) {
    addBlank()
    addTitle(heading)
  }

  /// Sentences, broken where the page ends.
  mutating func addText(_ sentences: String) {
    for line in DisplayText.wrapped(sentences, to: columns - 2) { text += "  \(line)\n" }
  }

  /// Lines that stay as they are.
  mutating func addLines(_ lines: String) {
    for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
      text += line.isEmpty ? "\n" : "  \(line)\n"
    }
  }
}
