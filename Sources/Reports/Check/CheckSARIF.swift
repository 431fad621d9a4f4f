import RuleSyntax

/// What `check` found as SARIF 2.1.0, one run; hidden findings are results with suppressions.
///
/// Columns count Unicode code points. Paths are relative to the folder of the run.
///
/// Source: Static Analysis Results Interchange Format (SARIF) Version 2.1.0, OASIS Standard.
///
/// - Parameters:
///   - findings: of all files.
///   - version: that of rulec.
/// - Returns: one line of JSON with its line end.
package func checkSARIF(_ findings: CheckFindings, version: String) -> [UInt8] {
  var writer = JSONWriter()
  writer.object { writer in
    writer.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
    writer.member("version", "2.1.0")
    writer.member("runs", array: [findings]) { writer, findings in
      writer.object { writer in
        writer.tool(version)
        writer.member("invocations", array: [true]) { writer, isSuccess in
          writer.object { $0.member("executionSuccessful", isSuccess) }
        }
        writer.member("columnKind", "unicodeCodePoints")
        writer.member("originalUriBaseIds") { writer in
          writer.member(SARIFPlace.base) { writer in
            writer.message("description", "The folder in which rulec was run.")
          }
        }
        writer.member("artifacts", array: findings.files) { writer, file in
          writer.object { writer in
            writer.member("location") { $0.artifact(file.name) }
            writer.member("length", file.bytes.count)
            writer.member("encoding", "UTF-8")
          }
        }
        writer.member("results", array: SARIFResult.all(of: findings)) { writer, result in
          writer.result(result, findings.files)
        }
      }
    }
  }
  writer.endLine()
  return writer.buffer.bytes
}

/// A finding with what only the whole report knows of it.
private struct SARIFResult {
  let diagnostic: Diagnostic

  /// Nil for what is told.
  let cause: HiddenFinding.Cause?

  /// What it is known by in the next report: its code, its line, and which of several such it is.
  let fingerprint: String

  /// All findings in the order of their places.
  static func all(of findings: CheckFindings) -> [SARIFResult] {
    var causes: [Diagnostic: HiddenFinding.Cause] = [:]
    for hidden in findings.hidden { causes[hidden.diagnostic] = hidden.cause }
    var counts: [Int: [FindingIdentity: Int]] = [:]
    return (findings.shown + findings.hidden.map(\.diagnostic)).inOrder().map { diagnostic in
      let identity = FindingIdentity(diagnostic, in: findings.files)
      let count = counts[diagnostic.file]?[identity] ?? 0
      counts[diagnostic.file, default: [:]][identity] = count + 1
      return SARIFResult(
        diagnostic: diagnostic,
        cause: causes[diagnostic],
        fingerprint: "\(identity.hash.hex(digits: 16)):\(count + 1)"
      )
    }
  }
}

extension JSONWriter {
  fileprivate mutating func tool(_ version: String) {
    member("tool") { writer in
      writer.member("driver") { writer in
        writer.member("name", "rulec")
        writer.member("version", version)
        writer.member("semanticVersion", version)
        writer.member("rules", array: DiagnosticCode.allCases) { $0.rule($1) }
      }
    }
  }

  fileprivate mutating func result(_ result: SARIFResult, _ files: [SourceText]) {
    let diagnostic = result.diagnostic
    object { writer in
      writer.member("ruleId", diagnostic.code.rawValue)
      writer.member("ruleIndex", DiagnosticCode.allCases.firstIndex(of: diagnostic.code))
      writer.member("level", diagnostic.severity.rawValue)
      writer.message("message", diagnostic.sentence)
      let place = SARIFPlace(diagnostic.file, diagnostic.span, files)
      writer.member("locations", array: place.map { [$0] } ?? []) { writer, place in
        writer.object { $0.physicalLocation(place) }
      }
      let related = diagnostic.related.compactMap { related in
        SARIFPlace(related.file, related.span, files).map { (related.label, $0) }
      }
      writer.member("relatedLocations", array: related) { writer, related in
        writer.object { writer in
          writer.physicalLocation(related.1)
          writer.message("message", related.0)
        }
      }
      writer.member("partialFingerprints") { writer in
        writer.member("rulecFinding/v1", result.fingerprint)
      }
      // All results of a run have them, or none: an empty list says that nothing hides a result.
      writer.member("suppressions", array: result.cause.map { [$0] } ?? []) { $0.suppression($1) }
      if let fix = diagnostic.fix {
        writer.member("fixes", array: [fix]) { $0.fix($1, files) }
      }
    }
  }

  private mutating func suppression(_ cause: HiddenFinding.Cause) {
    object { writer in
      switch cause {
      case .allowed(let reason):
        writer.member("kind", "inSource")
        writer.member("status", "accepted")
        if let reason { writer.member("justification", reason) }
      case .known:
        writer.member("kind", "external")
        writer.member("status", "accepted")
        writer.member("justification", "it is in the baseline")
      }
    }
  }

  private mutating func fix(_ fix: Fix, _ files: [SourceText]) {
    let changed = Set(fix.edits.map(\.file)).filter(files.indices.contains).sorted()
    object { writer in
      writer.message("description", fix.title)
      writer.member("artifactChanges", array: changed) { writer, file in
        writer.object { writer in
          writer.member("artifactLocation") { $0.artifact(files[file].name) }
          let edits = fix.edits.filter { $0.file == file }
          writer.member("replacements", array: edits) { writer, edit in
            writer.object { writer in
              let place = SARIFPlace(edit.file, edit.span, files)
              writer.member("deletedRegion") { writer in place.map { writer.region($0) } }
              writer.content("insertedContent", edit.replacement)
            }
          }
        }
      }
      writer.member("properties") { $0.member("safety", fix.safety.rawValue) }
    }
  }
}
