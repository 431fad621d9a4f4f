import Facts

/// The digits of numbers and months.
extension OutputBuffer {
  /// Writes a number with at least `places` fraction digits: `-1,240.50`, or without groups
  /// `-1240.50`.
  mutating func append(_ value: Decimal, places: Int, groups: Bool) {
    if value.mantissa < 0 { append(UInt8(ascii: "-")) }
    let magnitude = value.mantissa.magnitude
    if value.scale <= 18, let small = UInt64(exactly: magnitude) {
      append(small, scale: value.scale, groups: groups)
    } else {
      append(large: magnitude, scale: value.scale, groups: groups)
    }
    guard places > value.scale else { return }
    if value.scale == 0 { append(UInt8(ascii: ".")) }
    for _ in value.scale..<places { append(OutputBuffer.zero) }
  }

  /// Most numbers have few digits, and 64-bit division is many times faster than 128-bit division.
  private mutating func append(_ magnitude: UInt64, scale: Int, groups: Bool) {
    var digits = InlineArray<20, UInt8>(repeating: OutputBuffer.zero)
    var count = 0
    var rest = magnitude
    while rest > 0 {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      digits[count] += UInt8(truncatingIfNeeded: digit)
      rest = quotient
      count += 1
    }
    // At least one digit before the point.
    var place = max(count, scale + 1)
    while place > 0 {
      place -= 1
      append(digits[place])
      separate(place, scale: scale, groups: groups)
    }
  }

  private mutating func append(large magnitude: UInt128, scale: Int, groups: Bool) {
    var digits = Array(String(magnitude).utf8.reversed())
    while digits.count <= scale { digits.append(OutputBuffer.zero) }
    for place in digits.indices.reversed() {
      append(digits[place])
      separate(place, scale: scale, groups: groups)
    }
  }

  /// Writes the sign behind a digit, whose place counts from the last one.
  @inline(__always)
  private mutating func separate(_ place: Int, scale: Int, groups: Bool) {
    guard place >= scale, place > 0 else { return }
    if place == scale {
      append(UInt8(ascii: "."))
    } else if groups, (place - scale).isMultiple(of: 3) {
      append(UInt8(ascii: ","))
    }
  }

  /// Writes a count.
  mutating func append(count: Int) { append(Decimal(count), places: 0, groups: false) }

  /// Writes a month: `2025-10`.
  mutating func append(_ month: Month) {
    let (year, number) = (month.year, month.number)
    guard (0...9999).contains(year) else { return append(month.description) }
    append(digits: year / 100)
    append(digits: year % 100)
    append(UInt8(ascii: "-"))
    append(digits: number)
  }

  /// Writes two digits.
  private mutating func append(digits: Int) {
    append(OutputBuffer.zero + UInt8(truncatingIfNeeded: digits / 10))
    append(OutputBuffer.zero + UInt8(truncatingIfNeeded: digits % 10))
  }

  private static let zero = UInt8(ascii: "0")
}
