import Foundation

/// The only door to streams, environment and the process.
enum Terminal {
  /// Without the name of the program.
  static var arguments: [String] { Array(CommandLine.arguments.dropFirst()) }

  static func exit(_ code: ExitCode) -> Never { Foundation.exit(code.rawValue) }

  /// Writes text and a line end to standard error; there is nobody to tell when that fails.
  static func writeError(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
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
    do {
      return [UInt8](try FileHandle.standardInput.readToEnd() ?? Data())
    } catch {
      throw FileProblem(error)
    }
  }

  enum Stream: Int32 {
    case output = 1
    case error = 2
  }

  /// The width of the terminal in columns; nil when it is unknown.
  static var columns: Int? {
    ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }
  }

  static func isTerminal(_ stream: Stream) -> Bool { isatty(stream.rawValue) == 1 }

  /// Whether text on the stream is to have colour.
  ///
  /// Any value of `NO_COLOR` but the empty one forbids it. Source: no-color.org.
  static func hasColour(_ choice: ColourChoice, on stream: Stream) -> Bool {
    switch choice {
    case .always: return true
    case .never: return false
    case .auto:
      let environment = ProcessInfo.processInfo.environment
      let isForbidden = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
      return !isForbidden && environment["TERM"] != "dumb" && isTerminal(stream)
    }
  }
}
