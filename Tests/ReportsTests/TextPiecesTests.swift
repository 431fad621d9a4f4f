import Facts
import Synchronization
import Testing

@testable import Reports

/// Texts that several workers make.
@Suite("Pieces of a text")
struct TextPiecesTests {
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

  private struct Stopped: Error {}

  @Test(
    "stand in the order of the items, whoever makes them",
    arguments: [0, 1, 127, 128, 129, 5000]
  )
  func order(count: Int) throws {
    let expected = (0..<count).flatMap { Array("\($0),".utf8) }
    for workers in Self.all {
      var text: [UInt8] = []
      writePieces(Array(0..<count), workers) { items in
        items.flatMap { Array("\($0),".utf8) }
      } each: {
        text += $0
      }
      #expect(text == expected)
    }
  }

  @Test("are not made any more once nobody takes them")
  func stop() {
    for workers in Self.all {
      let made = Mutex(0)
      #expect(throws: Stopped.self) {
        try writePieces(Array(0..<100_000), workers) { items in
          made.withLock { $0 += items.count }
          return [0]
        } each: { (_) throws(Stopped) in
          throw Stopped()
        }
      }
      #expect(made.withLock { $0 } < 10_000)
    }
  }
}
