/// How a run ended, for scripts.
///
/// The numbers keep their meaning.
enum ExitCode: Int32 {
  /// The command did what was asked.
  case success = 0

  /// The rule files have errors, or warnings where `--strict` forbids them.
  case ruleErrors = 1

  /// The command line asks for something that does not exist, or output cannot be written.
  case usage = 2

  /// There are no facts to work on; nothing was evaluated.
  case unusableFacts = 3

  /// Results were written, but files were not read or too many rows were rejected.
  case incompleteFacts = 4

  /// A mistake in rulec itself. Source: `EX_SOFTWARE` of sysexits.h.
  case internalFailure = 70

  /// The reader of standard output went away. Source: 128 and the number of SIGPIPE, which is what a
  /// shell tells of programs that end by it.
  case closedPipe = 141
}
