/// What the system says when a file cannot be read or written.
enum FileProblem: Error, Equatable {
  case notFound
  case noPermission
  case isFolder

  /// The file to write is one of those that are read.
  case isInput
  case noSpace
  case closedPipe
  case other(String)

  var text: String {
    switch self {
    case .notFound: "no such file or folder"
    case .noPermission: "permission denied"
    case .isFolder: "it is a folder"
    case .isInput: "it is one of the files that are read"
    case .noSpace: "no space is left"
    case .closedPipe: "the pipe is closed"
    case .other(let text): text
    }
  }
}
