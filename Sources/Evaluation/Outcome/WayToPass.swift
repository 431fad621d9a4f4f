package import Facts
package import RuleSemantics

/// A change of facts of the as-of month that makes a node met.
///
/// The past stays as it is: last year's values, former months and the dates of associations are
/// never part of a way. An amount cannot be smaller by one step of its unit (a seat, a cent) while
/// the rest of the way stays as it is.
package struct WayToPass: Hashable, Sendable {
  /// What has to change, each listing once; at least one.
  package let steps: [Step]

  package init(steps: [Step]) { self.steps = steps }

  /// What one listing has to say in the as-of month: one name of one tenant under one association.
  package struct Step: Hashable, Sendable {
    /// Nil for a tenant that the customer does not have yet, or any.
    package let tenant: String?

    /// How many such tenants it takes; 1 for a tenant that is there.
    package let count: Int

    /// The workload or service.
    package let item: String

    /// The association of the listing; nil in tables without any.
    package let association: String?

    /// Whether the tenant and name come under the association only now.
    package let isNewAssociation: Bool

    /// What is added to the listing, in the order of columns; empty where any row is enough.
    package let amounts: [Amount]

    /// Where the change stands in the facts.
    package let row: Row

    package init(
      tenant: String?,
      count: Int,
      item: String,
      association: String?,
      isNewAssociation: Bool,
      amounts: [Amount],
      row: Row
    ) {
      self.tenant = tenant
      self.count = count
      self.item = item
      self.association = association
      self.isNewAssociation = isNewAssociation
      self.amounts = amounts
      self.row = row
    }
  }

  /// A number of a listing, and by how much it has to change.
  package struct Amount: Hashable, Sendable {
    /// What the measure is called: `paid seats`; nil where a rate makes it of the number.
    package let title: String?
    package let unit: Unit

    /// What the listing says now, 0 without a row.
    package let now: Decimal

    /// Below zero where there has to be less.
    package let change: Decimal

    /// An index in ``TableSchema/columns``.
    package let column: Int

    package init(title: String?, unit: Unit, now: Decimal, change: Decimal, column: Int) {
      self.title = title
      self.unit = unit
      self.now = now
      self.change = change
      self.column = column
    }
  }

  /// A row that makes the change when it is added to the facts: its amounts are the changes, and
  /// other numbers of it are 0.
  package struct Row: Hashable, Sendable {
    /// An index in ``Catalogue/tables``.
    package let table: Int

    /// Codes of the names, as in ``FactStore/names``.
    package let item: Int32

    /// -1 in tables without associations.
    package let association: Int32

    package init(table: Int, item: Int32, association: Int32) {
      self.table = table
      self.item = item
      self.association = association
    }
  }
}
