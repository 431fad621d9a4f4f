extension Parser {
  mutating func parseArea() throws(ParseFailure) {
    take()
    let id = try expectName("the name of the area")
    var area = AreaSyntax(id: id, title: try expectText("the title of the area"))
    try parseBlock("area `\(id.text)`", words: Parser.areaWords) { (parser) throws(ParseFailure) in
      if parser.currentWord == "track" {
        area.tracks.append(try parser.parseTrack())
      } else if let definition = try parser.parseDefinition() {
        area.definitions.append(definition)
      } else if let node = try parser.parseNode() {
        area.nodes.append(node)
      } else {
        return false
      }
      return true
    }
    tree.areas.append(area)
  }

  private mutating func parseTrack() throws(ParseFailure) -> TrackSyntax {
    take()
    let id = try expectName("the name of the track")
    let title = try expectText("the title of the track")
    var track = TrackSyntax(id: id, title: title, version: try parseVersion())
    let words = Parser.areaWords.subtracting(["track"])
    try parseBlock("track `\(id.text)`", words: words) { (parser) throws(ParseFailure) in
      if let definition = try parser.parseDefinition() {
        track.definitions.append(definition)
      } else if let node = try parser.parseNode() {
        track.nodes.append(node)
      } else {
        return false
      }
      return true
    }
    return track
  }

  /// A definition, or nil when none begins here. A broken one keeps its name known.
  private mutating func parseDefinition() throws(ParseFailure) -> DefinitionSyntax? {
    let nameToken = token(after: 1)
    do throws(ParseFailure) {
      switch currentWord {
      case "value": return try parseValue()
      case "set": return try parseSet()
      case "rows": return try parseRows()
      case "measure": return try parseMeasure()
      case "group": return try parseGroup()
      default: return nil
      }
    } catch {
      if nameToken.kind == .name { tree.brokenNames.insert(source.text(nameToken.span)) }
      throw error
    }
  }

  /// `from 2022-10 until 2026-04 if choice is option cite S1 "…"`, each part optional.
  mutating func parseVersion() throws(ParseFailure) -> VersionSyntax {
    var version = VersionSyntax()
    if accept("from") {
      let token = try expect(.month, "the month from which it is in force, such as `2025-11`")
      version.from = Word(source.text(token.span), at: token.span)
      version.isFirstSeen = accept("first-seen")
    }
    if accept("until") {
      let token = try expect(.month, "the last month in force, such as `2026-04`")
      version.until = Word(source.text(token.span), at: token.span)
    }
    if accept("if") {
      version.choice = try expectName("the name of a choice")
      try expect("is")
      version.option = try expectName("an option of the choice")
    }
    if accept("cite") {
      version.citations.append(try parseCitation())
      while accept(.comma) != nil { version.citations.append(try parseCitation()) }
    }
    return version
  }

  private mutating func parseCitation() throws(ParseFailure) -> CitationSyntax {
    let source = try expectName("the short name of a source")
    let quote = accept(.text).map { textWord($0) }
    return CitationSyntax(source: source, quote: quote)
  }
}
