import Evaluation
import Facts
import RuleSemantics

/// Tests on the largest value of a measure.
///
///     met      Seats in range is 250 seats (868368da, Mail) in 2025-10, within 11
///              to 300 seats.
///     not met  Seats in range: no value in 2025-10 is within 11 to 300 seats, the largest is
///              8 seats (868368da, Chat); 3 more are needed.
///     no data  Seats in range cannot be told: seats has no rows for 2025-10.
extension SentenceContext {
  func writeLargest(_ observation: LargestObservation, to text: inout OutputBuffer) {
    guard let reading = observation.reading else { return writeNothing(observation, to: &text) }
    switch truth {
    case .yes:
      text.append(node.title)
      text.append(" is ")
      write(reading, to: &text)
      text.append(" in ")
      text.append(observation.month)
      text.append(", ")
      writeRequirement(to: &text)
      writeUnknownRest(observation.missing, to: &text)
    case .no:
      text.append(node.title)
      text.append(": no value in ")
      text.append(observation.month)
      text.append(" is ")
      writeRequirement(to: &text)
      text.append(", the largest is ")
      write(reading, to: &text)
      writeDistance(reading.unit, to: &text)
      writeUnknownRest(observation.missing, to: &text)
    case .unknown:
      writeUntold(observation.missing, to: &text) { text in
        text.append("the largest known value in ")
        text.append(observation.month)
        text.append(" is ")
        write(reading, to: &text)
        text.append(", one ")
        writeRequirement(to: &text)
        text.append(" is needed")
      }
    }
  }

  /// Where there is no row at all.
  private func writeNothing(_ observation: LargestObservation, to text: inout OutputBuffer) {
    if truth == .unknown { return writeUntold(observation.missing, to: &text) }
    text.append(node.title)
    text.append(": there is no value in ")
    text.append(observation.month)
    text.append(", only ", ifAny: { observation.excluded.write(to: &$0) })
    text.append("; one ")
    writeRequirement(to: &text)
    text.append(" is needed")
  }

  /// `; 3 more are needed`, `; 60 above the range`: nobody is told to have less.
  private func writeDistance(_ unit: Unit, to text: inout OutputBuffer) {
    guard let gap = outcome.gap, !gap.isRise else { return writeGap(counted: unit, to: &text) }
    text.append("; ")
    text.append(exactly: gap.amount, gap.unit)
    text.append(bounds?.lower == nil ? " above the limit" : " above the range")
  }

  /// `within 11 to 300 seats`, `at least 25 seats`.
  private func writeRequirement(to text: inout OutputBuffer) {
    if let bounds {
      RequirementText.write(bounds, to: &text)
    } else {
      text.append("of any size")
    }
  }

  /// `8 seats (868368da, Chat)`.
  private func write(_ reading: Reading, to text: inout OutputBuffer) {
    text.append(quantity: reading.value, reading.unit, near: ends)
    text.append(" (", ifAny: { $0.append(tenant: reading.tenant, item: reading.item) })
    if reading.tenant != nil || reading.item != nil { text.append(")") }
  }
}
