import Facts
import RuleSyntax

extension VersionChecker {
  /// Months between two versions in which none is in force.
  ///
  /// Nothing may be in force for a while, but then the later version rather belongs under a name of
  /// its own. Where something needs a version in such a month, that is an error of its own.
  mutating func checkGaps(_ definitions: [DefinitionSyntax]) {
    for list in definitions.flatMap(\.versionLists) where !list.mayShareMonth.contains(true) {
      for (place, version) in list.versions.enumerated().dropFirst() {
        guard let first = version.firstMonth,
          let last = list.versions[..<place].compactMap(\.lastMonth).max(),
          list.versions[..<place].allSatisfy({ $0.lastMonth != nil }),
          let from = version.from, let until = list.versions[place - 1].until,
          last.index + 1 < first.index
        else { continue }
        let (begin, end) = (last + 1, first - 1)
        let months = begin == end ? "in \(begin)" : "from \(begin) to \(end)"
        diagnostics.append(
          Diagnostic(
            .gapInDates,
            "nothing of \(list.subject) is in force \(months)",
            help: "write `from \(begin)` here, or `until \(end)` in the version before",
            file: file,
            at: from.span,
            related: [RelatedPlace("the version before ends", file: file, at: until.span)]
          )
        )
      }
    }
  }
}
