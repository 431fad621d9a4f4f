import Facts
import RuleSyntax

/// Finds conditions that say nothing: that no facts meet, that all facts meet, or that another one
/// beside them implies.
///
/// A condition that no facts meet in some month is a mistake; one that adds nothing is a mistake
/// when it adds nothing in any month, under any option and in any track.
struct LogicChecker {
  let file: Int
  private(set) var impossible: [Diagnostic] = []

  /// How often each condition was looked at, and how often it added nothing, with the finding.
  private var looks: [SourceSpan: Int] = [:]
  private var needless: [SourceSpan: (count: Int, finding: Diagnostic)] = [:]

  init(file: Int) {
    self.file = file
  }

  /// All that was found so far.
  var diagnostics: [Diagnostic] {
    impossible + needless.filter { looks[$0.key] == $0.value.count }.map(\.value.finding)
  }

  /// Looks at everything that was lowered for one month.
  mutating func look(at lowering: TreeLowering) {
    guard let record = lowering.record else { return }
    var search = ConditionSearch(lowering)
    var hopeless: Set<Int> = []
    for (index, condition) in record.conditions.enumerated() {
      looks[condition.syntax.span, default: 0] += 1
      guard !condition.parts.contains(where: hopeless.contains) else {
        hopeless.insert(index)
        continue
      }
      let parts = condition.parts.map { record.conditions[$0] }
      if search.isImpossible([condition.id], condition.binding) {
        hopeless.insert(index)
        // A group that nobody is in is reported where it is defined.
        if case .membership = condition.syntax { continue }
        report(condition, parts, &search, lowering)
      } else {
        lookForNeedless(in: condition, parts, &search)
      }
    }
  }

  mutating func report(_ finding: Diagnostic) {
    if !impossible.contains(where: { $0.span == finding.span }) { impossible.append(finding) }
  }

  /// Two parts that exclude each other, or else the whole.
  private mutating func report(
    _ condition: LoweredCondition,
    _ parts: [LoweredCondition],
    _ search: inout ConditionSearch,
    _ lowering: TreeLowering
  ) {
    let month = lowering.chooser.month
    if case .all = condition.syntax {
      for (place, part) in parts.enumerated() {
        for other in parts[..<place]
        where search.isImpossible([other.id, part.id], condition.binding) {
          let examples = [other, part].map { search.example(of: [$0.id], condition.binding) ?? "" }
          report(.exclude(part.place(file), other.place(file), examples, month))
          return
        }
      }
    }
    report(neverMet(condition, lowering))
  }

  /// A condition whose parts may all hold, but not so.
  private func neverMet(_ condition: LoweredCondition, _ lowering: TreeLowering) -> Diagnostic {
    let place = condition.place(file)
    let month = lowering.chooser.month
    switch condition.syntax {
    case .some(_, let restriction?, _):
      return .neverMet(
        place,
        month,
        help: "the numbers that it compares are of other names than those it means: "
          + "correct `\(restriction.container.text)`, or the rows that are counted",
        related: [RelatedPlace("these names", file: file, at: restriction.container.span)]
      )
    case .comparison:
      let ranges = lowering.arena.ranges(of: condition.id, lowering.declarations)
      return .neverMet(place, month, help: "no amount is so: correct the number", related: ranges)
    default:
      return .neverMet(place, month)
    }
  }

  /// Parts that hold whenever another does, and parts that always hold.
  private mutating func lookForNeedless(
    in condition: LoweredCondition,
    _ parts: [LoweredCondition],
    _ search: inout ConditionSearch
  ) {
    let isAll: Bool
    switch condition.syntax {
    case .all: isAll = true
    case .any: isAll = false
    default: return
    }
    guard parts.count <= LogicChecker.mostParts else { return }
    for (place, part) in parts.enumerated().reversed() {
      if search.isImpossible([], without: [part.id], condition.binding) {
        note(.alwaysMet(part.place(file), search.example(of: [part.id], condition.binding)))
        continue
      }
      for (otherPlace, other) in parts.enumerated() where otherPlace != place {
        // In an `and` the weaker of two adds nothing, in an `or` the stricter.
        let (weak, strict) = isAll ? (part, other) : (other, part)
        guard search.implies(strict.id, weak.id, condition.binding) else { continue }
        let example = search.example(of: [weak.id], without: [strict.id], condition.binding)
        // Of two that say the same, the later one.
        if example == nil, otherPlace > place { continue }
        note(.impliedPart(part.place(file), by: other.place(file), isAll: isAll, example))
        break
      }
    }
  }

  private mutating func note(_ finding: Diagnostic) {
    let count = needless[finding.span]?.count ?? 0
    needless[finding.span] = (count + 1, finding)
  }

  /// Longer lists are not compared part by part, which takes time by the square of their length.
  ///
  /// Source: our choice.
  private static let mostParts = 12
}

extension PlanArena {
  /// Where it is declared what amounts can be that a condition compares.
  fileprivate func ranges(of id: ConditionID, _ declarations: Declarations) -> [RelatedPlace] {
    guard case .comparison(let quantity, _) = conditions.values[id.index] else { return [] }
    return declarations.rangePlace(of: measures.values[quantity.measure].unit)
  }
}

extension LoweredCondition {
  func place(_ file: Int) -> Placed<SourceSpan> { Placed(file: file, syntax: syntax.span) }
}

/// Asks whether some facts meet conditions of one lowering.
struct ConditionSearch {
  private let arena: PlanArena
  private let catalogue: Catalogue
  private var examples: FactExamples
  private var known: [Question: Answer] = [:]

  private struct Question: Hashable {
    let conditions: [ConditionID]
    let excluded: [ConditionID]
    let binding: Binding
  }

  private enum Answer {
    case possible(String)
    case impossible
    case notKnown
  }

  init(_ lowering: TreeLowering) {
    arena = lowering.arena
    catalogue = lowering.declarations.catalogue
    examples = FactExamples(measures: arena.measures.values, catalogue: catalogue)
  }

  /// Whether no facts meet all these conditions and none of the others.
  ///
  /// False also where it is not known.
  mutating func isImpossible(
    _ conditions: [ConditionID],
    without excluded: [ConditionID] = [],
    _ binding: Binding
  ) -> Bool {
    if case .impossible = answer(conditions, excluded, binding) { true } else { false }
  }

  /// Whether whoever meets the first condition meets the second.
  mutating func implies(_ strict: ConditionID, _ weak: ConditionID, _ binding: Binding) -> Bool {
    // Most parts compare different numbers, and need no search: neither says anything of the other.
    if case .comparison(let quantity, _) = arena.conditions.values[strict.index],
      case .comparison(let other, _) = arena.conditions.values[weak.index], quantity != other
    {
      return false
    }
    return isImpossible([strict], without: [weak], binding)
  }

  /// Facts that meet all these conditions and none of the others, for people; nil where there are
  /// none, or it is not known.
  mutating func example(
    of conditions: [ConditionID],
    without excluded: [ConditionID] = [],
    _ binding: Binding
  ) -> String? {
    guard case .possible(let text) = answer(conditions, excluded, binding) else { return nil }
    return text
  }

  private mutating func answer(
    _ conditions: [ConditionID],
    _ excluded: [ConditionID],
    _ binding: Binding
  ) -> Answer {
    let question = Question(conditions: conditions, excluded: excluded, binding: binding)
    if let answer = known[question] { return answer }
    let answer = search(question)
    known[question] = answer
    return answer
  }

  private mutating func search(_ question: Question) -> Answer {
    var builder = FormulaBuilder(arena)
    let formula = builder.formula(
      of: question.conditions,
      without: question.excluded,
      question.binding
    )
    guard let formula else { return .notKnown }
    let variables = builder.variables.values
    var search = WitnessSearch(formula, values: examples.values(for: formula, variables))
    switch search.run() {
    case .impossible: return .impossible
    case .tooLong: return .notKnown
    case .found(let values):
      let text = ExampleText(measures: arena.measures.values, catalogue: catalogue)
      return .possible(text.text(of: values, variables))
    }
  }
}
