import Facts
package import RuleSemantics

/// Writes a list for people: by area and kind, each definition with its versions below it.
///
///     Azure: values (Rules/azure.rules)
///       From        Until    Value                     Sources             Line
///       customer-acr: ACR that makes a tenant a customer
///       2022-10     -        1000 USD                  S4, L-AZ-23, S1       22
///
/// - Parameters:
///   - listing: what is written, in its order.
///   - style: the look of the page.
///   - write: takes the bytes in chunks of whole lines.
/// - Throws: what `write` throws; nothing is written after that.
package func listTable<Failure: Error>(
  _ listing: RuleListing,
  _ style: RenderStyle,
  into write: ([UInt8]) throws(Failure) -> Void
) throws(Failure) {
  let table = ListTable(style: style)
  var buffer = OutputBuffer()
  if let month = listing.asOf {
    buffer.append(line: style.paint("In force in \(month)", .bold))
    buffer.append(line: "")
  }
  var last: ListedVersion?
  for version in listing.versions {
    if last.map({ table.section(of: $0) != table.section(of: version) }) ?? true {
      if last != nil { buffer.append(line: "") }
      buffer.append(lines: table.heading(table.section(of: version)))
      last = nil
    }
    if last.map({ ($0.id, $0.title) != (version.id, version.title) }) ?? true {
      buffer.append(lines: table.name(version.id, version.title))
    }
    buffer.append(lines: table.lines(of: version))
    last = version
    try buffer.flushIfFull(write)
  }
  if !listing.sources.isEmpty {
    if last != nil { buffer.append(line: "") }
    buffer.append(lines: table.lines(of: listing.sources))
  }
  let notes = table.notes(on: listing)
  if !notes.isEmpty { buffer.append(lines: [""] + notes) }
  try buffer.flush(write)
}

extension OutputBuffer {
  fileprivate mutating func append(lines: [String]) {
    for line in lines { append(line: line) }
  }
}

/// The lines of the table.
private struct ListTable {
  let style: RenderStyle

  private static let fromColumns = 10
  private static let untilColumns = 7
  private static let sourceColumns = 20
  private static let lineColumns = 4

  /// What the widths of the other columns, two blanks between them and before the first, leave.
  private var valueColumns: Int {
    style.columns - ListTable.fromColumns - ListTable.untilColumns - ListTable.sourceColumns
      - ListTable.lineColumns - 12
  }

  /// `Azure: values (Rules/azure.rules)`.
  func section(of version: ListedVersion) -> String {
    let kind = ListedText.heading(version.kind)
    let title = version.part.map { "\($0.title): \(kind.lowercased())" } ?? kind
    return "\(title) (\(version.place.file))"
  }

  func heading(_ section: String) -> [String] {
    [style.paint(DisplayText.clean(section), .bold)]
      + row("From", "Until", "Value", "Sources", "Line").map { style.paint($0, .dim) }
  }

  func name(_ id: String, _ title: String) -> [String] {
    IndentedText.lines(id == title ? id : "\(id): \(title)", by: 2, style, hanging: 2)
  }

  func lines(of version: ListedVersion) -> [String] {
    var value = ListedText.value(version)
    if let name = version.name { value = "\(name): \(value)" }
    if version.reading != nil { value += " (if \(ListedText.reading(version)))" }
    let from = version.from.map { (version.isFirstSeen ? "by " : "") + $0.description }
    let isDated = version.part != nil || version.until != nil
    return row(
      from ?? (isDated ? "-" : ""),
      version.until?.description ?? (isDated ? "-" : ""),
      value,
      ListedText.sources(version, separator: ", "),
      "\(version.place.line)"
    )
  }

  func lines(of sources: [ListedSource]) -> [String] {
    var lines: [String] = []
    var file: String?
    for source in sources {
      if source.place.file != file {
        if file != nil { lines.append("") }
        file = source.place.file
        let heading = "\(ListedText.heading(.source)) (\(source.place.file))"
        lines.append(style.paint(DisplayText.clean(heading), .bold))
      }
      lines += name(source.id, source.title)
      // An address that is cut in two cannot be copied.
      let publication = ListedText.publication(source)
      if !publication.isEmpty { lines += IndentedText.lines(publication, by: 4, style) }
      let count = source.citedBy == 1 ? "cited once" : "cited \(source.citedBy) times"
      lines.append("    \(count); line \(source.place.line)")
    }
    return lines
  }

  func notes(on listing: RuleListing) -> [String] {
    guard listing.versions.contains(where: \.isFirstSeen) else { return [] }
    return ["by: first seen in that month, and perhaps in force before."]
  }

  /// Cells side by side, each wrapped in its column; the line is set to the right.
  private func row(
    _ from: String,
    _ until: String,
    _ value: String,
    _ sources: String,
    _ line: String
  ) -> [String] {
    let values = DisplayText.wrapped(value, to: valueColumns)
    let names = DisplayText.wrapped(sources, to: ListTable.sourceColumns)
    return (0..<max(1, values.count, names.count)).map { number in
      let cells = [
        DisplayText.padded(number == 0 ? from : "", to: ListTable.fromColumns),
        DisplayText.padded(number == 0 ? until : "", to: ListTable.untilColumns),
        DisplayText.padded(number < values.count ? values[number] : "", to: valueColumns),
        DisplayText.padded(number < names.count ? names[number] : "", to: ListTable.sourceColumns),
        DisplayText.rightAligned(number == 0 ? line : "", in: ListTable.lineColumns),
      ]
      var text = "    " + cells.joined(separator: "  ")
      while text.last == " " { text.removeLast() }
      return text
    }
  }
}
