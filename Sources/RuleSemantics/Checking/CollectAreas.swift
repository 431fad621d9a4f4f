import Facts
import RuleSyntax

extension DeclarationCollector {
  /// Areas in the order that the program states; others follow in file order.
  mutating func collectAreas() {
    let areas = first(placed(\.areas), of: "area", id: \.id)
    let known = areas.map(\.syntax.id.text)
    let isDeclared = Set(known)
    let programs = placed(\.programs)
    reportPrograms(programs)
    declarations.programs = programs
    declarations.qualification = programs.first.flatMap { program in
      program.syntax.qualification.flatMap { qualification($0, file: program.file) }
    }
    let listed = programs.flatMap { program in
      let areas = program.syntax.areas.map { Placed(file: program.file, syntax: $0) }
      return first(areas, of: "area", verb: "listed", id: \.self) { [self] _, entry in
        .deleteListed(entry.syntax, in: declarations.files[entry.file], file: entry.file)
      }
    }
    var order: [String: Int] = [:]
    for area in listed where order[area.syntax.text] == nil {
      order[area.syntax.text] = order.count
      guard !isDeclared.contains(area.syntax.text),
        !declarations.mistakes.names.contains(area.syntax.text)
      else { continue }
      diagnostics.append(.unknown("area", area.syntax, among: known, file: area.file))
    }
    declarations.areas = areas.enumerated().sorted { left, right in
      let (one, other) = (order[left.element.syntax.id.text], order[right.element.syntax.id.text])
      return (one ?? order.count, left.offset) < (other ?? order.count, right.offset)
    }.map(\.element)
  }

  private mutating func qualification(
    _ syntax: QualificationSyntax,
    file: Int
  ) -> QualificationPlan? {
    var citations: [Citation] = []
    for citation in syntax.citations {
      guard let source = declarations.sources[citation.source.text]?.syntax else {
        guard !declarations.mistakes.names.contains(citation.source.text) else { continue }
        let known = diagnostics.leaveRoomForSuggestions ? Array(declarations.sources.keys) : []
        diagnostics.append(.unknownSource(citation.source, among: known, file: file))
        continue
      }
      citations.append(
        Citation(
          source: source.id.text,
          title: source.title.text,
          address: source.address?.text,
          quote: citation.quote?.text
        )
      )
    }
    guard let total = Decimal(syntax.total.text) else { return nil }
    if let every = syntax.everyScore, Decimal(every.text) != .zero {
      diagnostics.append(
        Diagnostic(
          .bareNumber,
          "every score is compared with zero only, not with \(every.text)",
          help: "write `every score > 0 points`",
          file: file,
          at: every.span,
          fix: .replace(every.span, with: "0", .unsafe, file: file)
        )
      )
    }
    return QualificationPlan(
      total: Bounds(lower: .init(total, isIncluded: true), upper: nil, unit: .point),
      needsEveryScore: syntax.everyScore != nil,
      months: syntax.months,
      citations: citations
    )
  }

  private mutating func reportPrograms(_ programs: [Placed<ProgramSyntax>]) {
    guard let first = programs.first else { return }
    for program in programs.dropFirst() {
      let titles = (own: program.syntax.title, first: first.syntax.title)
      diagnostics.append(
        Diagnostic(
          .repeatedName,
          "there are two programs, `\(titles.first.text)` and `\(titles.own.text)`",
          help: "list all areas in one of them, and delete the other",
          file: program.file,
          at: titles.own.span,
          related: [RelatedPlace("the first one", file: first.file, at: titles.first.span)]
        )
      )
    }
  }
}
