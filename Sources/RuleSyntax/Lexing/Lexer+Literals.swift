extension Lexer {
  /// From quote to quote on one line. Without a closing quote the text ends with its line.
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
          diagnostics.append(.invalidEscape(file: file, at: span(from: offset, to: offset + 1)))
        } else {
          offset += 1
        }
      }
      offset += 1
    }
    diagnostics.append(.unterminatedText(file: file, at: span(from: start, to: start + 1)))
    append(.text, from: start, to: offset)
  }

  /// `1000`, `0.2` or `2025-10`; forms of other notations are reported here.
  mutating func takeNumber() {
    let start = offset
    skip(while: \.isDigit)
    if offset - start == 4, peek(0) == UInt8(ascii: "-"), peek()?.isDigit == true {
      takeMonth(from: start)
      return
    }
    if peek(0) == UInt8(ascii: "."), peek()?.isDigit == true {
      offset += 1
      skip(while: \.isDigit)
    }
    takeGrouping(from: start)
    if let next = peek(0), next.isLetter {
      skip { $0.isLetter || $0.isDigit }
      let written = source.text(span(from: start, to: offset))
      diagnostics.append(.invalidNumber(written, file: file, at: span(from: start, to: offset)))
      append(.invalid, from: start, to: offset)
      return
    }
    append(.number, from: start, to: offset)
  }

  /// After `YYYY-`: two digits, 01 to 12.
  private mutating func takeMonth(from start: Int) {
    offset += 1
    skip { $0.isDigit || $0 == UInt8(ascii: "-") }
    let whole = span(from: start, to: offset)
    let written = source.text(whole)
    let number = written.utf8.count == 7 ? Int(written.suffix(2)) : nil
    if let number, (1...12).contains(number) {
      append(.month, from: start, to: offset)
    } else {
      diagnostics.append(.invalidMonth(written, file: file, at: whole))
      append(.invalid, from: start, to: offset)
    }
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
    diagnostics.append(.groupedNumber(source.text(whole), file: file, at: whole))
  }
}
