import Facts

extension RuleListing {
  /// Only what belongs to these areas or trees, or is of these kinds; empty for all.
  ///
  /// A tree has what its track declares and what the area declares under other names. Sources are
  /// those that what is left cites; what belongs to no area is left out where areas are named.
  package func selecting(areas: [String], kinds: [ListedKind]) -> RuleListing {
    var selected = self
    if !areas.isEmpty {
      selected.versions = versions.filter { version in areas.contains { has(version, in: $0) } }
      let cited = Set(selected.versions.flatMap(\.citations).map(\.source))
      selected.sources = sources.filter { cited.contains($0.id) }
    }
    guard !kinds.isEmpty else { return selected }
    selected.versions.removeAll { !kinds.contains($0.kind) }
    if !kinds.contains(.source) { selected.sources = [] }
    return selected
  }

  /// Only what was changed, all its versions and no sources: what has ended, or begins later than
  /// the rest of its area.
  package var changes: RuleListing {
    var begins: [String?: Month] = [:]
    for version in versions {
      guard let from = version.from else { continue }
      let area = version.part?.area
      begins[area] = min(from, begins[area] ?? from)
    }
    let changed = versions.filter { version in
      version.until != nil || version.from != begins[version.part?.area]
    }
    let definitions = Set(changed.map(Definition.init))
    var selected = self
    selected.versions.removeAll { !definitions.contains(Definition($0)) }
    selected.sources = []
    return selected
  }

  /// Whether a version belongs to an area or tree.
  func has(_ version: ListedVersion, in name: String) -> Bool {
    guard let part = version.part else { return false }
    if part.area == name || part.treeID == name { return true }
    guard part.track == nil, areasOfTrees[name] == part.area else { return false }
    return !versions.contains {
      $0.part?.treeID == name && $0.kind == version.kind && $0.id == version.id
    }
  }
}

/// What versions are versions of.
private struct Definition: Hashable {
  let part: ListedPart?
  let kind: ListedKind
  let id: String
  let name: String?

  init(_ version: ListedVersion) {
    part = version.part
    kind = version.kind
    id = version.id
    name = version.name
  }
}
