extension Lexer {
  /// From quote to quote on one line; without a closing quote, see ``takeUnterminatedText(from:)``.
  mutating func takeText() {
    let start = offset
    offset += 1
    while let byte = peek(0), byte != UInt8(ascii: "\n") {
      if byte == UInt8(ascii: "\"") {
        append(.text, from: start, to: offset + 1)
        return
      }
      if byte == UInt8(ascii: "\\") {
        let next = peek()
        if next != UInt8(ascii: "\""), next != UInt8(ascii: "\\") {
          report(.invalidEscape(file: file, at: span(from: offset, to: offset + 1)))
        } else {
          offset += 1
        }
      }
      offset += 1
    }
    takeUnterminatedText(from: start)
  }

  /// The text ends with its line; a brace that ends the line still opens its block.
  mutating func takeUnterminatedText(from start: Int) {
    let end = endOfOpenText(from: start + 1)
    let text = source.text(span(from: start, to: end))
    let isFirst = !(tokens.last.map { $0.kind == .text && !atLineStart } ?? false)
    report(
      .unterminatedText(text, isFirst: isFirst, file: file, at: span(from: start, to: start + 1))
    )
    offset = end
    append(.text, from: start, to: end)
  }

  private func endOfOpenText(from first: Int) -> Int {
    var end = first
    while end < source.bytes.count, source.bytes[end] != UInt8(ascii: "\n") { end += 1 }
    end = endWithoutBlanks(first: first, end: end)
    guard end > first, source.bytes[end - 1] == UInt8(ascii: "{") else { return end }
    return endWithoutBlanks(first: first, end: end - 1)
  }

  private func endWithoutBlanks(first: Int, end: Int) -> Int {
    var end = end
    while end > first, [0x20, 0x09, 0x0D].contains(source.bytes[end - 1]) { end -= 1 }
    return end
  }

  /// `1000`, `0.2` or `2025-10`; forms of other notations are reported here.
  mutating func takeNumber() {
    let start = offset
    skip(while: \.isDigit)
    if offset - start == 4, peek(0) == UInt8(ascii: "-"), peek()?.isDigit == true {
      takeMonth(from: start)
      return
    }
    if peek(0) == UInt8(ascii: "/"), peek()?.isDigit == true {
      takeSlashedDate(from: start)
      return
    }
    if peek(0) == UInt8(ascii: "."), peek()?.isDigit == true {
      offset += 1
      skip(while: \.isDigit)
    }
    takeGrouping(from: start)
    if let next = peek(0), next.isLetter {
      takeAttachedUnit(from: start)
      return
    }
    append(.number, from: start, to: offset)
  }

  /// `1000USD`: one diagnostic, and two tokens, as if the blank were there.
  private mutating func takeAttachedUnit(from start: Int) {
    let digitsEnd = offset
    skip { $0.isLetter || $0.isDigit }
    let end = offset
    let whole = span(from: start, to: end)
    report(.invalidNumber(source.text(whole), file: file, at: whole))
    append(.number, from: start, to: digitsEnd)
    append(.name, from: digitsEnd, to: end)
  }

  /// After `YYYY-`: two digits, 01 to 12, and for a day two more.
  private mutating func takeMonth(from start: Int) {
    offset += 1
    skip { $0.isDigit || $0 == UInt8(ascii: "-") }
    let whole = span(from: start, to: offset)
    let written = source.text(whole)
    let parts = written.split(separator: "-", omittingEmptySubsequences: false)
    let isMonth =
      parts.count > 1 && parts[1].utf8.count == 2 && (1...12).contains(Int(parts[1]) ?? 0)
    let isDay =
      parts.count == 3 && parts[2].utf8.count == 2 && (1...31).contains(Int(parts[2]) ?? 0)
    if isMonth, parts.count == 2 || isDay {
      append(isDay ? .date : .month, from: start, to: offset)
    } else {
      report(.invalidMonth(written, file: file, at: whole))
      append(.invalid, from: start, to: offset)
    }
  }

  /// `11/1/2025` or `2025/11`: a date as it is written elsewhere.
  private mutating func takeSlashedDate(from start: Int) {
    skip { $0.isDigit || $0 == UInt8(ascii: "/") }
    let whole = span(from: start, to: offset)
    report(.invalidMonth(source.text(whole), file: file, at: whole))
    append(.invalid, from: start, to: offset)
  }

  /// `5,000` or `5.000,00`: one diagnostic, and the token is the whole number.
  private mutating func takeGrouping(from start: Int) {
    let end = offset
    while peek(0) == UInt8(ascii: ",") || peek(0) == UInt8(ascii: "."), peek()?.isDigit == true {
      offset += 1
      skip(while: \.isDigit)
    }
    guard offset > end else { return }
    let whole = span(from: start, to: offset)
    report(.groupedNumber(source.text(whole), file: file, at: whole))
  }
}
