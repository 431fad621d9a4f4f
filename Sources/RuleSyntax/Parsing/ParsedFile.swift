/// A file that was read once, for every step that needs its tree.
package struct ParsedFile: Sendable {
  package let source: SourceText
  package let tree: RuleFileSyntax

  /// Whether it was asked for; otherwise others only use it, and it may declare more than they need.
  package let isGiven: Bool

  /// What could not be read, as if the file were the first.
  private let found: [Diagnostic]

  /// Comments that hide warnings.
  let allowComments: [AllowComment]

  /// Where statements begin and end; empty in a file without ``allowComments``.
  let statements: StatementLines

  /// Reads the tree; never fails, whatever the bytes are.
  package init(_ source: SourceText, isGiven: Bool = true) {
    self.source = source
    self.isGiven = isGiven
    var found: [Diagnostic] = []
    let (parser, file) = Parser.read(source, file: 0, reporting: &found)
    tree = parser.tree
    self.found = found
    allowComments = AllowComment.all(in: source, file)
    statements =
      allowComments.isEmpty
      ? StatementLines(source, [], []) : StatementLines(source, file.tokens, parser.marks)
  }

  /// What could not be read in the file, which is the `number`th of those that belong together.
  package func diagnostics(asFile number: Int) -> [Diagnostic] {
    found.map { $0.moved(toFile: number) }
  }
}
