/// What `rulec check --explain` tells of a code, in words for those who write rules and no programs.
package struct DiagnosticEntry: Hashable, Sendable {
  /// What kind of finding it is, in a few words.
  package let title: String

  /// What the finding says.
  package let what: String

  /// Why the language is strict here, and what would go wrong otherwise.
  package let why: String

  /// Rules that have the finding, and the same rules without it.
  package let example: DiagnosticExample

  /// The ways to put it right.
  package let repair: String

  /// Texts may run over several lines, which mean nothing: they are laid out where they are shown.
  init(
    _ title: String,
    what: String,
    why: String,
    example: DiagnosticExample,
    repair: String
  ) {
    self.title = title
    self.what = DiagnosticEntry.onOneLine(what)
    self.why = DiagnosticEntry.onOneLine(why)
    self.example = example
    self.repair = DiagnosticEntry.onOneLine(repair)
  }

  private static func onOneLine(_ text: String) -> String {
    text.split(separator: "\n").joined(separator: " ")
  }
}

/// How an entry shows what is wrong.
package enum DiagnosticExample: Hashable, Sendable {
  /// A rule file that has one finding beside ``ExampleDeclarations/text``, the piece of it that is
  /// wrong, which stands there once, and what is to stand in its place.
  case rules(String, wrong: String, right: String)

  /// What no text can show, in words: a file that is wrong, and one that is right.
  case described(wrong: String, right: String)

  /// The file with the finding, and the file without; nil where a text cannot show them.
  package var files: (wrong: String, right: String)? {
    switch self {
    case .rules(let file, let wrong, let right):
      (file, file.replacing(wrong, with: right, maxReplacements: 1))
    case .described: nil
    }
  }
}

/// The codes that begin alike.
package enum DiagnosticGroup: String, CaseIterable, Sendable {
  case text = "R01"
  case notation = "R02"
  case names = "R03"
  case units = "R04"
  case dates = "R05"
  case style = "R06"

  /// What its codes are about.
  package var title: String {
    switch self {
    case .text: "Text, numbers and months"
    case .notation: "Notation"
    case .names: "Names"
    case .units: "Units, and what is counted"
    case .dates: "Dates and logic"
    case .style: "Style"
    }
  }

  package var codes: [DiagnosticCode] {
    DiagnosticCode.allCases.filter { $0.rawValue.hasPrefix(rawValue) }
  }
}
