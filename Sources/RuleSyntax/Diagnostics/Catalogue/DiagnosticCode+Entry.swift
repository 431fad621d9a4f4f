extension DiagnosticCode {
  /// What the catalogue tells of the code; a code without an entry does not compile.
  package var entry: DiagnosticEntry {
    switch self {
    case .notText: .notText
    case .invalidCharacter: .invalidCharacter
    case .unterminatedText: .unterminatedText
    case .foreignNotation: .foreignNotation
    case .invalidMonth: .invalidMonth
    case .invalidNumber: .invalidNumber
    case .invalidEscape: .invalidEscape
    case .unexpectedToken: .unexpectedToken
    case .unknownWord: .unknownWord
    case .unclosedBlock: .unclosedBlock
    case .nestedTooDeep: .nestedTooDeep
    case .reservedName: .reservedName
    case .unreadableFile: .unreadableFile
    case .unknownName: .unknownName
    case .repeatedName: .repeatedName
    case .wrongKindOfName: .wrongKindOfName
    case .undeclaredMember: .undeclaredMember
    case .clashingAlias: .clashingAlias
    case .unknownSource: .unknownSource
    case .circularDefinition: .circularDefinition
    case .unknownRole: .unknownRole
    case .missingDeclaration: .missingDeclaration
    case .incompatibleUnits: .incompatibleUnits
    case .bareNumber: .bareNumber
    case .unboundName: .unboundName
    case .wrongTable: .wrongTable
    case .needsAssociation: .needsAssociation
    case .negativeRange: .negativeRange
    case .doubtfulNumber: .doubtfulNumber
    case .noVersionInForce: .noVersionInForce
    case .overlappingVersions: .overlappingVersions
    case .neverInForce: .neverInForce
    case .countsTheAbsent: .countsTheAbsent
    case .wrongDateOrder: .wrongDateOrder
    case .neverMet: .neverMet
    case .alwaysMet: .alwaysMet
    case .impliedCondition: .impliedCondition
    case .overlappingTracks: .overlappingTracks
    case .gapBetweenTracks: .gapBetweenTracks
    case .outOfRange: .outOfRange
    case .unreachablePoints: .unreachablePoints
    case .unusualTotal: .unusualTotal
    case .gapInDates: .gapInDates
    case .missingCitation: .missingCitation
    case .unusedDefinition: .unusedDefinition
    case .unusedDeclaration: .unusedDeclaration
    case .unusedName: .unusedName
    case .cannotBeAllowed: .cannotBeAllowed
    case .allowWithoutReason: .allowWithoutReason
    case .unknownAllowedCode: .unknownAllowedCode
    case .uselessAllow: .uselessAllow
    }
  }
}
