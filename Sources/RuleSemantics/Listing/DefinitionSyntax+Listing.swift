import RuleSyntax

/// What one version says, and where.
struct ListedPiece {
  let content: ListedVersion.Content
  let span: SourceSpan
}

/// Amounts as they are written.
func amounts(_ versions: [ValueVersionSyntax]) -> [ListedPiece] {
  versions.map { version in
    ListedPiece(
      content: .amount(number: version.number.text, unit: version.unit.text),
      span: version.number.span.joined(with: version.unit.span)
    )
  }
}

extension DefinitionSyntax {
  var listedKind: ListedKind {
    switch kind {
    case .value: .value
    case .set: .set
    case .rate: .rate
    case .rows: .rows
    case .measure: .measure
    case .group: .group
    }
  }

  /// What each version says, in the order of ``versions``; `text` gives the words of a span.
  func contents(_ text: (SourceSpan) -> String) -> [ListedPiece] {
    func written(_ span: SourceSpan) -> ListedPiece {
      ListedPiece(content: .text(text(span)), span: span)
    }
    return switch body {
    case .value(let list): amounts(list)
    case .rate(_, let entries): amounts(entries.flatMap(\.versions))
    case .set(_, let list):
      list.map { version in
        ListedPiece(
          content: .members(version.change.listed, version.members.map(\.text)),
          span: version.span
        )
      }
    case .rows(let list): list.map { written($0.span) }
    case .measure(let list): list.map { written($0.span) }
    case .group(_, let list): list.map { written($0.span) }
    }
  }
}

extension SetVersionSyntax.Change {
  fileprivate var listed: ListedVersion.Change {
    switch self {
    case .all: .all
    case .added: .added
    case .removed: .removed
    }
  }
}
