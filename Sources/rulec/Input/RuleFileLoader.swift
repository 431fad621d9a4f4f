import RuleSyntax

/// What `-` is called in diagnostics and findings.
let standardInputName = "standard input"

/// Rule files that belong together, in the order of their names.
struct LoadedRules {
  let files: [ParsedFile]

  /// Files that are used and cannot be read.
  let diagnostics: [Diagnostic]
}

/// Reads the files and folders that the user gives, and the files that these use.
///
/// Names are shown as the user spelt the path: `Rules/a.rules` for the folder `Rules`. Each file is
/// read once, however many ways lead to it.
struct RuleFileLoader {
  /// The folder to read when no path is given.
  static let defaultFolder = "Rules"

  /// What files in a folder have to end in.
  static let ending = "rules"

  private struct Found {
    let file: ParsedFile

    /// Where its uses start from; standard input is as if in the current folder.
    let path: String
  }

  private var found: [Found] = []
  private var seen: Set<String> = []

  /// Used files that could not be read, by the place of the using file in ``found``.
  private var missing: [(user: Int, use: Word, name: String, problem: FileProblem)] = []

  /// Whether all files that are given were read, and now those that they use are.
  private var isFollowing = false

  /// What files of these names have in them, whatever was written.
  private let texts: [String: [UInt8]]

  private init(replacing texts: [String: [UInt8]]) { self.texts = texts }

  /// The files that are given, in the order of their names, without those that they use.
  static func loadGiven(_ paths: [String]) throws(CommandError) -> [SourceText] {
    try given(paths, replacing: [:]).inOrder().files.map(\.source)
  }

  /// The files that are given and those that they use; those whose names are keys of `texts` have
  /// these bytes and are not read.
  static func load(
    _ paths: [String],
    replacing texts: [String: [UInt8]] = [:]
  ) throws(CommandError) -> LoadedRules {
    var loader = try given(paths, replacing: texts)
    loader.followUses()
    return loader.inOrder()
  }

  private static func given(
    _ paths: [String],
    replacing texts: [String: [UInt8]]
  ) throws(CommandError) -> RuleFileLoader {
    var loader = RuleFileLoader(replacing: texts)
    if paths.isEmpty {
      guard FileSystem.kind(of: defaultFolder) == .folder else {
        throw .noDefaultRules(folder: defaultFolder)
      }
    }
    for path in paths.isEmpty ? [defaultFolder] : paths { try loader.addGiven(path) }
    return loader
  }

  private mutating func addGiven(_ path: String) throws(CommandError) {
    if path == "-" {
      try addStandardInput()
    } else if FileSystem.kind(of: path) == .folder {
      try addFolder(path)
    } else {
      do throws(FileProblem) {
        try addFile(path)
      } catch {
        throw .unreadableRules(path: path, error)
      }
    }
  }

  private mutating func addStandardInput() throws(CommandError) {
    guard seen.insert("-").inserted else { throw .standardInputTwice }
    do throws(FileProblem) {
      let bytes =
        if let known = texts[standardInputName] { known } else { try Terminal.readStandardInput() }
      add(SourceText(name: standardInputName, bytes: bytes), path: "")
    } catch {
      throw .unreadableRules(path: standardInputName, error)
    }
  }

  private mutating func addFolder(_ folder: String) throws(CommandError) {
    var path = folder
    var count = 0
    do throws(FileProblem) {
      for name in try FileSystem.names(in: folder) where FilePath.ending(of: name) == Self.ending {
        path = FilePath.join(folder, name)
        count += 1
        try addFile(path)
      }
    } catch {
      throw .unreadableRules(path: path, error)
    }
    if count == 0 { throw .folderWithoutRules(folder) }
  }

  /// Reads the file unless it was read before.
  private mutating func addFile(_ path: String) throws(FileProblem) {
    guard seen.insert(FileSystem.identity(of: path)).inserted else { return }
    let bytes = if let known = texts[path] { known } else { try FileSystem.read(path) }
    add(SourceText(name: path, bytes: bytes), path: path)
  }

  private mutating func add(_ source: SourceText, path: String) {
    found.append(Found(file: ParsedFile(source, isGiven: !isFollowing), path: path))
  }

  /// Reads used files, and the files that those use, until there are no more.
  private mutating func followUses() {
    isFollowing = true
    var place = 0
    while place < found.count {
      for use in found[place].file.tree.uses {
        let path = FilePath.sibling(of: found[place].path, use.text)
        do throws(FileProblem) {
          try addFile(path)
        } catch {
          seen.remove(FileSystem.identity(of: path))
          missing.append((place, use, path, error))
        }
      }
      place += 1
    }
  }

  private func inOrder() -> LoadedRules {
    let order = found.indices.sorted { left, right in
      found[left].file.source.name.utf8
        .lexicographicallyPrecedes(found[right].file.source.name.utf8)
    }
    var newPlace: [Int: Int] = [:]
    for (place, old) in order.enumerated() { newPlace[old] = place }
    let diagnostics = missing.map { missing in
      Diagnostic(
        .unreadableFile,
        "`\(missing.name)` cannot be read: \(missing.problem.text)",
        help: "paths are relative to the file that uses them",
        file: newPlace[missing.user] ?? 0,
        at: missing.use.span
      )
    }
    return LoadedRules(files: order.map { found[$0].file }, diagnostics: diagnostics)
  }
}
