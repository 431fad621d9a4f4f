/// The commands of rulec, in the order in which help lists them.
enum Command: String, CaseIterable {
  case check, fmt, list, eval, explain, near, report, score, facts, schema, help

  /// For those who work on rulec; help lists it nowhere.
  case bench

  /// The commands that help lists.
  static var listed: [Command] { allCases.filter { $0 != .bench } }

  var options: [CommandOption] {
    switch self {
    case .check:
      [
        .explainCode, .checkFormat, .strict, .fix, .allowUnsafe, .diff, .baseline, .writeBaseline,
        .colour, .help, .version,
      ]
    case .fmt: [.formatCheck, .diff, .colour, .help, .version]
    case .list:
      [.listAsOf, .listArea, .kind, .changes, .listFormat, .output, .colour, .help, .version]
    case .eval, .bench:
      [
        .facts, .asOf, .customer, .area, .status, .evalFormat, .noReasons, .output, .allowRejected,
        .threads, .colour, .help, .version,
      ]
    case .near:
      [
        .facts, .nearNode, .within, .asOf, .nearFormat, .output, .allowRejected, .threads, .colour,
        .help, .version,
      ]
    case .explain:
      [
        .facts, .explainCustomer, .node, .area, .asOf, .storyFormat, .output, .allowRejected,
        .threads, .colour, .help, .version,
      ]
    case .report:
      [
        .facts, .asOf, .customer, .area, .embeddedCustomers, .pageOutput, .allowRejected, .threads,
        .colour, .help, .version,
      ]
    case .score:
      [
        .facts, .asOf, .scoreArea, .metric, .customers, .scoreFormat, .output, .allowRejected,
        .threads, .colour, .help, .version,
      ]
    case .facts: [.facts, .factsFormat, .allowRejected, .threads, .help, .version]
    case .schema, .help: [.help, .version]
    }
  }
}
