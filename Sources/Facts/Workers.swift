/// Runs pieces of work that do not depend on each other, maybe at the same time.
///
/// Whoever starts the program knows its cores and gives them; the same work alone is done in order.
package struct Workers: Sendable {
  /// A piece of work, by its number.
  package typealias Work = @Sendable (Int) -> Void

  /// How many pieces can run at once; at least 1.
  package let count: Int

  private let run: @Sendable (_ pieces: Int, _ work: Work) -> Void

  /// `run` has to call the work once for each number below that of the pieces, and to return when
  /// all are done.
  package init(count: Int, _ run: @escaping @Sendable (_ pieces: Int, _ work: Work) -> Void) {
    self.count = max(1, count)
    self.run = run
  }

  /// One piece after the other.
  package static let one = Workers(count: 1) { pieces, work in
    for piece in 0..<pieces { work(piece) }
  }

  /// Does all pieces, in any order, and returns when they are done.
  package func perform(_ pieces: Int, _ work: Work) {
    if pieces > 0 { run(pieces, work) }
  }
}
