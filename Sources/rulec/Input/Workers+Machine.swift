import Dispatch
import Facts
import Synchronization

extension Workers {
  /// How many workers may be asked for.
  ///
  /// Source: our choice, more than any machine of a partner has cores.
  static let counts = 1...256

  /// One worker for each core.
  static let ofThisMachine = threads(SystemCalls.processorCount)

  /// So many workers, whatever number of cores there is.
  ///
  /// Each takes the next piece that nobody has.
  static func threads(_ count: Int) -> Workers {
    guard count > 1 else { return .one }
    return Workers(
      count: count,
      inOrder: { TextsInOrder.perform($0, threads: count, make: $1, take: $2) }
    ) { pieces, work in
      let next = Atomic(0)
      DispatchQueue.concurrentPerform(iterations: min(count, pieces)) { _ in
        while true {
          let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard piece < pieces else { return }
          work(piece)
        }
      }
    }
  }
}
