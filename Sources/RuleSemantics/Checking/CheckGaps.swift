import Facts
import RuleSyntax

extension VersionChecker {
  /// Months between two versions in which none is in force.
  ///
  /// Nothing may be in force for a while, but then the later version rather belongs under a name of
  /// its own. Where something needs a version in such a month, that is an error of its own.
  mutating func checkGaps(_ definitions: [DefinitionSyntax]) {
    for list in definitions.flatMap(\.versionLists) where !list.mayShareMonth.contains(true) {
      // The last month of all versions so far; behind one without end there is no gap.
      var end = list.versions.first?.lastMonth
      for (before, version) in zip(list.versions, list.versions.dropFirst()) {
        guard let last = end else { break }
        end = version.lastMonth.map { max(last, $0) }
        guard let first = version.firstMonth, let from = version.from, let until = before.until,
          last.index + 1 < first.index
        else { continue }
        let gap = (begin: last + 1, end: first - 1)
        let months = gap.begin == gap.end ? "in \(gap.begin)" : "from \(gap.begin) to \(gap.end)"
        diagnostics.append(
          Diagnostic(
            .gapInDates,
            "nothing of \(list.subject) is in force \(months)",
            help: "write `from \(gap.begin)` here, or `until \(gap.end)` in the version before",
            file: file,
            at: from.span,
            related: [RelatedPlace("the version before ends", file: file, at: until.span)]
          )
        )
      }
    }
  }
}
