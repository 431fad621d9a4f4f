import Foundation

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

  /// Reads the facts out of an error of Foundation.
  init(_ error: any Error) {
    if let problem = error as? FileProblem {
      self = problem
      return
    }
    let top = error as NSError
    let inner = top.userInfo[NSUnderlyingErrorKey] as? NSError
    let posix = [top, inner].compactMap(\.self).first { $0.domain == NSPOSIXErrorDomain }
    if let posix, let code = POSIXErrorCode(rawValue: Int32(posix.code)) {
      self.init(code, text: posix.localizedDescription)
      return
    }
    switch CocoaError.Code(rawValue: top.code) {
    case .fileReadNoSuchFile, .fileNoSuchFile: self = .notFound
    case .fileReadNoPermission, .fileWriteNoPermission: self = .noPermission
    case .fileWriteOutOfSpace: self = .noSpace
    default: self = .other(top.localizedDescription)
    }
  }

  private init(_ code: POSIXErrorCode, text: String) {
    switch code {
    case .ENOENT, .ENOTDIR: self = .notFound
    case .EACCES, .EPERM, .EROFS: self = .noPermission
    case .EISDIR: self = .isFolder
    case .ENOSPC, .EDQUOT: self = .noSpace
    case .EPIPE: self = .closedPipe
    default: self = .other(text)
    }
  }

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
