import Evaluation
import Facts
import RuleSemantics

extension JSONWriter {
  /// What would make a node met, as a clause and as what has to change.
  mutating func write(_ way: WayToPass, of node: NodePlan, in plan: EvaluationPlan) {
    object { writer in
      writer.member("text", WayText(way, of: node, in: plan).text)
      writer.member("steps", array: way.steps) { $0.write($1) }
    }
  }

  private mutating func write(_ step: WayToPass.Step) {
    object { writer in
      writer.member("tenant", step.tenant)
      writer.member("count", step.count)
      writer.member("item", step.item)
      writer.member("association", step.association)
      writer.member("isNewAssociation", step.isNewAssociation)
      writer.member("amounts", array: step.amounts) { writer, amount in
        writer.object { writer in
          writer.member("measure", amount.title)
          writer.member("unit", amount.unit.plural)
          writer.member("now", amount.now)
          writer.member("change", amount.change)
        }
      }
    }
  }
}
