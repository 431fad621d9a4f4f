import RuleSyntax
import TestSupport

/// Texts with other blanks, line ends and comments between their tokens than they had.
struct ShakenText {
  private var random: SplitMix64
  private var commentCount = 0

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// The words with anything between them that may stand there, up to several numbered comments.
  mutating func text(of words: [String]) -> String {
    // Some files have hardly any lines, others hardly any blanks.
    let share = [5, 20, 60][random.below(3)]
    var text = random.below(4) == 0 ? gap(share) : ""
    for word in words { text += word + gap(share) }
    return text
  }

  private mutating func gap(_ share: Int) -> String {
    guard random.below(100) < share else { return " " }
    switch random.below(12) {
    case 0: return "\t"
    case 1: return "     "
    case 2: return "\r\n"
    case 3: return "\n\n\n\n"
    case 4: return " \n \t\n  "
    case 5: return comment + "\n"
    case 6: return "\n" + comment + "\n\n  " + comment + " \n"
    case 7: return "  " + comment + "\r\n\r\n" + comment + "\t\r\n"
    default: return "\n"
    }
  }

  private var comment: String {
    mutating get {
      commentCount += 1
      return ["#", "# ", "## \""][random.below(3)] + "note  \(commentCount)"
    }
  }
}

/// The tokens of a file and its comments, each in order, without what stands between them.
struct Spelling: Equatable {
  let tokens: [String]
  let comments: [String]

  init(_ bytes: [UInt8]) {
    let source = SourceText(name: "t", bytes: bytes)
    var found: [Diagnostic] = []
    let file = tokenize(source, file: 0, reporting: &found)
    tokens = file.tokens.map { source.text($0.span) }
    comments = file.comments.map { comment in
      var text = source.text(comment)[...]
      while let last = text.unicodeScalars.last, [" ", "\t", "\r"].contains(last) {
        text.unicodeScalars.removeLast()
      }
      return String(text)
    }
  }
}
