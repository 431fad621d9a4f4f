/// A catalogue with everything folded that cells and headers are compared with.
struct CatalogueLookup {
  let catalogue: Catalogue

  /// Accepted headers by table and column.
  let headerKeys: [[[[UInt8]]]]

  /// By kind: the code of each declared spelling.
  let names: [[[UInt8]: Int32]]

  init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    headerKeys = catalogue.tables.map { table in
      table.columns.map { column in column.headers.map { folded($0) } }
    }
    names = catalogue.kinds.map(codesBySpelling)
  }
}

/// Canonical spellings come first, so that an alias never takes another name's place.
private func codesBySpelling(_ kind: NameKind) -> [[UInt8]: Int32] {
  var codes: [[UInt8]: Int32] = [:]
  for (code, name) in kind.names.enumerated() {
    codes[folded(name.canonical)] = codes[folded(name.canonical)] ?? Int32(code)
  }
  for (code, name) in kind.names.enumerated() {
    for alias in name.aliases { codes[folded(alias)] = codes[folded(alias)] ?? Int32(code) }
  }
  return codes
}
