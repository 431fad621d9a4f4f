/// The only door to files.
enum FileSystem {
  enum Kind {
    case file, folder
    /// A pipe or device: read and written in place.
    case special
  }

  /// What stands at `path`, links followed; nil when nothing does.
  static func kind(of path: String) -> Kind? {
    SystemCalls.status(of: path).map { status in
      status.isFolder ? .folder : status.isRegular ? .file : .special
    }
  }

  /// Names in a folder that do not begin with a dot, in the order of their bytes.
  static func names(in folder: String) throws(FileProblem) -> [String] {
    try SystemCalls.names(in: folder).filter { !$0.hasPrefix(".") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// All bytes of a file, pipe or device.
  static func read(_ path: String) throws(FileProblem) -> [UInt8] {
    try OpenFile(reading: path).readToEnd()
  }

  /// Gives a file another name, in one step, in place of what had that name before.
  static func rename(_ path: String, to final: String) throws(FileProblem) {
    try SystemCalls.rename(path, to: final)
  }

  /// One spelling for every way to name the same file, links followed; what is not there yet is
  /// named from its folder.
  static func identity(of path: String) -> String {
    var path = path
    for _ in 0..<mostLinks {
      if let real = SystemCalls.realPath(path) { return real }
      guard let target = SystemCalls.target(ofLink: path) else { break }
      path = FilePath.join(target.hasPrefix("/") ? "" : FilePath.folder(of: path), target)
    }
    guard let folder = SystemCalls.realPath(FilePath.folder(of: path)) else { return path }
    return FilePath.join(folder, FilePath.name(of: path))
  }

  /// Links that lead to links are followed so far.
  ///
  /// Source: Linux gives up there too.
  private static let mostLinks = 40
}

/// Paths as text, in the spelling of the user.
enum FilePath {
  /// `name` inside `folder`.
  static func join(_ folder: String, _ name: String) -> String {
    if folder.isEmpty { return name }
    return folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The last part: `a.csv` of `b/a.csv`.
  static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// What holds the last part: `b` of `b/a.csv`, and `.` of `a.csv`.
  static func folder(of path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let last = parts.lastIndex(where: { !$0.isEmpty }), last > 0 else {
      return path.hasPrefix("/") ? "/" : "."
    }
    let folder = parts[..<last].joined(separator: "/")
    return folder.isEmpty ? "/" : folder
  }

  /// `name` as seen from the folder of the file `path`: `Rules/a.rules` and `../b.rules` make
  /// `b.rules`.
  static func sibling(of path: String, _ name: String) -> String {
    guard !name.hasPrefix("/") else { return name }
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    var parts = Array(folder)
    for part in name.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, !["", ".", ".."].contains(last) {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  /// What follows the last dot of the last part, in lower case; empty without one.
  static func ending(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
