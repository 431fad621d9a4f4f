/// Three-valued truth: facts may be missing.
///
/// The one truth table of the project.
///
/// `all` is the least, `any` the greatest, `not` the mirror image: a known `no` decides an `all`,
/// a known `yes` decides an `any`, and `unknown` survives only when it decides.
package enum Truth: UInt8, Comparable, CaseIterable, Sendable {
  case no = 0
  case unknown = 1
  case yes = 2

  /// No before unknown before yes.
  package static func < (left: Truth, right: Truth) -> Bool { left.rawValue < right.rawValue }

  /// No if either is no, yes if both are yes, otherwise unknown.
  package func and(_ other: Truth) -> Truth { min(self, other) }

  /// Yes if either is yes, no if both are no, otherwise unknown.
  package func or(_ other: Truth) -> Truth { max(self, other) }

  /// Unknown stays unknown.
  package var negated: Truth {
    switch self {
    case .no: .yes
    case .unknown: .unknown
    case .yes: .no
    }
  }

  package init(_ isTrue: Bool) {
    self = isTrue ? .yes : .no
  }
}
