import Facts

/// The downloads to read, in the order of their names, and what could not be read.
struct FactFiles {
  /// What files in a folder have to end in, in capitals or not; other files are ignored.
  static let endings = ["csv", "tsv", "json", "ndjson"]

  /// `.csv, .tsv, .json and .ndjson`.
  static var endingsText: String {
    endings.dropLast().map { ".\($0)" }.joined(separator: ", ")
      + (endings.last.map { " and .\($0)" } ?? "")
  }

  private(set) var sources: [FactSource] = []

  /// One error for each file of a folder that could not be read.
  private(set) var findings: [FactFinding] = []

  private var seen: Set<String> = []

  /// Files that are read when their rows are, and whether the user named them.
  private var files: [(file: FactFile, isNamed: Bool)] = []

  /// Pipes and devices, and whether the user named them; `-` is standard input.
  private var pipes: [(path: String, isNamed: Bool)] = []

  /// The one pipe that is read when its rows are.
  private var piped: (file: PipedFile, isNamed: Bool)?

  /// How many bytes are to be read; nil when nobody knows.
  var byteCount: Int? {
    pipes.isEmpty ? files.reduce(0) { $0 + $1.file.byteCount } : nil
  }

  /// Takes files as they are, and from folders all files that end in one of ``endings``.
  ///
  /// Folders inside a folder are searched too, one level deep. Each file is read once.
  init(_ paths: [String]) throws(CommandError) {
    for path in paths {
      if path == "-" {
        try addStandardInput()
      } else if FileSystem.kind(of: path) == .folder {
        try addFolder(path)
      } else {
        try addFile(path)
      }
    }
    try addPipes()
    guard !sources.isEmpty || !findings.isEmpty else { throw .noFactFiles(paths) }
  }

  private mutating func addStandardInput() throws(CommandError) {
    guard seen.insert("-").inserted else { throw .standardInputTwice }
    pipes.append(("-", true))
  }

  private mutating func addFile(_ path: String) throws(CommandError) {
    do throws(FileProblem) {
      try add(path, isNamed: true)
    } catch {
      try tell(error, of: path, isNamed: true)
    }
  }

  private mutating func addFolder(_ folder: String) throws(CommandError) {
    let names: [String]
    do throws(FileProblem) {
      names = try FileSystem.names(in: folder)
    } catch {
      throw .unreadableFacts(path: folder, error)
    }
    for name in names {
      let path = FilePath.join(folder, name)
      if FileSystem.kind(of: path) == .folder {
        addInnerFolder(path)
      } else {
        addListed(path)
      }
    }
  }

  private mutating func addInnerFolder(_ folder: String) {
    do throws(FileProblem) {
      for name in try FileSystem.names(in: folder) {
        let path = FilePath.join(folder, name)
        if FileSystem.kind(of: path) != .folder { addListed(path) }
      }
    } catch {
      findings.append(.unreadable(folder, error))
    }
  }

  /// A file that stands in a folder: what cannot be read is a finding, and the rest goes on.
  private mutating func addListed(_ path: String) {
    guard FactFiles.endings.contains(FilePath.ending(of: path)) else { return }
    do throws(FileProblem) {
      try add(path, isNamed: false)
    } catch {
      findings.append(.unreadable(path, error))
    }
  }

  private mutating func add(_ path: String, isNamed: Bool) throws(FileProblem) {
    guard seen.insert(FileSystem.identity(of: path)).inserted else { return }
    guard FileSystem.kind(of: path) != .special else {
      pipes.append((path, isNamed))
      return
    }
    let file = try FactFile(path)
    files.append((file, isNamed))
    sources.append(file.source)
  }

  /// Opens the pipes, when all files are known: a program may wait for that to go on.
  ///
  /// One pipe is read when its rows are. Several are read whole, one after the other, as the program
  /// that writes them may write one after the other.
  private mutating func addPipes() throws(CommandError) {
    for (path, isNamed) in pipes {
      let name = path == "-" ? standardInputName : path
      do throws(FileProblem) {
        let file = path == "-" ? OpenFile.standardInput : try OpenFile(reading: path)
        if pipes.count > 1 {
          sources.append(FactSource(name: name, bytes: try file.readToEnd()))
        } else {
          let pipe = PipedFile(name, file)
          piped = (pipe, isNamed)
          sources.append(pipe.source)
        }
      } catch {
        try tell(error, of: name, isNamed: isNamed)
      }
    }
  }

  /// Tells of files that turned out to be unreadable when their rows were read.
  mutating func addLateProblems() throws(CommandError) {
    if let (file, isNamed) = piped, let problem = file.problem {
      try tell(problem, of: file.path, isNamed: isNamed)
    }
    for (file, isNamed) in files {
      guard let problem = file.problem else { continue }
      try tell(problem, of: file.path, isNamed: isNamed)
    }
  }

  /// A file that the user names has to be readable; what a folder holds becomes a finding.
  private mutating func tell(
    _ problem: FileProblem,
    of path: String,
    isNamed: Bool
  ) throws(CommandError) {
    if isNamed { throw .unreadableFacts(path: path, problem) }
    findings.append(.unreadable(path, problem))
  }
}

extension FactFinding {
  fileprivate static func unreadable(_ path: String, _ problem: FileProblem) -> FactFinding {
    FactFinding(
      code: .unreadableFile,
      level: .error,
      file: path,
      message: "cannot be read: \(problem.text)",
      help: "results leave its rows out; make it readable or take it out of the folder"
    )
  }
}
