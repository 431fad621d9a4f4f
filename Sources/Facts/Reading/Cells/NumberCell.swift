/// A cell read as a number: `mantissa / 10^scale`, exactly.
enum NumberReading: Equatable {
  /// `mantissa` has no trailing zero in the fraction; a negative scale stands for zeros before
  /// the decimal point that do not fit the mantissa.
  case number(mantissa: Int64, scale: Int8)
  case fault(NumberFault)
}

/// Why a cell is not taken as a number.
enum NumberFault: Hashable {
  case notANumber
  /// More than ``Decimal/mostDigits`` digits between the first and last that are not zero.
  case tooManyDigits
  /// More than ``mostFractionDigits``, or more than 38 digits before the decimal point.
  case outOfRange
  /// Not what the column's amounts can be.
  case outside(AmountRange)
}

extension NumberFault {
  /// Whether the cell is a number that cannot be so.
  var isOutside: Bool { if case .outside = self { true } else { false } }
}

/// The most fraction digits that a number may need.
///
/// Source: our choice; with 18 digits before the point it leaves room for sums in `Int128`.
let mostFractionDigits = 24

/// Reads a trimmed cell that is not empty.
///
/// `1250.75`, `-12`, `+3`, `1,234.50`, `$1,000`, `-$5`, `$-5`, `1.2E-05`. No parentheses, no
/// trailing minus, no blank inside, no decimal comma.
@inline(__always)
func readNumber(_ cell: Span<UInt8>) -> NumberReading {
  readPlainNumber(cell) ?? readAnyNumber(cell)
}

/// Reads `1250.75` and `-12`, at most 18 characters after the sign; nil for everything else.
@inline(__always)
private func readPlainNumber(_ cell: Span<UInt8>) -> NumberReading? {
  let isNegative = cell[0] == ASCII.minus
  let start = isNegative ? 1 : 0
  guard cell.count - start <= Decimal.mostDigits, cell.count > start else { return nil }
  var mantissa: Int64 = 0
  var scale: Int8 = 0
  var place = start
  var point = cell.count
  while place < cell.count {
    let digit = cell[place] &- ASCII.zero  // wraps below `0`, to more than 9
    if digit < 10 {
      mantissa = mantissa &* 10 &+ Int64(digit)  // at most 18 digits fit
    } else {
      guard cell[place] == ASCII.dot, point == cell.count, place > start, place + 1 < cell.count
      else { return nil }
      point = place
    }
    place += 1
  }
  if point < cell.count {
    scale = Int8(truncatingIfNeeded: cell.count - point - 1)
    while scale > 0, mantissa % 10 == 0 {
      mantissa /= 10
      scale -= 1
    }
  }
  return .number(mantissa: isNegative ? -mantissa : mantissa, scale: scale)
}

private func readAnyNumber(_ cell: Span<UInt8>) -> NumberReading {
  guard let (start, isNegative) = readSign(cell) else { return .fault(.notANumber) }
  var digits = DigitReader()
  guard let end = digits.read(cell, from: start) else { return .fault(.notANumber) }
  guard let exponent = readExponent(cell, from: end) else { return .fault(.notANumber) }
  return digits.number(isNegative: isNegative, exponent: exponent)
}

/// Takes one sign and one dollar sign in either order; nil when a second sign follows.
private func readSign(_ cell: Span<UInt8>) -> (end: Int, isNegative: Bool)? {
  var place = 0
  var hasSign = false
  var hasDollar = false
  var isNegative = false
  while place < cell.count {
    switch cell[place] {
    case ASCII.minus, ASCII.plus:
      guard !hasSign else { return nil }
      hasSign = true
      isNegative = cell[place] == ASCII.minus
    case ASCII.dollar:
      guard !hasDollar else { return nil }
      hasDollar = true
    default:
      return (place, isNegative)
    }
    place += 1
  }
  return nil
}

/// The power of ten of `E-05`; 0 when the cell ends here, nil when something else follows.
///
/// Powers beyond 999 are all out of range, so that the digits need not be limited.
private func readExponent(_ cell: Span<UInt8>, from start: Int) -> Int? {
  guard start < cell.count else { return 0 }
  guard ASCII.lowercased(cell[start]) == UInt8(ascii: "e") else { return nil }
  var place = start + 1
  var isNegative = false
  if place < cell.count, cell[place] == ASCII.minus || cell[place] == ASCII.plus {
    isNegative = cell[place] == ASCII.minus
    place += 1
  }
  guard place < cell.count else { return nil }
  var power = 0
  while place < cell.count {
    guard let digit = ASCII.digit(cell[place]) else { return nil }
    power = min(999, power * 10 + digit)
    place += 1
  }
  return isNegative ? -power : power
}

/// Collects the digits of a number; zeros wait until a digit after them needs them.
private struct DigitReader {
  private var mantissa: Int64 = 0
  /// Significant digits in `mantissa`.
  private var digitCount = 0
  /// Zeros read after the last digit in `mantissa`.
  private var waitingZeros = 0
  /// Fraction digits read, waiting zeros included.
  private var fractionDigits = 0
  private var hasTooMany = false

  /// Reads integer part and fraction; the offset after them, nil when they are malformed.
  mutating func read(_ cell: Span<UInt8>, from start: Int) -> Int? {
    guard let point = readIntegerPart(cell, from: start) else { return nil }
    guard point < cell.count, cell[point] == ASCII.dot else { return point > start ? point : nil }
    var place = point + 1
    while place < cell.count, let digit = ASCII.digit(cell[place]) {
      take(digit)
      fractionDigits += 1
      place += 1
    }
    return place > point + 1 ? place : nil
  }

  /// Reads digits, in groups of three after the first comma.
  private mutating func readIntegerPart(_ cell: Span<UInt8>, from start: Int) -> Int? {
    var place = start
    var groupStart = start
    var hasComma = false
    while place < cell.count {
      if let digit = ASCII.digit(cell[place]) {
        take(digit)
      } else if cell[place] == ASCII.comma {
        let length = place - groupStart
        guard hasComma ? length == 3 : (1...3).contains(length) else { return nil }
        hasComma = true
        groupStart = place + 1
      } else {
        break
      }
      place += 1
    }
    return hasComma && place - groupStart != 3 ? nil : place
  }

  @inline(__always)
  private mutating func take(_ digit: Int) {
    if digit == 0 {
      if digitCount > 0 { waitingZeros += 1 }
      return
    }
    guard digitCount + waitingZeros < Decimal.mostDigits else {
      hasTooMany = true
      return
    }
    for _ in 0..<waitingZeros { mantissa *= 10 }
    mantissa = mantissa * 10 + Int64(digit)
    digitCount += waitingZeros + 1
    waitingZeros = 0
  }

  func number(isNegative: Bool, exponent: Int) -> NumberReading {
    guard !hasTooMany else { return .fault(.tooManyDigits) }
    guard mantissa != 0 else { return .number(mantissa: 0, scale: 0) }
    var scale = fractionDigits - waitingZeros - exponent
    var value = mantissa
    var count = digitCount
    while scale < 0, count < Decimal.mostDigits {
      value *= 10
      scale += 1
      count += 1
    }
    guard scale <= mostFractionDigits, count - scale <= 38 else { return .fault(.outOfRange) }
    return .number(mantissa: isNegative ? -value : value, scale: Int8(scale))
  }
}
