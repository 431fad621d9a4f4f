import Evaluation
import Facts
import RuleSemantics

/// Leaves and steps, and the distances of a metric.
extension JSONWriter {
  /// Points: exactly, and as they are shown.
  mutating func member(_ name: String, _ points: Fraction, _ shown: String) {
    member(name) { writer in
      writer.member("exact") { writer in
        writer.member("numerator", points.numerator.description)
        writer.member("denominator", points.denominator.description)
      }
      writer.member("shown", shown)
    }
  }

  /// True, false, or null where facts leave it open.
  mutating func member(_ name: String, _ truth: Truth) {
    self.name(name)
    if truth == .unknown { string(nil) } else { boolean(truth == .yes) }
  }

  mutating func member(_ name: String, _ ways: [Additions]) {
    self.name(name)
    array(ways) { writer, way in
      writer.array(way) { writer, addition in
        writer.object { writer in
          writer.member("option", addition.option.id)
          writer.member("amount", addition.units.description)
          writer.member("unit", addition.option.score.unit.plural)
        }
      }
    }
  }

  mutating func write(_ option: ScoreOption, of metric: ScoreMetric, _ people: [Person]) {
    object { writer in
      writer.member("kind", option.step == nil ? "leaf" : "step")
      writer.member("id", option.id)
      writer.member("title", option.title)
      writer.member("under", option.under)
      writer.name("measure")
      writer.write(option.score.measure)
      writer.name("growth")
      writer.writeGrowth(option)
      writer.member("unit", option.score.unit.plural)
      writer.member("target", option.earning?.target)
      writer.member("max", option.earning?.points)
      writer.member(
        "points",
        option.score.points,
        PointsText.metric(option.score.points, of: option.most)
      )
      writer.member(
        "possible",
        option.score.possible,
        PointsText.metric(option.score.possible, of: option.most)
      )
      writer.member("counts", option.score.counts)
      writer.member("obstacle", option.obstacleName)
      writer.member("reason", ScoreOptionText.clause(option, of: metric) + ".")
      guard let step = option.step else { return }
      writer.member("needs", step.needs)
      writer.member(
        "after",
        step.after.filter(metric.options.indices.contains).map { metric.options[$0].id }
      )
      let members = option.score.people.map(Int.init)
      writer.member("people", members.map { people[$0].id })
      writer.member("peopleNames", members.map { people[$0].label })
    }
  }

  private mutating func writeGrowth(_ option: ScoreOption) {
    guard let growth = option.score.growth else { return string(nil) }
    object { writer in
      writer.name("change")
      writer.write(growth.change)
      writer.name("baseline")
      writer.write(growth.baseline)
      writer.member("unit", option.score.unit.plural)
    }
  }
}

extension ScoreOption {
  fileprivate var obstacleName: String? {
    switch score.obstacle {
    case nil: nil
    case .noBaseline: "no-baseline"
    case .belowFloor: "below-floor"
    case .incomplete: "incomplete"
    }
  }
}
