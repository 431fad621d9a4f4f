import Evaluation
import Facts
import Foundation
import RuleSemantics
import Testing

/// The shipped rules, checked once for the many small cases.
private let shipped = Result { checked(try shippedRules()) }

extension Evaluated {
  /// With the shipped rules, over files given as name and text.
  init(shippedAsOf month: String, _ files: [String: String]) throws {
    let sources = files.map { FactSource(name: $0.key, bytes: Array($0.value.utf8)) }
    try self.init(shipped.get(), asOf: month, sources)
    #expect(facts.facts.account.findings.filter { $0.level == .error }.map(\.message).isEmpty)
  }
}

/// What a partner earns, asked by names.
struct Scored {
  let evaluated: EvaluatedFacts
  let score: PartnerScore

  init(_ evaluated: Evaluated) {
    self.evaluated = evaluated.facts
    score = Evaluation.score(evaluated.facts)
  }

  /// With the shipped rules, over files given as name and text.
  init(asOf month: String, _ files: [String: String]) throws {
    self.init(try Evaluated(shippedAsOf: month, files))
  }

  /// A designation by its id, followed by that of the tree where several have it:
  /// `azure-data-ai azure-smb`.
  func designation(_ id: String) throws -> (plan: DesignationPlan, score: DesignationScore) {
    let words = id.split(separator: " ").map(String.init)
    let found = evaluated.plan.designations.indices.filter { index in
      let plan = evaluated.plan.designations[index]
      return plan.id == words[0]
        && (words.count == 1 || evaluated.plan.areas[plan.area].id == words[1])
    }
    let index = try #require(found.first, "\(id)")
    #expect(found.count == 1, "\(id)")
    return (evaluated.plan.designations[index], score.designations[index])
  }

  func metric(_ id: String, of designation: String) throws -> (plan: ScorePlan, score: MetricScore)
  {
    let (plan, score) = try self.designation(designation)
    let index = try #require(plan.scores.firstIndex { $0.id == id }, "\(designation) \(id)")
    return (plan.scores[index], score.metrics[index])
  }

  /// The points of a metric as an exact fraction, `40/3`; what is not known as `0...40`.
  func points(_ metric: String, of designation: String) throws -> String {
    let score = try self.metric(metric, of: designation).score
    return text(score.points, to: score.possible)
  }

  /// What each leaf or step of a metric measures and earns: `csp 4: 10, not the best`, with the
  /// obstacle when there is one.
  func options(_ metric: String, of designation: String) throws -> [String] {
    let area = try self.designation(designation).plan.area
    let (plan, score) = try self.metric(metric, of: designation)
    return score.options.map { option in
      let measure = option.measure.exact?.description ?? "unknown"
      let obstacle = option.obstacle.map { " \(describe($0))" } ?? ""
      let counts = option.counts ? "" : ", not the best"
      let points = text(option.points, to: option.possible)
      return "\(name(option.place, in: area, plan)) \(measure): \(points)\(obstacle)\(counts)"
    }
  }

  private func name(_ place: OptionScore.Place, in area: Int, _ plan: ScorePlan) -> String {
    switch place {
    case .leaf(_, let node):
      let path = evaluated.plan.areas[area].nodes[node].path
      return path.split(separator: "/").last.map(String.init) ?? path
    case .step(let index):
      guard case .steps(let steps) = plan.source else { return "no step" }
      return steps[index].id
    }
  }

  private func describe(_ obstacle: OptionScore.Obstacle) -> String {
    switch obstacle {
    case .noBaseline: "(no baseline)"
    case .belowFloor: "(below the floor)"
    case .incomplete(let step): "(after step \(step + 1))"
    }
  }

  /// Every number of the score, a line each.
  func lines() -> [String] {
    zip(evaluated.plan.designations, score.designations).flatMap { plan, designation in
      let total = text(designation.total, to: designation.possibleTotal)
      let name = "\(plan.id) \(evaluated.plan.areas[plan.area].id)"
      return ["\(name) \(total) \(designation.isQualified) \(designation.counts)"]
        + zip(plan.scores, designation.metrics).map { metric, score in
          let measures = score.options.map {
            "\($0.measure.low?.description ?? "")...\($0.measure.high?.description ?? "")"
          }
          let points = text(score.points, to: score.possible)
          return "\(name) \(metric.id) \(points) \(measures.joined(separator: " "))"
        }
    }
  }
}

/// `40/3`, or `12` when it is whole.
func text(_ fraction: Fraction) -> String {
  fraction.denominator == 1
    ? "\(fraction.numerator)" : "\(fraction.numerator)/\(fraction.denominator)"
}

private func text(_ certain: Fraction, to possible: Fraction) -> String {
  certain == possible ? text(certain) : "\(text(certain))...\(text(possible))"
}

/// A trainings file; lines of `title,type,MCPID,e-mail,completed,expires,status`.
func trainings(_ lines: String) -> String {
  "TrainingTitle,TrainingType,MCPID,Email,TrainingCompletionDate,ExpirationDate,ActivationStatus\n"
    + lines + "\n"
}

/// A trainings file of people without dates of expiry: `AZ-104: A B; DP-300: C`, by the code of the
/// exam that leads to the certificate.
func holders(_ certificates: String, completed: String = "2022-01-15") throws -> String {
  let lines = try certificates.split(separator: ";").flatMap { part in
    let words = part.split(separator: " ")
    let code = try #require(words.first).dropLast()
    let title = try #require(titles[String(code)], "\(code)")
    return words.dropFirst().map { "\"\(title)\",Certification,\($0),,\(completed),,Active" }
  }
  return trainings(lines.joined(separator: "\n"))
}

/// Titles as the download prints them, by the code of the exam.
private let titles = [
  "AB-100": "Agentic AI Business Solutions Architect",
  "AZ-104": "Azure Administrator Associate",
  "AZ-120": "Azure for SAP Workloads Specialty",
  "AZ-140": "Azure Virtual Desktop Specialty",
  "AZ-204": "Azure Developer Associate",
  "AZ-220": "Azure IoT Developer Specialty",
  "AZ-305": "Azure Solutions Architect Expert",
  "AZ-400": "DevOps Engineer Expert",
  "AZ-500": "Azure Security Engineer Associate",
  "AZ-600": "Azure Stack Hub Operator Associate",
  "AZ-700": "Azure Network Engineer Associate",
  "DP-203": "Azure Data Engineer Associate",
  "DP-300": "Azure Database Administrator Associate",
  "DP-420": "Azure Cosmos DB Developer Specialty",
  "DP-600": "Fabric Analytics Engineer Associate",
  "MB-700": "Dynamics 365: Finance and Operations Apps Solution Architect Expert",
  "MB-820": "Dynamics 365 Business Central Developer Associate",
  "MS-102": "Enterprise Administrator Expert",
  "MS-500": "Microsoft 365 Security Administrator Associate",
  "MS-700": "Teams Administrator Associate",
  "MS-900": "Microsoft 365 Fundamentals",
  "PL-100": "Power Platform App Maker Associate",
  "PL-300": "Power BI Data Analyst Associate",
  "PL-400": "Power Platform Developer Associate",
  "SC-100": "Cybersecurity Architect Expert",
  "SC-200": "Security Operations Analyst Associate",
  "SC-300": "Identity and Access Administrator Associate",
  "SC-400": "Information Protection and Compliance Administrator Associate",
  "SC-401": "Information Security Administrator Associate",
  "SC-500": "Cloud and AI Security Engineer Associate",
]
