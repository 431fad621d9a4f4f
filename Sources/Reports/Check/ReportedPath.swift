/// Paths as tools outside expect them.
enum ReportedPath {
  /// Without `.` and with as few `..` as possible: `Rules/../a.rules` is `a.rules`.
  static func normal(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  /// A reference relative to the folder of the run, or a `file` URI for an absolute path.
  ///
  /// Source: RFC 3986; all but unreserved characters are percent-encoded, so that a colon begins no
  /// scheme.
  static func uri(_ path: String) -> String {
    let normal = normal(path)
    var uri = normal.hasPrefix("/") ? "file://" : ""
    for byte in normal.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        uri += "%" + byte.hex(digits: 2)
      }
    }
    return uri
  }
}

extension BinaryInteger {
  /// In hexadecimal capitals, of at least so many digits.
  func hex(digits: Int) -> String {
    let text = String(self, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
