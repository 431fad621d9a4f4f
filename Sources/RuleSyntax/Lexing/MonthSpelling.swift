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

  /// `11/1/2025` is November in one country and January in another.
  static func candidates(for written: String) -> [String] {
    let parts = written.split { !$0.isNumber && !$0.isLetter }.prefix(4).map(String.init)
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
    let names = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    return names.firstIndex(of: String(part.lowercased().prefix(3))).map { $0 + 1 }
  }
}
