import RuleSyntax

/// What a definition of an area is, as messages call it.
enum DefinitionKind: String {
  case value
  case set
  case rate
  case rows = "selection of rows"
  case measure
  case group
}

extension DefinitionSyntax {
  var kind: DefinitionKind {
    switch body {
    case .value: .value
    case .set: .set
    case .rate: .rate
    case .rows: .rows
    case .measure: .measure
    case .group: .group
    }
  }

  /// The kind with what it is about: `set of workload`, `group of tenants`.
  var role: String {
    switch body {
    case .set(let kind, _): "set of \(kind.text)"
    case .rate(let kind, _): "rate of \(kind.text)"
    case .group(let entity, _): "group of \(entity.description)"
    default: kind.rawValue
    }
  }

  var versions: [VersionSyntax] {
    switch body {
    case .value(let list): list.map(\.version)
    case .set(_, let list): list.map(\.version)
    case .rate(_, let entries): entries.flatMap { $0.versions.map(\.version) }
    case .rows(let list): list.map(\.version)
    case .measure(let list): list.map(\.version)
    case .group(_, let list): list.map(\.version)
    }
  }
}

extension EntitySyntax: CustomStringConvertible {
  /// As written: `workloads per tenant`.
  package var description: String { name.text + (per.map { " per " + $0.text } ?? "") }
}
