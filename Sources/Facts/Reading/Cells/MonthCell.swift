/// The ways in which a download may write a month or a day.
enum MonthForm: UInt8, CaseIterable {
  /// `2025-10`
  case yearMonth
  /// `2025-10-01`
  case day
  /// `10/1/2025`
  case usDay
  /// `2025-10-01T00:00:00`, also with a fraction of a second and `Z`
  case time
  /// `Oct-25`
  case shortName
  /// `October 2025`
  case longName
  /// `202510`
  case digits

  /// October 2025 in this form, for messages.
  var example: String {
    switch self {
    case .yearMonth: "2025-10"
    case .day: "2025-10-01"
    case .usDay: "10/1/2025"
    case .time: "2025-10-01T00:00:00"
    case .shortName: "Oct-25"
    case .longName: "October 2025"
    case .digits: "202510"
    }
  }
}

/// A cell read as a month, with the day that it tells.
struct MonthReading: Equatable {
  let form: MonthForm

  /// As ``Month/index``.
  let index: Int32

  /// 1 to 31, one that the month has; 1 in forms without a day.
  let dayOfMonth: UInt8

  /// As ``Day/index``.
  var dayIndex: Int32 {
    let month = Month(index: Int(index))
    let day = Day(year: month.year, month: month.number, day: Int(dayOfMonth))
    return day.map { Int32(truncatingIfNeeded: $0.index) } ?? FactTable.noDay
  }
}

/// The years that a month may lie in.
///
/// Source: our choice; the programme began in 2022, and an associated partner decades before.
let knownYears = 1900...2199

/// Reads a trimmed cell as a month or a day; nil when it is neither.
///
/// Days must exist: `2/29/2023` is no date. Years of two digits are in this century.
func readMonth(_ cell: Span<UInt8>) -> MonthReading? {
  guard cell.count >= 6 else { return nil }
  if ASCII.digit(cell[0]) == nil { return readNamedMonth(cell) }
  if cell[4] == ASCII.minus { return readISOMonth(cell) }
  if cell.count == 6, let year = number(cell, 0..<4), let month = number(cell, 4..<6) {
    return reading(.digits, year: year, month: month)
  }
  return readUSDay(cell)
}

private func reading(_ form: MonthForm, year: Int, month: Int, day: Int = 1) -> MonthReading? {
  guard knownYears.contains(year), (1...12).contains(month) else { return nil }
  guard day >= 1, day <= dayCount(year: year, month: month) else { return nil }
  let index = Int32(year * 12 + month - 1)
  return MonthReading(form: form, index: index, dayOfMonth: UInt8(day))
}

private func dayCount(year: Int, month: Int) -> Int {
  switch month {
  case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
  case 4, 6, 9, 11: 30
  default: 31
  }
}

/// The number that all bytes of `range` write as digits; nil when one is no digit.
private func number(_ cell: Span<UInt8>, _ range: Range<Int>) -> Int? {
  guard !range.isEmpty, range.upperBound <= cell.count, range.count <= 9 else { return nil }
  var value = 0
  for place in range {
    guard let digit = ASCII.digit(cell[place]) else { return nil }
    value = value * 10 + digit
  }
  return value
}

private func readISOMonth(_ cell: Span<UInt8>) -> MonthReading? {
  guard let year = number(cell, 0..<4), let month = number(cell, 5..<7) else { return nil }
  if cell.count == 7 { return reading(.yearMonth, year: year, month: month) }
  guard cell[7] == ASCII.minus, let day = number(cell, 8..<10) else { return nil }
  if cell.count == 10 { return reading(.day, year: year, month: month, day: day) }
  guard isTime(cell, from: 10) else { return nil }
  return reading(.time, year: year, month: month, day: day)
}

/// Whether the rest of the cell is `Thh:mm:ss`, maybe with a fraction and `Z`.
private func isTime(_ cell: Span<UInt8>, from start: Int) -> Bool {
  guard cell.count >= start + 9, cell[start] == UInt8(ascii: "T"),
    cell[start + 3] == ASCII.colon, cell[start + 6] == ASCII.colon,
    let hour = number(cell, start + 1..<start + 3), hour < 24,
    let minute = number(cell, start + 4..<start + 6), minute < 60,
    let second = number(cell, start + 7..<start + 9), second < 60
  else { return false }
  let end = cell[cell.count - 1] == UInt8(ascii: "Z") ? cell.count - 1 : cell.count
  guard end > start + 9 else { return true }
  let fraction = start + 10..<max(start + 10, end)
  return cell[start + 9] == ASCII.dot && number(cell, fraction) != nil
}

private func readUSDay(_ cell: Span<UInt8>) -> MonthReading? {
  let monthEnd = cell[1] == ASCII.slash ? 1 : 2
  guard cell[monthEnd] == ASCII.slash, let month = number(cell, 0..<monthEnd) else { return nil }
  let dayEnd = cell[monthEnd + 2] == ASCII.slash ? monthEnd + 2 : monthEnd + 3
  guard cell.count == dayEnd + 5, cell[dayEnd] == ASCII.slash,
    let day = number(cell, monthEnd + 1..<dayEnd),
    let year = number(cell, dayEnd + 1..<cell.count)
  else { return nil }
  return reading(.usDay, year: year, month: month, day: day)
}

private let monthNames: [[UInt8]] = [
  "january", "february", "march", "april", "may", "june", "july", "august", "september",
  "october", "november", "december",
].map { Array($0.utf8) }

private func readNamedMonth(_ cell: Span<UInt8>) -> MonthReading? {
  if cell.count == 6, cell[3] == ASCII.minus, let year = number(cell, 4..<6) {
    guard let month = monthNumber(cell.extracting(0..<3), letters: 3) else { return nil }
    return reading(.shortName, year: 2000 + year, month: month)
  }
  let nameEnd = cell.count - 5
  guard nameEnd > 0, cell[nameEnd] == ASCII.space,
    let year = number(cell, nameEnd + 1..<cell.count),
    let month = monthNumber(cell.extracting(0..<nameEnd), letters: .max)
  else { return nil }
  return reading(.longName, year: year, month: month)
}

/// The month whose English name, or its first `letters`, is `text`; nil when none is.
private func monthNumber(_ text: Span<UInt8>, letters: Int) -> Int? {
  for (place, name) in monthNames.enumerated() where min(name.count, letters) == text.count {
    var isEqual = true
    for letter in text.indices where ASCII.lowercased(text[letter]) != name[letter] {
      isEqual = false
    }
    if isEqual { return place + 1 }
  }
  return nil
}
