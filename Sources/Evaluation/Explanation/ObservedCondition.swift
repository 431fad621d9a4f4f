import Facts
import RuleSemantics

/// A condition on the entities of a space in a month, with the columns that the verdict read.
///
/// Everything that does not depend on the customer is looked up when it is made.
final class ObservedCondition: Sendable {
  /// What decided, by kind of condition.
  indirect enum Content: Sendable {
    case all([ObservedCondition])
    case any([ObservedCondition])
    case not(ObservedCondition)

    /// Of some name: the pairs of each member begin where `starts` say.
    case some(starts: [Int], ObservedCondition)

    /// Of the entity itself, or with `owners` of the entity that holds it.
    case group(ObservedCondition, owners: [Int32]?)
    case value(ObservedQuantity, ReadingKind)
    case share(ObservedQuantity, of: ObservedQuantity, ReadingKind)

    /// When the association of the entity began.
    case associated(AssociationDates?)

    /// The condition by ``Month/index`` of the month in which the association began.
    case atAssociation(AssociationDates?, [Int: ObservedCondition])

    /// In another month.
    case shifted(ObservedCondition)

    /// In several months, the latest first.
    case anyOfLast([ObservedCondition])

    /// Where it is unknown, it is taken as not met: the title of a group, and the month.
    case assumedNo(ObservedCondition, group: String, month: Month)

    /// Nothing to tell.
    case nothing
  }

  let space: Space
  let content: Content

  /// Nil where it was not computed.
  private let truths: TruthColumn?

  init(_ space: Space, _ content: Content, _ truths: TruthColumn?) {
    self.space = space
    self.content = content
    self.truths = truths
  }

  /// Unknown where the column was not computed.
  func truth(of entity: Int) -> Truth { truths?[entity] ?? .unknown }

  /// Whether anything that it reads of an entity in its own month is not zero: other months tell
  /// nothing of this one.
  func hasValue(_ entity: Int) -> Bool {
    switch content {
    case .all(let parts), .any(let parts), .anyOfLast(let parts):
      parts.contains { $0.hasValue(entity) }
    case .not(let part), .assumedNo(let part, _, _):
      part.hasValue(entity)
    case .some(let starts, let part):
      (starts[entity]..<starts[entity + 1]).contains { part.hasValue($0) }
    case .group(let condition, let owners):
      condition.hasValue(owners.map { Int($0[entity]) } ?? entity)
    case .value(let quantity, _):
      quantity.isNonzero(entity)
    case .share(let part, let whole, _):
      part.isNonzero(entity) || whole.isNonzero(entity)
    case .associated, .atAssociation, .shifted, .nothing:
      false
    }
  }
}
