import Synchronization

/// The line on standard error that tells how far a long run is; drawn again in place, on a terminal
/// only.
///
/// Whoever does the work counts it, on any thread, and draws the line when that is due: nobody waits
/// for it, and no thread is there for it alone.
final class Progress: Sendable {
  /// A part of a run, with how much there is to do.
  enum Stage {
    /// Bytes of facts; nil when nobody knows how many will come.
    case reading(bytes: Int?)
    case evaluating(customers: Int)
    case scoring(months: Int)
  }

  private struct Line {
    /// Nil when there is nothing to tell.
    var stage: Stage?
    var isDrawn = false
    var lastDrawn: ContinuousClock.Instant?
  }

  /// Shorter runs show no line.
  ///
  /// Source: our choice; people begin to wonder after about a second.
  private static let patience = Duration.milliseconds(500)

  /// The line is not drawn more often.
  ///
  /// Source: our choice; numbers that change faster cannot be read.
  private static let pause = Duration.milliseconds(100)

  private let isShown: Bool

  /// The widest line that fits.
  private let columns: Int
  private let start = ContinuousClock.now

  /// What is done of the stage.
  private let done = Atomic(0)
  private let line = Mutex(Line())

  init(isShown: Bool, columns: Int) {
    self.isShown = isShown
    self.columns = columns
  }

  func begin(_ stage: Stage) {
    guard isShown else { return }
    line.withLock { line in
      line.stage = stage
      done.store(0, ordering: .relaxed)
      if start.duration(to: .now) >= Progress.patience { draw(&line, at: .now) }
    }
  }

  /// Counts bytes, customers or months of the stage.
  func advance(by count: Int) {
    guard isShown else { return }
    done.wrappingAdd(count, ordering: .relaxed)
    let now = ContinuousClock.now
    guard start.duration(to: now) >= Progress.patience else { return }
    // Another thread that is drawing knows nearly the same.
    line.withLockIfAvailable { drawIfDue(&$0, at: now) }
  }

  /// Makes room for other text; the line comes back when work goes on.
  func erase() {
    guard isShown else { return }
    line.withLock { erase(&$0) }
  }

  /// Takes the line away until the next stage.
  func end() {
    guard isShown else { return }
    line.withLock { line in
      line.stage = nil
      erase(&line)
    }
  }

  private func erase(_ line: inout Line) {
    guard line.isDrawn else { return }
    write("\r" + Progress.clearing)
    line.isDrawn = false
  }

  private func drawIfDue(_ line: inout Line, at now: ContinuousClock.Instant) {
    let isDue = line.lastDrawn.map { $0.duration(to: now) >= Progress.pause } ?? true
    if isDue { draw(&line, at: now) }
  }

  private func draw(_ line: inout Line, at now: ContinuousClock.Instant) {
    guard let stage = line.stage else { return }
    let text = stage.text(done: done.load(ordering: .relaxed))
    write("\r" + text.prefix(max(0, columns - 1)) + Progress.clearing)
    line.isDrawn = true
    line.lastDrawn = now
  }

  /// What a terminal takes as: clear to the end of the line.
  ///
  /// Source: ECMA-48, EL.
  private static let clearing = "\u{1B}[K"

  private func write(_ text: String) {
    // There is nobody to tell when that fails.
    try? OpenFile.standardError.write(Array(text.utf8))
  }
}

extension Progress.Stage {
  /// `reading: 45.2 of 120.0 MB (37 %)`.
  func text(done: Int) -> String {
    switch self {
    case .reading(bytes: nil): "reading: \(Self.megabytes(done)) MB"
    case .reading(let bytes?):
      // The beginning of a file may be read twice.
      "reading: \(Self.megabytes(min(done, bytes))) of \(Self.megabytes(bytes)) MB"
        + Self.percent(done, of: bytes)
    case .evaluating(let count):
      "evaluating: \(AccountText.grouped(done)) of \(AccountText.grouped(count)) customers"
        + Self.percent(done, of: count)
    case .scoring(let count): "scoring: \(done) of \(count) months"
    }
  }

  /// In millions of bytes, with one decimal place.
  private static func megabytes(_ bytes: Int) -> String {
    "\(AccountText.grouped(bytes / 1_000_000)).\(bytes % 1_000_000 / 100_000)"
  }

  private static func percent(_ done: Int, of total: Int) -> String {
    total > 0 ? " (\(min(done, total) * 100 / total) %)" : ""
  }
}
