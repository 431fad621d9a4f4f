import Facts
import Reports
import RuleSemantics
import RuleSyntax

/// `rulec list`, as asked for.
struct ListRequest {
  let paths: [String]

  /// Nil for all versions.
  let asOf: Month?

  /// Ids of areas or trees; empty for all.
  let areas: [String]

  /// Empty for all.
  let kinds: [ListedKind]

  /// Whether only what was changed is listed.
  let showsChanges: Bool
  let format: ListFormat

  /// Nil for standard output.
  let output: String?
  let colour: ColourChoice

  init(_ arguments: ParsedArguments) throws(CommandError) {
    paths = arguments.positional
    asOf = try arguments.asOfMonth()
    areas = arguments.values(.listArea)
    kinds = arguments.values(.kind).compactMap(ListedKind.init(rawValue:))
    showsChanges = arguments.has(.changes)
    if showsChanges, asOf != nil { throw .changesOfOneMonth }
    let output = arguments.value(.output)
    self.output = output == "-" ? nil : output
    format = arguments.choice(.listFormat) ?? self.output.map(ListRequest.format) ?? .table
    colour = arguments.choice(.colour) ?? .auto
  }

  /// The format that the ending of a file's name stands for.
  private static func format(ofFile path: String) -> ListFormat {
    switch FilePath.ending(of: path) {
    case "txt": .table
    case "json": .json
    default: .csv
    }
  }
}

/// How lists are written.
enum ListFormat: String, CaseIterable {
  case table, csv, json
}

/// `rulec list`: what the rule files define, with the months in which it is in force.
func runList(_ request: ListRequest) throws(CommandError) -> ExitCode {
  try Output.verify(path: request.output)
  let checked = try CheckedRules(request.paths)
  checked.showDiagnostics(request.colour)
  guard !checked.diagnostics.hasErrors else { return .ruleErrors }
  try request.asOf.map { (month) throws(CommandError) in try refuseEarly(month, checked.rules) }
  let all = list(checked.rules, asOf: request.asOf)
  try refuseUnknown(request.areas, in: all)
  let listing = (request.showsChanges ? all.changes : all)
    .selecting(areas: request.areas, kinds: request.kinds)

  try Output.verify(path: request.output, notAmong: checked.files.map(\.name))
  var output = try Output(path: request.output)
  let write = { (bytes: [UInt8]) throws(CommandError) in try output.write(bytes) }
  switch request.format {
  case .table:
    let style = RenderStyle(request.colour, output: request.output)
    try listTable(listing, style, into: write)
  case .csv: try listCSV(listing, into: write)
  case .json: try listJSON(listing, into: write)
  }
  try output.finish()
  return .success
}

/// Refuses areas that no rule file declares, and those that do not exist in the month of the list.
private func refuseUnknown(_ areas: [String], in listing: RuleListing) throws(CommandError) {
  let unknown = unknownNames(areas, among: listing.areaIDs)
  guard unknown.isEmpty else { throw .unknownAreas(unknown, known: listing.areaIDs) }
  let absent = areas.filter { !listing.presentIDs.contains($0) }
  guard let month = listing.asOf, !absent.isEmpty else { return }
  throw .absentAreas(absent, month: month, present: listing.presentIDs)
}
