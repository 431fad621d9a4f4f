package import RuleSyntax

/// What `check` has to tell, as JSON of the schema `rulec.check/1`, see ``checkSchema``.
///
/// Lines and columns count from 1, columns in characters; the end is the place behind the last
/// character.
///
/// - Parameters:
///   - diagnostics: in the order to write.
///   - files: the files that were read together, as ``Diagnostic/file`` numbers them.
/// - Returns: one line of JSON with its line end.
package func diagnosticsJSON(_ diagnostics: [Diagnostic], files: [SourceText]) -> [UInt8] {
  var writer = JSONWriter()
  writer.object { writer in
    writer.member("schema", "rulec.check/1")
    writer.member("diagnostics", array: diagnostics) { $0.finding($1, files) }
  }
  writer.endLine()
  return writer.buffer.bytes
}

extension JSONWriter {
  fileprivate mutating func finding(_ diagnostic: Diagnostic, _ files: [SourceText]) {
    object { writer in
      writer.member("code", diagnostic.code.rawValue)
      writer.member("severity", diagnostic.severity.rawValue)
      writer.member("message", diagnostic.message)
      writer.member("help", diagnostic.help)
      writer.place(file: diagnostic.file, diagnostic.span, files)
      writer.member("related", array: diagnostic.related) { writer, related in
        writer.object { writer in
          writer.member("label", related.label)
          writer.place(file: related.file, related.span, files)
        }
      }
      writer.name("fix")
      writer.fix(diagnostic.fix, files)
    }
  }

  private mutating func fix(_ fix: Fix?, _ files: [SourceText]) {
    guard let fix else { return string(nil) }
    object { writer in
      writer.member("title", fix.title)
      writer.member("safety", fix.safety.rawValue)
      writer.member("edits", array: fix.edits) { writer, edit in
        writer.object { writer in
          writer.place(file: edit.file, edit.span, files)
          writer.member("replacement", edit.replacement)
        }
      }
    }
  }

  private mutating func place(file: Int, _ span: SourceSpan, _ files: [SourceText]) {
    let source = files.indices.contains(file) ? files[file] : nil
    let start = source?.position(at: span.start)
    let end = source?.position(at: span.end)
    member("file", source?.name)
    member("line", start?.line)
    member("column", start?.column)
    member("endLine", end?.line)
    member("endColumn", end?.column)
  }
}
