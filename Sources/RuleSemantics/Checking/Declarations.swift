import Facts
import RuleSyntax

/// Everything that the files of a rule set declare at their top level, by name.
struct Declarations: Sendable {
  let files: [SourceText]
  var units: [String: Unit] = [:]

  /// By the singular: where the range of a unit stands.
  var unitRanges: [String: Placed<SourceSpan>] = [:]
  var sources: [String: Placed<SourceSyntax>] = [:]
  var catalogue = Catalogue(kinds: [], tables: [])

  /// Indices in the catalogue.
  var kindIDs: [String: Int] = [:]
  var kindPlurals: [String: Int] = [:]

  /// Ids of kinds whose names tell of customers.
  var kindsOfCustomers: Set<String> = []
  var tableIDs: [String: Int] = [:]

  /// By table and column: where it stands what the column holds; of several blocks the last.
  var columnPlaces: [String: [String: Placed<SourceSpan>]] = [:]

  /// Codes of declared names with what they cover, by kind and normalised spelling.
  var members: [[String: NameSet.Member]] = []
  var choices: [Placed<ChoiceSyntax>] = []

  /// When a designation is earned; nil where no program says it.
  var qualification: QualificationPlan?

  /// Names that are given up, in the order of the files.
  var retiringNames: [Placed<NameSyntax>] = []

  /// Only the first one counts; others were reported.
  var programs: [Placed<ProgramSyntax>] = []

  /// Areas in report order.
  var areas: [Placed<AreaSyntax>] = []

  /// What was reported once, so that what follows from it is not.
  var mistakes = KnownMistakes()

  var associationKind: Int? { kindIDs["association"] }

  /// The kind with this id; after a reported mistake, the one that was meant.
  func kind(id: String) -> Int? { kindIDs[id] ?? mistakes.kinds[id] }

  /// The kind with this plural.
  func kind(plural: String) -> Int? { kindPlurals[plural] ?? mistakes.kindPlurals[plural] }

  /// The declaration of what amounts in a unit can be.
  func rangePlace(of unit: Unit) -> [RelatedPlace] {
    unitRanges[unit.singular].map {
      [RelatedPlace("what amounts can be", file: $0.file, at: $0.syntax)]
    } ?? []
  }

  func unit(_ word: String) -> Unit? { units[word] ?? mistakes.units[word] }

  /// How cells and rule files compare names: without case and outer blanks.
  static func normalised(_ name: String) -> String {
    var text = Substring(name.lowercased())
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

/// Mistakes that were reported, and what to make of them: one mistake gives one diagnostic.
struct KnownMistakes: Sendable {
  /// Names whose declaration could not be read, is repeated, or differs between area and track.
  var names: Set<String> = []

  /// Names, normalised, that are declared of a kind that is not known.
  var members: Set<String> = []

  /// Kinds that an unknown word most likely means.
  var kinds: [String: Int] = [:]
  var kindPlurals: [String: Int] = [:]

  /// Units that an unknown word most likely means, or one of its own.
  var units: [String: Unit] = [:]

  /// Columns whose role is not known, as `table.column`.
  var columns: Set<String> = []

  func hasColumn(_ column: String, of table: String) -> Bool {
    columns.contains(table + "." + column)
  }
}

/// A piece of syntax with the file it stands in.
struct Placed<Syntax: Sendable>: Sendable {
  let file: Int
  let syntax: Syntax
}

extension Placed: Equatable where Syntax: Equatable {}
extension Placed: Hashable where Syntax: Hashable {}
