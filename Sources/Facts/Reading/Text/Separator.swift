/// The separator of a text: the one of comma, tab and semicolon that stands most often in its
/// first row that is not blank, outside quotes.
///
/// It is certain when that row ends in `bytes`: more of the text would not change it.
func detectSeparator(
  in bytes: Span<UInt8>,
  from start: Int
) -> (separator: UInt8, isCertain: Bool) {
  var counts = [ASCII.comma: 0, ASCII.tab: 0, ASCII.semicolon: 0]
  var isInQuotes = false
  var isBlank = true
  var isCertain = false
  for place in start..<bytes.count {
    let byte = bytes[place]
    if byte == ASCII.quote {
      isInQuotes.toggle()
    } else if !isInQuotes, byte == ASCII.lineFeed || byte == ASCII.carriageReturn {
      isCertain = !isBlank
      guard isBlank else { break }
      continue
    } else if !isInQuotes, let count = counts[byte] {
      counts[byte] = count + 1
    }
    isBlank = isBlank && byte == ASCII.space
  }
  let candidates = [ASCII.comma, ASCII.tab, ASCII.semicolon]
  let most = counts.values.max()
  return (candidates.first { counts[$0] == most } ?? ASCII.comma, isCertain)
}
