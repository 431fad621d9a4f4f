import Facts
import RuleSyntax

/// Tables whose rows tell of several names beside each other.
extension DeclarationCollector {
  /// The column of the names, and the columns of each name; empty where no block names one.
  ///
  /// All blocks have the columns of the first.
  mutating func splitColumns(of entry: Placed<TableSyntax>) -> [ColumnSchema] {
    let splits = entry.syntax.splits
    guard let first = splits.first else { return [] }
    guard let kind = splitKind(first, in: entry), reportLikeness(of: first, to: first, in: entry)
    else {
      declarations.mistakes.names.insert(entry.syntax.id.text)
      return []
    }
    let nameColumn = ColumnSchema(
      id: declarations.catalogue.kinds[kind].id,
      role: .name(kind: kind),
      headers: [],
      isOptional: false
    )
    var columns = [nameColumn]
    var seen: [NameSet.Member: Word] = [:]
    for split in splits where split == first || reportLikeness(of: split, to: first, in: entry) {
      guard let member = declarations.member(split.name.text, kind: kind) else {
        let names = declarations.catalogue.kinds[kind]
        diagnostics.append(.undeclaredMember(split.name, of: names, file: entry.file))
        continue
      }
      if let earlier = seen[member] {
        diagnostics.append(
          .listedTwice(split.name, in: "table", first: earlier, file: entry.file)
        )
        continue
      }
      seen[member] = split.name
      columns += split.columns.map { column in
        ColumnSchema(
          id: column.id.text,
          role: role(of: column, in: entry.syntax, file: entry.file),
          headers: column.headers.map(\.text),
          isOptional: column.isOptional,
          splitName: code(of: member, kind),
          range: range(of: column)
        )
      }
    }
    return columns
  }

  /// The kind of the names that blocks are about; nil after reporting what is wrong with it.
  private mutating func splitKind(_ split: SplitSyntax, in entry: Placed<TableSyntax>) -> Int? {
    guard let kind = declarations.kind(id: split.kind.text) else {
      guard !declarations.mistakes.names.contains(split.kind.text) else { return nil }
      let known = Array(declarations.kindIDs.keys)
      diagnostics.append(.unknownKind(split.kind, among: known, file: entry.file))
      return nil
    }
    if let other = entry.syntax.columns.first(where: { $0.role.text == split.kind.text }) {
      diagnostics.append(
        Diagnostic(
          .repeatedName,
          "table `\(entry.syntax.id.text)` has a column for each `\(split.kind.text)`, and blocks too",
          help: "a row is about the name in a cell, or about those of its blocks: delete one",
          file: entry.file,
          at: split.kind.span,
          related: [RelatedPlace("the column", file: entry.file, at: other.id.span)]
        )
      )
      return nil
    }
    return kind
  }

  /// Whether a block has the kind and the columns of the first one; reports what differs.
  private mutating func reportLikeness(
    of split: SplitSyntax,
    to first: SplitSyntax,
    in entry: Placed<TableSyntax>
  ) -> Bool {
    guard let problem = unlikeness(of: split, to: first, in: entry.syntax) else { return true }
    diagnostics.append(
      Diagnostic(
        .wrongKindOfName,
        "the block of `\(split.name.text)` \(problem.text)",
        help: "give all blocks the same columns of numbers, in the same order",
        file: entry.file,
        at: problem.place,
        related: problem.other.map { [RelatedPlace($0.label, file: entry.file, at: $0.span)] } ?? []
      )
    )
    return false
  }

  /// What is wrong with a block, as the sentence goes on behind its name, with the place and the
  /// one that it does not fit to.
  private typealias Unlikeness = (
    text: String, place: SourceSpan, other: (label: String, span: SourceSpan)?
  )

  private func unlikeness(
    of split: SplitSyntax,
    to first: SplitSyntax,
    in table: TableSyntax
  ) -> Unlikeness? {
    let names = (own: split.columns.map(\.id.text), first: first.columns.map(\.id.text))
    let firstBlock = (label: "the first block", span: first.name.span)
    if split.kind.text != first.kind.text {
      let text = "is of `\(split.kind.text)`, and the first of `\(first.kind.text)`"
      return (text, split.kind.span, ("the first block", first.kind.span))
    }
    if names.own != names.first {
      let list = names.first.map { "`\($0)`" }.joined(separator: ", ")
      return ("has other columns than the first, which has \(list)", split.name.span, firstBlock)
    }
    for column in split.columns {
      guard let own = table.columns.first(where: { $0.id.text == column.id.text }) else { continue }
      let text = "has a column `\(own.id.text)`, and so has the table"
      return (text, column.id.span, ("the column of the table", own.id.span))
    }
    if let own = table.columns.first(where: holdsNumbers) {
      let text = "would count the numbers of column `\(own.id.text)` once more"
      return (text, split.name.span, ("the column", own.id.span))
    }
    if let own = split.columns.first(where: { !holdsNumbers($0) }) {
      return ("has a column `\(own.id.text)` that holds no numbers", own.role.span, nil)
    }
    if let (own, other) = zip(split.columns, first.columns).first(where: { !$0.isLike($1) }) {
      let text = "has other numbers in `\(own.id.text)` than the first"
      return (text, own.role.span, ("the first block", other.role.span))
    }
    return nil
  }

  private func holdsNumbers(_ column: ColumnSyntax) -> Bool {
    let word = column.role.text
    return ColumnRole.builtIn[word] == nil && declarations.kind(id: word) == nil
      && declarations.unit(word) != nil
  }

  /// The code of a declared name, without what it covers.
  private func code(of member: NameSet.Member, _ kind: Int) -> Int32? {
    declarations.catalogue.kinds[kind].names.firstIndex { $0.canonical == member.label }
      .map { Int32($0) }
  }
}

extension ColumnSyntax {
  /// Whether it holds the same as another, whatever its headers.
  fileprivate func isLike(_ other: ColumnSyntax) -> Bool {
    role.text == other.role.text && total?.text == other.total?.text
      && isOptional == other.isOptional
  }
}
