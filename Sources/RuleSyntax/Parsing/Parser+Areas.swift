extension Parser {
  mutating func parseArea() throws(ParseFailure) {
    take()
    let id = try expectAnyName("the name of the area")
    var area = AreaSyntax(id: id, title: expectTitle("the title of the area"))
    let what = "area `\(id.text)`"
    try parseBlock(what, words: Parser.areaWords) { (parser) throws(ParseFailure) in
      try parser.parseItem(of: &area)
    }
    tree.areas.append(area)
  }

  private mutating func parseItem(of area: inout AreaSyntax) throws(ParseFailure) -> Bool {
    if currentWord == "track" {
      area.tracks.append(try parseTrack())
    } else if accept("side") {
      let id = try expectAnyName("the name of the side")
      area.sides.append(SideSyntax(id: id, title: expectTitle("the title of the side")))
    } else if currentWord == "designation" {
      area.designations.append(try parseDesignation())
    } else if currentWord == "choose" {
      area.trackChoices.append(try parseTrackChoice())
    } else if let definition = try parseDefinition() {
      area.definitions.append(definition)
    } else if let node = try parseNode() {
      area.nodes.append(node)
    } else {
      return false
    }
    return true
  }

  /// Reads what belongs into an area but stands after its end, as after a `}` too many; reports it
  /// once.
  ///
  /// False when nothing of the kind begins here.
  mutating func parseOutsideArea() -> Bool {
    guard Parser.areaWords.contains(currentWord), current.beginsLine else { return false }
    let isAfterArea = previous.kind == .rightBrace && !tree.areas.isEmpty
    var area =
      isAfterArea
      ? tree.areas.removeLast()
      : AreaSyntax(id: Word("", at: current.span), title: Word("", at: current.span))
    report(
      .unknownWord,
      "`\(shown(current))` stands in an area, and no area is open here",
      help: isAfterArea
        ? "move it into an area, or remove a `}` before it"
        : "put it into an area: `area name \"title\" { … }`",
      at: current.span,
      related: isAfterArea
        ? [RelatedPlace("area `\(area.id.text)` is closed here", file: file, at: previous.span)]
        : [],
      fix: isAfterArea ? .delete(previous.span, "}", .unsafe, file: file) : nil
    )
    let block = OpenBlock(
      what: "area `\(area.id.text)`",
      words: Parser.areaWords,
      opened: current,
      indent: 0
    )
    braceDepth = 1
    // Failures are caught where items are read.
    try? parseItems(of: block) { (parser) throws(ParseFailure) in try parser.parseItem(of: &area) }
    _ = accept(.rightBrace)
    braceDepth = 0
    if isAfterArea { tree.areas.append(area) }
    return true
  }

  private mutating func parseTrack() throws(ParseFailure) -> TrackSyntax {
    take()
    let id = try expectAnyName("the name of the track")
    let title = expectTitle("the title of the track")
    var track = TrackSyntax(id: id, title: title, version: parseVersion())
    try parseBlock("track `\(id.text)`", words: Parser.trackWords) {
      (parser) throws(ParseFailure) in
      if parser.currentWord == "chosen" {
        track.conditions.append(try parser.parseTrackCondition())
      } else if let definition = try parser.parseDefinition() {
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

  /// A definition, or nil when none begins here.
  ///
  /// A broken one keeps its name known.
  private mutating func parseDefinition() throws(ParseFailure) -> DefinitionSyntax? {
    let start = current.span
    let nameToken = token(after: 1)
    do throws(ParseFailure) {
      var definition: DefinitionSyntax
      switch currentWord {
      case "value": definition = try parseValue()
      case "set": definition = try parseSet()
      case "rate": definition = try parseRate()
      case "rows": definition = try parseRows()
      case "measure": definition = try parseMeasure()
      case "group": definition = try parseGroup()
      default: return nil
      }
      definition.span = start.joined(with: previous.span)
      return definition
    } catch {
      if nameToken.kind == .name { tree.brokenNames.insert(source.text(nameToken.span)) }
      throw error
    }
  }
}
