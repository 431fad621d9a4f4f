package import RuleSyntax

/// One line for each finding, as editors, `grep` and screen readers take it.
///
///     Rules/azure.rules:3:5: error[R0104]: `==` is not part of the language; write `=`
///
/// Source: GNU Coding Standards, Formatting Error Messages.
///
/// - Parameters:
///   - diagnostics: in the order to write.
///   - files: as ``Diagnostic/file`` numbers them.
/// - Returns: UTF-8; nothing without findings.
package func checkLines(_ diagnostics: [Diagnostic], files: [SourceText]) -> [UInt8] {
  var bytes: [UInt8] = []
  for diagnostic in diagnostics {
    var line = ""
    if files.indices.contains(diagnostic.file) {
      let source = files[diagnostic.file]
      let start = source.position(at: diagnostic.span.start)
      line += "\(source.name):\(start.line):\(start.column): "
    }
    line += "\(diagnostic.severity.rawValue)[\(diagnostic.code.rawValue)]: \(diagnostic.sentence)"
    bytes += Array(SafeText.of(line).utf8)
    bytes.append(UInt8(ascii: "\n"))
  }
  return bytes
}

extension Diagnostic {
  /// What is wrong and what to do, in one line.
  var sentence: String { help.map { "\(message); \($0)" } ?? message }
}
