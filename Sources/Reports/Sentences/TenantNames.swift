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
    var bytes: [UInt8] = []
    for tenant in tenants where tenant.utf8.count > 2 * shortLength {
      let id = Array(tenant.utf8)
      let isASCII = id.allSatisfy { $0 < 0x80 }
      guard isASCII || tenant.count > 2 * shortLength else { continue }
      if bytes.isEmpty { bytes = Array(sentence.utf8) }
      let places = places(of: id, in: bytes)
      let short = isASCII ? Array(id.prefix(shortLength)) : Array(tenant.prefix(shortLength).utf8)
      guard places.count > 1, tenants.allSatisfy({ $0 == tenant || !$0.utf8.starts(with: short) })
      else { continue }
      for place in places.dropFirst().reversed() {
        bytes.replaceSubrange(place..<(place + id.count), with: short)
      }
    }
    return bytes.isEmpty ? sentence : String(decoding: bytes, as: UTF8.self)
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
