import Facts
import Testing

@Suite("Days")
struct DayTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1970-01-02", 1), ("1969-12-31", -1), ("2000-03-01", 11_017),
    ("1900-03-01", -25_508), ("2026-06-01", 20_605), ("0000-03-01", -719_468),
  ])
  func daysAreCountedFrom1970(_ text: String, _ index: Int) throws {
    let day = try #require(Day(text))
    #expect(day.index == index)
    #expect(day.description == text)
    #expect(Day(index: index) == day)
  }

  @Test(arguments: [
    (2023, false), (2024, true), (1900, false), (2000, true), (2100, false), (2400, true),
  ])
  func leapYears(_ year: Int, _ isLeap: Bool) throws {
    let leapDay = Day(year: year, month: 2, day: 29)
    #expect((leapDay != nil) == isLeap)
    #expect(Day(year: year, month: 2, day: 30) == nil)
    let first = try #require(Day(year: year, month: 1, day: 1))
    let next = try #require(Day(year: year + 1, month: 1, day: 1))
    #expect(next.index - first.index == (isLeap ? 366 : 365))
    #expect(Day(lastOf: Month(year: year, number: 2)).description.hasSuffix(isLeap ? "29" : "28"))
  }

  @Test(arguments: [
    "2025-02-29", "2025-04-31", "2025-06-31", "2025-09-31", "2025-11-31", "2025-01-32",
    "2025-00-01", "2025-13-01", "2025-01-00", "2025-1-01", "2025-01-1", "25-01-01", "2025-01",
    "2025-01-01-", "2025/01/01", "", "abcd-01-01",
    "2025-01-0x", "2025-+1-01", "+025-01-01", "2025-01--1",
  ])
  func isNoDay(_ text: String) {
    #expect(Day(text) == nil)
  }

  /// Steps through the calendar by its definition, four centuries and more in each direction.
  @Test func everyDayFollowsTheOneBefore() throws {
    var (year, month, day) = (1569, 12, 31)
    var expected = try #require(Day(year: year, month: month, day: day)).index
    while year < 2401 {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      day += 1
      if day > lengths[month - 1] { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
      expected += 1
      let made = try #require(Day(year: year, month: month, day: day))
      guard made.index == expected, made.month == Month(year: year, number: month),
        Day(made.description) == made
      else {
        Issue.record("\(year)-\(month)-\(day) became \(made), \(made.index) for \(expected)")
        return
      }
    }
  }

  @Test func monthsEndBeforeTheNextBegins() throws {
    for index in Month(year: 1899, number: 11).index...Month(year: 2201, number: 2).index {
      let month = Month(index: index)
      let last = Day(lastOf: month)
      let next = month + 1
      #expect(last.month == month)
      #expect(Day(index: last.index + 1) == Day(year: next.year, month: next.number, day: 1))
    }
  }

  @Test func earlierDaysComeFirst() throws {
    let texts = ["1969-12-31", "1970-01-01", "2025-12-31", "2026-01-01"]
    let days = try texts.map { try #require(Day($0)) }
    #expect(days.reversed().sorted() == days)
  }
}
