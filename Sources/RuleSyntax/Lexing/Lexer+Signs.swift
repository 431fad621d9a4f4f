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
    case ("-", _): append(.minus, from: offset, to: offset + 1)
    case (">", "="): append(.greaterOrEqual, from: offset, to: offset + 2)
    case ("<", "="): append(.lessOrEqual, from: offset, to: offset + 2)
    case (">", _): append(.greater, from: offset, to: offset + 1)
    case ("<", _): append(.less, from: offset, to: offset + 1)
    case ("=", "="): foreign("==", "=", as: .equals)
    case ("=", ">"): foreign("=>", ">=", as: .greaterOrEqual)
    case ("=", "<"): foreign("=<", "<=", as: .lessOrEqual)
    case ("=", _): append(.equals, from: offset, to: offset + 1)
    case ("&", "&"): foreign("&&", "and", as: .name)
    case ("|", "|"): foreign("||", "or", as: .name)
    case ("!", "="): foreign("!=", "not in", as: .invalid)
    case ("%", _): foreign("%", "percent", as: .name)
    case ("$", _): foreign("$", "USD after the number", as: nil)
    case ("/", "/"): foreignComment()
    case ("'", _): foreignQuote(closing: ["'"])
    case (";", _): foreign(";", "nothing: a line needs no end sign", as: nil)
    default: invalidCharacter()
    }
  }

  /// Reports a habit of another notation; with a kind, it is read as the right token.
  private mutating func foreign(_ written: String, _ meant: String, as kind: Token.Kind?) {
    let length = written.utf8.count
    let place = span(from: offset, to: offset + length)
    diagnostics.append(.foreignNotation(written, meant: meant, file: file, at: place))
    if let kind { append(kind, from: offset, to: offset + length) } else { offset += length }
  }

  private mutating func foreignComment() {
    let place = span(from: offset, to: offset + 2)
    diagnostics.append(.foreignNotation("//", meant: "#", file: file, at: place))
    takeComment()
  }

  /// Text in other quotation marks is read as text.
  private mutating func foreignQuote(closing: [String]) {
    let start = offset
    let lineEnd = source.bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? source.bytes.count
    var end = lineEnd
    search: for candidate in (start + 1)..<max(start + 2, lineEnd) {
      for mark in closing where source.bytes[candidate...].starts(with: mark.utf8) {
        end = candidate + mark.utf8.count
        break search
      }
    }
    let place = span(from: start, to: end)
    let inner = source.text(place).dropFirst().dropLast()
    diagnostics.append(.foreignQuotes(String(inner), file: file, at: place))
    append(.text, from: start, to: end)
  }

  /// A character beyond ASCII, or a byte that is not UTF-8 at all.
  mutating func takeForeignCharacter() {
    let rest = source.bytes[offset..<min(offset + 4, source.bytes.count)]
    guard let scalar = String(validating: rest, as: UTF8.self).flatMap(\.unicodeScalars.first)
      ?? firstScalar(of: rest)
    else {
      invalidCharacter()
      return
    }
    switch scalar {
    case "≥": foreign("≥", ">=", as: .greaterOrEqual)
    case "≤": foreign("≤", "<=", as: .lessOrEqual)
    case "“", "”", "„", "«": foreignQuote(closing: ["”", "“", "»", "\""])
    case "‘", "’": foreignQuote(closing: ["’", "‘"])
    case "\u{A0}", "\u{202F}", "\u{2009}":
      foreign(String(Character(scalar)), "an ordinary blank (this one is a special blank)", as: nil)
    case "–", "—", "−": foreign(String(Character(scalar)), "-", as: .minus)
    case "€": foreign("€", "the unit's name after the number", as: nil)
    default: invalidCharacter()
    }
  }

  /// The first scalar of a slice that may be cut in the middle of its last character.
  private func firstScalar(of bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    for length in stride(from: min(4, bytes.count), to: 1, by: -1) {
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
    diagnostics.append(.invalidCharacter(source.text(place), file: file, at: place))
  }
}
