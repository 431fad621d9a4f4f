import RuleSyntax

extension Fix {
  /// Puts versions into the order of their dates, each with its lines and the comments above it.
  ///
  /// Nil where versions do not begin lines of their own, or a set would have other members. A version
  /// without `from` may as well have lost it.
  static func order(_ list: VersionList, in source: SourceText, file: Int) -> Fix? {
    let sorted = list.versions.indices.sorted {
      (list.versions[$0].beginIndex, $0) < (list.versions[$1].beginIndex, $1)
    }
    guard list.isReorderable, let first = sorted.first, !list.mayShareMonth[first],
      let lines = VersionLines(of: list, in: source)
    else { return nil }
    let texts = sorted.map { source.text(lines.spans[$0]) }
    let text = texts.joined(separator: "\n")
    let isCertain = list.versions.allSatisfy { $0.from != nil }
    return .replace(
      lines.whole,
      with: text,
      isCertain ? .safe : .unsafe,
      title: "write the older version first",
      file: file
    )
  }
}

/// The lines that each version of a list has for itself, one part after the other.
private struct VersionLines {
  private(set) var spans: [SourceSpan] = []

  /// From the first line to the last.
  var whole: SourceSpan { spans.dropFirst().reduce(spans[0]) { $0.joined(with: $1) } }

  init?(of list: VersionList, in source: SourceText) {
    var starts: [Int] = []
    var last = 0
    for (place, version) in zip(list.bodies, list.versions) {
      let line = source.line(at: place.start)
      let before = SourceSpan(start: source.lineSpan(line).start, end: place.start)
      guard line > last, source.text(before).isSign else { return nil }
      var start = line
      while start - 1 > last, source.trimmedLine(start - 1).hasPrefix("#") { start -= 1 }
      starts.append(start)
      let end = version.lastSpan.map { max($0.end, place.end) } ?? place.end
      last = source.line(at: max(place.start, end - 1))
      let after = SourceSpan(start: end, end: source.lineSpan(last).end)
      guard source.text(after).isEndOfVersion else { return nil }
    }
    let ends = starts.dropFirst().map { $0 - 1 } + [last]
    spans = zip(starts, ends).map { start, end in
      SourceSpan(start: source.lineSpan(start).start, end: source.lineSpan(end).end)
    }
  }
}

extension VersionSyntax {
  /// The last of its words whose place is known.
  fileprivate var lastSpan: SourceSpan? {
    let words = [from, until, choice, option] + citations.map { $0.quote ?? $0.source }
    return words.compactMap { $0?.span }.max { $0.end < $1.end }
  }
}

extension String {
  /// Whether it is the sign before a version, with blanks; versions of what a node asks have none.
  fileprivate var isSign: Bool {
    ["=", "+", "-", "", "criterion"].contains(split(separator: " ").joined())
  }

  /// Whether nothing but `first-seen` and a comment follows a version.
  fileprivate var isEndOfVersion: Bool {
    let text = (split(separator: "#", omittingEmptySubsequences: false).first ?? "")
      .filter { !$0.isWhitespace }
    return text.isEmpty || text == "first-seen"
  }
}
