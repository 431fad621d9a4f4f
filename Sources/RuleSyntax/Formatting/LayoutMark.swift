/// What a token is in the layout of a file, as the parser saw it when it came by.
///
///     set partners of association                        item (`set`)
///       = "CPOR", "CSP" from 2022-10 cite S1 "words"     version (`=`), list (`"CPOR"`), element
///                                                        (`"CSP"`), parts (`from`, `cite`), list (`S1`)
enum LayoutMark: Hashable, Sendable {
  /// Begins a declaration of a file or an item of a block: always on a line of its own.
  case item

  /// The sign before a version of a definition.
  case version

  /// `from`, `until`, `if` or `cite`; the first of them says where the version's dates begin.
  case part(isFirst: Bool)

  /// `also`, `covers` or `retires` after a name.
  case clause

  /// The first element of a list.
  case listStart

  /// Any other element of a list; its comma stands before it.
  case element(isCitation: Bool)

  /// `and` or `or` between conditions; the outermost ones have the smallest rank.
  case joint(rank: Int)
}

extension Parser {
  /// Notes what the current token is.
  mutating func mark(_ mark: LayoutMark) { marks.append((position, mark)) }

  /// Takes the word if it is next, and notes what it is.
  mutating func acceptMarked(_ word: String, _ mark: LayoutMark) -> Bool {
    guard currentWord == word else { return false }
    self.mark(mark)
    return accept(word)
  }

  /// Takes `and` or `or` between conditions.
  mutating func acceptJoint(_ word: String) -> Bool {
    acceptMarked(word, .joint(rank: nesting * 2 + (word == "or" ? 0 : 1)))
  }
}
