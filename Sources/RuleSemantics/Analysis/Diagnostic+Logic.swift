import Facts
import RuleSyntax

/// The wording of what analysis finds: conditions that say nothing.
extension Diagnostic {
  static func neverMet(
    _ place: Placed<SourceSpan>,
    _ month: Month,
    help: String = "widen it, or delete it",
    related: [RelatedPlace] = []
  ) -> Diagnostic {
    Diagnostic(
      .neverMet,
      "no facts meet this condition as of \(month)",
      help: help,
      file: place.file,
      at: place.syntax,
      related: related
    )
  }

  /// Two parts that exclude each other, each with an example.
  static func exclude(
    _ place: Placed<SourceSpan>,
    _ other: Placed<SourceSpan>,
    _ examples: [String],
    _ month: Month
  ) -> Diagnostic {
    let shown = examples.map { $0.isEmpty ? "other facts" : $0 }
    return Diagnostic(
      .neverMet,
      "no facts meet this and the other part as of \(month)",
      help:
        "this holds with \(shown[1]), the other with \(shown[0]): widen one of them, or write `or`",
      file: place.file,
      at: place.syntax,
      related: [RelatedPlace("the other part", file: other.file, at: other.syntax)]
    )
  }

  static func alwaysMet(_ place: Placed<SourceSpan>, _ example: String?) -> Diagnostic {
    let even = example.map { $0.isEmpty ? "" : ", even with \($0)" } ?? ""
    return Diagnostic(
      .alwaysMet,
      "all facts meet this condition: it decides nothing",
      help: "delete it, or correct its limits: it holds whatever the facts are\(even)",
      file: place.file,
      at: place.syntax
    )
  }

  /// A part of an `and` that another part implies, or a part of an `or` that implies another.
  static func impliedPart(
    _ place: Placed<SourceSpan>,
    by other: Placed<SourceSpan>,
    isAll: Bool,
    _ example: String?
  ) -> Diagnostic {
    let facts = example.map { $0.isEmpty ? "some facts" : $0 }
    return Diagnostic(
      .impliedCondition,
      isAll
        ? "this adds nothing: whoever meets the other part meets it too"
        : "this adds nothing: whoever meets it meets the other part too",
      help: facts.map {
        "delete it, or correct its limits: with \($0) only \(isAll ? "this" : "the other") holds"
      } ?? "delete one of the two: they say the same",
      file: place.file,
      at: place.syntax,
      related: [RelatedPlace("the other part", file: other.file, at: other.syntax)]
    )
  }
}
