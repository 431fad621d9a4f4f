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
    for (place, word) in words.enumerated() where !accept(word) {
      let what = words.count == 1 ? "`\(word)`" : "`\(word)` of `\(phrase)`"
      let isPhrase = words.count > 1 && place > 0
      // Where the next word stands, this one was left out.
      let isLeftOut = place + 1 < words.count && currentWord == words[place + 1]
      let fix = isLeftOut ? insertion(of: word) : nil
      throw unexpected(what, among: [word], help: isPhrase ? "write `\(phrase)`" : nil, fix: fix)
    }
  }

  /// A name that refers to something; words of the language are not taken for names.
  mutating func expectName(_ what: String, help: String? = nil) throws(ParseFailure) -> Word {
    guard !isReserved(current) else { throw unexpected(what, help: help) }
    return try expectAnyName(what, help: help)
  }

  /// A name that may also be a word of the language, such as the column `association`.
  mutating func expectAnyName(_ what: String, help: String? = nil) throws(ParseFailure) -> Word {
    if let token = accept(.name) { return Word(source.text(token.span), at: token.span) }
    guard current.kind == .text, isName(textWord(current).text) else {
      throw unexpected(what, help: help)
    }
    let name = textWord(current).text
    reportUnexpected(
      what,
      help: "names that rule files make are bare: write `\(name)`",
      fix: .replace(current.span, with: name, file: file)
    )
    return Word(name, at: take().span)
  }

  private func isName(_ text: String) -> Bool {
    text.utf8.first?.isLetter == true && !text.hasSuffix("-") && !text.contains("--")
      && text.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
  }

  /// The name that a definition gets: none of the words of the language.
  ///
  /// Where a title follows it, a text alone is the title.
  mutating func expectNewName(
    _ what: String,
    isTitled: Bool = true
  ) throws(ParseFailure) -> Word {
    if isTitled, current.kind == .text, token(after: 1).kind != .text {
      let name = nameFromTitle(textWord(current).text)
      reportUnexpected(
        what,
        help: name.map { "add a name before the title, such as `\($0)`" } ?? "add a name",
        fix: name.map { insertion(of: $0, .unsafe) }
      )
    }
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

  /// `customer-acr` from `Customer ACR`; nil where no name can be made of the title.
  private func nameFromTitle(_ title: String) -> String? {
    let words = title.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    let name = words.prefix(4).joined(separator: "-")
    return isName(name) && !Parser.reservedWords.contains(name) ? name : nil
  }

  /// Text in quotes; a bare name is reported and taken for it.
  mutating func expectText(_ what: String) throws(ParseFailure) -> Word {
    if let token = accept(.text) { return textWord(token) }
    let isName = current.kind == .name && !isReserved(current)
    guard isName, !current.beginsLine else { throw unexpected("\(what) in quotes") }
    return bareText(what)
  }

  /// The title of what a line declares.
  ///
  /// A missing one is reported and left empty: nothing else depends on it.
  mutating func expectTitle(_ what: String) -> Word {
    if let token = accept(.text) { return textWord(token) }
    if current.kind == .name, !isReserved(current), !current.beginsLine { return bareText(what) }
    let place = previous.span
    let title = "\"" + source.text(place).split(separator: "-").joined(separator: " ") + "\""
    let fix = Fix.insert(title, after: place, .unsafe, file: file)
    reportUnexpected(
      "\(what) in quotes",
      help: "add a title: `\"…\"`",
      fix: previous.kind == .name ? fix : nil
    )
    return Word("", at: place)
  }

  /// Bare words up to the next sign or word of the language.
  private mutating func bareText(_ what: String) -> Word {
    let first = current
    var span = first.span
    var distance = 0
    while token(after: distance).kind == .name, distance < 12,
      distance == 0 || !token(after: distance).beginsLine,
      !isReserved(token(after: distance))
    {
      span = span.joined(with: token(after: distance).span)
      distance += 1
    }
    let text = source.text(span)
    let help = text.count <= 60 ? "write `\"\(text)\"`" : "put it in quotes"
    // Of several words the last ones may be meant as something else.
    let fix = Fix.replace(
      span,
      with: "\"\(text)\"",
      distance == 1 ? .safe : .unsafe,
      title: help,
      file: file
    )
    reportUnexpected("\(what) in quotes", help: help, fix: fix)
    for _ in 0..<distance { take() }
    return Word(text, at: span)
  }

  /// The sign before what is defined; a missing one is reported and taken as written.
  mutating func expectEquals(_ what: String) {
    if accept(.equals) != nil { return }
    guard current.kind == .colon else {
      return reportUnexpected("`=` and \(what)", fix: insertion(of: "="))
    }
    let next = token(after: 1)
    let isBoth = next.kind == .equals && !next.beginsLine
    let signs = isBoth ? current.span.joined(with: next.span) : current.span
    reportUnexpected(
      "`=` and \(what)",
      help: "write `=`",
      fix: .replace(signs, with: "=", file: file)
    )
    take()
    if isBoth { take() }
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
    while current.kind == .comma || kind == .text && (current.kind == .text || isJoiningTexts) {
      if current.kind == .text {
        reportUnexpected(
          "`,` between the items of a list",
          help: current.beginsLine
            ? "write `,` after it, or the word that is missing below it" : "write `,` before this",
          // On a line of its own it may begin a statement whose first word is missing.
          fix: .insertion(
            ",",
            at: previous.span.end,
            current.beginsLine ? .unsafe : .safe,
            title: "add `,`",
            file: file
          )
        )
      } else if current.kind == .name {
        let fix = Fix.replace(current.span, with: ",", file: file)
        reportUnexpected("`,` between the items of a list", help: fix.title, fix: fix)
        take()
      } else if endsList(after: take(), of: kind) {
        break
      }
      mark(.element(isCitation: false))
      items.append(try item(&self))
    }
    return items
  }

  /// Whether `and` or `or` stands between two texts.
  private var isJoiningTexts: Bool {
    ["and", "or"].contains(currentWord) && token(after: 1).kind == .text
  }

  /// Whether nothing follows the comma of a list; reported if so.
  mutating func endsList(after comma: Token, of kind: Token.Kind) -> Bool {
    let isItem = current.kind == kind && !isReserved(current)
    let isOver =
      [.rightBrace, .leftBrace, .equals, .plus, .minus, .end].contains(current.kind)
      || Parser.reservedWords.contains(currentWord)
    guard !isItem, isOver else { return false }
    report(
      .unexpectedToken,
      "the list ends with a comma",
      help: "delete it",
      at: comma.span,
      fix: .delete(comma.span, ",", file: file)
    )
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
