extension Parser {
  /// Section 1.8 of Grammar.md.
  package static let reservedWords: Set<String> = [
    "a", "after", "all", "also", "amount", "and", "any", "area", "as", "associated",
    "association", "at", "average", "best", "between", "by", "category", "change", "choice",
    "choose", "chosen", "cite", "count", "counts", "covers", "criterion", "dated", "decimals",
    "default", "designation", "details", "drop", "earlier", "earns", "first-seen", "for",
    "from", "gate", "gives", "group", "growth", "has", "if", "in", "is", "keep", "kind",
    "largest", "last", "leaf", "less", "listed", "measure", "met", "metric", "months", "needs",
    "net", "no", "not", "of", "option", "optional", "or", "over", "per", "plural", "program",
    "rate", "retires", "rows", "score", "set", "share", "side", "since", "some", "source",
    "step", "summed", "table", "the", "total", "track", "under", "unit", "unknown", "until",
    "use", "value", "when", "where", "year",
  ]
}
