import Facts
import Foundation
import Synchronization

/// A file, pipe or device that is open for reading.
final class OpenFile: Sendable {
  /// What tells one state of a file from another.
  struct State: Equatable {
    let size: Int
    private let device: UInt64
    private let node: UInt64
    private let seconds: Int
    private let nanoseconds: Int

    fileprivate init(_ status: stat) {
      size = Int(status.st_size)
      device = UInt64(truncatingIfNeeded: status.st_dev)
      node = UInt64(truncatingIfNeeded: status.st_ino)
      seconds = status.st_mtim.tv_sec
      nanoseconds = status.st_mtim.tv_nsec
    }
  }

  private let descriptor: Int32

  init(_ path: String) throws(FileProblem) {
    // The text lives as a C string for as long as the call takes.
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .lastError }
  }

  deinit { close(descriptor) }

  /// The file as it is now.
  func state() throws(FileProblem) -> State {
    var status = stat()
    // `fstat` writes to `status` and keeps nothing.
    guard unsafe fstat(descriptor, &status) == 0 else { throw .lastError }
    return State(status)
  }

  /// Writes the next bytes to a range of a buffer, from its start on: how many, 0 at the end.
  func read(_ buffer: inout [UInt8], _ range: Range<Int>) throws(FileProblem) -> Int {
    precondition(range.upperBound <= buffer.count, "the range lies in the buffer")
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        // At most `range.count` bytes are written, and all of these lie in the buffer.
        let place = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[range])
        return unsafe Foundation.read(descriptor, place.baseAddress, place.count)
      }
      if count >= 0 { return count }
      guard errno == EINTR else { throw .lastError }
    }
  }

  /// All bytes from here on, each read once to its final place.
  func readAll() throws(FileProblem) -> [UInt8] {
    // One more than expected, so that the end is met and not only the size.
    var bytes = [UInt8](repeating: 0, count: try max(0, state().size) + 1)
    var end = 0
    while true {
      let count = try read(&bytes, end..<bytes.count)
      guard count > 0 else { break }
      end += count
      if end == bytes.count {
        bytes.append(contentsOf: repeatElement(0, count: max(1 << 16, bytes.count / 2)))
      }
    }
    bytes.removeLast(bytes.count - end)
    return bytes
  }
}

/// A file of facts that is read part by part, with what went wrong when it was.
final class FactFile: Sendable {
  let path: String

  private let state: OpenFile.State
  private let lastProblem = Mutex<FileProblem?>(nil)

  /// Finds out whether the file can be read.
  init(_ path: String) throws(FileProblem) {
    self.path = path
    state = try OpenFile(path).state()
  }

  /// Why the file could not be read; nil while it could.
  var problem: FileProblem? { lastProblem.withLock(\.self) }

  /// The file for the reader of facts.
  var source: FactSource {
    FactSource(name: path) { self.open() }
  }

  private func open() -> ByteStream? {
    do throws(FileProblem) {
      let file = try OpenFile(path)
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
      return count
    } catch {
      lastProblem.withLock { $0 = error }
      return nil
    }
  }

  /// Half of an old file with half of a new one would be nobody's facts.
  private func checkState(of file: OpenFile) throws(FileProblem) {
    guard try file.state() == state else { throw .other("it changed while it was read") }
  }
}

extension FileProblem {
  /// What the last system call says.
  fileprivate static var lastError: FileProblem {
    FileProblem(NSError(domain: NSPOSIXErrorDomain, code: Int(errno)))
  }
}
