import Facts
import RuleSyntax

extension DefinitionLister {
  /// Lists what belongs to no area: readings, retirements, and what it takes to qualify.
  mutating func listProgram() {
    for entry in declarations.choices {
      for option in entry.syntax.options {
        append(
          .choice,
          (entry.syntax.id.text, entry.syntax.title.text, option.id.text),
          .option(option.title.text, isDefault: option.isDefault),
          at: place(option.id.span, in: entry.file)
        )
      }
    }
    for entry in declarations.retiringNames { listRetirement(entry) }
    for entry in declarations.programs.prefix(1) {
      guard let asked = entry.syntax.qualification else { continue }
      let every = asked.everyScore.map { " and every score > \($0.text) points" } ?? ""
      append(
        .qualification,
        ("program", entry.syntax.title.text, nil),
        .text(
          "total >= \(asked.total.text) points\(every) in any of the last \(asked.months) months"
        ),
        citations: asked.citations,
        at: place(asked.total.span, in: entry.file)
      )
    }
  }

  /// A name that is given up, until the last month in which it counts.
  private mutating func listRetirement(_ entry: Placed<NameSyntax>) {
    guard let retirement = entry.syntax.retirement else { return }
    let last = Month(retirement.lastMonth.text)
    if let asOf, let last, last < asOf { return }
    let name = entry.syntax.name.text
    append(
      .retirement,
      (name, name, nil),
      .text("retires \(retirement.day.text), counts until \(retirement.lastMonth.text)"),
      until: last,
      citations: retirement.citations,
      at: place(retirement.day.span, in: entry.file)
    )
  }

  private mutating func append(
    _ kind: ListedKind,
    _ names: (id: String, title: String, name: String?),
    _ content: ListedVersion.Content,
    until: Month? = nil,
    citations: [CitationSyntax] = [],
    at place: RulePlace
  ) {
    append(
      ListedVersion(
        part: nil,
        kind: kind,
        id: names.id,
        title: names.title,
        name: names.name,
        content: content,
        from: nil,
        isFirstSeen: false,
        until: until,
        reading: nil,
        citations: citations.map(ListedCitation.init),
        place: place
      )
    )
  }
}
