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
          .listedTwice(split.name, as: member.label, in: "table", first: earlier, file: entry.file)
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
      diagnostics.append(.unknown("kind of name", split.kind, among: known, file: entry.file))
      return nil
    }
    if let other = entry.syntax.columns.first(where: { $0.role.text == split.kind.text }) {
      diagnostics.append(
        Diagnostic(
          .repeatedName,
          "table `\(entry.syntax.id.text)` has a column of \(split.kind.text) and blocks for some",
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
    let names = (own: split.columns.map(\.id.text), first: first.columns.map(\.id.text))
    let unlike = zip(split.columns, first.columns).first { !$0.isLike($1) }
    let problem: String
    var places = (own: split.name, first: first.name)
    if split.kind.text != first.kind.text {
      problem = "is of \(split.kind.text), and the first of \(first.kind.text)"
    } else if names.own != names.first {
      let list = names.first.map { "`\($0)`" }.joined(separator: ", ")
      problem = "has other columns than the first, which has \(list)"
    } else if let own = entry.syntax.columns.first(where: { names.own.contains($0.id.text) }) {
      problem = "has a column `\(own.id.text)`, and so has the table"
    } else if let own = entry.syntax.columns.first(where: holdsNumbers) {
      problem = "would count the numbers of column `\(own.id.text)` once more"
    } else if !split.columns.allSatisfy(holdsNumbers) {
      problem = "has a column that holds no numbers"
    } else if let (own, other) = unlike {
      problem = "has other numbers in `\(own.id.text)` than the first"
      places = (own.id, other.id)
    } else {
      return true
    }
    diagnostics.append(
      Diagnostic(
        .wrongKindOfName,
        "the block of `\(split.name.text)` \(problem)",
        help: "give all blocks the same columns of numbers, in the same order",
        file: entry.file,
        at: places.own.span,
        related: split.name == first.name
          ? [] : [RelatedPlace("the first block", file: entry.file, at: places.first.span)]
      )
    )
    return false
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
