/// The only door to streams, environment and the process.
enum Terminal {
  /// Without the name of the program.
  static var arguments: [String] { Array(CommandLine.arguments.dropFirst()) }

  /// What has to be done before anything is written.
  static func prepare() {
    SystemCalls.makeWritingSignalsErrors()
    // The time of the run counts from here.
    _ = progress
  }

  static func exit(_ code: ExitCode) -> Never {
    progress.end()
    SystemCalls.leave(code.rawValue)
  }

  /// The line on standard error that tells how far the run is.
  static let progress = Progress(
    isShown: isTerminal(.error) && !isDumb,
    columns: columns(on: .error) ?? 80
  )

  /// Writes text and a line end to standard error; there is nobody to tell when that fails.
  static func writeError(_ text: String) {
    progress.erase()
    try? OpenFile.standardError.write(Array((text + "\n").utf8))
  }

  /// Writes whole lines to standard output.
  static func write(_ bytes: [UInt8]) throws(CommandError) {
    var output = try Output(path: nil)
    try output.write(bytes)
    try output.finish()
  }

  /// Writes text and a line end to standard output.
  static func writeLine(_ text: String) throws(CommandError) {
    try write(Array((text + "\n").utf8))
  }

  static func readStandardInput() throws(FileProblem) -> [UInt8] {
    try OpenFile.standardInput.readToEnd()
  }

  enum Stream: Int32 {
    case output = 1
    case error = 2
  }

  /// How wide text may be: what `COLUMNS` says, else the width of the terminal.
  ///
  /// - Parameter stream: where the text goes; nil for a file, which is the same whatever the terminal.
  /// - Returns: columns; nil when nothing tells.
  static func columns(on stream: Stream?) -> Int? {
    if let columns = SystemCalls.environment("COLUMNS").flatMap({ Int($0) }), columns > 0 {
      return columns
    }
    return stream.flatMap { SystemCalls.terminalColumns($0.rawValue) }
  }

  /// The width of reports where nothing tells how wide they may be.
  ///
  /// Source: our choice, the line length of our files.
  static let usualColumns = 100

  /// Whether the terminal says that it can do nothing but print.
  private static var isDumb: Bool { SystemCalls.environment("TERM") == "dumb" }

  static func isTerminal(_ stream: Stream) -> Bool { SystemCalls.isTerminal(stream.rawValue) }

  /// Whether text on the stream is to have colour.
  ///
  /// Any value of `NO_COLOR` but the empty one forbids it. Source: no-color.org.
  static func hasColour(_ choice: ColourChoice, on stream: Stream) -> Bool {
    switch choice {
    case .always: return true
    case .never: return false
    case .auto:
      let isForbidden = SystemCalls.environment("NO_COLOR").map { !$0.isEmpty } ?? false
      return !isForbidden && !isDumb && isTerminal(stream)
    }
  }
}
