import Facts
import RuleSyntax

/// What amounts are compared with, as messages call it.
struct ComparedSubject: ExpressibleByStringInterpolation {
  let text: String

  /// The definition whose number it is; nil where the test itself says the unit.
  let definition: Word?

  init(stringLiteral text: String) {
    self.text = text
    definition = nil
  }

  private init(_ text: String, of definition: Word) {
    self.text = text
    self.definition = definition
  }

  static func measure(_ word: Word) -> ComparedSubject {
    ComparedSubject("`\(word.text)`", of: word)
  }

  static func average(of word: Word) -> ComparedSubject {
    ComparedSubject("the average of `\(word.text)`", of: word)
  }

  static func size(of word: Word) -> ComparedSubject {
    ComparedSubject("the size of `\(word.text)`", of: word)
  }
}

extension TreeLowering {
  /// Reports an amount in another unit than what it is compared with; both are shown.
  ///
  /// `help` says how the amount is written in the right unit.
  mutating func reportUnits(
    of subject: ComparedSubject,
    _ unit: Unit,
    _ amount: String,
    _ written: Unit,
    help: String,
    at span: SourceSpan,
    declared: SourceSpan? = nil
  ) {
    var related: [RelatedPlace] = []
    if let declared {
      related.append(RelatedPlace("\(amount) is in \(written.plural)", file: file, at: declared))
    }
    if let place = subject.definition.flatMap({ scope[$0.text]?.id.span }) {
      related.append(RelatedPlace("\(subject.text) is in \(unit.plural)", file: file, at: place))
    }
    report(
      Diagnostic(
        .incompatibleUnits,
        "\(subject.text) is in \(unit.plural), and \(amount) in \(written.plural)",
        help: help + "; nothing is converted",
        file: file,
        at: span,
        related: related
      )
    )
  }
}
