/// How much is read at a time, and by how many threads; nothing in a store depends on it.
package struct ReadSettings: Sendable {
  /// Source: measured; pieces of a quarter of a mebibyte stay in the second-level cache.
  package var pieceBytes = 1 << 18

  /// Bytes by which a file's table is found, at least.
  ///
  /// Of what is no text, most has a NUL among so many.
  package var headBytes = 1 << 16

  /// Who reads the pieces of a file.
  package var workers = Workers.one

  /// Whether rows are kept by what they are about, for a store that is grouped by customer: in a
  /// third of the memory, and to be read in slices only.
  package var groupsRows = false

  /// How many rows of a table may stand for themselves before those of one subject and month are
  /// added up, where rows are kept by what they are about.
  ///
  /// Source: our choice; some 10 MB.
  package var plainRows = 1 << 20

  /// Whether each used row keeps the file and line where it stands, in ``FactTable/rowPlaces``.
  ///
  /// Such rows are not grouped while they are read: those of one subject and month would be added
  /// up, and a sum has no line.
  package var keepsLines = false

  package init(workers: Workers = .one, groupsRows: Bool = false, keepsLines: Bool = false) {
    self.workers = workers
    self.groupsRows = groupsRows
    self.keepsLines = keepsLines
  }
}

/// The rows of a file and what is wrong with them; nil when the file cannot be read to its end.
func readRows(
  _ file: MatchedFile,
  comparesRows: Bool,
  groupsRows: Bool,
  _ lookup: CatalogueLookup,
  _ settings: ReadSettings
) -> (rows: FileRows, findings: FindingLog)? {
  // The lines of JSON are known by row, not by piece, and people are few.
  let isSmall = file.rowLines != nil || file.plan.isAboutPeople
  let pieceBytes = file.rowLines == nil ? settings.pieceBytes : Int.max / 4
  var cutter = PieceCutter(file, pieceBytes: pieceBytes)
  let pieces = cutter.byteCount.map { $0 / pieceBytes + 1 } ?? settings.workers.count
  let readers = isSmall ? 1 : min(settings.workers.count, pieces)
  let reader = FileReader(
    file,
    lookup: lookup,
    comparesRows: comparesRows,
    keepsLines: settings.keepsLines
  )
  var joined = JoinedRows(
    reader,
    readers: readers,
    byteCount: cutter.byteCount ?? 0,
    plainRows: groupsRows ? settings.plainRows : nil
  )
  if readers == 1 {
    readAll(&cutter, reader, &joined, inPieces: groupsRows)
  } else {
    readAll(&cutter, reader, &joined, readers: readers, settings.workers)
  }
  guard !cutter.hasFailed else { return nil }
  return joined.finish(brokenRows: file.brokenRows)
}

/// Reads all pieces with one reader, into its columns or those of `joined`.
private func readAll(
  _ cutter: inout PieceCutter,
  _ reader: FileReader,
  _ joined: inout JoinedRows,
  inPieces isInPieces: Bool
) {
  var reader = reader
  var buffer: [UInt8] = []
  var room = RoomEstimate(byteCount: cutter.byteCount ?? 0)
  while let piece = cutter.next(reusing: &buffer) {
    joined.lines.add(piece: piece.index, lineCount: reader.read(piece))
    buffer = piece.bytes
    let bytesRead = piece.offset + piece.range.count
    if isInPieces {
      joined.add(reader.takeColumns(), bytesRead: bytesRead)
    } else {
      room.reserve(&reader.rows.columns, bytesRead: bytesRead)
    }
  }
  joined.take(reader, withColumns: !isInPieces)
}

/// Reads pieces at the same time, each reader the next one that nobody has.
private func readAll(
  _ cutter: inout PieceCutter,
  _ reader: FileReader,
  _ joined: inout JoinedRows,
  readers: Int,
  _ workers: Workers
) {
  let sharedCutter = Guarded(cutter)
  let sharedRows = Guarded(joined)
  let fresh = reader
  workers.perform(readers) { worker in
    var reader = fresh
    var buffer: [UInt8] = []
    while let piece = sharedCutter.withLock({ $0.next(reusing: &buffer) }) {
      let lineCount = reader.read(piece)
      buffer = piece.bytes
      let columns = reader.takeColumns()
      sharedRows.withLock { rows in
        rows.lines.add(piece: piece.index, lineCount: lineCount)
        rows.add(columns, of: piece, from: reader, worker: worker)
        if reader.hasManyFinishedTexts {
          rows.finish(reader, worker: worker)
          reader = fresh
        }
      }
    }
    sharedRows.withLock { $0.finish(reader, worker: worker) }
  }
  cutter = sharedCutter.withLock { $0 }
  joined = sharedRows.withLock { $0 }
}
