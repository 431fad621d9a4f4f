import Facts
import Synchronization

/// A file of facts that is read part by part, with what went wrong when it was.
final class FactFile: Sendable {
  let path: String

  private let state: OpenFile.State
  private let lastProblem = Mutex<FileProblem?>(nil)

  /// Finds out whether the file can be read.
  init(_ path: String) throws(FileProblem) {
    self.path = path
    state = try OpenFile(reading: path).state()
  }

  /// How many bytes it has.
  var byteCount: Int { state.size }

  /// Why the file could not be read; nil while it could.
  var problem: FileProblem? { lastProblem.withLock(\.self) }

  /// The file for the reader of facts.
  var source: FactSource {
    FactSource(name: path) { self.open() }
  }

  private func open() -> ByteStream? {
    do throws(FileProblem) {
      let file = try OpenFile(reading: path)
      try checkState(of: file)
      return ByteStream(byteCount: state.size) { buffer, range in
        self.read(file, &buffer, range)
      }
    } catch {
      lastProblem.withLock { $0 = error }
      return nil
    }
  }

  private func read(_ file: OpenFile, _ buffer: inout [UInt8], _ range: Range<Int>) -> Int? {
    do throws(FileProblem) {
      let count = try file.read(&buffer, range)
      if count == 0 { try checkState(of: file) }
      Terminal.progress.advance(by: count)
      return count
    } catch {
      lastProblem.withLock { $0 = error }
      return nil
    }
  }

  /// Half of an old file with half of a new one would be nobody's facts.
  private func checkState(of file: OpenFile) throws(FileProblem) {
    guard try file.state() == state else { throw .changed }
  }
}
