import Facts
import RuleSyntax

extension VersionChecker {
  /// Versions that can be in force under the same reading begin one after the other.
  mutating func checkOrder(of list: VersionList) {
    // The latest version under each reading; versions of readings that exclude each other may
    // begin in one month.
    var latest: [Reading: Int] = [:]
    for index in list.versions.indices {
      let version = list.versions[index]
      guard isKnownReading(version), !version.isBroken else { continue }
      let before = latest.values.sorted().last { earlier in
        !version.excludes(list.versions[earlier]) && isWrong(list, earlier, index)
      }
      if let before {
        let finding = wrongOrder(list, before, index)
        // Criteria of all tracks stand in the list of each.
        if !diagnostics.contains(finding) { diagnostics.append(finding) }
      }
      latest[Reading(choice: version.choice?.text, option: version.option?.text)] = index
    }
  }

  private struct Reading: Hashable {
    let choice: String?
    let option: String?
  }

  /// Whether a version that names a choice names one that exists.
  private func isKnownReading(_ version: VersionSyntax) -> Bool {
    guard let choice = version.choice, let option = version.option else { return true }
    return choices[choice.text]?.options.contains { $0.id.text == option.text } ?? false
  }

  private func isWrong(_ list: VersionList, _ first: Int, _ second: Int) -> Bool {
    let (one, other) = (list.versions[first], list.versions[second])
    if other.beginIndex < one.beginIndex { return true }
    if list.mayShareMonth[second] { return false }
    if other.beginIndex == one.beginIndex { return true }
    guard let last = one.lastMonth, !list.mayShareMonth[first] else { return false }
    return last.index >= other.beginIndex
  }

  private func wrongOrder(_ list: VersionList, _ first: Int, _ second: Int) -> Diagnostic {
    let (one, other) = (list.versions[first], list.versions[second])
    let related = [RelatedPlace("the version before", file: file, at: place(list, first))]
    let code: DiagnosticCode
    let message: String
    let help: String
    var fix: Fix?
    if other.beginIndex < one.beginIndex {
      code = .wrongDateOrder
      message = "the versions of \(list.subject) are not in the order of their dates"
      help =
        other.from == nil
        ? "a version without `from` is the oldest: write it first, or say when it begins"
        : "write the older version first"
      fix = .order(list, in: declarations.files[file], file: file)
    } else if other.beginIndex == one.beginIndex {
      code = .overlappingVersions
      let begin = other.firstMonth.map { "begin in \($0)" } ?? "are always in force"
      message = "two versions of \(list.subject) \(begin)"
      let month = other.firstMonth.map { ($0 + 1).description } ?? "2025-11"
      help = "let each begin in its own month, such as `from \(month)`, or delete one"
    } else {
      code = .overlappingVersions
      let from = other.firstMonth?.description ?? "the beginning"
      message = "two versions of \(list.subject) are in force from \(from)"
      let end = other.firstMonth.map { ($0 - 1).description } ?? "before"
      help = "end the version before `until \(end)`, or leave its `until` out"
      fix = one.until.map { .replace($0.span, with: end, .unsafe, file: file) }
    }
    return Diagnostic(
      code,
      message,
      help: help,
      file: file,
      at: place(list, second),
      related: related,
      fix: fix
    )
  }

  /// The month from which a version is in force, else the version itself.
  private func place(_ list: VersionList, _ index: Int) -> SourceSpan {
    list.versions[index].from?.span ?? list.places[index]
  }
}
