import Synchronization

/// A value that threads change one at a time.
///
/// What a `Mutex` is, where several threads really wait for it. The thread sanitizer does not see
/// how `Mutex` orders a thread that waits after the one that it waits for, as that part of the
/// library is compiled without it, and calls every such use a race. The counter says the same in a
/// way that it sees: each turn begins after the end of all turns before. Real races are still found.
package struct Guarded<Value>: ~Copyable, Sendable {
  private let value: Mutex<Value>
  private let turns = Atomic(0)

  package init(_ value: consuming sending Value) { self.value = Mutex(value) }

  /// Gives the value to `body`, and to nobody else meanwhile.
  package borrowing func withLock<Result, Failure: Error>(
    _ body: (inout sending Value) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    try value.withLock { (value) throws(Failure) in
      _ = turns.load(ordering: .acquiring)
      defer { turns.wrappingAdd(1, ordering: .releasing) }
      return try body(&value)
    }
  }
}
