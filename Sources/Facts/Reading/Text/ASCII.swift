/// The bytes that the reader knows by name.
enum ASCII {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let quote = UInt8(ascii: "\"")
  static let dollar = UInt8(ascii: "$")
  static let plus = UInt8(ascii: "+")
  static let comma = UInt8(ascii: ",")
  static let minus = UInt8(ascii: "-")
  static let dot = UInt8(ascii: ".")
  static let slash = UInt8(ascii: "/")
  static let colon = UInt8(ascii: ":")
  static let semicolon = UInt8(ascii: ";")
  static let backslash = UInt8(ascii: "\\")
  static let zero = UInt8(ascii: "0")

  /// The value of a decimal digit; nil for any other byte.
  @inline(__always)
  static func digit(_ byte: UInt8) -> Int? {
    let value = byte &- zero  // wraps below `0`, to more than 9
    return value < 10 ? Int(value) : nil
  }

  /// `A` to `Z` become `a` to `z`; other bytes stay.
  @inline(__always)
  static func lowercased(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte  // wraps below `A`, to more than 25
  }
}
