/// A file's bytes as UTF-8.
struct DecodedText {
  let bytes: [UInt8]

  /// The offset of the first byte after a byte order mark.
  let start: Int

  /// Whether every byte is part of UTF-8 text; a file of an older encoding is read all the same.
  let isWellFormed: Bool
}

/// The text of a file in UTF-8, or in UTF-16 with a byte order mark; nil when it is no text.
func decodeText(_ bytes: [UInt8]) -> DecodedText? {
  if bytes.starts(with: [0xFF, 0xFE]) { return decodeUTF16(bytes, isBigEndian: false) }
  if bytes.starts(with: [0xFE, 0xFF]) { return decodeUTF16(bytes, isBigEndian: true) }
  guard !looksBinary(bytes.span) else { return nil }
  let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  let isWellFormed = (try? UTF8Span(validating: bytes.span)) != nil
  return DecodedText(bytes: bytes, start: start, isWellFormed: isWellFormed)
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
  return DecodedText(bytes: text, start: 0, isWellFormed: true)
}

/// Whether the first 64 KiB hold a NUL, which no text has.
private func looksBinary(_ bytes: Span<UInt8>) -> Bool {
  for place in 0..<min(bytes.count, 1 << 16) where bytes[place] == 0 { return true }
  return false
}
