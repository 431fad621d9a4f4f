import Facts
import RuleSemantics

/// The certificates that count at the end of the as-of month in a step of a designation that
/// counts, and stop counting within ``EndingCertificate/days`` after it; by day, person and name.
///
/// Each is left out alone: two that carry the same step may both cost nothing.
///
/// - Parameters:
///   - evaluated: the facts as of the month.
///   - score: what the partner earns by them.
/// - Returns: each with what it would cost; none where no file tells of certificates.
package func endingCertificates(
  _ evaluated: EvaluatedFacts,
  _ score: PartnerScore
) -> [EndingCertificate] {
  let designations = score.designations.indices.filter { score.designations[$0].counts }
  let kinds = Set(designations.flatMap { evaluated.plan.designations[$0].certificateKinds })
  var scorer = Scorer(evaluated)
  var found: [(code: Int32, ending: EndingCertificate)] = []
  for kind in kinds.sorted() {
    let ends = CertificateEnds(kind, evaluated)
    var uses: [CertificateOfPerson: Set<Int>] = [:]
    for index in designations {
      let plan = evaluated.plan.designations[index]
      for certificate in plan.uses(of: ends, score.designations[index]) {
        uses[certificate, default: []].insert(index)
      }
    }
    for (certificate, users) in uses {
      guard let end = ends[certificate] else { continue }
      var rest = scorer.leavingOut(certificate.code, of: certificate.person, kind: kind)
      let costs = users.sorted().map { index in
        EndingCertificate.Cost(
          designation: index,
          points: rest.loss(evaluated.plan.designations[index], from: score.designations[index])
        )
      }
      let ending = EndingCertificate(
        person: certificate.person,
        certificate: evaluated.facts.names[kind][Int(certificate.code)],
        day: end.day,
        reason: end.reason,
        costs: costs
      )
      found.append((certificate.code, ending))
    }
  }
  return found.sorted { left, right in
    (left.ending.day.index, left.ending.person, left.code, left.ending.certificate)
      < (right.ending.day.index, right.ending.person, right.code, right.ending.certificate)
  }.map(\.ending)
}

private struct CertificateOfPerson: Hashable {
  let person: Int32
  let code: Int32
}

/// The certificates of a kind that count at the end of the as-of month and end soon after.
private struct CertificateEnds {
  private var ends: [CertificateOfPerson: CertificateEnd] = [:]
  let kind: Int

  init(_ kind: Int, _ evaluated: EvaluatedFacts) {
    self.kind = kind
    let month = evaluated.plan.asOf
    let lastDay = Day(lastOf: month)
    let horizon = Day(index: lastDay.index + EndingCertificate.days)
    let names = evaluated.catalogue.kinds[kind].names
    // Of the same certificate, the row that counts longest; one without an end outlasts all.
    var lasting: Set<CertificateOfPerson> = []
    for table in CertificateTable.all(of: kind, evaluated.facts, evaluated.catalogue) {
      for row in 0..<table.rowCount {
        let own = CertificateOfPerson(person: table.person[row], code: table.certificate[row])
        guard own.code >= 0, own.person >= 0 else { continue }
        let retirement = Int(own.code) < names.count ? names[Int(own.code)].retirement : nil
        guard table.isValid(row, on: lastDay, in: month, retirement) else { continue }
        guard let end = table.end(row, retirement), end.day <= horizon else {
          lasting.insert(own)
          continue
        }
        if let known = ends[own], known.day >= end.day { continue }
        ends[own] = end
      }
    }
    for certificate in lasting { ends[certificate] = nil }
  }

  subscript(certificate: CertificateOfPerson) -> CertificateEnd? { ends[certificate] }

  /// Those that one of these people has, and the holding names.
  func certificates(of people: [Int32], in holding: Holding) -> [CertificateOfPerson] {
    guard holding.certificates.kind == kind, !ends.isEmpty else { return [] }
    let codes = holding.certificates.members.flatMap(\.codes)
    return people.flatMap { person in
      codes.map { CertificateOfPerson(person: person, code: $0) }.filter { ends[$0] != nil }
    }
  }
}

extension DesignationPlan {
  /// By score, its steps; none where it is made of metrics.
  fileprivate var steps: [[StepPlan]] {
    scores.map { score in
      guard case .steps(let steps) = score.source else { return [] }
      return steps
    }
  }

  fileprivate var certificateKinds: [Int] {
    steps.joined().flatMap(\.holdings).map(\.certificates.kind)
  }

  /// What ends of the certificates for which people count in a step.
  fileprivate func uses(
    of ends: CertificateEnds,
    _ score: DesignationScore
  ) -> [CertificateOfPerson] {
    zip(steps, score.metrics).flatMap { steps, metric in
      zip(steps, metric.options).flatMap { step, option in
        step.holdings.flatMap { ends.certificates(of: option.people, in: $0) }
      }
    }
  }
}

extension Scorer {
  /// By how much the certain points of the steps of a designation fall short of what it scored.
  ///
  /// Nothing else depends on certificates, and a total is the sum of its metrics.
  fileprivate mutating func loss(_ plan: DesignationPlan, from whole: DesignationScore) -> Fraction
  {
    zip(plan.scores, whole.metrics).reduce(.zero) { loss, part in
      guard case .steps(let steps) = part.0.source else { return loss }
      let rest = Points.sum(score(steps).points, atMost: part.0.maximum).certain
      return rest.times(Fraction(-1)).flatMap { part.1.points.plus($0) }.flatMap { loss.plus($0) }
        ?? loss
    }
  }
}
