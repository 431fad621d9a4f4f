/// What must stand at the current place.
///
/// A slip that leaves no doubt about what is meant is reported, and reading goes on as if it were
/// right: a name in quotes, a text without them, a missing `=`. Everything else throws.
extension Parser {
  @discardableResult
  mutating func expect(_ kind: Token.Kind, _ what: String) throws(ParseFailure) -> Token {
    guard let token = accept(kind) else { throw unexpected(what) }
    return token
  }

  /// A fixed run of words, such as `in the last`.
  mutating func expect(_ words: String...) throws(ParseFailure) {
    let phrase = words.joined(separator: " ")
    for word in words where !accept(word) {
      let what = words.count == 1 ? "`\(word)`" : "`\(word)` of `\(phrase)`"
      let isPhrase = words.count > 1 && word != words[0]
      throw unexpected(what, among: [word], help: isPhrase ? "write `\(phrase)`" : nil)
    }
  }

  /// A name that refers to something; words of the language are not taken for names.
  mutating func expectName(_ what: String, help: String? = nil) throws(ParseFailure) -> Word {
    guard current.kind != .name || !Parser.reservedWords.contains(currentWord) else {
      throw unexpected(what, help: help)
    }
    return try expectAnyName(what, help: help)
  }

  /// A name that may also be a word of the language, such as the column `association`.
  mutating func expectAnyName(_ what: String, help: String? = nil) throws(ParseFailure) -> Word {
    if let token = accept(.name) { return Word(source.text(token.span), at: token.span) }
    guard current.kind == .text, isName(textWord(current).text) else {
      throw unexpected(what, help: help)
    }
    let name = textWord(current).text
    reportUnexpected(what, help: "names that rule files make are bare: write `\(name)`")
    return Word(name, at: take().span)
  }

  private func isName(_ text: String) -> Bool {
    text.utf8.first?.isLetter == true && !text.hasSuffix("-") && !text.contains("--")
      && text.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
  }

  /// The name that a definition gets: none of the words of the language.
  mutating func expectNewName(_ what: String) throws(ParseFailure) -> Word {
    let name = try expectAnyName(what)
    if Parser.reservedWords.contains(name.text) {
      report(
        .reservedName,
        "`\(name.text)` is a word of the language",
        help: "choose another name, such as `\(name.text)-1`",
        at: name.span
      )
    }
    return name
  }

  /// Text in quotes; a bare name is reported and taken for it.
  mutating func expectText(_ what: String) throws(ParseFailure) -> Word {
    if let token = accept(.text) { return textWord(token) }
    let isName = current.kind == .name && !Parser.reservedWords.contains(currentWord)
    guard isName, !current.beginsLine else { throw unexpected("\(what) in quotes") }
    return bareText(what)
  }

  /// The title of what a line declares.
  ///
  /// A missing one is reported and left empty: nothing else depends on it.
  mutating func expectTitle(_ what: String) -> Word {
    if let token = accept(.text) { return textWord(token) }
    let isName = current.kind == .name && !Parser.reservedWords.contains(currentWord)
    if isName, !current.beginsLine { return bareText(what) }
    let place = previous.span
    reportUnexpected("\(what) in quotes", help: "add a title: `\"…\"`")
    return Word("", at: place)
  }

  /// Bare words up to the next sign or word of the language.
  private mutating func bareText(_ what: String) -> Word {
    let first = current
    var span = first.span
    var distance = 0
    while token(after: distance).kind == .name, distance < 12,
      distance == 0 || !token(after: distance).beginsLine,
      !Parser.reservedWords.contains(word(of: token(after: distance)))
    {
      span = span.joined(with: token(after: distance).span)
      distance += 1
    }
    let text = source.text(span)
    let help = text.count <= 60 ? "write `\"\(text)\"`" : "put it in quotes"
    reportUnexpected("\(what) in quotes", help: help)
    for _ in 0..<distance { take() }
    return Word(text, at: span)
  }

  /// The sign before what is defined; a missing one is reported and taken as written.
  mutating func expectEquals(_ what: String) {
    if accept(.equals) != nil { return }
    reportUnexpected("`=` and \(what)", help: current.kind == .colon ? "write `=`" : nil)
    _ = accept(.colon)
  }

  /// Reads `item, item` and so on.
  ///
  /// A comma that is missing or too many is reported and passed over.
  mutating func parseList(
    of kind: Token.Kind,
    item: (inout Parser) throws(ParseFailure) -> Word
  ) throws(ParseFailure) -> [Word] {
    mark(.listStart)
    var items = [try item(&self)]
    while current.kind == .comma || (kind == .text && current.kind == .text) {
      if current.kind == .text {
        reportUnexpected("`,` between the items of a list", help: "write `,` before this")
      } else if endsList(after: take(), of: kind) {
        break
      }
      mark(.element(isCitation: false))
      items.append(try item(&self))
    }
    return items
  }

  /// Whether nothing follows the comma of a list; reported if so.
  mutating func endsList(after comma: Token, of kind: Token.Kind) -> Bool {
    let isItem = current.kind == kind && !Parser.reservedWords.contains(currentWord)
    let isOver =
      [.rightBrace, .leftBrace, .equals, .plus, .minus, .end].contains(current.kind)
      || Parser.reservedWords.contains(currentWord)
    guard !isItem, isOver else { return false }
    report(.unexpectedToken, "the list ends with a comma", help: "remove it", at: comma.span)
    return true
  }

  /// The text of a token without its quotes and escapes.
  func textWord(_ token: Token) -> Word {
    let bytes = source.bytes[Int(token.span.start)..<Int(token.span.end)]
    let quote = UInt8(ascii: "\"")
    if bytes.count > 1, bytes.first == quote, bytes.last == quote,
      !bytes.contains(UInt8(ascii: "\\"))
    {
      return Word(String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self), at: token.span)
    }
    return escapedTextWord(token)
  }

  /// As ``textWord(_:)``, for escapes, quotes of other languages and a missing quote.
  private func escapedTextWord(_ token: Token) -> Word {
    let quotes = "\"'“”„‘’«»".unicodeScalars
    var scalars = Array(source.text(token.span).unicodeScalars.dropFirst())
    if let last = scalars.last, quotes.contains(last) { scalars.removeLast() }
    var plain = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in scalars {
      if scalar == "\\", !isEscaped {
        isEscaped = true
      } else {
        plain.append(scalar)
        isEscaped = false
      }
    }
    return Word(String(plain), at: token.span)
  }
}
