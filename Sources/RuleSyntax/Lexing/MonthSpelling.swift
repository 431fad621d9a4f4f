/// What an author may have meant by a date that is not written as `2025-11`.
enum MonthSpelling {
  /// "write `2025-11`", or how months are written if nothing can be guessed.
  static func help(for written: String) -> String {
    let months = candidates(for: written)
    switch months.count {
    case 1: return "write `\(months[0])`"
    case 2: return "write year and month: `\(months[0])` or `\(months[1])`"
    default: return "write year and month, such as `2025-10`; months are 01 to 12"
    }
  }

  /// Writes the only month that can be meant; safe where neither a day nor a letter is lost.
  static func fix(for written: String, at span: SourceSpan, file: Int) -> Fix? {
    let months = candidates(for: written)
    guard months.count == 1 else { return nil }
    let parts = parts(of: written)
    let words = parts.filter { $0.utf8.first?.isLetter == true }
    let isCertain = parts.count == 2 && words.allSatisfy(isMonthName)
    return .replace(span, with: months[0], isCertain ? .safe : .unsafe, file: file)
  }

  /// Writes the month of a day, `2025-11-01`: safe for the first day of what begins and the last of
  /// what ends.
  static func fix(forDay day: String, isLast: Bool, at span: SourceSpan, file: Int) -> Fix {
    let month = String(day.prefix(7))
    let number = Int(day.suffix(2)) ?? 0
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    let length = lengths[(Int(month.suffix(2)) ?? 1) - 1]
    let isWhole = isLast ? number >= length : number == 1
    return .replace(span, with: month, isWhole ? .safe : .unsafe, file: file)
  }

  private static func parts(of written: String) -> [String] {
    written.split { !$0.isNumber && !$0.isLetter }.prefix(4).map(String.init)
  }

  /// `11/1/2025` is November in one country and January in another.
  static func candidates(for written: String) -> [String] {
    let parts = parts(of: written)
    guard let year = parts.first(where: isYear) else { return [] }
    var numbers = parts.filter { $0 != year }.compactMap { number(ofMonth: $0) }
    if isYear(parts[0]) { numbers = Array(numbers.prefix(1)) }
    var months: [String] = []
    for number in numbers where (1...12).contains(number) {
      let month = "\(year)-\(number < 10 ? "0" : "")\(number)"
      if !months.contains(month) { months.append(month) }
    }
    return months
  }

  private static func isYear(_ part: String) -> Bool {
    part.utf8.count == 4 && part.utf8.allSatisfy(\.isDigit)
  }

  private static func number(ofMonth part: String) -> Int? {
    if let number = Int(part) { return number }
    let start = part.lowercased().prefix(3)
    return names.firstIndex { $0.hasPrefix(start) && start.count == 3 }.map { $0 + 1 }
  }

  /// Whether it is the name of a month or the beginning of one.
  private static func isMonthName(_ part: String) -> Bool {
    let word = part.lowercased()
    return word == "sept" || word.utf8.count > 2 && names.contains { $0.hasPrefix(word) }
  }

  private static let names = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}
