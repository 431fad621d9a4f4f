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
    var bytes = Array(sentence.utf8)
    for tenant in tenants where tenant.count > 2 * shortLength {
      let short = tenant.prefix(shortLength)
      guard starts[short]?.count == 1 else { continue }
      let id = Array(tenant.utf8)
      let places = places(of: id, in: bytes)
      guard places.count > 1 else { continue }
      for place in places.dropFirst().reversed() {
        bytes.replaceSubrange(place..<(place + id.count), with: short.utf8)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Where the id begins in the text, ascending, without overlaps.
  private static func places(of id: [UInt8], in text: [UInt8]) -> [Int] {
    var places: [Int] = []
    var place = 0
    while place + id.count <= text.count {
      if text[place] == id[0], text[place..<(place + id.count)].elementsEqual(id) {
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
