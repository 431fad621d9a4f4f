import Dispatch
import Facts

/// Texts that threads make, on their way to the one thread that takes them in order.
///
/// Each thread makes the next text that nobody has. No thread waits for another, but for room: so
/// few texts are made ahead that a slow taker, or a text that takes long, holds the others up.
final class TextsInOrder: Sendable {
  private struct Shelf {
    var nextToMake = 0
    /// Made and not yet taken, by number.
    var texts: [Int: [UInt8]] = [:]
    var isWanted = true
  }

  private let shelf = Guarded(Shelf())
  private let count: Int

  /// Counts the texts that may be begun.
  private let room = DispatchSemaphore(value: 0)

  /// Counts the texts that were made.
  private let made = DispatchSemaphore(value: 0)

  private init(count: Int, room places: Int) {
    self.count = count
    // Counted up from nothing: a semaphore may not end below the value that it began with.
    for _ in 0..<places { room.signal() }
  }

  /// Makes `count` texts on `threads` threads, and gives them to `take` on this one until it wants
  /// no more.
  static func perform(
    _ count: Int,
    threads: Int,
    make: @Sendable (Int) -> [UInt8],
    take: ([UInt8]) -> Bool
  ) {
    let texts = TextsInOrder(count: count, room: 2 * threads)
    let group = DispatchGroup()
    withoutActuallyEscaping(make) { make in
      for _ in 0..<min(threads, count) {
        DispatchQueue.global().async(group: group) { texts.makeAll(make) }
      }
      texts.takeAll(take)
      group.wait()
    }
  }

  private func makeAll(_ make: @Sendable (Int) -> [UInt8]) {
    while true {
      room.wait()
      let next = shelf.withLock { shelf -> Int? in
        guard shelf.isWanted, shelf.nextToMake < count else { return nil }
        shelf.nextToMake += 1
        return shelf.nextToMake - 1
      }
      guard let next else {
        room.signal()
        return
      }
      let text = make(next)
      shelf.withLock { $0.texts[next] = text }
      made.signal()
    }
  }

  private func takeAll(_ take: ([UInt8]) -> Bool) {
    for number in 0..<count {
      var text = shelf.withLock { $0.texts.removeValue(forKey: number) }
      while text == nil {
        made.wait()
        text = shelf.withLock { $0.texts.removeValue(forKey: number) }
      }
      let isMoreWanted = text.map(take) ?? false
      if !isMoreWanted { shelf.withLock { $0.isWanted = false } }
      room.signal()
      guard isMoreWanted else { return }
    }
  }
}
