extension Parser {
  /// Section 1.7 of Grammar.md.
  package static let reservedWords: Set<String> = [
    "a", "all", "also", "amount", "and", "any", "area", "as", "associated", "association", "at",
    "average", "best", "between", "by", "category", "change", "choice", "cite", "count", "counts",
    "covers", "criterion", "dated", "decimals", "default", "details", "drop", "earlier",
    "first-seen", "for",
    "from", "gate", "gives", "group", "growth", "has", "if", "in", "is", "keep", "kind", "largest",
    "last", "leaf", "less", "listed", "measure", "met", "metric", "months", "net", "no", "not",
    "of", "option", "optional", "or", "over", "per", "plural", "program", "rate", "rows", "set",
    "share", "side",
    "since", "some", "source", "summed", "table", "the", "total", "track", "under", "unit",
    "unknown", "until", "use", "value", "when", "where", "year",
  ]
}
