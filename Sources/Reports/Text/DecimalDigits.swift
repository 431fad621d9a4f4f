import Facts

/// The digits of a number, ready to be written.
struct DecimalDigits {
  private let isNegative: Bool

  /// ASCII, the last digit first.
  private var reversed: [UInt8] = []

  /// How many of ``reversed`` are the fraction.
  private let scale: Int

  /// Zeros to write after the fraction.
  private let extraZeros: Int

  init(_ value: Decimal, places: Int) {
    isNegative = value.mantissa < 0
    scale = value.scale
    extraZeros = max(0, places - scale)
    reversed.reserveCapacity(24)
    var rest = value.mantissa.magnitude
    // 64-bit division is many times faster than 128-bit division.
    while rest > UInt128(UInt64.max) {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      reversed.append(ASCII.zero + UInt8(digit))
      rest = quotient
    }
    var small = UInt64(rest)
    while small > 0 {
      let (quotient, digit) = small.quotientAndRemainder(dividingBy: 10)
      reversed.append(ASCII.zero + UInt8(digit))
      small = quotient
    }
    // At least one digit before the point.
    while reversed.count <= scale { reversed.append(ASCII.zero) }
  }

  /// `-1,240.50`, or without groups `-1240.50`.
  func text(groups: Bool) -> String {
    let whole = reversed.count - scale
    var bytes: [UInt8] = []
    bytes.reserveCapacity(reversed.count + whole / 3 + extraZeros + 2)
    if isNegative { bytes.append(ASCII.minus) }
    for place in 0..<whole {
      if groups, place > 0, (whole - place).isMultiple(of: 3) { bytes.append(ASCII.comma) }
      bytes.append(reversed[reversed.count - 1 - place])
    }
    if scale + extraZeros > 0 {
      bytes.append(ASCII.dot)
      for place in 0..<scale { bytes.append(reversed[scale - 1 - place]) }
      for _ in 0..<extraZeros { bytes.append(ASCII.zero) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The characters of numbers.
  private enum ASCII {
    static let zero = UInt8(ascii: "0")
    static let minus = UInt8(ascii: "-")
    static let comma = UInt8(ascii: ",")
    static let dot = UInt8(ascii: ".")
  }
}
