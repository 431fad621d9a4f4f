/// How wide text is on a terminal, and where it is broken.
package enum TextWidth {
  /// How many columns a terminal gives to the text.
  package static func of(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + of($1) }
  }

  /// Two for the wide characters of East Asia and for emoji, else one.
  ///
  /// Source: Unicode Standard Annex 11, East Asian Width, classes W and F; and what terminals do with
  /// the variation selector for emoji.
  package static func of(_ character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0..<0x1100: return 1
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
      0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default:
      let isEmoji =
        scalar.properties.isEmojiPresentation
        || character.unicodeScalars.contains { $0.value == 0xFE0F }
      return isEmoji ? 2 : 1
    }
  }

  /// Lines of at most `columns`, broken at blanks; a longer word is broken anywhere.
  package static func wrapped(_ text: String, to columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let pieces = pieces(of: word, columns)
      for (place, piece) in pieces.enumerated() {
        let joined = line.isEmpty || place > 0 ? piece : line + " " + piece
        if place == 0, of(joined) <= columns {
          line = joined
        } else {
          if !line.isEmpty { lines.append(line) }
          line = piece
        }
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  private static func pieces(of word: Substring, _ columns: Int) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var used = 0
    for character in word {
      let width = of(character)
      if used + width > columns, !piece.isEmpty {
        pieces.append(piece)
        piece = ""
        used = 0
      }
      piece.append(character)
      used += width
    }
    return pieces + [piece]
  }
}
