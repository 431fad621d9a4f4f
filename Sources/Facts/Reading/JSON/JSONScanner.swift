/// Why some JSON cannot be read.
struct JSONFault: Error {
  let message: String
}

/// A strict scanner of JSON bytes; it keeps numbers as written and counts lines.
///
/// A plain cursor like ``RowScanner``: the bytes come as a parameter.
struct JSONScanner {
  private(set) var offset: Int

  /// The 1-based line of the byte at `offset`.
  private(set) var line = 1

  init(offset: Int) {
    self.offset = offset
  }

  /// The next byte that is no white space; nil at the end.
  mutating func peek(_ bytes: Span<UInt8>) -> UInt8? {
    while offset < bytes.count {
      let byte = bytes[offset]
      let isBlank =
        byte == ASCII.space || byte == ASCII.tab || byte == ASCII.lineFeed
        || byte == ASCII.carriageReturn
      guard isBlank else { return byte }
      if byte == ASCII.lineFeed { line += 1 }
      offset += 1
    }
    return nil
  }

  /// Takes `wanted` when it comes next.
  mutating func accept(_ wanted: Unicode.Scalar, _ bytes: Span<UInt8>) -> Bool {
    guard peek(bytes) == UInt8(ascii: wanted) else { return false }
    offset += 1
    return true
  }

  mutating func skipLine(_ bytes: Span<UInt8>) {
    while offset < bytes.count, bytes[offset] != ASCII.lineFeed { offset += 1 }
  }

  /// Reads a string and appends its text to `result`.
  mutating func readString(
    _ bytes: Span<UInt8>,
    into result: inout [UInt8]
  ) throws(JSONFault) {
    guard accept("\"", bytes) else { throw JSONFault(message: "a string in quotes is missing") }
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      switch byte {
      case ASCII.quote: return
      case ASCII.backslash: try readEscape(bytes, into: &result)
      case 0..<0x20:
        offset -= 1  // a line end is for the caller to see
        throw JSONFault(message: "a string holds a control character or line end")
      default: result.append(byte)
      }
    }
    throw JSONFault(message: "a string is not closed")
  }

  private mutating func readEscape(
    _ bytes: Span<UInt8>,
    into result: inout [UInt8]
  ) throws(JSONFault) {
    guard offset < bytes.count else { throw JSONFault(message: "a string is not closed") }
    let byte = bytes[offset]
    offset += 1
    switch byte {
    case ASCII.quote, ASCII.backslash, ASCII.slash: result.append(byte)
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "n"): result.append(ASCII.lineFeed)
    case UInt8(ascii: "r"): result.append(ASCII.carriageReturn)
    case UInt8(ascii: "t"): result.append(ASCII.tab)
    case UInt8(ascii: "u"): try readUnicodeEscape(bytes, into: &result)
    default: throw JSONFault(message: "a string holds an unknown escape")
    }
  }

  /// Reads `XXXX` of `\uXXXX`, with the second half of a surrogate pair.
  private mutating func readUnicodeEscape(
    _ bytes: Span<UInt8>,
    into result: inout [UInt8]
  ) throws(JSONFault) {
    var units = [try readHexUnit(bytes)]
    let isHalf = (0xD800..<0xDC00).contains(units[0])
    if isHalf, offset + 1 < bytes.count, bytes[offset] == ASCII.backslash,
      bytes[offset + 1] == UInt8(ascii: "u")
    {
      offset += 2
      units.append(try readHexUnit(bytes))
    }
    result.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
  }

  private mutating func readHexUnit(_ bytes: Span<UInt8>) throws(JSONFault) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard offset < bytes.count, let digit = hexDigit(bytes[offset]) else {
        throw JSONFault(message: "a string holds an unknown escape")
      }
      unit = unit << 4 | digit
      offset += 1
    }
    return unit
  }

  private func hexDigit(_ byte: UInt8) -> UInt16? {
    switch byte {
    case ASCII.zero...UInt8(ascii: "9"): UInt16(byte - ASCII.zero)
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
  }

  /// Reads a number, `true`, `false` or `null`; appends its text, nothing for `null`.
  mutating func readBareValue(
    _ bytes: Span<UInt8>,
    into result: inout [UInt8]
  ) throws(JSONFault) {
    var word: [UInt8] = []
    while offset < bytes.count, isWordByte(bytes[offset]) {
      word.append(bytes[offset])
      offset += 1
    }
    if word.elementsEqual("null".utf8) { return }
    let isLogical = word.elementsEqual("true".utf8) || word.elementsEqual("false".utf8)
    guard isLogical || isNumber(word) else {
      let shown = shownText(word.span)
      throw JSONFault(message: word.isEmpty ? "a value is missing" : "`\(shown)` is no JSON value")
    }
    result.append(contentsOf: word)
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.space, ASCII.comma, ASCII.colon, ASCII.quote, 9...13: false
    case UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "{"): false
    default: true
    }
  }

  /// Whether `word` is a number by the grammar of JSON: `-12.5e+3`, no leading zeros.
  private func isNumber(_ word: [UInt8]) -> Bool {
    var rest = word[...]
    func takeDigits() -> Int {
      let digits = rest.prefix { ASCII.digit($0) != nil }.count
      rest = rest.dropFirst(digits)
      return digits
    }
    if rest.first == ASCII.minus { rest = rest.dropFirst() }
    let startsWithZero = rest.first == ASCII.zero
    let wholeDigits = takeDigits()
    guard wholeDigits == 1 || (wholeDigits > 1 && !startsWithZero) else { return false }
    if rest.first == ASCII.dot {
      rest = rest.dropFirst()
      guard takeDigits() > 0 else { return false }
    }
    if let letter = rest.first, ASCII.lowercased(letter) == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      if rest.first == ASCII.minus || rest.first == ASCII.plus { rest = rest.dropFirst() }
      guard takeDigits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  /// Skips an object or array with everything in it, however deep.
  mutating func skipNested(_ bytes: Span<UInt8>) throws(JSONFault) {
    var depth = 0
    var ignored: [UInt8] = []
    repeat {
      guard let byte = peek(bytes) else { throw JSONFault(message: "a value is not closed") }
      switch byte {
      case ASCII.quote:
        ignored.removeAll(keepingCapacity: true)
        try readString(bytes, into: &ignored)
        continue
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      default: break
      }
      offset += 1
    } while depth > 0
  }
}
