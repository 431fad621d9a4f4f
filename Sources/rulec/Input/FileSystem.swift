import Foundation

/// The only door to files.
enum FileSystem {
  enum Kind {
    case file, folder
    /// A pipe or device: read and written in place.
    case special
  }

  /// What stands at `path`, links followed; nil when nothing does.
  static func kind(of path: String) -> Kind? {
    let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard let found = try? FileManager.default.attributesOfItem(atPath: resolved) else {
      // What a process was handed, such as /dev/fd/63, has no resolvable name.
      return FileManager.default.fileExists(atPath: path) ? .special : nil
    }
    switch found[.type] as? FileAttributeType {
    case .typeDirectory: return .folder
    case .typeRegular: return .file
    default: return .special
    }
  }

  /// Names in a folder that do not begin with a dot, in the order of their bytes.
  static func names(in folder: String) throws(FileProblem) -> [String] {
    do {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      return names.filter { !$0.hasPrefix(".") }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    } catch {
      throw FileProblem(error)
    }
  }

  /// All bytes of a file, pipe or device.
  static func read(_ path: String) throws(FileProblem) -> [UInt8] {
    try OpenFile(path).readAll()
  }

  /// Gives a file another name, in one step, in place of what had that name before.
  ///
  /// Foundation's `replaceItemAt` is no choice: on Linux it can fail after the old file is gone.
  static func rename(_ path: String, to final: String) throws(FileProblem) {
    // Both texts live as C strings for as long as the call takes, and `rename` keeps neither.
    guard unsafe Foundation.rename(path, final) != 0 else { return }
    throw FileProblem(NSError(domain: NSPOSIXErrorDomain, code: Int(errno)))
  }

  /// One spelling for every way to name the same file.
  static func identity(of path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }
}

/// Paths as text, in the spelling of the user.
enum FilePath {
  /// `name` inside `folder`.
  static func join(_ folder: String, _ name: String) -> String {
    if folder.isEmpty { return name }
    return folder.hasSuffix("/") ? folder + name : folder + "/" + name
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
