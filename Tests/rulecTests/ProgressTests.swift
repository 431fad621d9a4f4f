import Foundation
import Testing

@Suite("The line that tells how far a long run is", .timeLimit(.minutes(2)))
struct ProgressTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let rows = (0..<40_000).map { "\($0 % 900),Name,t\($0 % 900),2025-10,Compute,PAL,\($0)" }
    let lines = [TemporaryFolder.usageHeader] + rows
    try folder.write("Facts/usage.csv", lines.joined(separator: "\n") + "\n")
  }

  /// Evaluates with an empty rule file that takes its time to come, so that the run is a long one
  /// before facts are read.
  private func eval(
    _ rest: String,
    on terminal: PseudoTerminal?,
    type: String = "xterm"
  ) throws -> CommandRun {
    let command = "TERM=\(type) \"$RULEC\" eval \"$RULES\" - --facts Facts --format csv"
    return try CommandRun(shell: "sleep 1 | \(command) \(rest)", in: folder.url, on: terminal)
  }

  private static let clearing = "\u{1B}[K"

  /// What was drawn in place, in order.
  private func drawn(_ text: String) -> [String] {
    text.components(separatedBy: "\r").dropFirst().compactMap { part in
      part.components(separatedBy: Self.clearing).first
    }.filter { !$0.isEmpty }
  }

  /// What is left on the terminal: in each line what follows the last clearing.
  private func left(_ text: String) -> String {
    text.components(separatedBy: "\n").map { line in
      line.components(separatedBy: "\r" + Self.clearing).last ?? ""
    }.joined(separator: "\n")
  }

  @Test func aTerminalShowsItInPlaceAndKeepsNothingOfIt() throws {
    let run = try eval("--output results.csv", on: PseudoTerminal())
    let plain = try eval("--output plain.csv", on: nil)
    #expect(run.exitCode == 0)
    let lines = drawn(run.errors)
    #expect(lines.first == "reading: 0.0 of 1.5 MB (0 %)")
    #expect(lines.contains("evaluating: 0 of 900 customers (0 %)"))
    #expect(left(run.errors) == plain.errors)
    #expect(plain.errors.hasPrefix("as of 2025-10: "))
    #expect(!plain.errors.contains("\r") && !plain.errors.contains("\u{1B}"))
  }

  /// However often something is read.
  @Test func itIsDrawnTenTimesASecondAtMost() throws {
    let row = "1001,Acme,t1,2025-10,Compute,PAL,10\n"
    for number in 0..<300 {
      try folder.write("Small/\(number).csv", TemporaryFolder.usageHeader + "\n" + row)
    }
    let script = "sleep 1 | TERM=xterm \"$RULEC\" facts \"$RULES\" - --facts Small"
    let started = ContinuousClock.now
    let run = try CommandRun(shell: script, in: folder.url, on: PseudoTerminal())
    let seconds = started.duration(to: .now) / .seconds(1)
    // The one more is the beginning of the stage.
    #expect(Double(drawn(run.errors).count) <= 10 * seconds + 1)
    #expect(!drawn(run.errors).isEmpty)
  }

  @Test func bytesOfAPipeHaveNoTotal() throws {
    // The pauses are longer than those between two lines.
    let script = """
      (sleep 1; head -c 1200000 Facts/usage.csv; sleep 0.5; tail -c +1200001 Facts/usage.csv) |
        TERM=xterm "$RULEC" facts "$RULES" --facts -
      """
    let run = try CommandRun(shell: script, in: folder.url, on: PseudoTerminal())
    #expect(drawn(run.errors).last?.hasPrefix("reading: 1.") == true)
    #expect(left(run.errors) == "")
  }

  @Test func scoresTellMonths() throws {
    let command = "TERM=xterm \"$RULEC\" score \"$RULES\" - --facts Facts --output score.csv"
    let run = try CommandRun(shell: "sleep 1 | \(command)", in: folder.url, on: PseudoTerminal())
    #expect(drawn(run.errors).contains("scoring: 0 of 6 months"))
  }

  @Test func aTerminalThatCanOnlyPrintGetsNone() throws {
    let run = try eval("", on: PseudoTerminal(), type: "dumb")
    #expect(run.exitCode == 0)
    #expect(!run.errors.contains("\r") && !run.errors.contains("\u{1B}"))
    #expect(!run.errors.contains("reading"))
  }
}
