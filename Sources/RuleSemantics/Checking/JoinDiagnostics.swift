import RuleSyntax

extension [Diagnostic] {
  /// One diagnostic for each unknown name, unfit table or unit, whatever number of places use it.
  ///
  /// The first place is the diagnostic's own, up to three others are related: a declaration that
  /// was renamed or deleted is one mistake.
  func joiningUnknownNames() -> [Diagnostic] {
    var joined: [Diagnostic] = []
    var places: [Diagnostic.NameKey: Int] = [:]
    var repairs: [Int: [Fix]] = [:]
    for diagnostic in inOrder() {
      guard diagnostic.code.isAboutOneName else {
        joined.append(diagnostic)
        continue
      }
      let key = Diagnostic.NameKey(code: diagnostic.code, message: diagnostic.message)
      if let index = places[key] {
        joined[index] = joined[index].alsoUsed(at: diagnostic)
        if let fix = diagnostic.fix { repairs[index, default: []].append(fix) }
      } else {
        places[key] = joined.count
        joined.append(diagnostic)
      }
    }
    for (index, others) in repairs { joined[index] = joined[index].repairedAlso(by: others) }
    return joined
  }

  /// Without what may be the consequence of parts that could not be read: anything in the files
  /// where they stand, and what seems to be missing in the others.
  ///
  /// Other notations that are read as what they mean leave no part out.
  func withoutConsequences(of unreadable: [Diagnostic]) -> [Diagnostic] {
    let lossy = Set(unreadable.filter(\.leavesOut).map(\.file))
    guard !lossy.isEmpty else { return self }
    return filter { !lossy.contains($0.file) && !$0.code.concludesFromAbsence }
  }
}

extension Diagnostic {
  fileprivate struct NameKey: Hashable {
    let code: DiagnosticCode
    let message: String
  }

  fileprivate static let mostOtherPlaces = 3

  fileprivate func alsoUsed(at other: Diagnostic) -> Diagnostic {
    guard related.count < Diagnostic.mostOtherPlaces, other.span != span || other.file != file
    else {
      return self
    }
    return Diagnostic(
      code,
      message,
      help: help,
      file: file,
      at: span,
      related: related + [RelatedPlace("also used here", file: other.file, at: other.span)],
      fix: fix
    )
  }

  /// The finding with one repair for all its places, as far as that is the same one.
  fileprivate func repairedAlso(by others: [Fix]) -> Diagnostic {
    guard let fix else { return self }
    var seen = Set(fix.edits)
    let edits = others.filter { $0.title == fix.title }.flatMap(\.edits)
      .filter { seen.insert($0).inserted }
    return with(Fix(fix.title, fix.safety, fix.edits + edits))
  }
}

extension Diagnostic {
  /// Whether something may be missing from the tree, because it could not be read.
  fileprivate var leavesOut: Bool {
    switch code {
    case .foreignNotation, .invalidNumber, .invalidEscape: false
    default: severity == .error
    }
  }
}

extension DiagnosticCode {
  fileprivate var isAboutOneName: Bool {
    switch self {
    case .unknownName, .undeclaredMember, .unknownSource, .unknownRole, .wrongTable,
      .incompatibleUnits:
      true
    default: false
    }
  }

  fileprivate var concludesFromAbsence: Bool {
    switch self {
    case .missingDeclaration, .noVersionInForce, .missingCitation, .unusedDefinition, .unknownName,
      .undeclaredMember, .unknownSource, .unknownRole, .wrongTable:
      true
    default: false
    }
  }
}
