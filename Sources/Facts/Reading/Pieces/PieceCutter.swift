/// Cuts the rows of a file into pieces, in order.
///
/// A piece ends where a row ends, so that readers need not know of each other: of a line end inside
/// quotes only what stands before it can tell.
struct PieceCutter {
  /// What is still to be cut.
  private enum Rest {
    /// From an offset to the end.
    case bytes([UInt8], from: Int)
    /// `carry` was read and belongs to the next piece.
    case stream(ByteStream, carry: [UInt8])
    case nothing
  }

  private var rest: Rest
  private let separator: UInt8
  private let pieceBytes: Int
  private var forms: MonthForms
  private var nextIndex = 0
  private var offset: Int

  /// Whether the bytes could not be read to their end.
  private(set) var hasFailed = false

  /// The bytes of the whole file, nearly; nil when nobody knows.
  let byteCount: Int?

  init(_ file: MatchedFile, pieceBytes: Int) {
    separator = file.separator
    self.pieceBytes = pieceBytes
    forms = MonthForms(file.plan, separator: file.separator)
    offset = file.start
    switch file.content {
    case .whole(let bytes):
      byteCount = bytes.count
      rest = .bytes(bytes, from: file.start)
    case .later(let source):
      let stream = source.open()
      byteCount = stream?.byteCount
      rest = stream.map { .stream($0, carry: []) } ?? .nothing
      hasFailed = stream == nil
      skip(file.start)
    }
  }

  /// The next piece, in `buffer` if it has to be read; nil at the end.
  mutating func next(reusing buffer: inout [UInt8]) -> Piece? {
    guard let (bytes, range) = nextRows(&buffer), !range.isEmpty else { return nil }
    forms.note(bytes.span.extracting(range))
    let piece = Piece(
      index: nextIndex,
      bytes: bytes,
      range: range,
      offset: offset,
      monthForms: forms.forms
    )
    nextIndex += 1
    offset += range.count
    return piece
  }

  private mutating func nextRows(_ buffer: inout [UInt8]) -> ([UInt8], Range<Int>)? {
    switch rest {
    case .nothing: return nil
    case .bytes(let bytes, let start):
      let end = endOfRows(bytes.span, from: start)
      rest = end < bytes.count ? .bytes(bytes, from: end) : .nothing
      return (bytes, start..<end)
    case .stream(let stream, let carry):
      rest = .nothing
      return readRows(stream, carry, &buffer)
    }
  }

  private func endOfRows(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var size = pieceBytes
    while size < bytes.count - start {
      let rows = bytes.extracting(start..<(start + size))
      if let end = endOfWholeRows(in: rows, separator: separator) { return start + end }
      size *= 2
    }
    return bytes.count
  }

  private mutating func readRows(
    _ stream: ByteStream,
    _ carry: [UInt8],
    _ buffer: inout [UInt8]
  ) -> ([UInt8], Range<Int>)? {
    var filled = carry.count
    var wanted = filled + pieceBytes
    grow(&buffer, to: wanted)
    for place in carry.indices { buffer[place] = carry[place] }
    while true {
      guard let count = stream.fill(&buffer, filled..<wanted) else {
        hasFailed = true
        return nil
      }
      filled += count
      guard filled == wanted else { return (buffer, 0..<filled) }
      if let end = endOfWholeRows(
        in: buffer.span.extracting(0..<filled),
        separator: separator
      ) {
        rest = .stream(stream, carry: Array(buffer[end..<filled]))
        return (buffer, 0..<end)
      }
      wanted *= 2
      grow(&buffer, to: wanted)
    }
  }

  private func grow(_ buffer: inout [UInt8], to count: Int) {
    guard buffer.count < count else { return }
    // Room for what is left of a row, most times.
    let size = count + pieceBytes / 16
    buffer.append(contentsOf: repeatElement(0, count: size - buffer.count))
  }

  /// Leaves out the first bytes of a stream.
  private mutating func skip(_ count: Int) {
    guard case .stream(let stream, _) = rest else { return }
    var ignored = [UInt8](repeating: 0, count: count)
    hasFailed = stream.fill(&ignored, 0..<count) == nil
    if hasFailed { rest = .nothing }
  }
}
