import Evaluation
import Facts
import Foundation
import TestSupport
import Testing

/// Customers of generated data that were recomputed from their rows: `NOTES.md` beside the rows shows how.
@Suite("Customers recomputed from their rows")
struct DozenTests {
  /// Every folder of rows; its name begins with the month that is asked for.
  private static let folders: [String] = {
    let entries = try? FileManager.default.contentsOfDirectory(
      at: Fixtures.root.appending(path: "dozen"),
      includingPropertiesForKeys: [.isDirectoryKey]
    )
    let directories = entries?.filter { entry in
      (try? entry.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true
    }
    return directories?.map(\.lastPathComponent).sorted() ?? []
  }()

  @Test
  func noFolderIsMissed() {
    #expect(Self.folders.count == 8, "\(Self.folders)")
  }

  @Test(arguments: folders)
  func everyNodeAsRecomputed(name: String) throws {
    let folder = Fixtures.root.appending(path: "dozen/\(name)")
    let expected = try expectations(in: folder)
    #expect(!expected.isEmpty)
    let evaluated = try Evaluated(
      checked(shippedRules()),
      asOf: String(name.prefix(7)),
      factFiles(in: folder)
    )
    let account = evaluated.facts.facts.account
    #expect(account.findings.filter { $0.level == .error }.map(\.message).isEmpty)
    #expect(account.files.allSatisfy { $0.rejected == 0 && $0.unknown == 0 })
    let found = evaluated.answers()
    let unexpected = found.keys.filter { expected[$0] == nil }
    #expect(unexpected.map(\.description).sorted().isEmpty, "nodes without an expectation")
    for (node, answer) in expected.sorted(by: { $0.key.description < $1.key.description }) {
      #expect(found[node] == answer, "\(node)")
    }
  }

  /// Lines of `customer,area,node,status,change,current`, none of which is quoted.
  private func expectations(in folder: URL) throws -> [NodeKey: Answer] {
    let text = try String(contentsOf: folder.appending(path: "expected.csv"), encoding: .utf8)
    var answers: [NodeKey: Answer] = [:]
    for line in text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      try #require(cells.count == 6, "\(line)")
      let node = NodeKey(customer: cells[0], area: cells[1], path: cells[2])
      #expect(answers[node] == nil, "\(node) twice")
      answers[node] = Answer(status: cells[3], change: cells[4], current: cells[5])
    }
    return answers
  }
}
