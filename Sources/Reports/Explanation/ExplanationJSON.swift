package import RuleSyntax

/// What the catalogue tells of codes, as JSON of the schema `rulec.explain/1`.
///
/// `wrong` and `right` are rule files that stand beside `declarations`; where `finding` is null
/// they are descriptions.
///
/// - Returns: one line of JSON with its line end.
package func explanationJSON(of codes: [DiagnosticCode]) -> [UInt8] {
  var writer = JSONWriter()
  writer.object { writer in
    writer.member("schema", "rulec.explain/1")
    writer.member("declarations", ExampleDeclarations.text)
    writer.member("codes", array: codes) { writer, code in
      let entry = code.entry
      let example = ExplainedExample(entry.example)
      writer.object { writer in
        writer.member("code", code.rawValue)
        writer.member("severity", code.severity.rawValue)
        writer.member("title", entry.title)
        writer.member("what", entry.what)
        writer.member("why", entry.why)
        writer.member("wrong", example.wrong)
        writer.member("finding", example.finding)
        writer.member("right", example.right)
        writer.member("repair", entry.repair)
      }
    }
  }
  writer.endLine()
  return writer.buffer.bytes
}
