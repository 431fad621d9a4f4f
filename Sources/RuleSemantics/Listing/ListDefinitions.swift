package import Facts
import RuleSyntax

/// Lists what the rules define.
///
/// - Parameters:
///   - rules: checked without an error.
///   - asOf: only what the plan of this month is made of, not what nothing uses then; nil for every
///     version there is. Of a set in a month all members are listed, otherwise what each version
///     says of them.
/// - Returns: the versions with their months, and what they cite.
package func list(_ rules: CheckedRuleSet, asOf: Month? = nil) -> RuleListing {
  let declarations = rules.declarations
  var lister = DefinitionLister(declarations: declarations, asOf: asOf)
  lister.uses = asOf.map { planWithUses(rules, asOf: $0).uses }
  for (area, begin) in zip(declarations.areas, rules.areaBegins) {
    lister.list(area, since: begin)
  }
  lister.listProgram()
  var areaIDs: [String] = []
  var areasOfTrees: [String: String] = [:]
  for area in declarations.areas.map(\.syntax) {
    let trees = area.tracks.map { area.id.text + "-" + $0.id.text }
    areaIDs += [area.id.text] + trees
    for tree in trees { areasOfTrees[tree] = area.id.text }
  }
  return RuleListing(
    asOf: asOf,
    versions: lister.versionsInOrder,
    sources: lister.sources,
    areaIDs: areaIDs,
    areasOfTrees: areasOfTrees,
    presentIDs: asOf == nil ? areaIDs : areaIDs.filter(lister.presentIDs.contains)
  )
}

/// Gathers the versions of all areas.
struct DefinitionLister {
  let declarations: Declarations
  let asOf: Month?
  private let defaults: [String: String]
  private var versions: [ListedVersion] = []

  /// Where the definitions stand that the plan of the month is made of; nil for all.
  var uses: Set<Placed<SourceSpan>>?

  /// Areas and trees that exist in the month of the list.
  var presentIDs: Set<String> = []

  /// Versions that stand for several tracks are listed once.
  private var listed: Set<Placed<SourceSpan>> = []

  /// How often each source is cited by what is listed.
  private var citations: [String: Int] = [:]

  init(declarations: Declarations, asOf: Month?) {
    self.declarations = declarations
    self.asOf = asOf
    defaults = declarations.defaultOptions
  }

  /// By area, in it by kind, then as they were added.
  var versionsInOrder: [ListedVersion] {
    var parts: [ListedPart?: Int] = [:]
    for version in versions where parts[version.part] == nil { parts[version.part] = parts.count }
    var kinds: [ListedKind: Int] = [:]
    for (rank, kind) in ListedKind.allCases.enumerated() { kinds[kind] = rank }
    let rank = { (version: ListedVersion) in
      (parts[version.part] ?? 0, kinds[version.kind] ?? 0)
    }
    return versions.enumerated().sorted { one, other in
      let (left, right) = (rank(one.element), rank(other.element))
      return left == right ? one.offset < other.offset : left < right
    }.map(\.element)
  }

  /// Sources as in the files; those that nothing cites in a month are left out of its list.
  var sources: [ListedSource] {
    let known = declarations.sources.values.sorted {
      ($0.file, $0.syntax.id.span.start) < ($1.file, $1.syntax.id.span.start)
    }
    return known.compactMap { entry in
      let source = entry.syntax
      let count = citations[source.id.text] ?? 0
      if asOf != nil, count == 0 { return nil }
      return ListedSource(
        id: source.id.text,
        title: source.title.text,
        address: source.address?.text,
        date: source.date?.text,
        citedBy: count,
        place: place(source.id.span, in: entry.file)
      )
    }
  }

  func place(_ span: SourceSpan, in file: Int) -> RulePlace {
    let source = declarations.files[file]
    return RulePlace(file: source.name, line: source.line(at: span.start))
  }

  /// The text of a span in one line, without comments.
  func text(_ span: SourceSpan, in file: Int) -> String {
    declarations.files[file].text(span).split(separator: "\n")
      .flatMap { line in line.prefix { $0 != "#" }.split(separator: " ") }
      .joined(separator: " ")
  }

  /// Lists the versions of one thing.
  mutating func add(_ item: ListedItem) {
    asOf.map { addInForce(item, in: $0) } ?? addAll(item)
  }

  private mutating func addAll(_ item: ListedItem) {
    var found: [ListedVersion] = []
    for (index, version) in item.list.versions.enumerated() {
      let span = Placed(file: item.file, syntax: item.places[index])
      guard listed.insert(span).inserted else { continue }
      var options = defaults
      if let choice = version.choice, let option = version.option {
        options[choice.text] = option.text
      }
      let periods = periods(of: item, options).joined(of: index)
      // What never applies, such as in a track that has ended before, is listed as it is written.
      let written = VersionPeriod(
        from: version.firstMonth,
        until: version.lastMonth,
        versions: [index]
      )
      for period in periods.isEmpty ? [written] : periods {
        found.append(item.listed(period, at: place(span.syntax, in: item.file)))
      }
    }
    // What is in force again comes after what was in force between.
    let first = { (version: ListedVersion) in version.from?.index ?? Int.min }
    for version in found.enumerated().sorted(by: {
      (first($0.element), $0.offset) < (first($1.element), $1.offset)
    }) {
      append(version.element)
    }
  }

  private mutating func addInForce(_ item: ListedItem, in month: Month) {
    guard let period = periods(of: item, defaults).first(where: { $0.contains(month) }),
      let latest = period.versions.last,
      listed.insert(Placed(file: item.file, syntax: item.places[latest])).inserted
    else { return }
    append(item.listed(period, at: place(item.places[latest], in: item.file)))
  }

  private func periods(of item: ListedItem, _ options: [String: String]) -> [VersionPeriod] {
    item.list.periods(within: item.contexts, since: item.begin) {
      declarations.chooser($0, options)
    }
  }

  mutating func append(_ version: ListedVersion) {
    versions.append(version)
    for source in Set(version.citations.map(\.source)) { citations[source, default: 0] += 1 }
  }
}
