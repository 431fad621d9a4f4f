/// Text of an author as it may be printed: nothing in it moves the cursor or reorders the line.
package enum SafeText {
  /// Every character as ``of(_:)-(Character)`` has it.
  package static func of(_ text: String) -> String {
    text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value < 0x7F }
      ? text : text.map { of($0) }.joined()
  }

  /// Tabs are one blank; control and format characters are shown as U+FFFD.
  static func of(_ character: Character) -> String {
    if character == "\t" { return " " }
    let isSafe = character.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: false
      default: true
      }
    }
    return isSafe ? String(character) : "\u{FFFD}"
  }
}
