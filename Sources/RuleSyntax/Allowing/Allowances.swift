/// A warning that a comment hides.
package struct AllowedFinding: Hashable, Sendable {
  package let diagnostic: Diagnostic

  /// The reason that the comment gives; nil where it gives none.
  package let reason: String?
}

/// The `allow` comments of files that belong together, and which of them hid something.
package struct Allowances {
  private let files: [ParsedFile]

  /// By file and comment, the places of codes that hid a finding.
  private var used: [Int: [Int: Set<Int>]] = [:]

  /// By file and line, the places of the comments about it.
  private let comments: [[Int: [Int]]]

  package init(_ files: [ParsedFile]) {
    self.files = files
    comments = files.map { file in
      var places: [Int: [Int]] = [:]
      for (place, comment) in file.allowComments.enumerated() {
        if let line = comment.line { places[line, default: []].append(place) }
      }
      return places
    }
  }

  /// Splits findings into those that are left and those that are hidden.
  ///
  /// What is left has the findings about the comments themselves. Whether a comment hides nothing is
  /// told of files that were asked for, and without errors only: else not everything is looked for.
  ///
  /// - Parameter found: the findings of all files.
  /// - Returns: both in the order of places.
  package mutating func applied(
    to found: [Diagnostic]
  ) -> (shown: [Diagnostic], hidden: [AllowedFinding]) {
    guard files.contains(where: { !$0.allowComments.isEmpty }) else { return (found, []) }
    var shown: [Diagnostic] = []
    var hidden: [AllowedFinding] = []
    for diagnostic in found {
      if let comment = comment(for: diagnostic) {
        hidden.append(AllowedFinding(diagnostic: diagnostic, reason: comment.reason))
      } else {
        shown.append(diagnostic)
      }
    }
    let tellsUseless = !found.hasErrors
    for (number, file) in files.enumerated() {
      for (place, comment) in file.allowComments.enumerated() {
        let used = used[number]?[place] ?? []
        let tellsUseless = tellsUseless && file.isGiven
        shown += comment.findings(file: number, used: tellsUseless ? used : nil)
      }
    }
    return (shown.inOrder(), hidden)
  }

  /// The first comment that hides the finding; all that do are noted as used.
  private mutating func comment(for diagnostic: Diagnostic) -> AllowComment? {
    let number = diagnostic.file
    guard diagnostic.code.canBeAllowed, files.indices.contains(number) else { return nil }
    let file = files[number]
    guard !file.allowComments.isEmpty else { return nil }
    let own = file.source.line(at: diagnostic.span.start)
    let (first, last) = file.statements.lines(of: diagnostic.span.start)
    let about = (comments[number][own] ?? []) + first.flatMap { comments[number][$0] ?? [] }
    let behind = last.flatMap { comments[number][$0] ?? [] }
      .filter { file.allowComments[$0].isAtEndOfLine }
    var hiding: AllowComment?
    for place in Set(about + behind).sorted() {
      let comment = file.allowComments[place]
      let codes = comment.codes.indices.filter {
        comment.codes[$0].text == diagnostic.code.rawValue
      }
      guard !codes.isEmpty else { continue }
      used[number, default: [:]][place, default: []].formUnion(codes)
      hiding = hiding ?? comment
    }
    return hiding
  }
}

extension DiagnosticCode {
  /// Whether a comment may hide it: warnings may be, but not those about such comments.
  package var canBeAllowed: Bool {
    switch self {
    case .cannotBeAllowed, .allowWithoutReason, .unknownAllowedCode, .uselessAllow: false
    default: severity == .warning
    }
  }
}

extension AllowComment {
  /// What is wrong with the comment itself; `used` are the places of codes that hid something, and nil
  /// where that cannot be told.
  fileprivate func findings(file: Int, used: Set<Int>?) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for (place, word) in codes.enumerated() {
      guard let code = DiagnosticCode(rawValue: word.text) else {
        found.append(.unknownAllowedCode(word, file: file))
        continue
      }
      if !code.canBeAllowed {
        found.append(.cannotBeAllowed(code, file: file, at: word.span))
      } else if let used, !used.contains(place) {
        found.append(.uselessAllow(word, of: self, file: file))
      }
    }
    if reason == nil { found.append(.allowWithoutReason(self, file: file)) }
    return found
  }
}
