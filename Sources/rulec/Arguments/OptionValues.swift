import Facts
import RuleSyntax

/// What `rulec check` writes.
enum CheckFormat: String, CaseIterable {
  case text, line, json, sarif, github
}

/// What `rulec facts` writes.
enum FactsFormat: String, CaseIterable {
  case text, json
}

/// When text has colour.
enum ColourChoice: String, CaseIterable {
  case auto, always, never
}

/// How many rows may be rejected without the run counting as incomplete.
enum RejectionLimit {
  case rows(Int)
  /// Of the rows that were read.
  case percent(Decimal)

  static let none = RejectionLimit.rows(0)

  /// `5`, `2%` or `0.5%`.
  init?(_ text: String) {
    guard text.hasSuffix("%") else {
      guard let count = Int(text), count >= 0, text.first != "+" else { return nil }
      self = .rows(count)
      return
    }
    guard let share = Decimal(text.dropLast()), share.mantissa >= 0, share.scale <= 6 else {
      return nil
    }
    self = .percent(share)
  }

  func allows(rejected: Int, of read: Int) -> Bool {
    switch self {
    case .rows(let most):
      return rejected <= most
    case .percent(let share):
      // rejected / read <= share / 100, in whole numbers. Six places and 18 digits times a row
      // count stay below 10^38.
      let unit = Decimal.powerOfTen(share.scale) ?? 1
      return Int128(rejected) * 100 * unit <= share.mantissa * Int128(read)
    }
  }

  var text: String {
    switch self {
    case .rows(let most): "\(most)"
    case .percent(let share): "\(share)%"
    }
  }
}

extension CommandError {
  /// A value that is none of the allowed ones.
  static func invalidChoice(
    _ value: String,
    option: String,
    _ choices: [String]
  ) -> CommandError {
    let expected = choices.dropLast().map { "`\($0)`" }.joined(separator: ", ")
    return .invalidValue(
      value,
      option: option,
      expected: choices.last.map { expected + (expected.isEmpty ? "" : " or ") + "`\($0)`" } ?? "",
      nearest: NearestNames.question(choices, to: value)
    )
  }
}

extension ParsedArguments {
  /// The value of an option whose choices are the raw values of an enumeration.
  func choice<Choice: RawRepresentable<String>>(_ option: CommandOption) -> Choice? {
    value(option).flatMap(Choice.init(rawValue:))
  }

  func rejectionLimit() throws(CommandError) -> RejectionLimit {
    guard let text = value(.allowRejected) else { return .none }
    guard let limit = RejectionLimit(text) else {
      throw .invalidValue(
        text,
        option: CommandOption.allowRejected.name,
        expected: "a number of rows or a percentage such as `2%`",
        nearest: nil
      )
    }
    return limit
  }

  /// Who does what can be done at the same time.
  func workers() throws(CommandError) -> Workers {
    guard let text = value(.threads) else { return .ofThisMachine }
    guard let count = Int(text), Workers.counts.contains(count), text.first != "+" else {
      throw .invalidValue(
        text,
        option: CommandOption.threads.name,
        expected: "a number from \(Workers.counts.lowerBound) to \(Workers.counts.upperBound)",
        nearest: nil
      )
    }
    return .threads(count)
  }

  func asOfMonth() throws(CommandError) -> Month? {
    guard let text = value(.asOf) else { return nil }
    guard let month = Month(text) else {
      throw .invalidValue(
        text,
        option: CommandOption.asOf.name,
        expected: "a month such as `2025-10`",
        nearest: nil
      )
    }
    return month
  }
}
