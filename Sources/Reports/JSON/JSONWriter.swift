/// Writes JSON into bytes; the caller opens and closes objects and arrays in pairs.
///
/// Strings are escaped as RFC 8259 says; U+2028 and U+2029 too, so that a line of NDJSON is a line
/// for every reader. Everything else stays UTF-8.
struct JSONWriter {
  var buffer = OutputBuffer()

  /// Whether the next value is the first of its object or array.
  private var isFirst = true

  mutating func object(_ body: (inout JSONWriter) -> Void) {
    nested(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
  }

  mutating func array(_ body: (inout JSONWriter) -> Void) {
    nested(UInt8(ascii: "["), UInt8(ascii: "]"), body)
  }

  /// Writes an array with an element for each item.
  mutating func array<Items: Sequence>(
    _ items: Items,
    _ element: (inout JSONWriter, Items.Element) -> Void
  ) {
    array { writer in
      for item in items { element(&writer, item) }
    }
  }

  /// Writes the name of the member whose value comes next.
  mutating func name(_ name: String) {
    separate()
    quote(name)
    buffer.append(UInt8(ascii: ":"))
    isFirst = true
  }

  mutating func string(_ value: String?) {
    separate()
    if let value { quote(value) } else { buffer.append("null") }
  }

  mutating func integer(_ value: Int?) {
    separate()
    buffer.append(value.map { String($0) } ?? "null")
  }

  mutating func boolean(_ value: Bool) {
    separate()
    buffer.append(value ? "true" : "false")
  }

  /// Writes a value that is JSON already.
  mutating func raw(_ json: [UInt8]) {
    separate()
    buffer.append(contentsOf: json)
  }

  /// Ends a text: the next value begins anew.
  mutating func endLine() {
    buffer.append(UInt8(ascii: "\n"))
    isFirst = true
  }

  private mutating func nested(
    _ open: UInt8,
    _ close: UInt8,
    _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    buffer.append(open)
    isFirst = true
    body(&self)
    buffer.append(close)
    isFirst = false
  }

  private mutating func separate() {
    if !isFirst { buffer.append(UInt8(ascii: ",")) }
    isFirst = false
  }

  private mutating func quote(_ text: String) {
    buffer.append(UInt8(ascii: "\""))
    if text.utf8.allSatisfy(JSONWriter.isPlain) {
      buffer.append(text)
    } else {
      escape(text)
    }
    buffer.append(UInt8(ascii: "\""))
  }

  /// Whether a byte stands for itself, whatever comes after it.
  private static func isPlain(_ byte: UInt8) -> Bool {
    // Of the others, U+2028 and U+2029 begin with 0xE2.
    byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte != 0x7F
      && byte != 0xE2
  }

  private mutating func escape(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": buffer.append("\\\"")
      case "\\": buffer.append("\\\\")
      case "\n": buffer.append("\\n")
      case "\r": buffer.append("\\r")
      case "\t": buffer.append("\\t")
      case "\u{0}"..<"\u{20}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        buffer.append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
      default:
        buffer.append(contentsOf: scalar)
      }
    }
  }
}

extension JSONWriter {
  mutating func member(_ name: String, _ value: String?) {
    self.name(name)
    string(value)
  }

  mutating func member(_ name: String, _ value: Int?) {
    self.name(name)
    integer(value)
  }

  mutating func member(_ name: String, _ value: Bool) {
    self.name(name)
    boolean(value)
  }

  mutating func member(_ name: String, _ values: [String]) {
    self.name(name)
    array(values) { $0.string($1) }
  }

  mutating func member(_ name: String, _ body: (inout JSONWriter) -> Void) {
    self.name(name)
    object(body)
  }

  mutating func member<Items: Sequence>(
    _ name: String,
    array items: Items,
    _ element: (inout JSONWriter, Items.Element) -> Void
  ) {
    self.name(name)
    array(items, element)
  }
}
