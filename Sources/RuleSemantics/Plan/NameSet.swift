/// Names of one kind that a rule file lists.
package struct NameSet: Hashable, Sendable {
  /// A listed name with everything that it stands for.
  package struct Member: Hashable, Sendable {
    /// The canonical spelling.
    package let label: String

    /// Codes of the name and of those that it covers, ascending.
    package let codes: [Int32]

    package init(label: String, codes: [Int32]) {
      self.label = label
      self.codes = codes
    }
  }

  /// The id of the set; for a single name its label.
  package let id: String

  /// An index in ``Catalogue/kinds``.
  package let kind: Int

  /// In order of listing.
  package let members: [Member]

  package init(id: String, kind: Int, members: [Member]) {
    self.id = id
    self.kind = kind
    self.members = members
  }

  /// Of what tells most sets apart alone: sets are parts of keys that are looked up for every value.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(id)
  }

  /// Whether the code is listed or covered by a listed name.
  package func contains(_ code: Int32) -> Bool {
    members.contains { $0.codes.contains(code) }
  }
}

/// Names in a set, or names outside of it.
package struct NameFilter: Hashable, Sendable {
  /// The names that pass, or with `isNegated` those that do not.
  package let set: NameSet

  /// Whether names outside of the set pass.
  package let isNegated: Bool

  package init(set: NameSet, isNegated: Bool) {
    self.set = set
    self.isNegated = isNegated
  }

  /// Whether a name with this code passes.
  ///
  /// Undeclared names of an open kind are in no set.
  package func passes(_ code: Int32) -> Bool { set.contains(code) != isNegated }
}
