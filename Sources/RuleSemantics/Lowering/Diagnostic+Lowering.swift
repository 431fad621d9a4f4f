import Facts
import RuleSyntax

/// The wording of what does not fit together.
extension Diagnostic {
  static func wrongTable(
    _ message: String,
    help: String,
    file: Int,
    at span: SourceSpan,
    related: [RelatedPlace] = []
  ) -> Diagnostic {
    Diagnostic(.wrongTable, message, help: help, file: file, at: span, related: related)
  }

  static func notAboutOneKind(_ table: Word, _ kinds: [String], file: Int) -> Diagnostic {
    let list = kinds.map { "`\($0)`" }.joined(separator: " and ")
    return wrongTable(
      kinds.isEmpty
        ? "rows of `\(table.text)` are about no kind of name"
        : "rows of `\(table.text)` are about more than one kind of name: \(list)",
      help: "a selection needs one such column besides the association, such as a workload",
      file: file,
      at: table.span
    )
  }

  /// A column that is not there, or does not hold what is needed.
  static func wrongColumn(
    _ word: Word,
    of table: TableSchema,
    isThere: Bool,
    needed: String,
    _ candidates: [String],
    file: Int
  ) -> Diagnostic {
    let near = NearestNames.suggestion(candidates, to: word.text)
    return Diagnostic(
      isThere ? .wrongKindOfName : .unknownName,
      isThere
        ? "column `\(word.text)` of table `\(table.id)` does not hold \(needed)"
        : "table `\(table.id)` has no column `\(word.text)`",
      help: near.question
        ?? (candidates.isEmpty
          ? "it has no column with \(needed)" : "columns with \(needed): \(few(of: candidates))"),
      file: file,
      at: word.span,
      fix: near.fix(word.span, file: file)
    )
  }

  static func countsTheAbsent(
    _ what: String,
    help: String,
    file: Int,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .countsTheAbsent,
      "\(what) also holds where no download has a row",
      help: help,
      file: file,
      at: span
    )
  }

  static func tooDeep(file: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .nestedTooDeep,
      "conditions and the groups they use are more than \(TreeLowering.mostDepth) deep here",
      help: "use fewer groups one in the other",
      file: file,
      at: span
    )
  }
}
