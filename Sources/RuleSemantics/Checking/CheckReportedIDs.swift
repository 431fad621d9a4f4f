import RuleSyntax

extension DeclarationCollector {
  /// Reports areas, tracks and designations that reports would call by one id: area `a-b`, and
  /// track `b` or designation `b` of area `a`.
  ///
  /// A month makes no difference: what an id stands for does not change.
  mutating func checkReportedIDs() {
    var owners: [String: ReportedID] = [:]
    for area in declarations.areas {
      let id = area.syntax.id
      owners[id.text] = ReportedID(what: "an area", file: area.file, span: id.span)
    }
    for area in declarations.areas {
      claim(area.syntax.tracks.map(\.id), "track", of: area, &owners)
    }
    for area in declarations.areas {
      claim(area.syntax.designations.compactMap(\.id), "designation", of: area, &owners)
    }
  }

  /// Gives each word its id behind that of the area; a word that stands there several times, in
  /// different months, has one.
  private mutating func claim(
    _ words: [Word],
    _ what: String,
    of area: Placed<AreaSyntax>,
    _ owners: inout [String: ReportedID]
  ) {
    var seen: Set<String> = []
    for word in words where seen.insert(word.text).inserted {
      let id = area.syntax.id.text + "-" + word.text
      guard let owner = owners[id] else {
        owners[id] = ReportedID(what: "a \(what)", file: area.file, span: word.span)
        continue
      }
      diagnostics.append(
        Diagnostic(
          .repeatedName,
          "\(what) `\(word.text)` is reported as `\(id)`, and so is \(owner.what)",
          help: "rename one of them",
          file: area.file,
          at: word.span,
          related: [RelatedPlace(owner.label, file: owner.file, at: owner.span)]
        )
      )
    }
  }
}

/// What an id stands for.
private struct ReportedID {
  /// `an area`, `a track`.
  let what: String
  let file: Int
  let span: SourceSpan

  /// As a related place: `the track`.
  var label: String { "the" + what.drop { $0 != " " } }
}
