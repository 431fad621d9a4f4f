/// Stable codes of diagnostics about rule files.
///
/// R01 text and tokens, R02 notation, R03 names, R04 types and units, R05 dates and logic, R06
/// style. Codes are never renumbered or reused.
package enum DiagnosticCode: String, CaseIterable, Hashable, Sendable {
  // Text and tokens
  case notText = "R0101"
  case invalidCharacter = "R0102"
  case unterminatedText = "R0103"
  case foreignNotation = "R0104"
  case invalidMonth = "R0105"
  case invalidNumber = "R0106"
  case invalidEscape = "R0107"

  // Notation
  case unexpectedToken = "R0201"
  case unknownWord = "R0202"
  case unclosedBlock = "R0203"
  case nestedTooDeep = "R0204"
  case reservedName = "R0205"
  case unreadableFile = "R0206"

  // Names
  case unknownName = "R0301"
  case repeatedName = "R0302"
  case wrongKindOfName = "R0303"
  case undeclaredMember = "R0304"
  case clashingAlias = "R0305"
  case unknownSource = "R0306"
  case circularDefinition = "R0307"
  case unknownRole = "R0308"
  case missingDeclaration = "R0309"

  // Types and units
  case incompatibleUnits = "R0401"
  case bareNumber = "R0402"
  case unboundName = "R0403"
  case wrongTable = "R0404"
  case needsAssociation = "R0405"
  case negativeRange = "R0406"
  case doubtfulNumber = "R0407"

  // Dates and logic
  case noVersionInForce = "R0501"
  case overlappingVersions = "R0502"
  case neverInForce = "R0503"
  case countsTheAbsent = "R0504"
  case wrongDateOrder = "R0505"
  case neverMet = "R0506"
  case alwaysMet = "R0507"
  case impliedCondition = "R0508"
  case overlappingTracks = "R0509"
  case gapBetweenTracks = "R0510"
  case outOfRange = "R0511"
  case unreachablePoints = "R0512"
  case unusualTotal = "R0513"
  case gapInDates = "R0514"

  // Style
  case missingCitation = "R0601"
  case unusedDefinition = "R0602"
  case unusedDeclaration = "R0603"
  case unusedName = "R0604"

  // Comments that hide findings
  case cannotBeAllowed = "R0610"
  case allowWithoutReason = "R0611"
  case unknownAllowedCode = "R0612"
  case uselessAllow = "R0613"

  /// Whether it says that nothing uses something.
  var isAboutUse: Bool {
    switch self {
    case .unusedDefinition, .unusedDeclaration, .unusedName: true
    default: false
    }
  }

  /// Matters of style, and rules that can be evaluated but hardly say what was meant, are warnings;
  /// everything else is an error.
  package var severity: Diagnostic.Severity {
    switch self {
    case .neverMet, .alwaysMet, .impliedCondition, .overlappingTracks, .gapBetweenTracks,
      .outOfRange, .doubtfulNumber, .unreachablePoints, .unusualTotal, .gapInDates,
      .missingCitation,
      .unusedDefinition, .unusedDeclaration, .unusedName,
      .cannotBeAllowed, .allowWithoutReason, .unknownAllowedCode, .uselessAllow:
      .warning
    default: .error
    }
  }

  /// Whether other mistakes may not be seen as long as it is there: what cannot be read, whose name
  /// is not known or what is never in force is not checked.
  var hidesOthers: Bool { rawValue < "R04" || self == .neverInForce }
}
