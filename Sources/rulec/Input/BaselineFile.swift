import Reports
import RuleSyntax

/// The file of known findings that `rulec check --baseline` reads and `--write-baseline` writes.
struct BaselineFile {
  let path: String

  /// Entries shown that no finding fits any more.
  ///
  /// Source: our choice, half a screen.
  private static let mostShown = 10

  func read() throws(CommandError) -> Baseline {
    let bytes: [UInt8]
    do throws(FileProblem) {
      bytes = try FileSystem.read(path)
    } catch {
      throw .unreadableBaseline(path: path, error)
    }
    do throws(Baseline.SyntaxError) {
      return try Baseline(text: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw .brokenBaseline(path: path, line: error.line)
    }
  }

  func write(_ baseline: Baseline) throws(CommandError) {
    var output = try Output(path: path)
    try output.write(Array(baseline.text.utf8))
    try output.finish()
  }

  /// What files are called in it: relative to its folder, so that the folder of the run and the
  /// spelling of paths mean nothing.
  func names(of files: [SourceText]) -> [String] {
    let folder = FilePath.folder(of: FileSystem.identity(of: path))
    return files.map { file in
      guard file.name != standardInputName else { return file.name }
      return FilePath.relative(FileSystem.identity(of: file.name), to: folder)
    }
  }

  /// What is told of entries that no finding fits any more; nil where there are none.
  ///
  /// Of files that were not asked for nothing is told, unless they are gone. With errors not all
  /// warnings are looked for, and entries of warnings are left alone.
  func note(
    on gone: [(entry: Baseline.Entry, count: Int)],
    ofFiles given: [String],
    hasErrors: Bool
  ) -> String? {
    let given = Set(given)
    let folder = FilePath.folder(of: path)
    let told = gone.filter { entry, _ in
      let isGiven = given.contains(entry.file)
      if isGiven, hasErrors, DiagnosticCode(rawValue: entry.code)?.severity == .warning {
        return false
      }
      return isGiven || FileSystem.kind(of: FilePath.join(folder, entry.file)) == nil
    }
    guard !told.isEmpty else { return nil }
    let count = told.reduce(0) { $0 + $1.count }
    let (noun, verb) = count == 1 ? ("finding", "is") : ("findings", "are")
    let shown = told.prefix(Self.mostShown).map {
      "  " + SafeText.of($0.entry.line(count: $0.count))
    }
    let more = told.count - shown.count
    return """
      note: \(count) \(noun) of `\(path)` \(verb) not there any more:
      \((shown + (more > 0 ? ["  and \(more) more lines"] : [])).joined(separator: "\n"))
      help: delete the lines, or write the file anew with `--write-baseline`
      """
  }
}

extension FilePath {
  /// An absolute path as seen from an absolute folder: `../b/c` for `/a/b/c` from `/a/d`.
  static func relative(_ path: String, to folder: String) -> String {
    let target = path.split(separator: "/")
    let base = folder.split(separator: "/")
    guard path.hasPrefix("/"), folder.hasPrefix("/") else { return path }
    let common = zip(target, base).prefix { $0 == $1 }.count
    let up = base.dropFirst(common).map { _ in ".." }
    return (up + target.dropFirst(common).map(String.init)).joined(separator: "/")
  }
}
