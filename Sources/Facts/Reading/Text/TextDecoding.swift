/// A file's bytes as text: in UTF-8, or in an older encoding that is read all the same.
struct DecodedText {
  let bytes: [UInt8]

  /// The offset of the first byte after a byte order mark.
  let start: Int
}

/// The text of a file in UTF-8, or in UTF-16 with a byte order mark; nil when it is no text.
func decodeText(_ bytes: [UInt8]) -> DecodedText? {
  if bytes.starts(with: [0xFF, 0xFE]) { return decodeUTF16(bytes, isBigEndian: false) }
  if bytes.starts(with: [0xFE, 0xFF]) { return decodeUTF16(bytes, isBigEndian: true) }
  guard !looksBinary(bytes.span) else { return nil }
  let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  return DecodedText(bytes: bytes, start: start)
}

private func decodeUTF16(_ bytes: [UInt8], isBigEndian: Bool) -> DecodedText? {
  var units: [UInt16] = []
  units.reserveCapacity(bytes.count / 2)
  for place in stride(from: 2, to: bytes.count - 1, by: 2) {
    let first = UInt16(bytes[place])
    let second = UInt16(bytes[place + 1])
    units.append(isBigEndian ? first << 8 | second : second << 8 | first)
  }
  let text = Array(String(decoding: units, as: UTF16.self).utf8)
  guard !looksBinary(text.span) else { return nil }
  return DecodedText(bytes: text, start: 0)
}

/// Whether the first 64 KiB hold a NUL, which no text has.
private func looksBinary(_ bytes: Span<UInt8>) -> Bool {
  for place in 0..<min(bytes.count, 1 << 16) where bytes[place] == 0 { return true }
  return false
}

/// Whether every byte is part of UTF-8 text.
///
/// Most text is ASCII, and eight bytes of it are passed over at once.
func isWellFormed(_ bytes: Span<UInt8>) -> Bool {
  var place = 0
  while let part = bytes.nextBeyondASCII(from: place) {
    guard (try? UTF8Span(validating: bytes.extracting(part))) != nil else { return false }
    place = part.upperBound
  }
  return true
}
