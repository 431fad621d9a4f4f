package import Facts

/// The rules in force in one month: every date, name, unit and choice is resolved.
///
/// Equal conditions, groups, measures and selections of different nodes and areas are the same
/// entry, so that an evaluator that remembers results by index computes each of them once.
package struct EvaluationPlan: Sendable {
  /// The month that criteria call "this month" or "last month".
  package let asOf: Month

  /// Trees that exist in ``asOf``, in report order.
  package let areas: [AreaPlan]

  /// Each once; plans refer to them by index.
  package let selections: [SelectionPlan]

  /// Each once; conditions and tests refer to them by index.
  package let measures: [MeasurePlan]

  /// Each once; conditions and tests refer to them by index.
  package let groups: [GroupPlan]

  /// Conditions by ``ConditionID``; children come before their parents.
  package let conditions: [Condition]

  /// The readings in force, in order of declaration.
  package let choices: [ChosenReading]

  /// The index of the kind of partner associations in ``Catalogue/kinds``.
  package let associationKind: Int

  /// What the partner can earn, in report order.
  package let designations: [DesignationPlan]

  /// One for each area that has designations.
  package let trackChoices: [TrackChoicePlan]

  /// When a designation is earned; nil where no rule file says it.
  package let qualification: QualificationPlan?

  package init(
    asOf: Month,
    areas: [AreaPlan],
    selections: [SelectionPlan],
    measures: [MeasurePlan],
    groups: [GroupPlan],
    conditions: [Condition],
    choices: [ChosenReading],
    associationKind: Int,
    designations: [DesignationPlan] = [],
    trackChoices: [TrackChoicePlan] = [],
    qualification: QualificationPlan? = nil
  ) {
    self.asOf = asOf
    self.areas = areas
    self.selections = selections
    self.measures = measures
    self.groups = groups
    self.conditions = conditions
    self.choices = choices
    self.associationKind = associationKind
    self.designations = designations
    self.trackChoices = trackChoices
    self.qualification = qualification
  }

  /// The condition with this id.
  package subscript(id: ConditionID) -> Condition { conditions[id.index] }

  /// Tables (indices in ``Catalogue/tables``) that some node reads, ascending.
  package var neededTables: [Int] { Set(selections.flatMap(\.tables)).sorted() }
}

/// One condition sequence tree: an area, or a track of it.
package struct AreaPlan: Sendable {
  /// `modern-work-smb`.
  package let id: String

  /// `Modern work - SMB`.
  package let title: String

  /// In tree order; the first is the area itself, parents come before their children.
  package let nodes: [NodePlan]

  /// What ``NodePlan/branch`` is called, by its id.
  package let branchTitles: [String: String]

  package init(id: String, title: String, nodes: [NodePlan], branchTitles: [String: String] = [:]) {
    self.id = id
    self.title = title
    self.nodes = nodes
    self.branchTitles = branchTitles
  }
}

/// A node of the tree.
///
/// Its index in ``AreaPlan/nodes`` is its identity within the area.
package struct NodePlan: Sendable {
  /// Where in its tree a node stands.
  package enum Kind: String, Sendable {
    case area, gate, metric, leaf
  }

  /// Where in the tree it stands.
  package let kind: Kind

  /// The ids from below the area to the node, joined with `/`; empty for the area.
  package let path: String
  package let title: String

  /// The title of the category that the node stands in, for display.
  package let category: String?

  /// The index of the parent in ``AreaPlan/nodes``; nil for the area.
  package let parent: Int?

  /// Indices in ``AreaPlan/nodes``, in order.
  package let children: [Int]

  /// The branch of the tree (a category or side with gates of its own); nil for what holds for
  /// every branch.
  package let branch: String?

  /// For a metric: one met leaf is enough.
  package let isBestOf: Bool

  /// Whether the official report shows tenant and workload details for the node.
  package let hasDetails: Bool

  /// What the program's page says; nil for areas and metrics.
  package let criterion: String?

  /// Where it says so, in order of citation: the criterion's sources, then those of its values.
  package let citations: [Citation]

  /// The association under which everything is read; nil for all eligible ones.
  package let under: NameSet?

  /// What gates and leaves ask; nil for areas and metrics.
  package let test: TestPlan?

  /// Where the rule stands.
  package let rule: RulePlace

  package init(
    kind: Kind,
    path: String,
    title: String,
    category: String?,
    parent: Int?,
    children: [Int],
    branch: String?,
    isBestOf: Bool,
    hasDetails: Bool,
    criterion: String?,
    citations: [Citation],
    under: NameSet?,
    test: TestPlan?,
    rule: RulePlace
  ) {
    self.kind = kind
    self.path = path
    self.title = title
    self.category = category
    self.parent = parent
    self.children = children
    self.branch = branch
    self.isBestOf = isBestOf
    self.hasDetails = hasDetails
    self.criterion = criterion
    self.citations = citations
    self.under = under
    self.test = test
    self.rule = rule
  }
}

/// A place in a rule file, for people.
package struct RulePlace: Hashable, Sendable {
  /// The name of the file, as the user spelt it.
  package let file: String

  /// 1-based.
  package let line: Int

  package init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}

/// A published text that a rule rests on.
package struct Citation: Hashable, Sendable {
  /// The short name of the source: `S1`.
  package let source: String
  package let title: String

  /// Where the source is published; nil when it is not said.
  package let address: String?

  /// The published words; nil when none are given.
  package let quote: String?

  package init(source: String, title: String, address: String?, quote: String?) {
    self.source = source
    self.title = title
    self.address = address
    self.quote = quote
  }
}

/// A reading that the published pages leave open, and the option in force.
package struct ChosenReading: Hashable, Sendable {
  /// The id of the choice.
  package let choice: String
  package let title: String

  /// The id of the option in force.
  package let option: String

  /// What the option means, for people.
  package let meaning: String

  /// Whether nothing else was asked for.
  package let isDefault: Bool

  package init(choice: String, title: String, option: String, meaning: String, isDefault: Bool) {
    self.choice = choice
    self.title = title
    self.option = option
    self.meaning = meaning
    self.isDefault = isDefault
  }
}
