/// Which repairs are made, and what a file looks like that has some.
package struct Repairs {
  /// Files after their repairs, as many and in the order of those that were given.
  package private(set) var files: [ParsedFile]

  /// What is left.
  package private(set) var diagnostics: [Diagnostic]

  /// How many findings of each file were repaired.
  package private(set) var repaired: [Int]

  /// Rounds of checks and repairs.
  ///
  /// Source: our choice; most files need two, and each finding that hides another one more.
  package static let mostRounds = 10

  /// Checks of one round beyond which no more repairs are tried.
  ///
  /// Source: our choice; a repair that is no good takes about ten of them among a thousand.
  static let mostChecks = 200

  private let allowsUnsafe: Bool
  private let check: ([ParsedFile]) -> [Diagnostic]

  /// Makes repairs until there are none to make: those that are safe and, if allowed, the others.
  ///
  /// Each round makes all that are not in each other's way, and looks at the findings that are left.
  /// Repairs are not made after which there are more errors, or the same finding in its place.
  /// Files that are changed and can be read are laid out.
  ///
  /// - Complexity: in each round a check of all files, and for each repair that is no good so many
  ///   more as the number of repairs has binary digits.
  package init(
    of files: [ParsedFile],
    allowsUnsafe: Bool,
    check: @escaping ([ParsedFile]) -> [Diagnostic]
  ) {
    self.files = files
    self.allowsUnsafe = allowsUnsafe
    self.check = check
    diagnostics = check(files)
    repaired = files.map { _ in 0 }
    for round in 0..<Repairs.mostRounds {
      // What is laid out may be repaired where it could not be before.
      guard makeRound(isFirst: round == 0) || layOut(from: files) else { break }
    }
    _ = layOut(from: files)
  }

  /// Makes the repairs of all findings that are not in each other's way; false when none is made.
  private mutating func makeRound(isFirst: Bool) -> Bool {
    var taken = TakenPlaces()
    let repairable = diagnostics.filter { diagnostic in
      guard let fix = diagnostic.fix, allowsUnsafe || fix.safety == .safe else { return false }
      // What only a repair left without use was not told, and is not deleted.
      guard isFirst || !diagnostic.code.isAboutUse else { return false }
      return taken.take(fix.edits)
    }
    var round = RepairRound(files: files, found: diagnostics, check: check)
    round.add(repairable[...])
    guard let result = round.result else { return false }
    for diagnostic in round.repaired { repaired[diagnostic.file] += 1 }
    (files, diagnostics) = result
    return true
  }

  /// Lays out the files that differ from what they were; false when that changes none.
  private mutating func layOut(from original: [ParsedFile]) -> Bool {
    var isChanged = false
    for place in files.indices where files[place].source.bytes != original[place].source.bytes {
      let source = files[place].source
      guard case .formatted(let bytes) = formatted(source), bytes != source.bytes else { continue }
      let text = SourceText(name: source.name, bytes: bytes)
      files[place] = ParsedFile(text, isGiven: files[place].isGiven)
      isChanged = true
    }
    if isChanged { diagnostics = check(files) }
    return isChanged
  }
}

/// One round: repairs of the same files, made together as far as that is good.
private struct RepairRound {
  let files: [ParsedFile]

  /// What was found in the files before.
  let found: [Diagnostic]
  let check: ([ParsedFile]) -> [Diagnostic]

  /// The findings whose repairs are made.
  private(set) var repaired: [Diagnostic] = []

  /// The files with these repairs, and what is left; nil while there are none.
  private(set) var result: (files: [ParsedFile], diagnostics: [Diagnostic])?
  private var checks = 0

  init(
    files: [ParsedFile],
    found: [Diagnostic],
    check: @escaping ([ParsedFile]) -> [Diagnostic]
  ) {
    self.files = files
    self.found = found
    self.check = check
  }

  /// Makes repairs besides those that were made, in halves where all together are no good.
  mutating func add(_ findings: ArraySlice<Diagnostic>) {
    guard !findings.isEmpty, checks < Repairs.mostChecks else { return }
    checks += 1
    let all = repaired + findings
    let changed = files.with(all.compactMap(\.fix))
    let left = check(changed)
    if isGood(left, after: all) {
      repaired = all
      result = (changed, left)
    } else if findings.count > 1 {
      let middle = findings.startIndex + findings.count / 2
      add(findings[..<middle])
      add(findings[middle...])
    }
  }

  /// Whether no error came, every guess took one away, and no finding is still there.
  ///
  /// After a repair of what hid others the errors need not become fewer.
  private func isGood(_ left: [Diagnostic], after repaired: [Diagnostic]) -> Bool {
    let guesses = repaired.count { finding in
      finding.severity == .error && !finding.code.hidesOthers && finding.fix?.safety == .unsafe
    }
    let errors = { (list: [Diagnostic]) in list.count { $0.severity == .error } }
    guard errors(left) <= errors(found) - guesses else { return false }
    var places: Set<FindingPlace> = []
    for finding in left { places.insert(FindingPlace(finding, start: finding.span.start)) }
    let moves = Moves(repaired.compactMap(\.fix).flatMap(\.edits))
    return !repaired.contains { finding in
      moves.places(of: finding.span.start, file: finding.file).contains { start in
        places.contains(FindingPlace(finding, start: start))
      }
    }
  }
}

/// What makes a finding the same one as another.
private struct FindingPlace: Hashable {
  let code: DiagnosticCode
  let message: String
  let file: Int
  let start: UInt32

  init(_ finding: Diagnostic, start: UInt32) {
    (code, message, file) = (finding.code, finding.message, finding.file)
    self.start = start
  }
}
