#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The C library as this program needs it: no other file imports it.
///
/// Foundation would do the same, but loading it takes longer than checking the rules. Calls that a
/// signal interrupts are made again.
enum SystemCalls {
  /// Gives large blocks of memory back to the system as soon as they are free.
  ///
  /// By itself the allocator of Linux learns from the first of them to keep the later ones, and the
  /// columns of a file would stay beside those of the next.
  static func returnLargeBlocks() {
    #if canImport(Glibc)
      typealias SetOption = @convention(c) (CInt, CInt) -> CInt
      // No module declares `mallopt`; other C libraries do not have it, and need no such advice.
      guard let symbol = unsafe dlsym(nil, "mallopt") else { return }
      // This is its declaration in malloc.h, and so is the number of the option.
      let setOption = unsafe unsafeBitCast(symbol, to: SetOption.self)
      let mapsBlocksFrom: CInt = -3
      // Source: measured; columns of tables and dictionaries of texts are larger, little else is.
      _ = setOption(mapsBlocksFrom, 1 << 18)
    #endif
  }

  /// What stands at a path.
  struct Status {
    let isFolder: Bool
    let isRegular: Bool
  }

  /// Follows links; nil when nothing is there.
  static func status(of path: String) -> Status? {
    guard isNameable(path) else { return nil }
    var found = stat()
    // The text lives for as long as the call takes, and so does the result.
    guard unsafe stat(path, &found) == 0 else { return nil }
    let type = found.st_mode & S_IFMT
    return Status(isFolder: type == S_IFDIR, isRegular: type == S_IFREG)
  }

  /// The path without links and dots, from the root; nil when nothing is there.
  static func realPath(_ path: String) -> String? {
    guard isNameable(path), let real = unsafe realpath(path, nil) else { return nil }
    // With nil, `realpath` makes the text itself, for the caller to free.
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  /// Where a symbolic link leads; nil when the path is none.
  static func target(ofLink path: String) -> String? {
    guard isNameable(path) else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe bytes.withUnsafeMutableBytes { buffer in
      // No more than the buffer holds is written.
      unsafe buffer.baseAddress.map { unsafe readlink(path, $0, buffer.count) } ?? -1
    }
    return count < 0 ? nil : String(decoding: bytes.prefix(count), as: UTF8.self)
  }

  /// All names in a folder, `.` and `..` among them, in no order.
  static func names(in folder: String) throws(FileProblem) -> [String] {
    guard isNameable(folder) else { throw .notFound }
    guard let stream = unsafe opendir(folder) else { throw FileProblem(number: errno) }
    defer { unsafe _ = closedir(stream) }
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return [] }
    var names: [String] = []
    while true {
      // Only this tells the end from a failure.
      errno = 0
      guard let entry = unsafe readdir(stream) else { break }
      // The name ends with a zero, and stays until the next call.
      let name = unsafe UnsafeRawPointer(entry).advanced(by: offset)
      unsafe names.append(String(cString: name.assumingMemoryBound(to: CChar.self)))
    }
    guard errno == 0 else { throw FileProblem(number: errno) }
    return names
  }

  /// Gives a file another name, in one step, in place of what had that name before.
  static func rename(_ path: String, to final: String) throws(FileProblem) {
    guard isNameable(path), isNameable(final) else { throw .notFound }
    #if canImport(Glibc)
      let result = unsafe Glibc.rename(path, final)
    #else
      let result = unsafe Darwin.rename(path, final)
    #endif
    if result != 0 { throw FileProblem(number: errno) }
  }

  /// Takes a file away if it is there.
  static func remove(_ path: String) { _ = unsafe unlink(path) }

  /// A variable of the environment; nil when it is not set.
  static func environment(_ name: String) -> String? {
    // Nothing here changes the environment, so that the text stays.
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// How many columns the terminal has; nil for other files, and for terminals that do not know.
  static func terminalColumns(_ descriptor: Int32) -> Int? {
    var size = winsize()
    // The system writes one such value.
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// Makes a reader that went away and a file that grows too large errors of the call that writes:
  /// by default they end the process, which leaves its temporary file behind and says nothing.
  static func makeWritingSignalsErrors() {
    // Nobody else sets what these signals do, and there is one thread yet.
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGXFSZ, SIG_IGN)
  }

  static var processID: Int32 { getpid() }

  /// The cores of the machine that are switched on; at least 1.
  static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// The most memory that the process had so far, in bytes.
  static var peakMemory: Int {
    var usage = rusage()
    // `getrusage` writes to `usage` and keeps nothing; 0 is the process itself.
    guard unsafe getrusage(0, &usage) == 0 else { return 0 }
    #if canImport(Glibc)
      return usage.ru_maxrss * 1024
    #else
      return usage.ru_maxrss
    #endif
  }

  static func leave(_ code: Int32) -> Never { exit(code) }

  /// What the system calls an error, such as `input/output error`.
  static func text(ofError number: Int32) -> String {
    // One thread asks, so that nothing else changes the text meanwhile.
    guard let found = unsafe strerror(number) else { return "error \(number)" }
    let text = unsafe String(cString: found)
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  /// A text with a zero inside names nothing: C would see its beginning only.
  private static func isNameable(_ path: String) -> Bool { !path.utf8.contains(0) }
}
