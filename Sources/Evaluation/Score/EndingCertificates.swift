import Facts
import RuleSemantics

/// The certificates that count at the end of the as-of month in a step of a designation that
/// counts, and stop counting within ``EndingCertificate/days`` after it; by day, person and name.
///
/// Each is left out alone, and all that count for a designation together: two that carry the same
/// step may both cost nothing, and much when they end together.
///
/// - Parameters:
///   - evaluated: the facts as of the month.
///   - score: what the partner earns by them.
/// - Returns: each with what it would cost; none where no file tells of certificates.
package func endingCertificates(
  _ evaluated: EvaluatedFacts,
  _ score: PartnerScore
) -> EndingCertificates {
  let plan = evaluated.plan
  let counting = score.designations.indices.filter { score.designations[$0].counts }
  let kinds = Set(counting.flatMap { plan.designations[$0].certificateKinds }).sorted()
  let ends = kinds.map { CertificateEnds($0, evaluated) }
  var scorer = Scorer(evaluated)
  var users: [CertificateOfPerson: [Int]] = [:]
  var together: [EndingCertificate.Cost] = []
  for index in counting {
    let used = Set(
      ends.flatMap { plan.designations[index].uses(of: $0, score.designations[index]) }
    )
    for certificate in used { users[certificate, default: []].append(index) }
    if used.count > 1 {
      together.append(scorer.cost(of: used, for: index, score.designations[index]))
    }
  }
  let found = ends.flatMap { ends in
    ends.all.compactMap { certificate, end -> (code: Int32, ending: EndingCertificate)? in
      guard let designations = users[certificate] else { return nil }
      let costs = designations.map {
        scorer.cost(of: [certificate], for: $0, score.designations[$0])
      }
      let ending = EndingCertificate(
        person: certificate.person,
        certificate: evaluated.facts.names[certificate.kind][Int(certificate.code)],
        day: end.day,
        reason: end.reason,
        costs: costs
      )
      return (certificate.code, ending)
    }
  }
  let sorted = found.sorted { left, right in
    (left.ending.day.index, left.ending.person, left.code, left.ending.certificate)
      < (right.ending.day.index, right.ending.person, right.code, right.ending.certificate)
  }
  return EndingCertificates(all: sorted.map(\.ending), together: together)
}

struct CertificateOfPerson: Hashable {
  let person: Int32

  /// An index in ``Catalogue/kinds``.
  let kind: Int
  let code: Int32
}

/// The certificates of a kind that count at the end of the as-of month and end soon after.
private struct CertificateEnds {
  private(set) var all: [CertificateOfPerson: CertificateEnd] = [:]
  private let kind: Int

  init(_ kind: Int, _ evaluated: EvaluatedFacts) {
    self.kind = kind
    let month = evaluated.plan.asOf
    let horizon = Day(index: Day(lastOf: month).index + EndingCertificate.days)
    // Of the same certificate, the row that counts longest; one without an end outlasts all.
    var lasting: Set<CertificateOfPerson> = []
    for table in CertificateTable.all(of: kind, evaluated.facts, evaluated.catalogue) {
      for row in table.validRows(in: month) {
        let own = CertificateOfPerson(
          person: table.person[row],
          kind: kind,
          code: table.certificate[row]
        )
        guard let end = table.end(row), end.day <= horizon else {
          lasting.insert(own)
          continue
        }
        if let known = all[own], known.day >= end.day { continue }
        all[own] = end
      }
    }
    for certificate in lasting { all[certificate] = nil }
  }

  /// Those that one of these people has, and the holding names.
  func certificates(of people: [Int32], in holding: Holding) -> [CertificateOfPerson] {
    guard holding.certificates.kind == kind, !all.isEmpty else { return [] }
    let codes = holding.certificates.members.flatMap(\.codes)
    return people.flatMap { person in
      codes.map { CertificateOfPerson(person: person, kind: kind, code: $0) }
        .filter { all[$0] != nil }
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

  /// What its steps ask people to hold.
  var holdings: [Holding] { steps.joined().flatMap(\.holdings) }

  /// The kinds of what its steps ask people to hold, indices in ``Catalogue/kinds``.
  var certificateKinds: [Int] { holdings.map(\.certificates.kind) }

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
  /// What a designation loses without some certificates.
  ///
  /// Only steps are scored again: nothing else depends on certificates.
  fileprivate mutating func cost(
    of certificates: Set<CertificateOfPerson>,
    for index: Int,
    _ whole: DesignationScore
  ) -> EndingCertificate.Cost {
    var rest = leavingOut(certificates)
    let plan = evaluated.plan.designations[index]
    let metrics = zip(plan.scores, whole.metrics).map { plan, metric in
      guard case .steps(let steps) = plan.source else {
        return Points(certain: metric.points, possible: metric.possible)
      }
      return Points.sum(rest.score(steps).points, atMost: plan.maximum)
    }
    let total = Points.sum(metrics, atMost: plan.maximum)
    return EndingCertificate.Cost(
      designation: index,
      points: whole.total.minus(total.certain) ?? whole.total,
      isQualified: evaluated.plan.qualification?.truth(of: total, metrics: metrics) ?? .unknown
    )
  }
}
