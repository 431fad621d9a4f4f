import Facts
import RuleSyntax

/// Which of several dated versions is in force in a month.
struct VersionChooser {
  let month: Month

  /// The option in force, by choice.
  let options: [String: String]

  /// Options of each declared choice.
  let known: [String: Set<String>]

  func isInForce(_ version: VersionSyntax) -> Bool {
    isDated(version) && isRead(version)
  }

  /// Whether the month is within the version's dates.
  func isDated(_ version: VersionSyntax) -> Bool {
    if let first = version.firstMonth, first > month { return false }
    if let last = version.lastMonth, last < month { return false }
    return true
  }

  /// Whether the version's option is chosen.
  ///
  /// An unknown option was reported, and counts as chosen so that nothing follows from it.
  private func isRead(_ version: VersionSyntax) -> Bool {
    guard let choice = version.choice, let option = version.option,
      let known = known[choice.text], known.contains(option.text)
    else { return true }
    return options[choice.text] == option.text
  }

  /// The version in force that began last; nil when there is none.
  func latest<Item>(_ items: [Item], version: (Item) -> VersionSyntax) -> Item? {
    var best: Item?
    for item in items where isInForce(version(item)) {
      if let current = best, version(item).beginIndex < version(current).beginIndex { continue }
      best = item
    }
    return best
  }

  /// The reading under which none of the items is in force, although some of them would be under
  /// another.
  func readingWithout<Item>(_ items: [Item], version: (Item) -> VersionSyntax) -> String? {
    let dated = items.map(version).filter(isDated)
    guard let choice = dated.compactMap(\.choice?.text).first, let option = options[choice] else {
      return nil
    }
    return "\(choice) is \(option)"
  }
}

extension VersionSyntax {
  var firstMonth: Month? { from.flatMap { Month(spelling: $0.text) } }

  /// The last month in force.
  var lastMonth: Month? { until.flatMap { Month(spelling: $0.text) } }

  /// The month in which the version begins; before all months without one.
  var beginIndex: Int { firstMonth?.index ?? Int.min }

  /// Months in which the version begins, or from which it is no more in force; of a version
  /// without beginning also its last month.
  var changeMonths: [Month] {
    var months: [Month] = []
    if let firstMonth { months.append(firstMonth) }
    if let lastMonth {
      months.append(lastMonth + 1)
      if firstMonth == nil { months.append(lastMonth) }
    }
    return months
  }

  /// Whether the two are never in force under one reading.
  func excludes(_ other: VersionSyntax) -> Bool {
    choice != nil && choice?.text == other.choice?.text && option?.text != other.option?.text
  }

  /// Whether all these versions can be in force in one month.
  static func overlap(_ left: [VersionSyntax], _ right: [VersionSyntax]) -> Bool {
    let all = left + right
    if let first = all.compactMap(\.firstMonth).max(), let last = all.compactMap(\.lastMonth).min(),
      last < first
    {
      return false
    }
    return !left.contains { one in right.contains { $0.excludes(one) } }
  }
}

extension Month {
  /// As `init(_:)`, without making an array: months are compared for every version in every month.
  fileprivate init?(spelling text: String) {
    var digits = 0
    var place = 0
    for byte in text.utf8 {
      if place == 4 {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else {
        guard place < 7, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
        digits = digits * 10 + Int(byte - UInt8(ascii: "0"))
      }
      place += 1
    }
    guard place == 7, (1...12).contains(digits % 100) else { return nil }
    self.init(year: digits / 100, number: digits % 100)
  }
}

extension AreaSyntax {
  /// Every version that stands anywhere in the area.
  var allVersions: [VersionSyntax] {
    var all = definitions.flatMap(\.versions) + nodes.flatMap(\.versions)
    all += trackChoices.map(\.version) + designations.flatMap(\.versions)
    for track in tracks {
      all.append(track.version)
      all += track.conditions.map(\.version)
      all += track.definitions.flatMap(\.versions) + track.nodes.flatMap(\.versions)
    }
    return all
  }

  /// The months from which something in the area changes, ascending; in the first it begins.
  var changeMonths: [Month] {
    Set(allVersions.flatMap(\.changeMonths)).sorted()
  }
}
