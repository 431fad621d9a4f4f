import Foundation
import Testing

/// Files with the expected output, in `Tests/Fixtures/reports`.
///
/// `RULEC_RECORD=1 swift test` writes missing and changed files and still fails.
enum Golden {
  static func expect(
    _ output: String,
    _ name: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let url = folder.appending(path: name)
    let expected = try? String(contentsOf: url, encoding: .utf8)
    if output != expected, ProcessInfo.processInfo.environment["RULEC_RECORD"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try output.write(to: url, atomically: true, encoding: .utf8)
    }
    #expect(output == expected, "\(name) differs", sourceLocation: sourceLocation)
  }

  private static var folder: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fixtures/reports")
  }
}
