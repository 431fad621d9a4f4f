/// Habits of other notations that need a look around: what is meant depends on what stands beside.
extension Lexer {
  /// `==` stands for `=` in a definition and for `is` after `if CHOICE`; to compare it says nothing.
  mutating func takeDoubleEquals() {
    let place = span(from: offset, to: offset + 2)
    let before = tokens.suffix(2).first.map { source.text($0.span).lowercased() }
    let meant = isSignOfDefinition ? "=" : before == "if" ? "is" : nil
    let fix = meant.map {
      Fix.replace(place, with: spaced($0, at: place), title: "write `\($0)`", file: file)
    }
    let help = fix?.title ?? "write `>=`, `>`, `<=` or `<` to compare"
    report(.foreignNotation("==", help: help, fix: fix, file: file, at: place))
    append(.equals, from: offset, to: offset + 2)
  }

  /// Whether a sign here would begin a version: first on its line, or after the head of a definition.
  private var isSignOfDefinition: Bool {
    guard !atLineStart else { return true }
    // The head of a definition has few tokens.
    let near = tokens.suffix(20)
    let line = near.lastIndex(where: \.beginsLine).map { near[$0...] } ?? []
    guard let first = line.first, !line.contains(where: { $0.kind == .equals }) else {
      return false
    }
    let heads = ["value", "set", "rate", "rows", "measure", "group", "for"]
    return heads.contains(source.text(first.span).lowercased())
  }

  /// `$1000` is read as a number of USD, `$` alone as nothing.
  mutating func takeDollar() {
    let sign = span(from: offset, to: offset + 1)
    var start = offset + 1
    while byte(at: start) == 0x20 { start += 1 }
    let end = endOfNumber(from: start)
    guard end > start else {
      let help = "write the unit `USD` after the number"
      report(.foreignNotation("$", help: help, fix: nil, file: file, at: sign))
      offset += 1
      return
    }
    let (number, isCertain) = NumberSpelling.plain(source.text(span(from: start, to: end)))
    let unit = unit(after: end)
    let meant = unit == nil ? "\(number) USD" : number
    let whole = span(from: offset, to: end)
    let help = "write `\(number) \(unit ?? "USD")`"
    let fix = Fix.replace(
      whole,
      with: spaced(meant, at: whole),
      isCertain ? .safe : .unsafe,
      title: help,
      file: file
    )
    let isOther = unit.map { $0 != "USD" } ?? false
    report(.foreignNotation("$", help: help, fix: isOther ? nil : fix, file: file, at: sign))
    if unit == nil { append(.name, from: Int(sign.start), to: Int(sign.end)) }
    append(.number, from: start, to: end)
  }

  /// The end of digits with signs between them; `start` where there are none.
  private func endOfNumber(from start: Int) -> Int {
    var end = start
    while let one = byte(at: end) {
      let isInner =
        end > start && (one == UInt8(ascii: ",") || one == UInt8(ascii: "."))
        && byte(at: end + 1)?.isDigit == true
      guard one.isDigit || isInner else { break }
      end += 1
    }
    return end
  }

  /// The name after a number, unless it is a word of the language.
  private func unit(after end: Int) -> String? {
    var start = end
    while byte(at: start) == 0x20 { start += 1 }
    var stop = start
    while let one = byte(at: stop), one.isLetter { stop += 1 }
    let word = source.text(span(from: start, to: stop))
    return word.isEmpty || Parser.reservedWords.contains(word) ? nil : word
  }

  private func byte(at place: Int) -> UInt8? {
    place < source.bytes.count ? source.bytes[place] : nil
  }

  /// A comment of another language; what stands directly after something may be an address or a
  /// name, and is not repaired.
  mutating func takeForeignComment(_ sign: String) {
    let place = span(from: offset, to: offset + 2)
    let fix = isBlank(before: offset) ? Fix.replace(place, with: "#", file: file) : nil
    report(.foreignNotation(sign, help: "write `#`", fix: fix, file: file, at: place))
    takeComment()
  }

  /// From `/*` to `*/`; without an end, to the end of the line.
  mutating func takeForeignBlockComment() {
    let start = offset
    let place = span(from: start, to: start + 2)
    let end = hasUnclosedComment ? nil : endOfBlockComment(from: start + 2)
    let fix =
      end.map { blockCommentFix(from: start, to: $0) }
      ?? .replace(place, with: "#", .unsafe, file: file)
    let help = "begin each line of the comment with `#`"
    report(.foreignNotation("/*", help: help, fix: fix, file: file, at: place))
    guard let end else {
      hasUnclosedComment = true
      takeComment()
      return
    }
    offset = end
    comments.append(span(from: start, to: end))
  }

  private func endOfBlockComment(from start: Int) -> Int? {
    var place = start
    while place + 1 < source.bytes.count {
      if source.bytes[place] == UInt8(ascii: "*"), source.bytes[place + 1] == UInt8(ascii: "/") {
        return place + 2
      }
      place += 1
    }
    return nil
  }

  /// A comment in lines of its own; nil where something follows on the last one.
  private func blockCommentFix(from start: Int, to end: Int) -> Fix? {
    guard isBlank(before: start), isLineEnd(after: end) else { return nil }
    let inner = source.text(span(from: start + 2, to: end - 2))
    let lines = inner.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
      line in
      line.drop { " \t*".contains($0) }.trimmedAtEnd
    }
    let kept = lines.enumerated().filter { place, line in
      !line.isEmpty || (place > 0 && place < lines.count - 1)
    }
    let text = kept.map { $0.element.isEmpty ? "#" : "# \($0.element)" }.joined(separator: "\n")
    let whole = span(from: start, to: end)
    return .replace(whole, with: text, title: "begin each line of the comment with `#`", file: file)
  }

  /// Whether a blank or the beginning of a line stands before.
  private func isBlank(before place: Int) -> Bool {
    place == 0 || [0x20, 0x09, 0x0A].contains(source.bytes[place - 1])
  }

  private func isLineEnd(after end: Int) -> Bool {
    var place = end
    while let one = byte(at: place), [0x20, 0x09, 0x0D].contains(one) { place += 1 }
    return byte(at: place).map { $0 == 0x0A } ?? true
  }

  /// Text for a place, with blanks where it would otherwise grow together with what is beside it.
  func spaced(_ text: String, at place: SourceSpan) -> String {
    let before = place.start > 0 ? source.bytes[Int(place.start) - 1] : 0x20
    let after = byte(at: Int(place.end)) ?? 0x20
    let joinsBefore = text.utf8.first?.isPartOfName == true && before.isPartOfName
    let joinsAfter = text.utf8.last?.isPartOfName == true && after.isPartOfName
    return (joinsBefore ? " " : "") + text + (joinsAfter ? " " : "")
  }
}

extension UInt8 {
  /// Letters and digits, and whatever is not ASCII.
  fileprivate var isPartOfName: Bool { isLetter || isDigit || self >= 0x80 || self == 0x22 }
}

extension Substring {
  fileprivate var trimmedAtEnd: Substring {
    var rest = self
    while let last = rest.last, " \t\r".contains(last) { rest.removeLast() }
    return rest
  }
}
