package import Facts
package import RuleSemantics

/// What ends soon after the as-of month.
package struct EndingCertificates: Sendable {
  /// By day, person and name.
  package let all: [EndingCertificate]

  /// What each designation that several of them count for loses when it loses them all.
  package let together: [EndingCertificate.Cost]

  package init(all: [EndingCertificate] = [], together: [EndingCertificate.Cost] = []) {
    self.all = all
    self.together = together
  }
}

/// A certificate of a person that counts now and soon does no more.
package struct EndingCertificate: Hashable, Sendable {
  /// Why a certificate stops counting.
  package enum Reason: Hashable, Sendable {
    case expires
    /// What it certifies is given up.
    case retires
  }

  /// What a designation that counts loses when certificates are left out.
  package struct Cost: Hashable, Sendable {
    /// An index in ``EvaluationPlan/designations``.
    package let designation: Int

    /// Of the certain points; zero where something else carries the steps.
    package let points: Fraction

    /// Whether the designation qualifies without them.
    package let isQualified: Truth

    package init(designation: Int, points: Fraction, isQualified: Truth) {
      self.designation = designation
      self.points = points
      self.isQualified = isQualified
    }
  }

  /// How many days after the last day of the as-of month are looked at.
  ///
  /// Source: our choice, that of the report and of no program: the next quarter, enough time to
  /// renew a certificate or to train somebody else.
  package static let days = 90

  /// A code of ``FactStore/people``.
  package let person: Int32

  /// The name of the certificate, as reports show it.
  package let certificate: String

  /// The last day on which it counts: the day on which it expires, or the last one before it has
  /// retired.
  package let day: Day
  package let reason: Reason

  /// What it costs when only this one is left out, by designation in order: of those that count, the
  /// ones with a step in which the certificate counts.
  package let costs: [Cost]

  package init(
    person: Int32,
    certificate: String,
    day: Day,
    reason: Reason,
    costs: [Cost]
  ) {
    self.person = person
    self.certificate = certificate
    self.day = day
    self.reason = reason
    self.costs = costs
  }
}
