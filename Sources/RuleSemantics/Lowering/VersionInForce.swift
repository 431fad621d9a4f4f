import Facts
import RuleSyntax

/// Which of several dated versions is in force in a month.
struct VersionChooser {
  let month: Month

  /// The option in force, by choice.
  let options: [String: String]

  func isInForce(_ version: VersionSyntax) -> Bool {
    if let from = version.from.flatMap({ Month($0.text) }), from > month { return false }
    if let until = version.until.flatMap({ Month($0.text) }), until < month { return false }
    guard let choice = version.choice, let option = version.option else { return true }
    return options[choice.text] == option.text
  }

  /// The version in force that began last; nil when there is none.
  func latest<Item>(_ items: [Item], version: (Item) -> VersionSyntax) -> Item? {
    var best: Item?
    for item in items where isInForce(version(item)) {
      if let current = best, begin(version(item)) < begin(version(current)) { continue }
      best = item
    }
    return best
  }

  private func begin(_ version: VersionSyntax) -> Int {
    version.from.flatMap { Month($0.text) }?.index ?? Int.min
  }
}

extension VersionSyntax {
  /// Months in which the version begins, or from which it is no more in force.
  var changeMonths: [Month] {
    var months: [Month] = []
    if let month = from.flatMap({ Month($0.text) }) { months.append(month) }
    if let month = until.flatMap({ Month($0.text) }) { months.append(month + 1) }
    return months
  }
}

extension AreaSyntax {
  /// Every version that stands anywhere in the area.
  var allVersions: [VersionSyntax] {
    definitions.flatMap(\.versions) + nodes.flatMap(\.versions)
      + tracks.flatMap { [$0.version] + $0.definitions.flatMap(\.versions) + $0.nodes.flatMap(\.versions) }
  }
}

extension DefinitionSyntax {
  var versions: [VersionSyntax] {
    switch body {
    case .value(let list): list.map(\.version)
    case .set(_, let list): list.map(\.version)
    case .rows(let list): list.map(\.version)
    case .measure(let list): list.map(\.version)
    case .group(_, let list): list.map(\.version)
    }
  }
}

extension NodeSyntax {
  var versions: [VersionSyntax] {
    switch self {
    case .gate(let gate):
      [gate.version] + gate.body.versions
    case .metric(let metric):
      [metric.version] + metric.leaves.flatMap { [$0.version] + $0.body.versions }
    case .category(let category):
      category.nodes.flatMap(\.versions)
    }
  }
}

extension LeafBodySyntax {
  var versions: [VersionSyntax] { criteria.map(\.version) + requirements.map(\.version) }
}
