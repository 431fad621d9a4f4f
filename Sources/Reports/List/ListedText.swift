import RuleSemantics

/// How the cells of a list read.
enum ListedText {
  /// What a version says, in one line: `1000 USD`, `+ Teams, Intune`.
  static func value(_ version: ListedVersion) -> String {
    switch version.content {
    case .amount(let number, let unit): "\(number) \(unit)"
    case .members(.all, let names): names.joined(separator: ", ")
    case .members(let change, let names): "\(change.rawValue) " + names.joined(separator: ", ")
    case .text(let text): text
    case .option(let title, let isDefault): title + (isDefault ? " (default)" : "")
    }
  }

  /// `S4, L-AZ-23`: each source once.
  static func sources(_ version: ListedVersion, separator: String) -> String {
    var names: [String] = []
    for name in version.citations.map(\.source) where !names.contains(name) { names.append(name) }
    return names.joined(separator: separator)
  }

  /// `S4 "the words"; L-AZ-23`.
  static func citations(_ version: ListedVersion) -> String {
    version.citations.map { citation in
      citation.source + (citation.quote.map { " \"\($0)\"" } ?? "")
    }.joined(separator: "; ")
  }

  /// `growth-period is one-month`.
  static func reading(_ version: ListedVersion) -> String {
    version.reading.map { "\($0.choice) is \($0.option)" } ?? ""
  }

  /// `learn.microsoft.com/…, June 2023`.
  static func publication(_ source: ListedSource) -> String {
    [source.address, source.date].compactMap(\.self).joined(separator: ", ")
  }

  /// What the versions of a kind are called above them.
  static func heading(_ kind: ListedKind) -> String {
    switch kind {
    case .value: "Values"
    case .rate: "Rates"
    case .set: "Sets"
    case .criterion: "Criteria, as published"
    case .test: "Tests"
    case .points: "Points"
    case .score: "Scores"
    case .step: "Steps"
    case .group: "Groups"
    case .measure: "Measures"
    case .rows: "Rows"
    case .track: "Tracks"
    case .trackChoice: "Which track counts"
    case .qualification: "What it takes to qualify"
    case .retirement: "Names that retire"
    case .choice: "Readings that the published texts leave open"
    case .source: "Sources"
    }
  }
}
