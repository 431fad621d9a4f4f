import Facts
package import RuleSemantics

/// Writes a list as JSON of the schema `rulec.list/1`, one version or source in a line.
///
/// - Parameters:
///   - listing: what is written, in its order.
///   - write: takes the bytes in chunks of whole lines.
/// - Throws: what `write` throws; nothing is written after that.
package func listJSON<Failure: Error>(
  _ listing: RuleListing,
  into write: ([UInt8]) throws(Failure) -> Void
) throws(Failure) {
  var writer = JSONWriter()
  let month = listing.asOf.map { "\"\($0)\"" } ?? "null"
  writer.buffer.append("{\"schema\":\"rulec.list/1\",\"asOf\":\(month),\"versions\":[")
  for (place, version) in listing.versions.enumerated() {
    writer.beginLine(of: place)
    writer.version(version)
    try writer.buffer.flushIfFull(write)
  }
  writer.endLine()
  writer.buffer.append("],\"sources\":[")
  for (place, source) in listing.sources.enumerated() {
    writer.beginLine(of: place)
    writer.source(source)
  }
  writer.endLine()
  writer.buffer.append("]}\n")
  try writer.buffer.flush(write)
}

extension JSONWriter {
  /// Begins the line of an element, so that lists of two days can be compared by lines.
  fileprivate mutating func beginLine(of place: Int) {
    if place > 0 { buffer.append(UInt8(ascii: ",")) }
    endLine()
  }

  fileprivate mutating func version(_ version: ListedVersion) {
    object { writer in
      writer.member("area", version.part?.area)
      writer.member("track", version.part?.track)
      writer.member("kind", version.kind.rawValue)
      writer.member("id", version.id)
      writer.member("title", version.title)
      writer.member("name", version.name)
      writer.content(version.content)
      writer.member("from", version.from?.description)
      writer.member("firstSeen", version.isFirstSeen)
      writer.member("until", version.until?.description)
      if let reading = version.reading {
        writer.member("reading") { writer in
          writer.member("choice", reading.choice)
          writer.member("option", reading.option)
        }
      } else {
        writer.member("reading", nil as String?)
      }
      writer.member("citations", array: version.citations) { writer, citation in
        writer.object { writer in
          writer.member("source", citation.source)
          writer.member("quote", citation.quote)
        }
      }
      writer.place(version.place)
    }
  }

  private mutating func content(_ content: ListedVersion.Content) {
    switch content {
    case .amount(let number, let unit):
      member("value", number)
      member("unit", unit)
    case .members(let change, let names):
      member("change", change.rawValue)
      member("members", names)
    case .text(let text):
      member("text", text)
    case .option(let title, let isDefault):
      member("text", title)
      member("default", isDefault)
    }
  }

  fileprivate mutating func source(_ source: ListedSource) {
    object { writer in
      writer.member("id", source.id)
      writer.member("title", source.title)
      writer.member("address", source.address)
      writer.member("date", source.date)
      writer.member("citedBy", source.citedBy)
      writer.place(source.place)
    }
  }

  private mutating func place(_ place: RulePlace) {
    member("file", place.file)
    member("line", place.line)
  }
}
