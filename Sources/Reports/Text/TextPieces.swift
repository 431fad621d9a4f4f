import Facts
import Synchronization

/// How many items one piece of work has.
///
/// Source: measured; a piece takes milliseconds, and its text fits the cache.
private let pieceSize = 128

/// How many pieces each worker makes before they are handed over: enough to keep all busy, and few
/// enough to hold in memory.
private let piecesOfWorker = 8

/// Makes texts for runs of items, and hands them over in order.
///
/// What comes out depends neither on the number of workers nor on which piece is ready first.
///
/// - Parameters:
///   - items: what texts are made for.
///   - workers: who makes them.
///   - make: the text of some items that follow each other.
///   - each: takes the texts in the order of the items; slow takers hold the work up, so that few
///     pieces wait.
/// - Throws: what `each` throws; nothing is handed over after that.
func writePieces<Item: Sendable, Failure: Error>(
  _ items: [Item],
  _ workers: Workers,
  make: @Sendable (ArraySlice<Item>) -> [UInt8],
  each: ([UInt8]) throws(Failure) -> Void
) throws(Failure) {
  let wave = piecesOfWorker * workers.count
  var start = 0
  while start < items.count {
    let rest = items.count - start
    let pieces = min(wave, (rest + pieceSize - 1) / pieceSize)
    let first = start
    let texts = Mutex<[[UInt8]]>(Array(repeating: [], count: pieces))
    workers.perform(pieces) { piece in
      let begin = first + piece * pieceSize
      let text = make(items[begin..<min(begin + pieceSize, items.count)])
      texts.withLock { $0[piece] = text }
    }
    for text in texts.withLock({ $0 }) where !text.isEmpty { try each(text) }
    start += pieces * pieceSize
  }
}
