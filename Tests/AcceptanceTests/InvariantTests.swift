import Facts
import Foundation
import RuleSemantics
import TestSupport
import Testing

/// Invariants of the README that the compiler does not check.
@Suite("Invariants of the architecture")
struct InvariantTests {
  private let sources = Fixtures.packageRoot.appending(path: "Sources")

  /// Swift files by their path below `Sources`.
  private func swiftFiles() throws -> [(path: String, text: String)] {
    let paths = try #require(FileManager.default.enumerator(atPath: sources.path))
      .compactMap { $0 as? String }
      .filter { $0.hasSuffix(".swift") }
    return try paths.sorted().map { path in
      (path, try String(contentsOf: sources.appending(path: path), encoding: .utf8))
    }
  }

  @Test("only rulec imports what can reach files, streams, clock and environment")
  func onlyTheCommandReachesTheWorld() throws {
    let files = try swiftFiles()
    #expect(files.count > 100)
    let doors = ["Foundation", "FoundationEssentials", "Glibc", "Musl", "Darwin", "Dispatch"]
    for file in files where !file.path.hasPrefix("rulec/") {
      for line in file.text.split(separator: "\n") where line.contains("import ") {
        let module = line.split(separator: " ").last.map(String.init) ?? ""
        #expect(!doors.contains(module), "\(file.path): \(line)")
      }
    }
  }

  @Test("no Swift file knows a name, header, area or value of the rules")
  func onlyRulesKnowTheProgramme() throws {
    let rules = try checked(shippedRules())
    let catalogue = rules.catalogue
    let declared =
      catalogue.kinds.flatMap { $0.names.flatMap { [$0.canonical] + $0.aliases } }
      + catalogue.tables.flatMap { [$0.id] + $0.columns.flatMap(\.headers) }
      + rules.areaIDs
    // Words that are also plain English, or part of the language.
    let plain: Set<String> = ["Date", "Month", "Backup", "Storage", "Functions", "associations"]
    let words = Set(declared).subtracting(plain).filter { $0.count > 2 }
    #expect(words.count > 200)
    for file in try swiftFiles() {
      let literals = stringLiterals(of: file.text)
      for word in words {
        #expect(!literals.contains { $0.contains(word) }, "\(file.path) knows `\(word)`")
      }
    }
  }

  /// What stands between quotes in code; comments aside.
  private func stringLiterals(of text: String) -> [String] {
    text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }.flatMap { line in
      line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
    }
  }
}
