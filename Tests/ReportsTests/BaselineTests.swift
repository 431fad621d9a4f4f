import Reports
import RuleSyntax
import Testing

@Suite("Known findings")
struct BaselineTests {
  private func file(_ text: String) -> SourceText { SourceText(name: "a.rules", text: text) }

  /// One finding for each place of the word.
  private func findings(of word: String, in file: SourceText) -> [Diagnostic] {
    let text = String(decoding: file.bytes, as: UTF8.self)
    return text.ranges(of: word).map { range in
      let start = UInt32(text.utf8.distance(from: text.startIndex, to: range.lowerBound))
      let span = SourceSpan(start: start, end: start + UInt32(word.utf8.count))
      return Diagnostic(.unusedDefinition, "nothing uses it", file: 0, at: span)
    }
  }

  private func baseline(of word: String, in text: String) -> Baseline {
    let source = file(text)
    return Baseline(findings(of: word, in: source), files: [source], names: ["Rules/a.rules"])
  }

  private func split(_ baseline: Baseline, _ word: String, in text: String) -> (Int, Int, Int) {
    let source = file(text)
    let found = findings(of: word, in: source)
    let split = baseline.split(found, files: [source], names: ["Rules/a.rules"])
    return (split.new.count, split.known.count, split.gone.reduce(0) { $0 + $1.count })
  }

  private let text = "unit a\n  value old  = 1\nvalue older old = 2\nvalue old = 1\n"

  @Test func isReadInReviews() {
    #expect(
      baseline(of: "old", in: text).text == """
        # rulec.baseline/1: findings that `rulec check` knows and does not tell again.
        # In each line: the file, the code, how many there are, and the line that they are about.
        "Rules/a.rules" R0602 2 value old = 1
        "Rules/a.rules" R0602 2 value older old = 2

        """
    )
    #expect(baseline(of: "old", in: text).count == 4)
  }

  @Test("What is known stays known where lines move and blanks change")
  func movedLines() {
    let known = baseline(of: "old", in: text)
    #expect(split(known, "old", in: text) == (0, 4, 0))
    let moved = "value\told = 1\r\n\n\nvalue older old = 2\nvalue new = 5\nvalue old = 1"
    #expect(split(known, "old", in: moved) == (0, 4, 0))
    #expect(split(known, "new", in: moved) == (1, 0, 4))
  }

  @Test("Of more findings than are known the last are new, of fewer the rest is gone")
  func counts() {
    let known = baseline(of: "old", in: text)
    #expect(split(known, "old", in: text + "value old = 1\n") == (1, 4, 0))
    #expect(split(known, "old", in: "value old = 1\n") == (0, 1, 3))
    let source = file(text + "value old = 1\n")
    let found = findings(of: "old", in: source)
    let new = known.split(found, files: [source], names: ["Rules/a.rules"]).new
    #expect(new == [found[4]])
    let elsewhere = known.split(found, files: [source], names: ["b.rules"])
    #expect(elsewhere.known.isEmpty && elsewhere.gone.count == 2)
  }

  @Test("Files are told from each other, whatever is in their names")
  func names() throws {
    let source = file("old\n")
    let names = ["a \"b\" \\n.rules", "new\nline.rules", "ä 1 2.rules", "#.rules"]
    for name in names {
      let known = Baseline(findings(of: "old", in: source), files: [source], names: [name])
      let again = try Baseline(text: known.text)
      #expect(again == known)
      #expect(again.text == known.text)
      #expect(known.text.split(separator: "\n").count == 3)
    }
  }

  @Test("Lines of two branches are known together, and the larger number counts")
  func mergedLines() throws {
    let known = try Baseline(
      text: "\n# a note\n\"a.rules\" R0602 2 value old = 1\r\n\"a.rules\" R0602 3 value old = 1\n"
        + "\"a.rules\" R0203 1\n\"a.rules\" R0602 1 value old = 1\n"
    )
    #expect(known.count == 4)
  }

  @Test(arguments: [
    "<<<<<<< HEAD", "a.rules R0602 1 x", "\"a.rules\" R0602", "\"a.rules\" R0602 0 x",
    "\"a.rules R0602 1 x", "\"a.rules\" R0602 many x", "{\"schema\":\"rulec.check/1\"}",
  ])
  func brokenLines(_ line: String) {
    let error = #expect(throws: Baseline.SyntaxError.self) {
      try Baseline(text: "# note\n\(line)\n")
    }
    #expect(error?.line == 2)
  }
}
