import Facts
import Reports

/// Findings about facts, as lines for people.
enum FindingText {
  /// Lines that an evaluation shows of them.
  ///
  /// Source: our choice, less than a screen.
  static let mostLines = 20

  /// The line of one finding: `warning[F0405] usage.csv:12: column `Seats`: ...`.
  static func line(_ finding: FactFinding) -> String {
    var text = "\(finding.level.rawValue)[\(finding.code.rawValue)]"
    if !finding.file.isEmpty {
      text += " \(finding.file)" + (finding.line.map { ":\($0)" } ?? "")
    }
    text += ":"
    if let column = finding.column { text += " column `\(column)`:" }
    text += " \(finding.message)"
    switch finding.more {
    case 0: break
    case 1: text += " (and 1 more row)"
    default: text += " (and \(finding.more) more rows)"
    }
    return text
  }

  /// The line and what to do.
  static func lines(_ finding: FactFinding) -> [String] {
    [line(finding)] + (finding.help.map { ["  help: \($0)"] } ?? [])
  }

  /// Errors, then warnings, then notes about whole files, in at most ``mostLines`` lines.
  ///
  /// One more line says how many findings are left out. The same help is given once in a row.
  /// `showsNearNames` adds the notes on names that do not count and may be meant for one that does,
  /// and a line for all others.
  static func digest(_ findings: [FactFinding], showsNearNames: Bool = false) -> [String] {
    let notes = findings.filter { finding in
      let isNear = showsNearNames && finding.code == .otherName && finding.help != nil
      return finding.level == .note && (finding.line == nil || isNear)
    }
    let shown =
      findings.filter { $0.level == .error } + findings.filter { $0.level == .warning } + notes
    var lines: [String] = []
    var lastHelp: String?
    for (place, finding) in shown.enumerated() {
      let isNewHelp = finding.help != lastHelp
      let next = isNewHelp ? self.lines(finding) : [line(finding)]
      guard lines.count + next.count <= mostLines else {
        lines.append("and \(shown.count - place) more; `rulec facts` lists all")
        break
      }
      lines += next
      lastHelp = finding.help
    }
    return lines + (showsNearNames ? otherNames(findings) : [])
  }

  /// One line for the names that do not count and resemble none that does.
  private static func otherNames(_ findings: [FactFinding]) -> [String] {
    let others = findings.filter { $0.code == .otherName && $0.help == nil }
    guard let first = others.first else { return [] }
    let column = first.column.map { " of `\($0)`" } ?? ""
    let names = ListText.all(others.map { "`\($0.text ?? "")`" })
    let (noun, verb) = others.count == 1 ? ("name", "counts") : ("names", "count")
    let start = "\(others.count) \(noun)\(column) \(verb)"
    return ["note[\(first.code.rawValue)]: \(start) nothing: \(names); `rulec facts` lists them"]
  }
}

/// What became of rows, in one line.
enum AccountText {
  /// The parts of an account in the order in which they are shown.
  static func parts(_ account: FileAccount) -> [(name: String, rows: Int)] {
    [
      ("read", account.read), ("used", account.used), ("dropped", account.dropped),
      ("duplicate", account.duplicate), ("not needed", account.notNeeded),
      ("unknown", account.unknown), ("rejected", account.rejected),
    ]
  }

  /// `rows: 1,200 read, 1,000 used, 200 not needed`; parts of no rows are left out.
  static func line(_ account: FileAccount) -> String {
    let shown = parts(account).enumerated().filter { $0.offset < 2 || $0.element.rows > 0 }
    return "rows: "
      + shown.map { "\(grouped($0.element.rows)) \($0.element.name)" }
      .joined(separator: ", ")
  }

  /// Digits in groups of three.
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "-" : ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }
}
