import Facts
import RuleSemantics
import RuleSyntax
import TestSupport
import Testing

/// Lists of the real rules beside their text and their plans.
@Suite("Listed versions of the real rules")
struct ListingTests {
  /// `Rules/azure.rules:22 customer-acr 2022-10 -`, worked out from the tree alone: a version ends
  /// where it says so, else before the next one that takes its place.
  private func written(_ file: SourceText) -> [String] {
    var lines: [String] = []
    for area in Parsed(bytes: file.bytes, name: file.name).tree.areas {
      for track in [nil] + area.tracks.map(Optional.some) {
        for definition in track?.definitions ?? (track == nil ? area.definitions : []) {
          let versions = replaceable(definition)
          for (index, entry) in versions.enumerated() {
            let next = versions[(index + 1)...].first { $0.replaces && !excludes($0, entry) }
            let begin = [entry.version.from, track?.version.from].compactMap { $0?.text }.max()
            let end = entry.version.until?.text ?? next?.version.from.flatMap { before($0.text) }
            lines.append(
              "\(file.name):\(file.line(at: entry.span.start)) \(definition.id.text) "
                + "\(begin ?? "-") \(end ?? "-")"
            )
          }
        }
      }
    }
    return lines
  }

  private struct Entry {
    let version: VersionSyntax
    let span: SourceSpan
    let replaces: Bool
  }

  /// Versions of values and sets; nothing of other definitions.
  private func replaceable(_ definition: DefinitionSyntax) -> [Entry] {
    switch definition.body {
    case .value(let versions):
      versions.map { Entry(version: $0.version, span: $0.number.span, replaces: true) }
    case .set(_, let versions):
      versions.map { Entry(version: $0.version, span: $0.span, replaces: $0.change == .all) }
    case .rate, .rows, .measure, .group: []
    }
  }

  private func excludes(_ one: Entry, _ other: Entry) -> Bool {
    one.version.choice != nil && one.version.choice?.text == other.version.choice?.text
      && one.version.option?.text != other.version.option?.text
  }

  private func before(_ month: String) -> String? { Month(month).map { "\($0 - 1)" } }

  @Test("Every version of a value or set is listed once, where it stands and with its months")
  func everyVersionOnce() throws {
    let files = try Fixtures.shippedRules()
    let versions = list(check(files).rules).versions.filter { [.value, .set].contains($0.kind) }
    let found = versions.map { version in
      "\(version.place.file):\(version.place.line) \(version.id) "
        + "\(version.from?.description ?? "-") \(version.until?.description ?? "-")"
    }
    let expected = files.flatMap(written)
    #expect(expected.count > 150)
    #expect(found.sorted() == expected.sorted())
  }

  @Test("The line of a version holds its value, its first member or its text")
  func places() throws {
    let files = try Fixtures.shippedRules()
    let listing = list(check(files).rules)
    var lines: [String: [Substring]] = [:]
    for file in files {
      lines[file.name] = String(decoding: file.bytes, as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false)
    }
    for version in listing.versions {
      let line = try #require(lines[version.place.file]?[version.place.line - 1])
      let sign =
        switch version.content {
        case .amount(let number, let unit): "\(number) \(unit)"
        case .members(let change, let names): "\(change.rawValue) \"\(names.first ?? "")\""
        case .text(let text): String(text.split(separator: " ").first ?? "")
        case .option(let title, _): "\"\(title)\""
        }
      // What is put together from several lines stands where its name does.
      let name = String(version.id.split(separator: "/").last ?? "")
      let isMade = [.score, .step, .track].contains(version.kind)
      #expect(line.contains(isMade ? name : sign), "\(version.id)")
    }
    for source in listing.sources {
      let line = try #require(lines[source.place.file]?[source.place.line - 1])
      #expect(line.hasPrefix("source \(source.id) "), "\(source.id)")
    }
    #expect(listing.sources.count == 19)
  }

  @Test("Everything that cites a source is listed with what it cites")
  func everyCitation() throws {
    let files = try Fixtures.shippedRules()
    let listing = list(check(files).rules)
    for file in files {
      var diagnostics: [Diagnostic] = []
      let tokens = tokenize(file, file: 0, reporting: &diagnostics).tokens
      let written = tokens.count { $0.kind == .name && file.text($0.span) == "cite" }
      let listed = listing.versions.filter {
        $0.place.file == file.name && !$0.citations.isEmpty
      }
      #expect(listed.count == written, "\(file.name)")
    }
    #expect(listing.sources.allSatisfy { $0.citedBy > 0 })
  }

  /// The rules with a number of its own for every version of a value, so that a plan shows which
  /// versions it is made of; numbers that were smaller stay smaller.
  private func numbered(_ files: [SourceText]) -> (files: [SourceText], lines: [String: String]) {
    let numbers = files.enumerated().flatMap { place, file in
      let areas = Parsed(bytes: file.bytes, name: file.name).tree.areas
      return areas.flatMap { $0.definitions + $0.tracks.flatMap(\.definitions) }
        .flatMap { definition -> [(file: Int, number: Word)] in
          guard case .value(let versions) = definition.body else { return [] }
          return versions.map { (place, $0.number) }
        }
    }
    let ascending = numbers.sorted { (Int($0.number.text) ?? 0) < (Int($1.number.text) ?? 0) }
    var lines: [String: String] = [:]
    var bytes = files.map(\.bytes)
    let edits = ascending.enumerated().map { (number: "\(9_000_001 + $0)", place: $1) }
    for edit in edits.sorted(by: { $0.place.number.span.start > $1.place.number.span.start }) {
      let span = edit.place.number.span
      let file = files[edit.place.file]
      bytes[edit.place.file].replaceSubrange(
        Int(span.start)..<Int(span.end),
        with: edit.number.utf8
      )
      lines[edit.number] = "\(file.name):\(file.line(at: span.start))"
    }
    return (zip(files, bytes).map { SourceText(name: $0.name, bytes: $1) }, lines)
  }

  @Test("As of a month the values are listed that its plan is made of", arguments: PlanTests.months)
  func asOfMonth(_ name: String) throws {
    let month = try #require(Month(name))
    let (files, lines) = numbered(try Fixtures.shippedRules())
    let (rules, diagnostics) = check(files)
    try #require(!diagnostics.hasErrors)
    let plan = PlanText(plan: plan(rules, asOf: month), catalogue: rules.catalogue).text
    let used = Set(lines.filter { plan.contains($0.key) }.map(\.value))
    let listed = list(rules, asOf: month).versions.filter { $0.kind == .value }
    let places = listed.map { "\($0.place.file):\($0.place.line)" }
    #expect(Set(places).count == places.count)
    #expect(used.count > 70)
    #expect(used == Set(places))
  }

  @Test("As of a month sets have the members that its plan has", arguments: PlanTests.months)
  func membersInMonth(_ name: String) throws {
    let month = try #require(Month(name))
    let rules = check(try Fixtures.shippedRules()).rules
    let plan = plan(rules, asOf: month)
    let listed = list(rules, asOf: month).versions.filter { $0.kind == .set }
    let sets = plan.selections.flatMap { $0.clauses.joined().map(\.set) }
    #expect(!sets.isEmpty)
    for set in sets {
      let content = ListedVersion.Content.members(.all, set.members.map(\.label))
      #expect(listed.contains { $0.id == set.id && $0.content == content }, "\(set.id)")
    }
  }

  @Test("Every gate and leaf of a plan has the months in which its criterion and test hold")
  func monthsOfNodes() throws {
    let (rules, _) = check(try Fixtures.shippedRules())
    var changes = 0
    for month in rules.changeMonths {
      let listing = list(rules, asOf: month)
      let (plan, before) = (plan(rules, asOf: month), plan(rules, asOf: month - 1))
      for area in plan.areas {
        let former = before.areas.first { $0.id == area.id }
        for node in area.nodes {
          let months = listing.monthsInForce(of: node.path, inTree: area.id)
          #expect((months != nil) == (node.test != nil), "\(month) \(area.id) \(node.path)")
          guard let months else { continue }
          if let from = months.from { #expect(from <= month, "\(area.id) \(node.path)") }
          if let until = months.until { #expect(until >= month, "\(area.id) \(node.path)") }
          let old = former?.nodes.first { $0.path == node.path }
          guard let old, old.criterion != node.criterion else { continue }
          changes += 1
          #expect(months.from == month, "\(month) \(area.id) \(node.path)")
          let earlier = list(rules, asOf: month - 1).monthsInForce(of: node.path, inTree: area.id)
          #expect(earlier?.until == month - 1, "\(month) \(area.id) \(node.path)")
        }
      }
    }
    #expect(changes > 10)
  }

  @Test("What is published and what is asked of a node may end in different months")
  func monthsOfBoth() throws {
    let files = try Fixtures.shippedRules().map { file in
      let text = String(decoding: file.bytes, as: UTF8.self)
        .replacing(
          "criterion \"CSP, DPOR, PAL\" cite S0",
          with: """
            criterion "CSP, DPOR, PAL" from 2022-10 until 2027-01 cite S0
            criterion "PAL" from 2027-02 cite S0
            """
        )
        .replacing(
          "met when some association in partners of usage in the last twelve months",
          with: """
            met when some association in partners of usage in the last six months from 2022-10 until 2026-11
            met when some association in partners of usage in the last twelve months from 2026-12
            """
        )
      return SourceText(name: file.name, text: text)
    }
    let (rules, diagnostics) = check(files)
    try #require(!diagnostics.hasErrors)
    let months = try ["2026-11", "2026-12", "2027-02"].map { name in
      let month = try #require(Month(name))
      let found = list(rules, asOf: month)
        .monthsInForce(of: "partner-association-type", inTree: "azure-smb")
      return "\(found?.from?.description ?? "-") to \(found?.until?.description ?? "-")"
    }
    #expect(months == ["2022-10 to 2026-11", "2026-12 to 2027-01", "2027-02 to -"])
  }
}
