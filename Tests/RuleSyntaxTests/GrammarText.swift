import Foundation
import TestSupport

/// Grammar.md as the tests read it.
struct GrammarText {
  struct Example: Sendable {
    let production: String
    let text: String
  }

  let productions: [String: Expression]
  let order: [String]
  let examples: [Example]

  /// The list of section 1.8.
  let words: Set<String>

  static let shared = Result { try GrammarText() }

  init() throws {
    let page = try String(
      contentsOf: Fixtures.packageRoot.appending(path: "Grammar.md"),
      encoding: .utf8
    )
    var productions: [String: Expression] = [:]
    var order: [String] = []
    var examples: [Example] = []
    for (info, body) in GrammarText.fences(of: page) {
      if info == "ebnf" {
        for (name, rule) in try ExpressionReader.productions(in: body) {
          productions[name] = rule
          order.append(name)
        }
      } else if info.hasPrefix("rules ") {
        examples.append(Example(production: String(info.dropFirst(6)), text: body))
      }
    }
    self.productions = productions
    self.order = order
    self.examples = examples
    let section = page.components(separatedBy: "### 1.8 Words").last ?? ""
    let list = section.components(separatedBy: "\n#").first ?? ""
    let pieces = list.components(separatedBy: "`")
    words = Set(pieces.indices.filter { $0 % 2 == 1 }.map { pieces[$0] })
  }

  private static func fences(of page: String) -> [(info: String, body: String)] {
    var found: [(String, String)] = []
    var open: (info: String, lines: [String])?
    for line in page.components(separatedBy: "\n") {
      if line.hasPrefix("```") {
        if let (info, lines) = open {
          found.append((info, lines.joined(separator: "\n")))
          open = nil
        } else {
          open = (String(line.dropFirst(3)), [])
        }
      } else {
        open?.lines.append(line)
      }
    }
    return found
  }
}
