/// What an author may have meant by a number with signs between its digits.
enum NumberSpelling {
  /// The number as the language has it, and whether it can be no other one.
  ///
  /// `5.000,50` and `5,000.50` have a fraction after their last, different sign, `0,25` after its
  /// comma. In `5,000` the comma may group or begin a fraction.
  static func plain(_ written: String) -> (number: String, isCertain: Bool) {
    let groups = written.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    let signs = written.filter { $0 == "," || $0 == "." }
    let digits = groups.joined()
    guard let last = signs.last, let fraction = groups.last else { return (digits, true) }
    let isOnce = signs.count { $0 == last } == 1
    let isDecimal = "\(groups.dropLast().joined()).\(fraction)"
    if signs.count == 1 {
      let isGroup = fraction.count == 3 && groups[0] != "0" && groups[0].count <= 3
      return isGroup ? (digits, false) : (isDecimal, true)
    }
    let areGroups = groups.dropFirst().dropLast().allSatisfy { $0.count == 3 }
    if isOnce { return (isDecimal, areGroups) }
    return (digits, areGroups && fraction.count == 3)
  }
}
