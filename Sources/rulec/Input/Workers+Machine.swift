import Dispatch
import Facts

extension Workers {
  /// One worker for each core.
  static let ofThisMachine = Workers(count: SystemCalls.processorCount) { pieces, work in
    DispatchQueue.concurrentPerform(iterations: pieces, execute: work)
  }
}
