import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A terminal that a program writes to and a test reads.
final class PseudoTerminal {
  struct Unavailable: Error {}

  /// The side of the program.
  let program: FileHandle

  private let reader: Int32

  /// Makes one of so many columns, or one that does not know its width.
  init(columns: UInt16? = nil) throws {
    // The C library hides the calls of POSIX for this from Swift; on Linux they come down to these.
    let getNumber: UInt = 0x8004_5430
    let setLock: UInt = 0x4004_5431
    var number: Int32 = -1
    var isLocked: Int32 = 0
    reader = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    // Each reads or writes one number.
    guard reader >= 0, unsafe ioctl(reader, setLock, &isLocked) == 0,
      unsafe ioctl(reader, getNumber, &number) == 0,
      let program = FileHandle(forUpdatingAtPath: "/dev/pts/\(number)")
    else { throw Unavailable() }
    self.program = program
    if let columns {
      var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
      guard unsafe ioctl(reader, UInt(TIOCSWINSZ), &size) == 0 else { throw Unavailable() }
    }
  }

  deinit { close(reader) }

  /// What programs write until the last one ends; lines end in LF.
  func readToEnd() throws -> String {
    try program.close()
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      // At most as many bytes are written as the buffer has.
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(reader, $0.baseAddress, 4096) }
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    // The terminal begins a new line with both signs.
    return String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
  }
}
