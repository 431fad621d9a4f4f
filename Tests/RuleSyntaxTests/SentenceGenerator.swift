import TestSupport

/// Random sentences of the grammar, from its own productions.
struct SentenceGenerator {
  let productions: [String: Expression]
  let reserved: Set<String>
  private var random: SplitMix64
  private(set) var words: [String] = []

  /// How often each alternative of `file` was taken.
  private(set) var items: [String: Int] = [:]

  /// Below this depth, what is optional is left out and the first alternative is taken.
  private static let deepest = 26

  private static let names = [
    "acr", "net-customer-adds", "USD", "L-MW-23", "x1", "tenant", "two", "open", "closed", "dates",
    "assumed", "areas", "A-1-b", "percent",
  ]

  init(productions: [String: Expression], reserved: Set<String>, seed: UInt64) {
    self.productions = productions
    self.reserved = reserved
    random = SplitMix64(seed: seed)
  }

  mutating func file() -> String {
    generate(.reference("file"), depth: 0)
    var text = ""
    for word in words {
      text += word
      text += [" ", "\n", "\t", " # note\n", "\r\n"][random.below(10) < 6 ? 0 : random.below(5)]
    }
    return text
  }

  private mutating func generate(_ expression: Expression, depth: Int) {
    let isDeep = depth > SentenceGenerator.deepest
    switch expression {
    case .terminal(let word): words.append(word)
    case .reference(let name): generate(named: name, depth: depth + 1)
    case .sequence(let parts): for part in parts { generate(part, depth: depth) }
    case .choice(let parts):
      generate(parts[isDeep ? parts.count - 1 : random.below(parts.count)], depth: depth)
    case .optional(let part): if !isDeep, random.below(2) == 0 { generate(part, depth: depth) }
    case .repeated(let part):
      guard !isDeep else { return }
      for _ in 0..<random.below(depth < 2 ? 5 : 3) { generate(part, depth: depth) }
    }
  }

  private mutating func generate(named name: String, depth: Int) {
    if depth == 2 { items[name, default: 0] += 1 }
    switch name {
    case "NAME": words.append(SentenceGenerator.names[random.below(SentenceGenerator.names.count)])
    case "TEXT":
      words.append(["\"Exchange Online\"", "\"\"", "\"a \\\"b\\\" # { é\""][random.below(3)])
    case "NUMBER": words.append(["1000", "0.2", "0"][random.below(3)])
    case "DATE": words.append(["2026-06-01", "2024-02-29"][random.below(2)])
    case "MONTH": words.append(["2025-10", "2022-01"][random.below(2)])
    default: if let rule = productions[name] { generate(rule, depth: depth) }
    }
  }
}
