import Facts
import RuleSyntax

/// Months in a row in which the same versions are in force.
struct VersionPeriod {
  /// The first month; nil for the beginning.
  let from: Month?

  /// The last month; nil while no change is known.
  var until: Month?

  /// The versions in force, ascending; several where they add up to a set.
  let versions: [Int]

  func contains(_ month: Month) -> Bool {
    (from.map { $0 <= month } ?? true) && (until.map { month <= $0 } ?? true)
  }
}

extension VersionList {
  /// The versions that make up what is in force: the latest one, or the changes of a set since all
  /// its members were listed.
  func inForce(_ chooser: VersionChooser) -> [Int] {
    guard mayShareMonth.contains(true) else {
      return chooser.latest(Array(versions.indices)) { versions[$0] }.map { [$0] } ?? []
    }
    var found: [Int] = []
    for index in versions.indices where chooser.isInForce(versions[index]) {
      if !mayShareMonth[index] { found = [] }
      found.append(index)
    }
    return found
  }

  /// Finds when which versions are in force.
  ///
  /// - Parameters:
  ///   - contexts: versions of what the list stands in, which must be in force too.
  ///   - begin: the first month of the area; nil where it has no dates.
  ///   - chooser: makes the chooser of a month.
  /// - Returns: the periods in which some version is in force, one after the other.
  func periods(
    within contexts: [VersionSyntax],
    since begin: Month?,
    _ chooser: (Month) -> VersionChooser
  ) -> [VersionPeriod] {
    var starts: [Month?] = [nil]
    if let begin {
      let changes = Set((versions + contexts).flatMap(\.changeMonths))
      starts = [begin] + changes.filter { $0 > begin }.sorted()
    }
    var periods: [VersionPeriod] = []
    for start in starts {
      // Without any date everything is always in force.
      let chooser = chooser(start ?? Month(year: 2000, number: 1))
      let found = contexts.allSatisfy(chooser.isInForce) ? inForce(chooser) : []
      if let last = periods.last {
        if last.versions == found { continue }
        periods[periods.count - 1].until = start.map { $0 - 1 }
      }
      periods.append(VersionPeriod(from: start, until: nil, versions: found))
    }
    return periods.filter { !$0.versions.isEmpty }
  }
}

extension [VersionPeriod] {
  /// The periods of one version, those that follow each other joined.
  func joined(of version: Int) -> [VersionPeriod] {
    var joined: [VersionPeriod] = []
    for period in self where period.versions.contains(version) {
      if let last = joined.last, let end = last.until, period.from == end + 1 {
        joined[joined.count - 1].until = period.until
      } else {
        joined.append(
          VersionPeriod(from: period.from, until: period.until, versions: [version])
        )
      }
    }
    return joined
  }
}
