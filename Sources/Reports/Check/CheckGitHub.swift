package import RuleSyntax

/// Findings as commands of GitHub's workflows, which show them beside the lines of a change.
///
///     ::error file=Rules/azure.rules,line=3,col=5,endLine=3,endColumn=7,title=R0104::`==` is not …
///
/// Source: GitHub Docs, Workflow commands for GitHub Actions; actions/toolkit, command.ts, for what
/// is escaped.
///
/// - Parameters:
///   - diagnostics: in the order to write.
///   - files: as ``Diagnostic/file`` numbers them.
/// - Returns: UTF-8, a line for each finding.
package func checkGitHub(_ diagnostics: [Diagnostic], files: [SourceText]) -> [UInt8] {
  var bytes: [UInt8] = []
  for diagnostic in diagnostics {
    let message = ([diagnostic.message] + (diagnostic.help.map { ["help: \($0)"] } ?? []))
      .map(SafeText.of).joined(separator: "\n")
    let properties = place(of: diagnostic, files) + [("title", diagnostic.code.rawValue)]
    let list = properties.map { "\($0)=\(GitHubText.property($1))" }.joined(separator: ",")
    let line = "::\(diagnostic.severity.rawValue) \(list)::\(GitHubText.message(message))\n"
    bytes += Array(line.utf8)
  }
  return bytes
}

/// Columns are left out where the finding goes on in another line, as GitHub asks for.
private func place(of diagnostic: Diagnostic, _ files: [SourceText]) -> [(String, String)] {
  guard files.indices.contains(diagnostic.file) else { return [] }
  let source = files[diagnostic.file]
  let start = source.position(at: diagnostic.span.start)
  let end = source.position(at: diagnostic.span.end)
  let file = ("file", ReportedPath.normal(source.name))
  let isOneLine = start.line == end.line
  return [file, ("line", "\(start.line)")]
    + (isOneLine ? [("col", "\(start.column)")] : []) + [("endLine", "\(end.line)")]
    + (isOneLine ? [("endColumn", "\(end.column)")] : [])
}

/// Text inside of a workflow command.
private enum GitHubText {
  static func message(_ text: String) -> String { escaped(text, ["%", "\r", "\n"]) }

  static func property(_ text: String) -> String { escaped(text, ["%", "\r", "\n", ":", ","]) }

  private static func escaped(_ text: String, _ special: [Unicode.Scalar]) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if special.contains(scalar) {
        result += "%" + scalar.value.hex(digits: 2)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
