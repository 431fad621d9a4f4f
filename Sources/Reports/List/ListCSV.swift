import Facts
package import RuleSemantics

/// Writes one line per version, and one per source; members of a set are separated by `;`.
///
/// - Parameters:
///   - listing: what is written, in its order.
///   - write: takes the bytes in chunks of whole lines.
/// - Throws: what `write` throws; nothing is written after that.
package func listCSV<Failure: Error>(
  _ listing: RuleListing,
  into write: ([UInt8]) throws(Failure) -> Void
) throws(Failure) {
  var buffer = OutputBuffer()
  buffer.append(
    line: "area,track,kind,id,title,name,change,value,unit,from,first_seen,until,reading,sources,"
      + "citations,file,line"
  )
  for version in listing.versions {
    buffer.append(cells: cells(of: version))
    try buffer.flushIfFull(write)
  }
  for source in listing.sources {
    let place = [source.place.file, "\(source.place.line)"]
    let publication = ListedText.publication(source)
    buffer.append(
      cells: ["", "", ListedKind.source.rawValue, source.id, source.title, "", "", publication]
        + Array(repeating: "", count: 7) + place
    )
  }
  try buffer.flush(write)
}

private func cells(of version: ListedVersion) -> [String] {
  var (change, value, unit) = ("", "", "")
  switch version.content {
  case .amount(let number, let name): (value, unit) = (number, name)
  case .members(let sign, let names):
    (change, value) = (sign.rawValue, names.joined(separator: ";"))
  case .text, .option: value = ListedText.value(version)
  }
  return [
    version.part?.area ?? "",
    version.part?.track ?? "",
    version.kind.rawValue,
    version.id,
    version.title,
    version.name ?? "",
    change,
    value,
    unit,
    version.from?.description ?? "",
    version.isFirstSeen ? "yes" : "",
    version.until?.description ?? "",
    ListedText.reading(version),
    ListedText.sources(version, separator: ";"),
    ListedText.citations(version),
    version.place.file,
    "\(version.place.line)",
  ]
}
