import Facts
import RuleSyntax

/// Everything that the files of a rule set declare at their top level, by name.
struct Declarations: Sendable {
  let files: [SourceText]
  var units: [String: Unit] = [:]
  var sources: [String: SourceSyntax] = [:]
  var catalogue = Catalogue(kinds: [], tables: [])

  /// Codes of declared names with what they cover, by kind and normalised spelling.
  var members: [[String: NameSet.Member]] = []
  var choices: [Placed<ChoiceSyntax>] = []

  /// Areas in report order.
  var areas: [Placed<AreaSyntax>] = []

  /// Names whose declaration could not be read; uses of them are not reported.
  var brokenNames: Set<String> = []

  var associationKind: Int? { catalogue.kinds.firstIndex { $0.id == "association" } }

  /// The kind with this id or plural.
  func kind(_ word: String) -> Int? {
    catalogue.kinds.firstIndex { $0.id == word || $0.plural == word }
  }

  func table(_ id: String) -> Int? {
    catalogue.tables.firstIndex { $0.id == id }
  }

  /// How cells and rule files compare names: without case and outer blanks.
  static func normalised(_ name: String) -> String {
    var text = Substring(name.lowercased())
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

/// A piece of syntax with the file it stands in.
struct Placed<Syntax: Sendable>: Sendable {
  let file: Int
  let syntax: Syntax
}

extension Placed: Equatable where Syntax: Equatable {}
extension Placed: Hashable where Syntax: Hashable {}
