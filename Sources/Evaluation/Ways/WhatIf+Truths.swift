import Facts
import RuleSemantics

/// What a condition is asked of: an entity of a space, in a month, of a customer.
struct Question {
  let space: Space
  let entity: Int
  let month: Month
  let customer: Int

  func of(_ entity: Int, in space: Space) -> Question {
    Question(space: space, entity: entity, month: month, customer: customer)
  }

  func shifted(by months: Int) -> Question { at(month + months) }

  func at(_ month: Month) -> Question {
    Question(space: space, entity: entity, month: month, customer: customer)
  }
}

extension WhatIf {
  /// A condition with the changes made.
  func truth(_ id: ConditionID, _ question: Question) -> Truth {
    guard isTouched(question) else { return known(id, question) }
    switch context.plan[id] {
    case .all(let parts): return parts.reduce(.yes) { $0.and(truth($1, question)) }
    case .any(let parts): return parts.reduce(.no) { $0.or(truth($1, question)) }
    case .not(let part): return truth(part, question).negated
    case .some(let kind, let part): return someTruth(id, kind, part, question)
    case .nameIn(let filter): return Truth(filter.passes(item(question)))
    case .inGroup(let group):
      let plan = context.plan.groups[group]
      return truth(plan.condition, owner(question, of: plan.entity))
    case .comparison(let quantity, let bounds):
      return value(quantity, question).truth(bounds)
    case .average(let quantity, let bounds):
      return value(quantity, question).truth(bounds.times(quantity.window))
    case .share(let part, let whole, let bounds):
      let (part, whole) = (value(part, question), value(whole, question))
      return ShareBounds(bounds, numeratorScale: part.scale, denominatorScale: whole.scale)
        .truth(part.interval, of: whole.interval)
    case .associated(let months):
      guard case .pairs = question.space, context.under != nil else { return .no }
      let window = (question.month.index - months + 1)...question.month.index
      return Truth(window.contains(began(question)))
    case .atAssociation(let part):
      let began = began(question)
      guard began != AssociationDates.none else { return .no }
      return truth(part, question.at(Month(index: began)))
    case .shifted(let months, let part):
      return truth(part, question.shifted(by: months))
    case .anyOfLast(let months, let part):
      return (0..<max(1, months)).reduce(.no) { $0.or(truth(part, question.shifted(by: -$1))) }
    case .assumedNo(let part):
      return truth(part, question) == .yes ? .yes : .no
    }
  }

  /// As the verdict has it.
  private func known(_ id: ConditionID, _ question: Question) -> Truth {
    let key = ColumnStore.TruthKey(
      condition: id,
      space: question.space,
      month: question.month,
      under: context.under
    )
    return context.store.truths[key]?[question.entity] ?? .unknown
  }

  /// Whether a change is about the entity, or nothing but changes tells of it.
  ///
  /// What is asked of a name of a tenant may ask for the tenant, so that a change of one of its names is
  /// about all of them.
  func isTouched(_ question: Question) -> Bool {
    if question.entity == context.newEntity(of: question.space) { return true }
    return changes.contains { isAbout(question.entity, of: question.space, $0.listing, question) }
  }

  private func isAbout(
    _ entity: Int,
    of space: Space,
    _ listing: Listing,
    _ question: Question
  ) -> Bool {
    func owner(in space: Space) -> Int {
      self.owner(of: listing.pair, kind: listing.kind, in: space, customer: question.customer)
    }
    switch space {
    case .members: return owner(in: .members) == entity
    case .customerItems(let kind): return kind == listing.kind && owner(in: space) == entity
    case .pairs(let kind):
      guard let member = context.store.index.pairs[kind]?.member[entity] else { return false }
      return owner(in: .members) == Int(member)
    }
  }

  /// The entities of a space that the changes are about, each once.
  func touchedEntities(of space: Space, customer: Int) -> [Int] {
    changes.map(\.listing).unique().flatMap { listing -> [Int] in
      func owner(in space: Space) -> Int {
        self.owner(of: listing.pair, kind: listing.kind, in: space, customer: customer)
      }
      switch space {
      case .members: return [owner(in: space)]
      case .customerItems(let kind): return kind == listing.kind ? [owner(in: space)] : []
      case .pairs(let kind): return pairs(ofMember: owner(in: .members), kind: kind)
      }
    }.unique()
  }

  private func someTruth(
    _ id: ConditionID,
    _ kind: Int,
    _ part: ConditionID,
    _ question: Question
  ) -> Truth {
    let space = Space.pairs(kind: kind)
    let own = pairs(ofMember: question.entity, kind: kind)
    let found = own.reduce(Truth.no) { $0.or(truth(part, question.of($1, in: space))) }
    if question.entity == context.newEntity(of: question.space) { return found }
    // Names that no row tells of may hold in months that are not covered.
    let before = known(id, question)
    let seen = own.filter { $0 != context.newEntity(of: space) }
      .reduce(Truth.no) { $0.or(known(part, question.of($1, in: space))) }
    return seen < before ? found.or(before) : found
  }

  /// The pairs of a tenant; a new tenant has one.
  func pairs(ofMember member: Int, kind: Int) -> [Int] {
    guard let space = context.store.index.pairs[kind] else { return [] }
    guard member < context.newEntity(of: .members) else {
      return [context.newEntity(of: .pairs(kind: kind))]
    }
    return Array(space.pairs(of: member))
  }

  private func item(_ question: Question) -> Int32 {
    switch question.space {
    case .members: return -1
    case .pairs(let kind): return item(of: question.entity, kind: kind)
    case .customerItems(let kind):
      guard let pairs = context.store.index.pairs[kind],
        question.entity < pairs.itemOfCustomerItem.count
      else { return newItem[kind] }
      return pairs.itemOfCustomerItem[question.entity]
    }
  }

  /// The entity that a group is asked about: of a name of a tenant maybe the tenant.
  func owner(_ question: Question, of entity: Entity) -> Question {
    let space = Space(entity)
    guard space != question.space, case .pairs(let kind) = question.space else { return question }
    let owner = owner(
      of: question.entity,
      kind: kind,
      in: space,
      customer: question.customer
    )
    return question.of(owner, in: space)
  }

  private func value(_ quantity: Quantity, _ question: Question) -> ScaledInterval {
    value(
      quantity,
      question.space,
      question.entity,
      question.month,
      customer: question.customer
    )
  }

  /// When the association began that the kernel is under; one that comes only with the changes begins
  /// in the as-of month.
  private func began(_ question: Question) -> Int {
    guard case .pairs(let kind) = question.space, let under = context.under else {
      return AssociationDates.none
    }
    let known = context.began(question.entity, kind: kind)
    guard known == AssociationDates.none, !context.isListed(question.entity, kind: kind),
      changes.contains(where: {
        $0.listing.pair == question.entity && $0.listing.kind == kind
          && under.contains($0.listing.association)
      })
    else { return known }
    return context.month.index
  }
}

extension ScaledInterval {
  func truth(_ bounds: Bounds) -> Truth {
    ScaledBounds(bounds, scale: scale).truth(of: interval)
  }
}
