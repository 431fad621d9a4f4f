/// The right side of a production.
indirect enum Expression: Sendable {
  case terminal(String)
  case reference(String)
  case sequence([Expression])
  case choice([Expression])
  case optional(Expression)
  case repeated(Expression)

  /// The productions and tokens that it uses.
  var references: Set<String> {
    switch self {
    case .terminal: []
    case .reference(let name): [name]
    case .sequence(let parts), .choice(let parts):
      parts.reduce(into: []) { $0.formUnion($1.references) }
    case .optional(let part), .repeated(let part): part.references
    }
  }

  /// The words and signs that stand in it.
  var terminals: Set<String> {
    switch self {
    case .terminal(let word): [word]
    case .reference: []
    case .sequence(let parts), .choice(let parts):
      parts.reduce(into: []) { $0.formUnion($1.terminals) }
    case .optional(let part), .repeated(let part): part.terminals
    }
  }

  static let tokens: Set<String> = ["NAME", "TEXT", "NUMBER", "MONTH", "DATE"]
}

/// Reads the notation of the `ebnf` blocks of Grammar.md.
struct ExpressionReader {
  struct Malformed: Error { let near: String }

  private let symbols: [String]
  private var position = 0

  static func productions(in block: String) throws -> [(String, Expression)] {
    var reader = ExpressionReader(symbols: symbols(of: block))
    var found: [(String, Expression)] = []
    while reader.position < reader.symbols.count {
      let name = reader.take()
      guard reader.take() == "=" else { throw Malformed(near: name) }
      found.append((name, try reader.choice()))
      guard reader.take() == ";" else { throw Malformed(near: name) }
    }
    return found
  }

  private static func symbols(of block: String) -> [String] {
    block.split { $0 == " " || $0 == "\n" }.map(String.init)
  }

  private var next: String? { position < symbols.count ? symbols[position] : nil }

  private mutating func take() -> String {
    defer { position += 1 }
    return next ?? ""
  }

  private mutating func choice() throws -> Expression {
    var parts = [try sequence()]
    while next == "|" {
      position += 1
      parts.append(try sequence())
    }
    return parts.count == 1 ? parts[0] : .choice(parts)
  }

  private mutating func sequence() throws -> Expression {
    var parts: [Expression] = []
    while let symbol = next, !["|", ";", "]", "}", ")"].contains(symbol) {
      position += 1
      switch symbol {
      case "[": parts.append(.optional(try inner(until: "]")))
      case "{": parts.append(.repeated(try inner(until: "}")))
      case "(": parts.append(try inner(until: ")"))
      case _ where symbol.hasPrefix("\""):
        parts.append(.terminal(String(symbol.dropFirst().dropLast())))
      default: parts.append(.reference(symbol))
      }
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func inner(until end: String) throws -> Expression {
    let expression = try choice()
    guard take() == end else { throw Malformed(near: end) }
    return expression
  }
}
