import Facts
import Synchronization
import Testing

/// Texts that several workers make.
@Suite("Texts of several workers")
struct WorkersTests {
  /// Workers that take the pieces in an order of their own.
  private static func workers(_ count: Int, _ order: @escaping @Sendable (Int) -> [Int]) -> Workers
  {
    Workers(count: count) { pieces, work in
      for piece in order(pieces) { work(piece) }
    }
  }

  private static let all = [
    Workers.one, workers(2) { Array(0..<$0) }, workers(7) { Array((0..<$0).reversed()) },
    workers(3) { pieces in (0..<pieces).sorted { $0 % 3 * pieces + $0 < $1 % 3 * pieces + $1 } },
  ]

  @Test("stand in order, whoever makes them", arguments: [0, 1, 2, 3, 7, 8, 500])
  func order(count: Int) throws {
    let expected = (0..<count).flatMap { Array("\($0),".utf8) }
    for workers in Self.all {
      var text: [UInt8] = []
      workers.perform(count, making: { Array("\($0),".utf8) }) {
        text += $0
        return true
      }
      #expect(text == expected)
    }
  }

  @Test("are not made any more once nobody takes them")
  func stop() {
    for workers in Self.all {
      let made = Mutex(0)
      var taken = 0
      workers.perform(1000) { number in
        made.withLock { $0 += 1 }
        return [UInt8(truncatingIfNeeded: number)]
      } taking: { _ in
        taken += 1
        return taken < 3
      }
      #expect(taken == 3)
      #expect(made.withLock { $0 } < 20)
    }
  }
}
