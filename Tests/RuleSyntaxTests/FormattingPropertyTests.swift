import RuleSyntax
import TestSupport
import Testing

@Suite("What holds for the layout of every file")
struct FormattingPropertyTests {
  private func layout(of bytes: [UInt8], _ comment: Comment) throws -> [UInt8] {
    guard case .formatted(let text) = formatted(SourceText(name: "t", bytes: bytes)) else {
      try #require(Bool(false), comment)
      return []
    }
    return text
  }

  /// Nothing is lost, meaning and comments are the same, and a second run changes nothing.
  private func check(_ bytes: [UInt8], comparesTrees: Bool, _ comment: Comment) throws {
    let text = try layout(of: bytes, comment)
    try #require(Spelling(text) == Spelling(bytes), comment)
    try #require(try layout(of: text, comment) == text, comment)
    try checkBlanks(String(decoding: text, as: UTF8.self), comment)
    guard comparesTrees else { return }
    let (old, new) = (Parsed(bytes: bytes), Parsed(bytes: text))
    try #require(new.diagnostics.isEmpty, comment)
    try #require(TreeText(old.tree).text == TreeText(new.tree).text, comment)
  }

  /// Lines end in what is seen, are indented evenly, and at most two of them in a row are empty.
  private func checkBlanks(_ text: String, _ comment: Comment) throws {
    guard !text.isEmpty else { return }
    try #require(text.hasSuffix("\n") && !text.hasSuffix("\n\n"), comment)
    try #require(!text.hasPrefix("\n") && !text.contains("\n\n\n\n"), comment)
    try #require(!text.contains(" \n") && !text.contains("\t") && !text.contains("\r"), comment)
  }

  private func generator(_ seed: UInt64) throws -> SentenceGenerator {
    let grammar = try GrammarText.shared.get()
    return SentenceGenerator(
      productions: grammar.productions,
      reserved: grammar.words,
      seed: seed
    )
  }

  @Test("Generated files in any spelling")
  func sentences() throws {
    for seed in UInt64(1)...3000 {
      var sentence = try generator(seed)
      let plain = sentence.file()
      var shaken = ShakenText(seed: seed)
      let text = shaken.text(of: sentence.words)
      let comparesTrees = seed % 6 == 0
      try check(Array(plain.utf8), comparesTrees: comparesTrees, "seed \(seed)\n\(plain)")
      try check(Array(text.utf8), comparesTrees: comparesTrees, "seed \(seed)\n\(text)")
    }
  }

  @Test("The published rules in any spelling")
  func rules() throws {
    for source in try Fixtures.shippedRules() {
      let tokens = Spelling(source.bytes).tokens
      for seed in UInt64(1)...4 {
        var shaken = ShakenText(seed: seed)
        let text = Array(shaken.text(of: tokens).utf8)
        try check(text, comparesTrees: seed == 1, "\(source.name), seed \(seed)")
      }
    }
  }

  @Test("Files with one token on each line, or all of them on one")
  func extremes() throws {
    for source in try Fixtures.shippedRules() {
      let tokens = Spelling(source.bytes).tokens
      for separator in ["\n", " ", "\n\n\n\n", "\t\t"] {
        let text = Array(tokens.joined(separator: separator).utf8)
        try check(text, comparesTrees: true, "\(source.name)")
      }
    }
  }

  @Test("The published rules have their layout")
  func rulesAreFormatted() throws {
    for source in try Fixtures.shippedRules() {
      #expect(formatted(source) == .formatted(source.bytes), "run `rulec fmt`: \(source.name)")
    }
  }

  @Test("What differs is seen: a name, a comment, a month, the order")
  func differencesAreSeen() {
    let text = Array("unit seat plural seats # note\n".utf8)
    for other in ["unit seat plural seat # note", "unit seat plural seats # nota", "unit seat"] {
      #expect(Spelling(text) != Spelling(Array(other.utf8)))
    }
    let trees = ["from 2022-10", "from 2022-11", "until 2022-10", ""].map { version in
      TreeText(Parsed("area x \"X\" { value v \"V\" = 1 seat \(version) }").tree).text
    }
    #expect(Set(trees).count == 4)
    #expect(trees[0].contains("2022-10"))
  }
}
