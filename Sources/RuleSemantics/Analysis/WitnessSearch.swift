import Facts

/// Looks for facts that make a formula true.
///
/// Exact: only numbers at, between and beyond the ends that the formula names are told apart by it,
/// and all of these are tried, part by part, as far as a part is still open.
struct WitnessSearch {
  /// What a search ended with.
  enum Result {
    /// Facts that make it true, by variable; nil for what makes no difference.
    case found([FactValue?])
    /// No facts do.
    case impossible
    /// The search was given up.
    case tooLong
  }

  private let formula: Formula

  /// For each variable the values to try.
  private let values: [[FactValue]]
  private var chosen: [FactValue?]
  private var steps = 0

  /// More combinations are not tried.
  ///
  /// Source: our choice, some ten times what the shipped rules need.
  private static let mostSteps = 5_000

  init(_ formula: Formula, values: [[FactValue]]) {
    self.formula = formula
    self.values = values
    chosen = Array(repeating: nil, count: values.count)
  }

  mutating func run() -> Result {
    if search() { return .found(chosen) }
    return steps > WitnessSearch.mostSteps ? .tooLong : .impossible
  }

  /// Whether what is still open can be chosen so that the formula is true.
  private mutating func search() -> Bool {
    steps += 1
    guard steps <= WitnessSearch.mostSteps else { return false }
    var open: Int?
    switch truth(of: formula, &open) {
    case .yes: return true
    case .no: return false
    case .unknown: break
    }
    guard let open else { return false }
    for value in values[open] {
      chosen[open] = value
      if search() { return true }
    }
    chosen[open] = nil
    return false
  }

  /// The truth of what is chosen so far, and the first variable that could decide.
  private func truth(of formula: Formula, _ open: inout Int?) -> Truth {
    switch formula {
    case .constant(let isTrue): return Truth(isTrue)
    case .within(let variable, let bounds):
      guard case .number(let number)? = value(variable, &open) else { return .unknown }
      return Truth(bounds.contains(number))
    case .nameIn(let variable, let filter):
      guard case .name(let code)? = value(variable, &open) else { return .unknown }
      return Truth(filter.passes(code))
    case .holds(let variable):
      guard case .flag(let flag)? = value(variable, &open) else { return .unknown }
      return Truth(flag)
    case .not(let part):
      return truth(of: part, &open).negated
    case .all(let parts):
      return truth(of: parts, decidedBy: .no, &open)
    case .any(let parts):
      return truth(of: parts, decidedBy: .yes, &open)
    }
  }

  /// One part with the deciding truth is enough for it; without one, all must have the other.
  private func truth(of parts: [Formula], decidedBy deciding: Truth, _ open: inout Int?) -> Truth {
    let before = open
    var result = deciding.negated
    for part in parts {
      let truth = truth(of: part, &open)
      guard truth != deciding else {
        open = before
        return deciding
      }
      if truth == .unknown { result = .unknown }
    }
    return result
  }

  private func value(_ variable: Int, _ open: inout Int?) -> FactValue? {
    if chosen[variable] == nil, open == nil { open = variable }
    return chosen[variable]
  }
}

extension Bounds {
  /// Whether the number is within the bounds.
  func contains(_ number: Decimal) -> Bool {
    if let lower {
      let order = number.compared(with: lower.number)
      if order < 0 || order == 0 && !lower.isIncluded { return false }
    }
    if let upper {
      let order = number.compared(with: upper.number)
      if order > 0 || order == 0 && !upper.isIncluded { return false }
    }
    return true
  }
}
