/// What `rulec bench` prints: the work as counts, which are the same for every run, then times.
struct BenchReport {
  /// A part of the work that is timed.
  private struct Stage {
    let name: String
    let time: Duration
    /// Bytes read or written; nil when nobody knows or there are none.
    let bytes: Int?
    let items: Int
    /// What the items are.
    let noun: String

    /// `read                 0.27 s   370.1 MB/s   3,801,733 rows/s`.
    var cells: [String] {
      let seconds = max(time / .seconds(1), 1e-9)
      let speed = bytes.map { "\(BenchReport.rounded(Double($0) / 1e6 / seconds, 1)) MB/s" } ?? ""
      let rate = AccountText.grouped(Int(Double(items) / seconds))
      return [name, "\(BenchReport.rounded(seconds, 3)) s", speed, "\(rate) \(noun)/s"]
    }
  }

  private var counts: [(name: String, number: Int)] = []
  private var stages: [Stage] = []
  private var start = ContinuousClock.now

  /// Text that was written.
  private(set) var lines = 0
  private(set) var bytesWritten = 0

  /// The next stage begins now.
  mutating func begin() { start = .now }

  /// Ends the stage that began last; `items` tells how much it did.
  mutating func end(_ name: String, bytes: Int? = nil, _ items: Int, _ noun: String) {
    let time = start.duration(to: .now)
    stages.append(Stage(name: name, time: time, bytes: bytes, items: items, noun: noun))
  }

  mutating func countWritten(_ bytes: [UInt8]) {
    bytesWritten += bytes.count
    for byte in bytes where byte == UInt8(ascii: "\n") { lines += 1 }
  }

  mutating func add(_ name: String, _ number: Int) { counts.append((name, number)) }

  /// Counts, a line each; then stages; then the memory, in bytes.
  func text(peakMemory: Int) -> String {
    let width = (counts.map(\.name) + stages.map(\.name)).map(\.count).max() ?? 0
    let counted = counts.map { BenchReport.padded($0.name, width) + "  \($0.number)" }
    let timed = stages.map { stage in
      let cells = stage.cells
      return BenchReport.padded(cells[0], width)
        + cells[1...].map { String(repeating: " ", count: max(2, 16 - $0.count)) + $0 }.joined()
    }
    let memory = BenchReport.padded("peak memory", width) + "  \(peakMemory >> 20) MiB"
    return (counted + [""] + timed + ["", memory]).joined(separator: "\n")
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// With so many decimal places, at least one.
  private static func rounded(_ number: Double, _ places: Int) -> String {
    let unit = (0..<places).reduce(1) { unit, _ in unit * 10 }
    let scaled = Int((number * Double(unit)).rounded())
    let rest = "\(scaled % unit)"
    return "\(AccountText.grouped(scaled / unit))."
      + String(repeating: "0", count: places - rest.count) + rest
  }
}
