package import Foundation
package import RuleSyntax

/// Files below `Tests/Fixtures`, found from the place of this file.
package enum Fixtures {
  package static var root: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures")
  }

  /// The root of the package, where Grammar.md is.
  package static var packageRoot: URL {
    root.deletingLastPathComponent().deletingLastPathComponent()
  }

  /// The names, without extension, of the files with an extension in a folder, in order.
  package static func names(in folder: String, withExtension ending: String) -> [String] {
    let urls = try? FileManager.default.contentsOfDirectory(
      at: root.appending(path: folder),
      includingPropertiesForKeys: nil
    )
    return (urls ?? []).filter { $0.pathExtension == ending }
      .map { $0.deletingPathExtension().lastPathComponent }.sorted()
  }

  package static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appending(path: path)))
  }

  /// A rule file below `Tests/Fixtures`, with the name to show for it.
  package static func source(_ path: String, as name: String) throws -> SourceText {
    SourceText(name: name, bytes: try bytes(path))
  }

  /// The rule files as they are shipped, in the order of their names: `Rules/azure.rules`.
  package static func shippedRules() throws -> [SourceText] {
    let folder = packageRoot.appending(path: "Rules")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try names.filter { $0.hasSuffix(".rules") }.sorted().map { name in
      let data = try Data(contentsOf: folder.appending(path: name))
      return SourceText(name: "Rules/" + name, bytes: Array(data))
    }
  }
}

/// What a golden comparison found.
package enum GoldenResult: Equatable, Sendable {
  case same
  /// The golden was written because `RULEC_RECORD=1` is set; the test still fails.
  case recorded
  case different(expected: String, found: String)
}

/// Compares with `Tests/Fixtures/<path>`; with `RULEC_RECORD=1` writes what is new or changed.
package func compareGolden(_ found: String, with path: String) throws -> GoldenResult {
  let url = Fixtures.root.appending(path: path)
  let expected = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
  if expected == found, !found.isEmpty { return .same }
  guard ProcessInfo.processInfo.environment["RULEC_RECORD"] == "1" else {
    return .different(expected: expected, found: found)
  }
  try Data(found.utf8).write(to: url)
  return .recorded
}
