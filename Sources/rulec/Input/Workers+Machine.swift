import Dispatch
import Facts
import Foundation

extension Workers {
  /// One worker for each core.
  static let ofThisMachine = Workers(count: ProcessInfo.processInfo.activeProcessorCount) {
    pieces,
    work in
    DispatchQueue.concurrentPerform(iterations: pieces, execute: work)
  }
}
