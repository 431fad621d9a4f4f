import Evaluation
import Facts

/// Long tenant ids in a sentence: in full once, then by their beginning.
enum TenantNames {
  /// How much of an id is repeated.
  ///
  /// Source: our choice; the first group of a GUID.
  private static let shortLength = 8

  /// `868368da-957d-4959-8992-3c12dc7e6260 … 868368da …`; ids that begin alike stay as they are.
  ///
  /// The sentence begins at `start`.
  static func shorten(
    _ text: inout OutputBuffer,
    from start: Int,
    _ observation: Observation
  ) {
    let tenants = observation.tenants
    for tenant in tenants where tenant.utf8.count > 2 * shortLength {
      let id = Array(tenant.utf8)
      let isASCII = id.allSatisfy { $0 < 0x80 }
      guard isASCII || tenant.count > 2 * shortLength else { continue }
      let places = places(of: id, in: text.bytes, from: start)
      guard places.count > 1 else { continue }
      let short = isASCII ? id.prefix(shortLength) : Array(tenant.prefix(shortLength).utf8)[...]
      guard tenants.allSatisfy({ $0 == tenant || !$0.utf8.starts(with: short) }) else { continue }
      for place in places.dropFirst().reversed() {
        text.replace(place..<(place + id.count), with: short)
      }
    }
  }

  /// Where the id begins in the text, ascending, without overlaps.
  private static func places(of id: [UInt8], in text: [UInt8], from start: Int) -> [Int] {
    var places: [Int] = []
    var place = start
    let last = text.count - id.count
    while place <= last {
      if text[place] == id[0], text[place + 1] == id[1],
        text[place..<(place + id.count)].elementsEqual(id)
      {
        places.append(place)
        place += id.count
      } else {
        place += 1
      }
    }
    return places
  }
}

extension Observation {
  /// The tenants that it names, each once.
  fileprivate var tenants: [String] {
    var tenants: [String] = []
    func add(_ tenant: String?) {
      if let tenant, tenants.last != tenant, !tenants.contains(tenant) { tenants.append(tenant) }
    }
    switch self {
    case .rollUp, .presence:
      break
    case .largest(let observation):
      add(observation.reading?.tenant)
      for fact in observation.missing { add(fact.tenant) }
    case .members(let observation):
      for member in observation.members { add(member.tenant) }
      for fact in observation.missing { add(fact.tenant) }
    case .sum(let observation):
      for part in observation.contributions { add(part.tenant) }
      for fact in observation.missing { add(fact.tenant) }
    }
    return tenants
  }
}
