import Foundation

/// Where results go: standard output, or a file that appears only when it is complete.
///
/// Text for a file is written beside it under a temporary name, which ``finish()`` changes to the
/// final one. When writing fails, the temporary file is taken away.
struct Output {
  /// The name that the user gave; nil for standard output.
  private let path: String?

  /// The file to replace, links followed; nil when text goes straight to its place.
  private let destination: URL?
  private let temporary: URL?
  private let handle: FileHandle
  private var buffer: [UInt8] = []

  /// Written at once when so many bytes have come together.
  ///
  /// Source: our choice, a pipe's size.
  private static let bufferBytes = 65_536

  /// Opens standard output for nil, else the file.
  init(path: String?) throws(CommandError) {
    self.path = path
    guard let path else {
      (destination, temporary, handle) = (nil, nil, .standardOutput)
      return
    }
    do {
      if FileSystem.kind(of: path) == .special {
        handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        (destination, temporary) = (nil, nil)
        return
      }
      let final = URL(fileURLWithPath: path).resolvingSymlinksInPath()
      let name = ".\(final.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier).part"
      let beside = final.deletingLastPathComponent().appendingPathComponent(name)
      try Data().write(to: beside)
      handle = try FileHandle(forWritingTo: beside)
      (destination, temporary) = (final, beside)
    } catch {
      throw .unwritable(path: path, FileProblem(error))
    }
  }

  /// Says early what would make ``init(path:)`` fail.
  static func verify(path: String?) throws(CommandError) {
    guard let path else { return }
    if FileSystem.kind(of: path) == .folder { throw .unwritable(path: path, .isFolder) }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    if FileSystem.kind(of: folder) != .folder { throw .unwritable(path: path, .notFound) }
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
    do {
      try handle.synchronize()
      try handle.close()
      try FileSystem.rename(temporary.path, to: destination.path)
    } catch {
      throw failure(FileProblem(error))
    }
  }

  private mutating func flush() throws(CommandError) {
    guard !buffer.isEmpty else { return }
    do {
      try handle.write(contentsOf: Data(buffer))
    } catch {
      throw failure(FileProblem(error))
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Takes the temporary file away and makes the error to throw.
  private func failure(_ problem: FileProblem) -> CommandError {
    if let temporary { try? FileManager.default.removeItem(at: temporary) }
    return problem == .closedPipe ? .closedPipe : .unwritable(path: path, problem)
  }
}
