import Facts
import Synchronization

/// Facts from a pipe, a device or standard input, whose bytes can be had only once.
///
/// Only their beginning, by which the table is found, is kept until the rows are read.
final class PipedFile: Sendable {
  let path: String

  private struct State {
    /// How often the facts were opened.
    var openings = 0

    /// Bytes that were read and will be read again.
    var kept: [UInt8] = []
    var problem: FileProblem?
  }

  private let file: OpenFile
  private let state = Mutex(State())

  init(_ path: String, _ file: OpenFile) {
    self.path = path
    self.file = file
  }

  /// Why the facts could not be read; nil while they could.
  var problem: FileProblem? { state.withLock(\.problem) }

  /// The facts for the reader, which may open them twice: for the beginning, and for everything.
  var source: FactSource {
    FactSource(name: path) { self.open() }
  }

  private func open() -> ByteStream? {
    let opening = state.withLock { state in
      state.openings += 1
      return state.openings
    }
    precondition(opening <= 2, "a pipe is read once")
    return ByteStream(byteCount: nil) { buffer, range in
      self.read(&buffer, range, keeps: opening == 1)
    }
  }

  private func read(_ buffer: inout [UInt8], _ range: Range<Int>, keeps: Bool) -> Int? {
    state.withLock { state in
      if !keeps, !state.kept.isEmpty {
        let count = min(range.count, state.kept.count)
        for place in 0..<count { buffer[range.lowerBound + place] = state.kept[place] }
        state.kept.removeFirst(count)
        return count
      }
      do throws(FileProblem) {
        let count = try file.read(&buffer, range)
        Terminal.progress.advance(by: count)
        if keeps { state.kept += buffer[range.lowerBound..<(range.lowerBound + count)] }
        return count
      } catch {
        state.problem = error
        return nil
      }
    }
  }
}
