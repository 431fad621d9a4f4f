package import RuleSyntax

/// What `check` found in rule files, for reports that tell of hidden findings too.
package struct CheckFindings: Sendable {
  /// As ``Diagnostic/file`` numbers them.
  package let files: [SourceText]

  /// What is told, in order.
  package let shown: [Diagnostic]

  /// What is not.
  package let hidden: [HiddenFinding]

  package init(files: [SourceText], shown: [Diagnostic], hidden: [HiddenFinding]) {
    self.files = files
    self.shown = shown
    self.hidden = hidden
  }
}

/// A finding that is not told.
package struct HiddenFinding: Hashable, Sendable {
  /// Why it is not told.
  package enum Cause: Hashable, Sendable {
    /// A comment beside it allows it, with its reason.
    case allowed(reason: String?)
    /// It is in the baseline.
    case known
  }

  package let diagnostic: Diagnostic
  package let cause: Cause

  package init(_ diagnostic: Diagnostic, _ cause: Cause) {
    self.diagnostic = diagnostic
    self.cause = cause
  }
}

/// What a finding is known by when lines come and go above it.
struct FindingIdentity: Hashable, Sendable {
  let code: String

  /// The line in which it begins, with one blank between words.
  let text: String

  /// Bytes of a line that are looked at.
  ///
  /// Source: our choice, several times the line length of our files.
  private static let mostBytes: UInt32 = 400

  init(code: String, text: String) {
    self.code = code
    self.text = text
  }

  init(_ diagnostic: Diagnostic, in files: [SourceText]) {
    code = diagnostic.code.rawValue
    guard files.indices.contains(diagnostic.file) else {
      text = ""
      return
    }
    let source = files[diagnostic.file]
    let line = source.lineSpan(source.line(at: diagnostic.span.start))
    let end = min(line.end, line.start + FindingIdentity.mostBytes)
    text = source.text(SourceSpan(start: line.start, end: end))
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// A number that is the same on every machine and in every version.
  ///
  /// Source: FNV-1a with 64 bits, draft-eastlake-fnv.
  var hash: UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in "\(code)\n\(text)".utf8 {
      // The product is meant to wrap.
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return hash
  }
}
