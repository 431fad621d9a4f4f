#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Synchronization

/// A file, pipe, device or stream that is open; closed at the latest when its last owner goes.
final class OpenFile: Sendable {
  /// What tells one state of a file from another.
  struct State: Equatable {
    let size: Int

    /// Whether it is a file, and no pipe, device or folder.
    let isRegular: Bool
    private let device: UInt64
    private let node: UInt64
    private let seconds: Int
    private let nanoseconds: Int

    fileprivate init(_ status: stat) {
      size = Int(status.st_size)
      isRegular = status.st_mode & S_IFMT == S_IFREG
      device = UInt64(truncatingIfNeeded: status.st_dev)
      node = UInt64(truncatingIfNeeded: status.st_ino)
      #if canImport(Glibc)
        let changed = status.st_mtim
      #else
        let changed = status.st_mtimespec
      #endif
      seconds = changed.tv_sec
      nanoseconds = changed.tv_nsec
    }
  }

  private let descriptor: Int32

  /// Also of the streams that the process was given, which are nobody's to close.
  private let isClosed: Atomic<Bool>

  static let standardInput = OpenFile(stream: STDIN_FILENO)
  static let standardOutput = OpenFile(stream: STDOUT_FILENO)
  static let standardError = OpenFile(stream: STDERR_FILENO)

  private init(stream: Int32) {
    descriptor = stream
    isClosed = Atomic(true)
  }

  /// Opens what is there for reading.
  convenience init(reading path: String) throws(FileProblem) {
    try self.init(path, O_RDONLY)
  }

  /// Opens what is there for writing.
  convenience init(writing path: String) throws(FileProblem) {
    try self.init(path, O_WRONLY)
  }

  /// Opens an empty file, new or in place of an old one.
  convenience init(creating path: String) throws(FileProblem) {
    try self.init(path, O_WRONLY | O_CREAT | O_TRUNC)
  }

  private init(_ path: String, _ flags: Int32) throws(FileProblem) {
    guard !path.utf8.contains(0) else { throw .notFound }
    var number: Int32
    repeat {
      // The text lives for as long as the call takes. Everybody may do what the user's mask allows.
      number = unsafe open(path, flags | O_CLOEXEC, 0o666)
    } while number < 0 && errno == EINTR
    guard number >= 0 else { throw FileProblem(number: errno) }
    descriptor = number
    isClosed = Atomic(false)
  }

  deinit { try? close() }

  /// The file as it is now.
  func state() throws(FileProblem) -> State {
    var status = stat()
    // `fstat` writes to `status` and keeps nothing.
    guard unsafe fstat(descriptor, &status) == 0 else { throw FileProblem(number: errno) }
    return State(status)
  }

  /// Writes the next bytes to a range of a buffer, from its start on: how many, 0 at the end.
  func read(_ buffer: inout [UInt8], _ range: Range<Int>) throws(FileProblem) -> Int {
    precondition(range.upperBound <= buffer.count, "the range lies in the buffer")
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        // At most `range.count` bytes are written, and all of these lie in the buffer.
        unsafe readPiece(descriptor, UnsafeMutableRawBufferPointer(rebasing: bytes[range]))
      }
      if count >= 0 { return count }
      guard errno == EINTR else { throw FileProblem(number: errno) }
    }
  }

  /// All bytes from here on, each read once to its final place.
  func readToEnd() throws(FileProblem) -> [UInt8] {
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

  /// Writes all of it, however many calls that takes.
  func write(_ bytes: [UInt8]) throws(FileProblem) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        // What is left of the buffer, which is not empty.
        unsafe writePiece(descriptor, UnsafeRawBufferPointer(rebasing: buffer[written...]))
      }
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        throw FileProblem(number: errno)
      }
    }
  }

  /// Ends reading and writing; what is closed stays so.
  func close() throws(FileProblem) {
    guard !isClosed.exchange(true, ordering: .relaxed) else { return }
    // Interrupted or not, the descriptor is gone.
    if closeDescriptor(descriptor) != 0, errno != EINTR { throw FileProblem(number: errno) }
  }
}

// Calls of the C library whose names the type has too.

private func readPiece(_ descriptor: Int32, _ bytes: UnsafeMutableRawBufferPointer) -> Int {
  unsafe read(descriptor, bytes.baseAddress, bytes.count)
}

private func writePiece(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  unsafe write(descriptor, bytes.baseAddress, bytes.count)
}

private func closeDescriptor(_ descriptor: Int32) -> Int32 { close(descriptor) }

extension FileProblem {
  /// Reads the facts out of an error number of the system.
  init(number: Int32) {
    switch number {
    case ENOENT, ENOTDIR: self = .notFound
    case EACCES, EPERM, EROFS: self = .noPermission
    case EISDIR: self = .isFolder
    case ENOSPC, EDQUOT: self = .noSpace
    case EFBIG: self = .tooLarge
    case EPIPE: self = .closedPipe
    default: self = .other(SystemCalls.text(ofError: number))
    }
  }
}
