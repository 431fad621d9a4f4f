import Evaluation
import Facts

/// Long tenant ids in a sentence: in full once, then by their beginning.
enum TenantNames {
  /// How much of an id is repeated.
  ///
  /// Source: our choice; the first group of a GUID.
  private static let shortLength = 8

  /// `868368da-957d-4959-8992-3c12dc7e6260 … 868368da …`; ids that begin alike stay as they are.
  static func shortened(_ sentence: String, _ tenants: Set<String>) -> String {
    let starts = Dictionary(grouping: tenants) { $0.prefix(shortLength) }
    var result = sentence
    for tenant in tenants where tenant.count > 2 * shortLength {
      let short = tenant.prefix(shortLength)
      guard starts[short]?.count == 1 else { continue }
      let parts = result.split(separator: tenant, omittingEmptySubsequences: false)
      guard parts.count > 2 else { continue }
      result = String(parts[0]) + tenant + parts.dropFirst().joined(separator: String(short))
    }
    return result
  }
}

extension Observation {
  /// The tenants that it names.
  var tenants: Set<String> {
    switch self {
    case .rollUp, .presence: []
    case .largest(let observation):
      Set(([observation.reading?.tenant] + observation.missing.map(\.tenant)).compactMap(\.self))
    case .members(let observation):
      Set(observation.members.compactMap(\.tenant) + observation.missing.compactMap(\.tenant))
    case .sum(let observation):
      Set(observation.contributions.map(\.tenant) + observation.missing.compactMap(\.tenant))
    }
  }
}
