/// Runs pieces of work that do not depend on each other, maybe at the same time.
///
/// Whoever starts the program knows its cores and gives them; the same work alone is done in order.
package struct Workers: Sendable {
  /// A piece of work, by its number.
  package typealias Work = @Sendable (Int) -> Void

  /// Makes a text, by its number.
  package typealias Maker = @Sendable (Int) -> [UInt8]

  /// Takes the next text; false when no further one is wanted.
  package typealias Taker = ([UInt8]) -> Bool

  /// How many pieces can run at once; at least 1.
  package let count: Int

  private let run: @Sendable (_ pieces: Int, _ work: Work) -> Void

  private let runInOrder: (@Sendable (_ pieces: Int, _ make: Maker, _ take: Taker) -> Void)?

  /// - Parameters:
  ///   - count: how many pieces can run at once.
  ///   - runInOrder: has to make each text, to give them in order of their numbers to the taker on
  ///     the thread of the caller until it wants no more, to hold few texts at a time, and to
  ///     return when nothing is made any more; nil makes use of `run`.
  ///   - run: has to call the work once for each number below that of the pieces, and to return
  ///     when all are done.
  package init(
    count: Int,
    inOrder runInOrder: (@Sendable (_ pieces: Int, _ make: Maker, _ take: Taker) -> Void)? = nil,
    _ run: @escaping @Sendable (_ pieces: Int, _ work: Work) -> Void
  ) {
    self.count = max(1, count)
    self.run = run
    self.runInOrder = runInOrder
  }

  /// One piece after the other.
  package static let one = Workers(count: 1) { pieces, work in
    for piece in 0..<pieces { work(piece) }
  }

  /// Does all pieces, in any order, and returns when they are done.
  package func perform(_ pieces: Int, _ work: Work) {
    if pieces > 0 { run(pieces, work) }
  }

  /// Makes texts, maybe several at the same time, and hands them over in order of their numbers.
  package func perform(_ pieces: Int, making make: Maker, taking take: Taker) {
    guard pieces > 0 else { return }
    if let runInOrder, count > 1 { return runInOrder(pieces, make, take) }
    for start in stride(from: 0, to: pieces, by: count) {
      let texts = Guarded<[[UInt8]]>(Array(repeating: [], count: min(count, pieces - start)))
      perform(min(count, pieces - start)) { place in
        let text = make(start + place)
        texts.withLock { $0[place] = text }
      }
      for text in texts.withLock({ $0 }) {
        guard take(text) else { return }
      }
    }
  }
}
