import Foundation
import TestSupport

/// One run of the built command: its exit code and both streams.
struct CommandRun {
  let exitCode: Int32
  let output: String
  let errors: String

  /// Runs `rulec` with the arguments in a folder, with text as standard input.
  init(_ arguments: [String], in folder: URL? = nil, input: String = "") throws {
    try self.init(CommandRun.executable, arguments, in: folder, input: input)
  }

  /// Runs a script, in which `$RULEC` is the command and `$RULES` the rules of the project; with
  /// standard error on the terminal, if there is one.
  init(shell script: String, in folder: URL, on terminal: PseudoTerminal? = nil) throws {
    try self.init(
      URL(filePath: "/bin/sh"),
      ["-c", script],
      in: folder,
      terminal: terminal,
      environment: [
        "RULEC": CommandRun.executable.path,
        "RULES": Fixtures.packageRoot.appending(path: "Rules").path,
      ]
    )
  }

  private init(
    _ executable: URL,
    _ arguments: [String],
    in folder: URL?,
    input: String = "",
    terminal: PseudoTerminal? = nil,
    environment: [String: String] = [:]
  ) throws {
    let scratch = try TemporaryFolder()
    let inputFile = try scratch.write("input", input)
    let outputFile = try scratch.write("output", "")
    let errorFile = try scratch.write("errors", "")
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.currentDirectoryURL = folder ?? scratch.url
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try terminal?.program ?? FileHandle(forWritingTo: errorFile)
    try process.run()
    let shown = try terminal?.readToEnd()
    process.waitUntilExit()
    exitCode = process.terminationStatus
    output = try String(contentsOf: outputFile, encoding: .utf8)
    errors = try shown ?? String(contentsOf: errorFile, encoding: .utf8)
  }

  /// The command stands beside the test bundle.
  static var executable: URL {
    let beside = Bundle.main.bundleURL.appendingPathComponent("rulec")
    if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
    return Fixtures.packageRoot.appendingPathComponent(".build/debug/rulec")
  }
}

/// A folder that goes when its owner does.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "rulec-\(UUID().uuidString)"
    )
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  /// Writes a file, and the folders that its path needs.
  @discardableResult
  func write(_ path: String, _ text: String) throws -> URL {
    let file = url.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: file)
    return file
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}

extension TemporaryFolder {
  /// The header of a download with ACR.
  static let usageHeader =
    "CustomerTpid,CustomerName,CustomerTenantId,Month,ServiceLevel2,PartnerAttributionType,ACR_USD"

  /// With one row of October 2025 in `Facts/usage.csv`.
  static func withUsage() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let row = "1001,Acme,t1,2025-10,Compute,PAL,10"
    try folder.write("Facts/usage.csv", usageHeader + "\n" + row + "\n")
    return folder
  }

  /// Evaluates `Facts` by the rules of the project.
  func eval(_ arguments: [String] = []) throws -> CommandRun {
    let rules = Fixtures.packageRoot.appendingPathComponent("Rules").path
    return try CommandRun(["eval", rules, "--facts", "Facts"] + arguments, in: url)
  }
}
