import Foundation
import Testing

@Suite("rulec fmt: which files are written and what is said of them")
struct FormatCommandTests {
  private let folder: TemporaryFolder

  private let loose = "unit   seat\r\n  # note\r\nunit user   plural users\r\n"
  private let neat = "unit seat\n# note\nunit user plural users\n"

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("Rules/loose.rules", loose)
    try folder.write("Rules/neat.rules", neat)
  }

  private func run(_ arguments: String..., input: String = "") throws -> CommandRun {
    try CommandRun(["fmt"] + arguments, in: folder.url, input: input)
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOf: folder.url.appending(path: path), encoding: .utf8)
  }

  /// Nothing is left beside the files that were there.
  private func names() throws -> [String] {
    let path = folder.url.appending(path: "Rules").path
    return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  @Test func filesAreWrittenOnce() throws {
    let first = try run()
    #expect(first.exitCode == 0)
    #expect(first.output == "Rules/loose.rules\n")
    #expect(first.errors == "")
    #expect(try text("Rules/loose.rules") == neat)
    #expect(try text("Rules/neat.rules") == neat)
    #expect(try names() == ["loose.rules", "neat.rules"])
    let second = try run("Rules/loose.rules", "Rules")
    #expect(second.exitCode == 0)
    #expect(second.output == "")
  }

  @Test func checkWritesNothing() throws {
    let checked = try run("--check")
    #expect(checked.exitCode == 1)
    #expect(checked.output == "Rules/loose.rules\n")
    #expect(try text("Rules/loose.rules") == loose)
    #expect(try run("--check", "Rules/neat.rules").exitCode == 0)
    #expect(try run("Rules/neat.rules", "--check").exitCode == 0)
  }

  @Test func diffWritesNothing() throws {
    try folder.write("Rules/loose.rules", "unit seat\n# note\nunit user  plural users")
    let shown = try run("--diff")
    #expect(shown.exitCode == 0)
    #expect(
      shown.output == """
        --- Rules/loose.rules
        +++ Rules/loose.rules
        @@ -1,3 +1,3 @@
         unit seat
         # note
        -unit user  plural users
        \\ No newline at end of file
        +unit user plural users

        """
    )
    #expect(try text("Rules/loose.rules").hasSuffix("user  plural users"))
    let both = try run("--diff", "--check")
    #expect(both.exitCode == 1)
    #expect(both.output == shown.output)
  }

  @Test func diffIsAPatch() throws {
    let lines = (1...60).map { $0 % 17 == 3 ? "\n\n\n\nunit  u\($0)\n" : "unit u\($0)\n" }
    try folder.write("Rules/loose.rules", lines.joined())
    let script = """
      "$RULEC" fmt --diff > change && "$RULEC" fmt - < Rules/loose.rules > wanted
      patch -s Rules/loose.rules < change && cmp Rules/loose.rules wanted && grep -c '^@@' change
      """
    let patched = try CommandRun(shell: script, in: folder.url)
    #expect(patched.exitCode == 0)
    #expect(patched.output == "4\n")
  }

  @Test func standardInput() throws {
    let formatted = try run("-", input: loose)
    #expect(formatted.exitCode == 0)
    #expect(formatted.output == neat)
    #expect(try run("-", input: neat).output == neat)
    let checked = try run("-", "--check", input: loose)
    #expect(checked.exitCode == 1)
    #expect(checked.output == "standard input\n")
    let broken = try run("-", input: "unit\n")
    #expect(broken.exitCode == 1)
    #expect(broken.output == "")
    #expect(broken.errors.contains("standard input:"))
  }

  @Test func brokenFilesStay() throws {
    try folder.write("Rules/broken.rules", "unit   seat\nunit\n")
    let run = try run()
    #expect(run.exitCode == 1)
    #expect(run.output == "Rules/loose.rules\n")
    #expect(run.errors.contains("Rules/broken.rules:"))
    #expect(run.errors.contains("R0201"))
    #expect(try text("Rules/broken.rules") == "unit   seat\nunit\n")
    #expect(try names() == ["broken.rules", "loose.rules", "neat.rules"])
  }

  /// What only other files declare is nothing to this command, and what a file uses is left alone.
  @Test func onlyTheGivenFiles() throws {
    try folder.write("one.rules", "use \"Rules/loose.rules\"\nuse \"gone.rules\"\ndevice  \"D\"\n")
    let run = try run("one.rules")
    #expect(run.exitCode == 0)
    #expect(run.output == "one.rules\n")
    #expect(try text("Rules/loose.rules") == loose)
  }

  @Test func absentFile() throws {
    let run = try run("gone.rules")
    #expect(run.exitCode == 2)
    #expect(run.errors == "error: `gone.rules` cannot be read: no such file or folder\n")
  }

  /// A link stays a link, and the file that it leads to is written.
  @Test func linksAreFollowed() throws {
    let link = folder.url.appending(path: "link.rules")
    let target = folder.url.appending(path: "Rules/loose.rules")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: target)
    #expect(try run("link.rules").exitCode == 0)
    #expect(try text("Rules/loose.rules") == neat)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == target.path)
  }
}
