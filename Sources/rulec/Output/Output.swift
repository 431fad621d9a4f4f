/// Where results go: standard output, or a file that appears only when it is complete.
///
/// Text for a file is written beside it under a temporary name, which ``finish()`` changes to the
/// final one. When writing fails, the temporary file is taken away.
struct Output {
  /// The name that the user gave; nil for standard output.
  private let path: String?

  /// The file to replace, links followed; nil when text goes straight to its place.
  private let destination: String?
  private let temporary: String?
  private let file: OpenFile

  /// Whether nobody sees the text while it is written.
  private let isFile: Bool
  private var buffer: [UInt8] = []

  /// Written at once when so many bytes have come together.
  ///
  /// Source: our choice, a pipe's size.
  private static let bufferBytes = 65_536

  /// Opens standard output for nil, else the file.
  init(path: String?) throws(CommandError) {
    self.path = path
    guard let path else {
      (destination, temporary, file) = (nil, nil, .standardOutput)
      isFile = (try? file.state())?.isRegular ?? false
      return
    }
    do throws(FileProblem) {
      if FileSystem.kind(of: path) == .special {
        file = try OpenFile(writing: path)
        (destination, temporary, isFile) = (nil, nil, false)
        return
      }
      let final = FileSystem.identity(of: path)
      // Links that lead in a circle have no end, and opening them says so.
      if SystemCalls.target(ofLink: final) != nil { _ = try OpenFile(writing: final) }
      let name = ".\(FilePath.name(of: final)).\(SystemCalls.processID).part"
      let beside = FilePath.join(FilePath.folder(of: final), name)
      file = try OpenFile(creating: beside)
      (destination, temporary, isFile) = (final, beside, true)
    } catch {
      throw .unwritable(path: path, error)
    }
  }

  /// Says early what would make ``init(path:)`` fail.
  static func verify(path: String?) throws(CommandError) {
    guard let path else { return }
    if FileSystem.kind(of: path) == .folder { throw .unwritable(path: path, .isFolder) }
    if FileSystem.kind(of: FilePath.folder(of: path)) != .folder {
      throw .unwritable(path: path, .notFound)
    }
  }

  /// Refuses to replace a file that was read.
  static func verify(path: String?, notAmong inputs: [String]) throws(CommandError) {
    guard let path else { return }
    let identity = FileSystem.identity(of: path)
    if inputs.contains(where: { FileSystem.identity(of: $0) == identity }) {
      throw .unwritable(path: path, .isInput)
    }
  }

  mutating func write(_ bytes: [UInt8]) throws(CommandError) {
    buffer += bytes
    if buffer.count >= Output.bufferBytes { try flush() }
  }

  /// Writes what is left and gives the file its name.
  mutating func finish() throws(CommandError) {
    try flush()
    guard let destination, let temporary else { return }
    do throws(FileProblem) {
      // What the disk refuses late, it refuses here. Nothing waits for the disk itself: results can be
      // made again after a power cut, and other programs' files would have to be written first.
      try file.close()
      try FileSystem.rename(temporary, to: destination)
    } catch {
      throw failure(error)
    }
  }

  private mutating func flush() throws(CommandError) {
    guard !buffer.isEmpty else { return }
    // On a terminal, or in the program behind a pipe, text and the line of progress would mix.
    if !isFile { Terminal.progress.end() }
    do throws(FileProblem) {
      try file.write(buffer)
    } catch {
      throw failure(error)
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Takes the temporary file away and makes the error to throw.
  private func failure(_ problem: FileProblem) -> CommandError {
    if let temporary { SystemCalls.remove(temporary) }
    return problem == .closedPipe ? .closedPipe : .unwritable(path: path, problem)
  }
}
