import RuleSyntax

/// A region of a file, as SARIF tells it.
struct SARIFPlace {
  /// What paths are relative to.
  static let base = "%SRCROOT%"

  let file: String
  let start: TextPosition
  let end: TextPosition
  let span: SourceSpan

  /// Nil where there is no such file.
  init?(_ file: Int, _ span: SourceSpan, _ files: [SourceText]) {
    guard files.indices.contains(file) else { return nil }
    let source = files[file]
    self.file = source.name
    self.span = span
    start = source.codePointPosition(at: span.start)
    end = source.codePointPosition(at: span.end)
  }
}

extension JSONWriter {
  /// A message: its braces are doubled, since single ones stand for arguments.
  ///
  /// Source: SARIF 2.1.0, section 3.11.5.
  mutating func message(_ name: String, _ text: String) {
    let escaped = text.flatMap { $0 == "{" || $0 == "}" ? [$0, $0] : [$0] }
    content(name, String(escaped))
  }

  /// A text that is no message: of a file, or of a rule, which has no arguments.
  mutating func content(_ name: String, _ text: String) {
    member(name) { $0.member("text", text) }
  }

  /// Where a file is: relative to the folder of the run, unless it lies outside.
  mutating func artifact(_ name: String) {
    let uri = ReportedPath.uri(name)
    member("uri", uri)
    let isInside = !uri.hasPrefix("file:") && uri != ".." && !uri.hasPrefix("../")
    if isInside { member("uriBaseId", SARIFPlace.base) }
  }

  mutating func physicalLocation(_ place: SARIFPlace) {
    member("physicalLocation") { writer in
      writer.member("artifactLocation") { $0.artifact(place.file) }
      writer.member("region") { $0.region(place) }
    }
  }

  /// Lines and columns from 1, the end behind the last character; bytes from the start of the file.
  mutating func region(_ place: SARIFPlace) {
    member("startLine", place.start.line)
    member("startColumn", place.start.column)
    member("endLine", place.end.line)
    member("endColumn", place.end.column)
    member("byteOffset", Int(place.span.start))
    member("byteLength", place.span.length)
  }

  /// What a code means, from its entry in the catalogue.
  mutating func rule(_ code: DiagnosticCode) {
    let entry = code.entry
    object { writer in
      writer.member("id", code.rawValue)
      writer.member("name", code.name)
      writer.content("shortDescription", entry.title)
      writer.content("fullDescription", entry.what)
      writer.content("help", "\(entry.what) \(entry.why) \(entry.repair)")
      writer.member("defaultConfiguration") { $0.member("level", code.severity.rawValue) }
    }
  }
}

extension DiagnosticCode {
  /// `UnknownName`.
  fileprivate var name: String {
    let name = "\(self)"
    return name.prefix(1).uppercased() + name.dropFirst()
  }
}
