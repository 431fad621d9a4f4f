import RuleSyntax
import TestSupport

/// Rules with one single mistake.
struct Mutant {
  /// How rules are broken.
  enum Kind: String, CaseIterable {
    case keywordDeleted = "a keyword deleted"
    case keywordMisspelt = "a keyword misspelt"
    case nameDeleted = "a name deleted"
    case nameMisspelt = "a name misspelt"
    case memberMisspelt = "a member of a set misspelt"
    case textDeleted = "a quoted text deleted"
    case signDeleted = "a sign deleted"
    case bracketDeleted = "a bracket deleted"
    case bracketDoubled = "a bracket doubled"
    case bracketTurned = "a bracket turned round"
    case neighboursSwapped = "two neighbours swapped"
    case unitChanged = "a unit changed"
    case monthInvalid = "a month that does not exist"
    case datesReversed = "two dates reversed"
    case operatorForeign = "an operator of another notation"
    case operatorChanged = "an operator changed"
    case numberChanged = "a number changed"
    case dateMoved = "a date moved by a month"

    /// Whether `check` promises to find it.
    ///
    /// Another number, another comparison and another month make other rules that may be meant: of
    /// these only what they contradict is found.
    var isPromised: Bool {
      switch self {
      case .operatorChanged, .numberChanged, .dateMoved: false
      default: true
      }
    }
  }

  let kind: Kind

  /// The index of the file that is broken.
  let file: Int
  let edits: [(span: SourceSpan, text: String)]

  /// The file with the mistake.
  func applied(to source: SourceText) -> SourceText {
    var bytes = source.bytes
    for edit in edits.sorted(by: { $0.span.start > $1.span.start }) {
      bytes.replaceSubrange(Int(edit.span.start)..<Int(edit.span.end), with: Array(edit.text.utf8))
    }
    return SourceText(name: source.name, bytes: bytes)
  }
}

/// Every way to break a file once, by kind.
struct MutantSource {
  private let file: Int
  private let source: SourceText
  private let tokens: [Token]
  private let places: MutablePlaces
  private(set) var mutants: [Mutant] = []

  init(_ parsed: ParsedFile, file: Int, keywords: Set<String>, units: [String]) {
    self.file = file
    source = parsed.source
    var diagnostics: [Diagnostic] = []
    tokens = tokenize(source, file: file, reporting: &diagnostics).tokens.dropLast()
    places = MutablePlaces(parsed.tree)
    for index in tokens.indices {
      add(tokens[index], text(tokens[index]), keywords, units)
      if index + 1 < tokens.count { addSwap(tokens[index], tokens[index + 1]) }
    }
    for (one, other) in places.datePairs {
      add(.datesReversed, [(one.span, other.text), (other.span, one.text)])
    }
  }

  private func text(_ token: Token) -> String { source.text(token.span) }

  private mutating func add(_ kind: Mutant.Kind, _ edits: [(span: SourceSpan, text: String)]) {
    mutants.append(Mutant(kind: kind, file: file, edits: edits))
  }

  private mutating func add(
    _ token: Token,
    _ text: String,
    _ keywords: Set<String>,
    _ units: [String]
  ) {
    let replace = { (kind: Mutant.Kind, new: String) in (kind, [(token.span, new)]) }
    switch token.kind {
    case .name where units.contains(text) && places.units.contains(token.span):
      let other = units[(units.firstIndex(of: text).map { $0 + 3 } ?? 0) % units.count]
      add(replace(.unitChanged, other).0, replace(.unitChanged, other).1)
    case .name where keywords.contains(text) && !places.names.contains(token.span):
      // What is optional makes other rules without it.
      if !["not", "details", "optional", "first-seen"].contains(text) {
        add(.keywordDeleted, [(token.span, "")])
      }
      if text.count > 2 { add(.keywordMisspelt, [(token.span, misspelt(text))]) }
    case .name:
      add(.nameDeleted, [(token.span, "")])
      add(.nameMisspelt, [(token.span, misspelt(text))])
    case .text:
      if places.members.contains(token.span) {
        add(.memberMisspelt, [(token.span, misspelt(text))])
      }
      if !places.quotes.contains(token.span) { add(.textDeleted, [(token.span, "")]) }
    case .number:
      add(.numberChanged, [(token.span, text + "0")])
    case .month:
      add(.monthInvalid, [(token.span, text.dropLast(2) + "13")])
      add(.dateMoved, [(token.span, moved(text))])
    case .leftBrace, .rightBrace, .leftParenthesis, .rightParenthesis:
      let turned = ["{": "}", "}": "{", "(": ")", ")": "("]
      add(.bracketDeleted, [(token.span, "")])
      add(.bracketDoubled, [(token.span, text + " " + text)])
      add(.bracketTurned, [(token.span, turned[text] ?? text)])
    case .greaterOrEqual, .greater, .lessOrEqual, .less:
      let others = [">=": ">", ">": ">=", "<=": "<", "<": "<="]
      let foreign = [">=": "≥", ">": "=>", "<=": "=<", "<": "≤"]
      add(.operatorChanged, [(token.span, others[text] ?? text)])
      add(.operatorForeign, [(token.span, foreign[text] ?? text)])
      add(.signDeleted, [(token.span, "")])
    case .colon, .comma, .equals, .plus, .minus:
      add(.signDeleted, [(token.span, "")])
    case .date, .invalid, .end: break
    }
  }

  /// Neighbours of one kind, such as two words, may stand in either order.
  private mutating func addSwap(_ one: Token, _ other: Token) {
    guard one.kind != other.kind, !places.quotes.contains(other.span) else { return }
    add(.neighboursSwapped, [(one.span, text(other)), (other.span, text(one))])
  }

  /// Without a letter in the middle.
  private func misspelt(_ text: String) -> String {
    var letters = Array(text)
    letters.remove(at: letters.count / 2)
    return String(letters)
  }

  private func moved(_ month: String) -> String {
    let number = Int(month.suffix(2)) ?? 1
    let other = number == 12 ? 11 : number + 1
    return month.dropLast(2) + (other < 10 ? "0" : "") + String(other)
  }
}

/// Where in a file stands what a mistake depends on.
private struct MutablePlaces {
  /// Members of sets, names with rates, and associations of leaves: declared names.
  var members: Set<SourceSpan> = []

  /// Published words: any text will do, and none.
  var quotes: Set<SourceSpan> = []

  /// Names that are spelt like a keyword.
  var names: Set<SourceSpan> = []

  /// Units of values.
  var units: Set<SourceSpan> = []

  /// Dates of which one must be before the other.
  var datePairs: [(Word, Word)] = []

  init(_ tree: RuleFileSyntax) {
    for area in tree.areas {
      for definition in area.definitions + area.tracks.flatMap(\.definitions) { add(definition) }
      for node in area.nodes + area.tracks.flatMap(\.nodes) { add(node) }
      add(area.tracks.map(\.version) + area.tracks.flatMap(\.conditions).map(\.version))
      add(area.trackChoices.map(\.version) + area.designations.map(\.version))
      add(area.designations.flatMap(\.scores).map(\.version))
    }
  }

  private mutating func add(_ definition: DefinitionSyntax) {
    names.insert(definition.id.span)
    switch definition.body {
    case .value(let versions): add(versions)
    case .set(let kind, let versions):
      names.insert(kind.span)
      for member in versions.flatMap(\.members) { members.insert(member.span) }
      add(versions.map(\.version))
    case .rate(let kind, let entries):
      names.insert(kind.span)
      for entry in entries {
        members.insert(entry.name.span)
        add(entry.versions)
      }
    case .rows(let versions): add(versions.map(\.version))
    case .measure(let versions): add(versions.map(\.version))
    case .group(_, let versions): add(versions.map(\.version))
    }
  }

  private mutating func add(_ versions: [ValueVersionSyntax]) {
    for version in versions { units.insert(version.unit.span) }
    add(versions.map(\.version))
  }

  private mutating func add(_ versions: [VersionSyntax]) {
    for citation in versions.flatMap(\.citations) {
      if let quote = citation.quote { quotes.insert(quote.span) }
    }
    for version in versions {
      if let from = version.from, let until = version.until, from.text != until.text {
        datePairs.append((from, until))
      }
    }
    let begins = versions.compactMap(\.from)
    for (one, other) in zip(begins, begins.dropFirst()) where one.text < other.text {
      datePairs.append((one, other))
    }
  }

  private mutating func add(_ node: NodeSyntax) {
    switch node {
    case .gate(let gate): add(gate.body)
    case .metric(let metric):
      for leaf in metric.leaves {
        if let under = leaf.under { members.insert(under.span) }
        add(leaf.body)
      }
    case .category(let category):
      for inner in category.nodes { add(inner) }
    }
  }

  private mutating func add(_ body: LeafBodySyntax) {
    for criterion in body.criteria { quotes.insert(criterion.text.span) }
    add(body.criteria.map(\.version))
    add(body.requirements.map(\.version))
    add(body.earnings.map(\.version))
  }
}
