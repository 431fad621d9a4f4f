extension Lexer {
  /// An ASCII character that begins neither a name, a number nor a text.
  mutating func takeSign(_ byte: UInt8) {
    let next = peek()
    switch (Character(Unicode.Scalar(byte)), next.map { Character(Unicode.Scalar($0)) }) {
    case ("{", _): append(.leftBrace, from: offset, to: offset + 1)
    case ("}", _): append(.rightBrace, from: offset, to: offset + 1)
    case ("(", _): append(.leftParenthesis, from: offset, to: offset + 1)
    case (")", _): append(.rightParenthesis, from: offset, to: offset + 1)
    case (":", _): append(.colon, from: offset, to: offset + 1)
    case (",", _): append(.comma, from: offset, to: offset + 1)
    case ("+", _): append(.plus, from: offset, to: offset + 1)
    case ("<", ">"): foreign("<>", "not in", as: .invalid, .unsafe)
    case (">", "="): append(.greaterOrEqual, from: offset, to: offset + 2)
    case ("<", "="): append(.lessOrEqual, from: offset, to: offset + 2)
    case (">", _): append(.greater, from: offset, to: offset + 1)
    case ("<", _): append(.less, from: offset, to: offset + 1)
    case ("=", "="): takeDoubleEquals()
    case ("=", ">"): foreign("=>", ">=", as: .greaterOrEqual)
    case ("=", "<"): foreign("=<", "<=", as: .lessOrEqual)
    case ("=", _): append(.equals, from: offset, to: offset + 1)
    case ("&", "&"): foreign("&&", "and", as: .name)
    case ("|", "|"): foreign("||", "or", as: .name)
    case ("&", _): foreign("&", "and", as: .name)
    case ("|", _): foreign("|", "or", as: .name)
    case ("!", "="): foreign("!=", "not in", as: .invalid, .unsafe)
    case ("!", _): foreign("!", "not", as: .name)
    case ("%", _): foreign("%", "percent", as: .name)
    case ("$", _): takeDollar()
    case ("/", "/"): takeForeignComment("//")
    case ("-", "-"): takeForeignComment("--")
    case ("/", "*"): takeForeignBlockComment()
    case ("'", _): foreignQuote(opening: 1, closing: ["'"])
    case ("`", _): foreignQuote(opening: 1, closing: ["`"])
    case ("-", _): append(.minus, from: offset, to: offset + 1)
    case (";", _): semicolon()
    default: invalidCharacter()
    }
  }

  /// Reports a habit of another notation; with a kind, it is read as the right token.
  private mutating func foreign(
    _ written: String,
    _ meant: String,
    as kind: Token.Kind,
    _ safety: Fix.Safety = .safe
  ) {
    let length = written.utf8.count
    let place = span(from: offset, to: offset + length)
    let help = "write `\(meant)`"
    let text = spaced(meant, at: place)
    let fix = Fix.replace(place, with: text, safety, title: help, file: file)
    report(.foreignNotation(written, help: help, fix: fix, file: file, at: place))
    append(kind, from: offset, to: offset + length)
  }

  private mutating func semicolon() {
    let place = span(from: offset, to: offset + 1)
    let fix = Fix.delete(place, ";", file: file)
    let help = "delete it: a line needs no end sign"
    report(.foreignNotation(";", help: help, fix: fix, file: file, at: place))
    offset += 1
  }

  private mutating func euro() {
    let place = span(from: offset, to: offset + 3)
    let help = "write the unit's name after the number"
    report(.foreignNotation("€", help: help, fix: nil, file: file, at: place))
    offset += 3
  }

  /// Text in other quotation marks, the first one `opening` bytes long, is read as text.
  private mutating func foreignQuote(opening: Int, closing: [String]) {
    let start = offset
    offset += opening
    while let byte = peek(0), byte != UInt8(ascii: "\n") {
      for mark in closing where source.bytes[offset...].starts(with: mark.utf8) {
        let inner = source.text(span(from: start + opening, to: offset))
        let place = span(from: start, to: offset + mark.utf8.count)
        report(.foreignQuotes(inner, file: file, at: place))
        append(.text, from: start, to: Int(place.end))
        return
      }
      offset += 1
    }
    takeUnterminatedText(from: start)
  }

  /// A character beyond ASCII, or a byte that is not UTF-8 at all.
  mutating func takeForeignCharacter() {
    let rest = source.bytes[offset..<min(offset + 4, source.bytes.count)]
    guard let scalar = firstScalar(of: rest) else {
      invalidCharacter()
      return
    }
    switch scalar {
    case "≠": foreign("≠", "not in", as: .invalid, .unsafe)
    case "≥": foreign("≥", ">=", as: .greaterOrEqual)
    case "≤": foreign("≤", "<=", as: .lessOrEqual)
    case "“", "”", "„": foreignQuote(opening: 3, closing: ["”", "“", "\""])
    case "«": foreignQuote(opening: 2, closing: ["»", "\""])
    case "‘", "’": foreignQuote(opening: 3, closing: ["’", "‘"])
    case "\u{A0}", "\u{202F}", "\u{2007}", "\u{2009}", "\u{3000}", "\u{200B}", "\u{FEFF}":
      takeForeignBlank(length: scalar.utf8.count)
    case "–", "—", "−", "‐", "‑", "‒", "―":
      foreign(String(Character(scalar)), "-", as: .minus)
    case "€": euro()
    default: invalidCharacter()
    }
  }

  /// Blanks that word processors and web pages put in: invisible, so the help names them.
  ///
  /// Where one groups digits or has no width, nothing takes its place.
  private mutating func takeForeignBlank(length: Int) {
    let place = span(from: offset, to: offset + length)
    let isWide = ![[0xE2, 0x80, 0x8B], [0xEF, 0xBB, 0xBF]].contains(Array(bytes(of: place)))
    let isBlank = isWide && !groupsDigits(place)
    let fix = Fix.replace(
      place,
      with: isBlank ? " " : "",
      title: isBlank ? "write an ordinary blank" : "delete it",
      file: file
    )
    report(.foreignBlank(fix: fix, file: file, at: place))
    offset += length
  }

  private func bytes(of place: SourceSpan) -> ArraySlice<UInt8> {
    source.bytes[Int(place.start)..<Int(place.end)]
  }

  /// Whether a digit stands before and three, as in `1 000`, after.
  private func groupsDigits(_ place: SourceSpan) -> Bool {
    guard place.start > 0, source.bytes[Int(place.start) - 1].isDigit else { return false }
    let after = source.bytes[Int(place.end)...].prefix(4)
    let isOver = after.count == 3 || after.last?.isDigit == false
    return isOver && after.prefix(3).count { $0.isDigit } == 3
  }

  /// The first scalar of a slice that may be cut in the middle of its last character.
  private func firstScalar(of bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    for length in 2...4 where length <= bytes.count {
      if let text = String(validating: bytes.prefix(length), as: UTF8.self),
        text.unicodeScalars.count == 1
      {
        return text.unicodeScalars.first
      }
    }
    return nil
  }

  /// One diagnostic for a run of characters that mean nothing.
  private mutating func invalidCharacter() {
    let start = offset
    offset += 1
    skip { $0 >= 0x80 || ($0 < 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09) }
    let place = span(from: start, to: offset)
    report(.invalidCharacter(source.text(place), file: file, at: place))
  }
}
