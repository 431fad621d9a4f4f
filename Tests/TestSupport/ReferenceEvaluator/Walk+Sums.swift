import Facts
import RuleSemantics

extension Walk {
  /// The sum over everything of the customer, or over the members of a group in the month.
  func sum(_ quantity: Quantity, over group: Int?, in month: Int) -> NaiveRange {
    guard let group = group.map({ plan.groups[$0] }) else {
      return range(quantity, of: Subject(customer: customer), in: month)
    }
    guard !isOpen(group, in: month) else { return .unknown }
    return entities(of: group).reduce(.zero) { sum, entity in
      let value = range(quantity, of: entity, in: month)
      switch truth(group.condition, of: entity, in: month) {
      case .no: return sum
      case .unknown: return sum + value.joined(.zero)
      case .yes: return sum + value
      }
    }
  }

  /// The sum now less the baseline, which starts at the association where that is recent.
  func changeSinceAssociation(_ quantity: Quantity, over group: Int?) -> NaiveRange {
    let now = plan.asOf.index
    let group = group.map { plan.groups[$0] }
    let selection = plan.selections[plan.measures[quantity.measure].selection]
    let months = [now, now - 12].flatMap { $0 - quantity.window + 1...$0 }
    if let group, isOpen(group, in: now) || isOpen(group, in: now - 12) { return .unknown }
    let isBlind = (now - 12 - quantity.window + 1...now - 12).contains {
      !rows.isCovered($0, by: selection.tables)
    }
    let isBlindNow = months.contains { !rows.isCovered($0, by: selection.tables) }
    if group == nil, isBlind || isBlindNow { return .unknown }
    return members.reduce(.zero) { sum, member in
      let tenant = Subject(customer: customer, tenant: member.tenant)
      let isNow = group.map { truth($0.condition, of: tenant, in: now) } ?? .yes
      let wasThen = group.map { truth($0.condition, of: tenant, in: now - 12) } ?? .yes
      let changes = possibilities(isNow).flatMap { isNow in
        possibilities(wasThen).map { wasThen in
          wasThen && isBlind
            ? .unknown
            : change(quantity, of: member, selection, isNow: isNow, wasThen: wasThen)
        }
      }
      return sum + changes.dropFirst().reduce(changes[0]) { $0.joined($1) }
    }
  }

  private func possibilities(_ truth: Truth) -> [Bool] {
    switch truth {
    case .no: [false]
    case .unknown: [false, true]
    case .yes: [true]
    }
  }

  /// What one tenant gives to the change, its memberships taken for known.
  private func change(
    _ quantity: Quantity,
    of member: FactRows.Member,
    _ selection: SelectionPlan,
    isNow: Bool,
    wasThen: Bool
  ) -> NaiveRange {
    let now = plan.asOf.index
    let tenant = Subject(customer: customer, tenant: member.tenant)
    var baseline = NaiveRange.zero
    for name in names(of: selection.itemKind, by: member) where isNow || wasThen {
      var bound = tenant
      bound.item = name
      bound.kind = selection.itemKind
      let date =
        under == nil ? listedAssociationMonth(of: bound, selection) : associationMonth(of: bound)
      if let began = date, (now - 11...now).contains(began) {
        baseline = baseline + value(quantity.measure, of: bound, in: began)
      } else if wasThen {
        baseline = baseline + range(quantity, of: bound, in: now - 12)
      }
    }
    let current = isNow ? range(quantity, of: tenant, in: now) : .zero
    return current - baseline
  }
}
