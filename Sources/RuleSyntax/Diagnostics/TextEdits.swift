/// The places of files that are taken by edits, to tell which others would be in their way.
struct TakenPlaces {
  /// By file and by so many bytes as ``bucketBytes``.
  private var edits: [Bucket: [TextEdit]] = [:]

  private struct Bucket: Hashable {
    let file: Int
    let number: UInt32
  }

  /// Source: our choice, a few lines.
  private static let bucketBytes: UInt32 = 256

  /// Takes the places of all these edits; takes none and returns false if one is taken.
  mutating func take(_ new: [TextEdit]) -> Bool {
    let isFree = new.allSatisfy { edit in
      TakenPlaces.buckets(of: edit).allSatisfy { bucket in
        !edits[bucket, default: []].contains { $0.isInWay(of: edit) }
      }
    }
    guard isFree else { return false }
    for edit in new {
      for bucket in TakenPlaces.buckets(of: edit) { edits[bucket, default: []].append(edit) }
    }
    return true
  }

  private static func buckets(of edit: TextEdit) -> [Bucket] {
    (edit.span.start / bucketBytes...edit.span.end / bucketBytes).map {
      Bucket(file: edit.file, number: $0)
    }
  }
}

/// Where what stands in a file has moved by edits before it.
struct Moves {
  private var edits: [Int: [TextEdit]]

  init(_ edits: [TextEdit]) {
    self.edits = Dictionary(grouping: edits, by: \.file).mapValues { list in
      list.sorted { $0.span.start < $1.span.start }
    }
  }

  /// Where the text from an offset on begins now: before and after what was put in there.
  func places(of offset: UInt32, file: Int) -> [UInt32] {
    var moved = Int(offset)
    var inserted = 0
    for edit in edits[file] ?? [] {
      guard edit.span.start <= offset else { break }
      let change = edit.replacement.utf8.count - edit.span.length
      if edit.span.start == offset {
        if edit.span.length == 0 { inserted += change }
      } else if edit.span.end <= offset {
        moved += change
      }
    }
    return [moved, moved + inserted].map { UInt32(max(0, $0)) }
  }
}

extension [ParsedFile] {
  /// The files with all edits of repairs, which are not in each other's way.
  func with(_ fixes: [Fix]) -> [ParsedFile] {
    let edits = Dictionary(grouping: fixes.flatMap(\.edits), by: \.file)
    return enumerated().map { number, file in
      edits[number].map { ParsedFile(file.source.with($0), isGiven: file.isGiven) } ?? file
    }
  }
}

extension SourceText {
  /// The file with edits that are not in each other's way.
  package func with(_ edits: [TextEdit]) -> SourceText {
    var text: [UInt8] = []
    var end = 0
    for edit in edits.sorted(by: { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }) {
      precondition(end <= edit.span.start, "edits are not in each other's way")
      text += bytes[end..<Int(edit.span.start)]
      text += edit.replacement.utf8
      end = Int(edit.span.end)
    }
    return SourceText(name: name, bytes: text + bytes[end...])
  }
}
