package import RuleSyntax

/// Findings that are known and not told again: by file, code and the line that they are about.
///
/// A text that is read in reviews and merged line by line: where lines move, nothing in it changes.
///
///     # rulec.baseline/1 …
///     "Rules/azure.rules" R0602 1 value spare "Spare" = 1 USD from 2022-10
package struct Baseline: Sendable, Equatable {
  /// What one line tells.
  package struct Entry: Sendable, Hashable {
    /// Relative to the folder of the baseline.
    package let file: String
    package let code: String

    /// The line of the rule file, with one blank between words.
    package let text: String
  }

  /// A line that is none.
  package struct SyntaxError: Error, Equatable {
    /// 1-based.
    package let line: Int
  }

  /// How many findings each entry stands for.
  private var counts: [Entry: Int] = [:]

  private static let heading = """
    # rulec.baseline/1: findings that `rulec check` knows and does not tell again.
    # In each line: the file, the code, how many there are, and the line that they are about.

    """

  /// Knows all of the findings.
  ///
  /// - Parameters:
  ///   - findings: of all files.
  ///   - files: as ``Diagnostic/file`` numbers them.
  ///   - names: what the files are called here.
  package init(_ findings: [Diagnostic], files: [SourceText], names: [String]) {
    for finding in findings {
      counts[Baseline.entry(for: finding, files, names), default: 0] += 1
    }
  }

  /// Reads what ``text`` wrote; of lines that stand twice, as after a merge, the larger number counts.
  package init(text: String) throws(SyntaxError) {
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for (number, line) in lines.enumerated() {
      if line.hasPrefix("#") || line.allSatisfy(\.isWhitespace) { continue }
      guard let (entry, count) = BaselineLine.read(line) else {
        throw SyntaxError(line: number + 1)
      }
      counts[entry] = max(count, counts[entry] ?? 0)
    }
  }

  /// The file, entries in the order of files, codes and texts.
  package var text: String {
    let lines = ordered(counts).map { entry, count in BaselineLine.text(of: entry, count) + "\n" }
    return Baseline.heading + lines.joined()
  }

  /// How many findings it stands for.
  package var count: Int { counts.values.reduce(0, +) }

  /// Splits findings; where there are more of a kind than are known, the last ones are new.
  ///
  /// - Parameters:
  ///   - findings: in order.
  ///   - files: as ``Diagnostic/file`` numbers them.
  ///   - names: what the files are called here.
  /// - Returns: what is new, what is known, and entries for which fewer findings are there, with how
  ///   many are missing.
  package func split(
    _ findings: [Diagnostic],
    files: [SourceText],
    names: [String]
  ) -> (new: [Diagnostic], known: [Diagnostic], gone: [(entry: Entry, count: Int)]) {
    var left = counts
    var new: [Diagnostic] = []
    var known: [Diagnostic] = []
    for finding in findings {
      let entry = Baseline.entry(for: finding, files, names)
      if let count = left[entry], count > 0 {
        left[entry] = count - 1
        known.append(finding)
      } else {
        new.append(finding)
      }
    }
    return (new, known, ordered(left.filter { $0.value > 0 }))
  }

  private func ordered(_ counts: [Entry: Int]) -> [(entry: Entry, count: Int)] {
    counts.map { (entry: $0.key, count: $0.value) }.sorted {
      ($0.entry.file, $0.entry.code, $0.entry.text) < ($1.entry.file, $1.entry.code, $1.entry.text)
    }
  }

  private static func entry(
    for finding: Diagnostic,
    _ files: [SourceText],
    _ names: [String]
  ) -> Entry {
    let identity = FindingIdentity(finding, in: files)
    let file = names.indices.contains(finding.file) ? names[finding.file] : ""
    return Entry(file: file, code: identity.code, text: identity.text)
  }
}

extension Baseline.Entry {
  /// As the baseline has it.
  package func line(count: Int) -> String { BaselineLine.text(of: self, count) }
}

/// `"Rules/azure.rules" R0602 1 value spare "Spare" = 1 USD from 2022-10`.
private enum BaselineLine {
  static func text(of entry: Baseline.Entry, _ count: Int) -> String {
    var name = ""
    for scalar in entry.file.unicodeScalars {
      switch scalar {
      case "\"", "\\": name += "\\" + String(scalar)
      case "\n": name += "\\n"
      case "\r": name += "\\r"
      default: name.unicodeScalars.append(scalar)
      }
    }
    let end = entry.text.isEmpty ? "" : " " + entry.text
    return "\"\(name)\" \(entry.code) \(count)\(end)"
  }

  static func read(_ line: Substring) -> (Baseline.Entry, Int)? {
    var rest = line.unicodeScalars[...]
    guard let file = readName(&rest) else { return nil }
    let words = Substring(rest).split(
      separator: " ",
      maxSplits: 2,
      omittingEmptySubsequences: true
    )
    guard words.count >= 2, let count = Int(words[1]), count > 0 else { return nil }
    let text = words.count > 2 ? String(words[2]) : ""
    return (Baseline.Entry(file: file, code: String(words[0]), text: text), count)
  }

  /// The text in quotes at the beginning, which is taken away.
  private static func readName(_ rest: inout Substring.UnicodeScalarView) -> String? {
    guard rest.popFirst() == "\"" else { return nil }
    var name = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      if scalar == "\"" { return String(name) }
      guard scalar == "\\" else {
        name.append(scalar)
        continue
      }
      guard let next = rest.popFirst() else { return nil }
      name.append(next == "n" ? "\n" : next == "r" ? "\r" : next)
    }
    return nil
  }
}
