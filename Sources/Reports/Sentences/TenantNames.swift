import Evaluation
import Facts

/// Long tenant ids in a sentence: in full once, then by their beginning.
///
///     868368da-957d-4959-8992-3c12dc7e6260 … 868368da …
///
/// Ids that begin alike stay as they are.
struct TenantNames {
  /// How much of an id is repeated.
  ///
  /// Source: our choice; the first group of a GUID.
  private static let shortLength = 8

  /// What the sentence is about.
  private let observation: Observation

  /// Tenants that the sentence has named.
  private var told: [String] = []

  init(_ observation: Observation) { self.observation = observation }

  /// What to call a tenant here.
  mutating func name(of tenant: String) -> Substring {
    guard tenant.utf8.count > 2 * TenantNames.shortLength else { return tenant[...] }
    guard told.contains(tenant) else {
      told.append(tenant)
      return tenant[...]
    }
    let short = tenant.prefix(TenantNames.shortLength)
    guard tenant.count > 2 * TenantNames.shortLength,
      !observation.namesOtherTenant(than: tenant, beginningWith: short)
    else { return tenant[...] }
    return short
  }
}

extension Observation {
  fileprivate func namesOtherTenant(than tenant: String, beginningWith short: Substring) -> Bool {
    func isOther(_ other: String?) -> Bool {
      guard let other, other != tenant else { return false }
      return other.utf8.starts(with: short.utf8)
    }
    return switch self {
    case .rollUp, .presence:
      false
    case .largest(let observation):
      isOther(observation.reading?.tenant) || observation.missing.contains { isOther($0.tenant) }
    case .members(let observation):
      observation.members.contains { isOther($0.tenant) }
        || observation.missing.contains { isOther($0.tenant) }
    case .sum(let observation):
      observation.contributions.contains { isOther($0.tenant) }
        || observation.missing.contains { isOther($0.tenant) }
    }
  }
}

extension OutputBuffer {
  /// Writes what a value is of: `868368da, Mail`, either of them alone, or nothing.
  mutating func append(tenant: String?, item: String?) {
    if let tenant { append(tenant: tenant) }
    guard let item, !item.isEmpty else { return }
    if tenant != nil { append(", ") }
    append(item)
  }
}
