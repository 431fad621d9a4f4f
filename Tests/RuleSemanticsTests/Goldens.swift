import Foundation
import RuleSyntax
import Testing

/// Files of the repository that tests read, and goldens that they compare with.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func source(_ path: String, as name: String? = nil) throws -> SourceText {
    let data = try Data(contentsOf: root.appending(path: path))
    return SourceText(name: name ?? path, bytes: Array(data))
  }

  /// The real rules, in the order of their names.
  static func rules() throws -> [SourceText] {
    try ["azure", "facts", "modern-work", "program"].map { try source("Rules/\($0).rules") }
  }

  /// Names, without extension, of the files in a folder that have the extension; ascending.
  static func names(in folder: String, extension ending: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
      .filter { $0.hasSuffix("." + ending) }
      .map { String($0.dropLast(ending.count + 1)) }
      .sorted()
  }

  /// Compares with a stored text.
  ///
  /// `RULEC_RECORD=1 swift test` writes missing and changed ones, and still fails.
  static func expectGolden(_ text: String, _ path: String) throws {
    let file = root.appending(path: path)
    let stored = try? String(contentsOf: file, encoding: .utf8)
    guard stored != text else { return }
    if ProcessInfo.processInfo.environment["RULEC_RECORD"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("wrote \(path)")
    } else {
      Issue.record("\(path) differs; now it is:\n\(text)")
    }
  }
}

/// Diagnostics as text: the place, the line with a caret, the help and other places.
func rendered(_ diagnostics: [Diagnostic], _ files: [SourceText]) -> String {
  diagnostics.map { diagnostic in
    let source = files[diagnostic.file]
    let position = source.position(at: diagnostic.span.start)
    let line = source.text(source.lineSpan(position.line))
    let length = max(1, source.text(diagnostic.span).prefix { $0 != "\n" }.count)
    var text =
      "\(source.name):\(position.line):\(position.column): \(diagnostic.severity.rawValue)"
      + "[\(diagnostic.code.rawValue)]: \(diagnostic.message)\n"
    text += "  \(line)\n  "
    text += String(repeating: " ", count: position.column - 1)
    text += String(repeating: "^", count: length) + "\n"
    if let help = diagnostic.help { text += "  help: \(help)\n" }
    for place in diagnostic.related {
      let other = files[place.file]
      let at = other.position(at: place.span.start)
      text += "  \(other.name):\(at.line):\(at.column): \(place.label)\n"
    }
    return text
  }.joined(separator: "\n")
}
