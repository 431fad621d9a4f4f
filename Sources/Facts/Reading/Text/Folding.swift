// How cells and names are compared: without outer blanks, and mostly without case.

/// The part of `text` without blanks at either end.
///
/// Blanks are the ASCII white space and the no-break space (C2 A0) that spreadsheets leave.
@inline(__always)
func trimmedRange(of text: Span<UInt8>) -> Range<Int> {
  guard !text.isEmpty else { return 0..<0 }
  let first = text[0]
  let last = text[text.count - 1]
  // Nearly every cell begins and ends with a letter or digit.
  if first > ASCII.space, first < 0x80, last > ASCII.space, last < 0x80 { return 0..<text.count }
  return rangeWithoutBlanks(text)
}

private func rangeWithoutBlanks(_ text: Span<UInt8>) -> Range<Int> {
  var start = 0
  var end = text.count
  while start < end {
    if isBlank(text[start]) {
      start += 1
    } else if start + 1 < end, text[start] == 0xC2, text[start + 1] == 0xA0 {
      start += 2
    } else {
      break
    }
  }
  while end > start {
    if isBlank(text[end - 1]) {
      end -= 1
    } else if end - 1 > start, text[end - 2] == 0xC2, text[end - 1] == 0xA0 {
      end -= 2
    } else {
      break
    }
  }
  return start..<end
}

@inline(__always)
private func isBlank(_ byte: UInt8) -> Bool {
  byte == ASCII.space || (ASCII.tab...ASCII.carriageReturn).contains(byte)
}

/// `text` as well-formed UTF-8 without outer blanks: bytes that are no text become U+FFFD.
func trimmed(_ text: Span<UInt8>) -> [UInt8] {
  let range = trimmedRange(of: text)
  var bytes: [UInt8] = []
  bytes.reserveCapacity(range.count)
  var isASCII = true
  for place in range {
    bytes.append(text[place])
    if text[place] >= 0x80 { isASCII = false }
  }
  return isASCII ? bytes : Array(String(decoding: bytes, as: UTF8.self).utf8)
}

/// The form in which names, headers and tenants are compared: trimmed and in lower case.
func folded(_ text: Span<UInt8>) -> [UInt8] {
  let bytes = trimmed(text)
  guard bytes.allSatisfy({ $0 < 0x80 }) else {
    return Array(String(decoding: bytes, as: UTF8.self).lowercased().utf8)
  }
  return bytes.map(ASCII.lowercased)
}

func folded(_ text: String) -> [UInt8] {
  folded(Array(text.utf8).span)
}

/// Whether a trimmed cell is `value`, which is folded, when case does not count.
func isSame(_ cell: Span<UInt8>, folded value: Span<UInt8>) -> Bool {
  var isASCII = true
  var isEqual = cell.count == value.count
  for place in cell.indices {
    if cell[place] >= 0x80 { isASCII = false }
    isEqual = isEqual && ASCII.lowercased(cell[place]) == value[place]
  }
  return isASCII ? isEqual : hasSameBytes(folded(cell).span, value)
}

@inline(__always)
func hasSameBytes(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
  guard left.count == right.count else { return false }
  var place = 0
  while place + 8 <= left.count {
    if left.word(at: place) != right.word(at: place) { return false }
    place += 8
  }
  while place < left.count {
    if left[place] != right[place] { return false }
    place += 1
  }
  return true
}

/// Text to show of a cell: at most 60 characters, and U+FFFD for what is no text.
///
/// Source of the limit: our choice; two thirds of a line.
func shownText(_ text: Span<UInt8>) -> String {
  let mostCharacters = 60
  var bytes: [UInt8] = []
  for place in 0..<min(text.count, mostCharacters * 16) { bytes.append(text[place]) }
  let whole = String(decoding: bytes, as: UTF8.self)
  let shown = whole.prefix(mostCharacters)
  return shown.endIndex == whole.endIndex && bytes.count == text.count ? whole : shown + "…"
}

func shownText(_ text: String) -> String {
  shownText(Array(text.utf8).span)
}
