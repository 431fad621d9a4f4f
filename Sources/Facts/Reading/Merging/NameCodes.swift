/// The names of all kinds, with the final codes of each file's spellings.
struct NameCodes {
  /// By kind and code, as in ``FactStore/names``.
  private(set) var names: [[String]]

  /// By file, column of names (as in ``FilePlan/names``) and local code.
  private(set) var codes: [[[Int32]]]

  init(_ files: [ReadFile], _ catalogue: Catalogue) {
    let undeclared = catalogue.kinds.enumerated().map { index, kind in
      kind.isOpen ? Self.undeclaredNames(kind: index, files) : []
    }
    names = catalogue.kinds.enumerated().map { kind, declared in
      declared.names.map(\.canonical)
        + undeclared[kind].map { String(decoding: $0.shown, as: UTF8.self) }
    }
    let codesByKey = catalogue.kinds.enumerated().map { kind, declared in
      var codes: [[UInt8]: Int32] = [:]
      for (place, name) in undeclared[kind].enumerated() {
        codes[name.key] = Int32(declared.names.count + place)
      }
      return codes
    }
    codes = files.map { file in
      file.rows.names.map { cells in
        cells.declared.indices.map { spelling in
          cells.declared[spelling] ?? codesByKey[cells.kind][cells.key(spelling)] ?? -1
        }
      }
    }
  }

  /// The undeclared names of an open kind, sorted by the spelling to show: the smallest of those that
  /// differ only in case.
  private static func undeclaredNames(
    kind: Int,
    _ files: [ReadFile]
  ) -> [(key: [UInt8], shown: [UInt8])] {
    var shown: [[UInt8]: [UInt8]] = [:]
    for cells in files.flatMap(\.rows.names) where cells.kind == kind {
      for spelling in cells.declared.indices where cells.declared[spelling] == nil {
        let text = cells.spellings.withText(spelling) { trimmed($0) }
        let key = cells.key(spelling)
        if let best = shown[key], best.lexicographicallyPrecedes(text) { continue }
        shown[key] = text
      }
    }
    return shown.map { (key: $0.key, shown: $0.value) }
      .sorted { $0.shown.lexicographicallyPrecedes($1.shown) }
  }
}

extension NameCells {
  /// A spelling as it is compared.
  fileprivate func key(_ spelling: Int) -> [UInt8] {
    spellings.withText(spelling) { folded($0) }
  }
}
