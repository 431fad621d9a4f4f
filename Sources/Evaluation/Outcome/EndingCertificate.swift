package import Facts

/// A certificate of a person that counts now and soon does no more.
package struct EndingCertificate: Hashable, Sendable {
  /// Why a certificate stops counting.
  package enum Reason: Hashable, Sendable {
    case expires
    /// What it certifies is given up.
    case retires
  }

  /// What a designation that counts loses when only this certificate is left out.
  package struct Cost: Hashable, Sendable {
    /// An index in ``EvaluationPlan/designations``.
    package let designation: Int

    /// Of the certain points; zero where something else carries the steps.
    package let points: Fraction

    package init(designation: Int, points: Fraction) {
      self.designation = designation
      self.points = points
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

  /// Of the designations that count, those with a step in which the certificate counts; in order.
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
