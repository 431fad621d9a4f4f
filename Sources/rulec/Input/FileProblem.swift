/// What the system says when a file cannot be read or written.
enum FileProblem: Error, Equatable {
  case notFound
  case noPermission
  case isFolder

  /// The file to write is one of those that are read.
  case isInput
  case noSpace

  /// More than the system or the user's limit allows in one file.
  case tooLarge
  case closedPipe

  /// The file is another one than when reading began.
  case changed
  case other(String)

  var text: String {
    switch self {
    case .notFound: "no such file or folder"
    case .noPermission: "permission denied"
    case .isFolder: "it is a folder"
    case .isInput: "it is one of the files that are read"
    case .noSpace: "no space is left"
    case .tooLarge: "the file would be larger than is allowed"
    case .closedPipe: "the pipe is closed"
    case .changed: "it changed while it was read"
    case .other(let text): text
    }
  }
}
