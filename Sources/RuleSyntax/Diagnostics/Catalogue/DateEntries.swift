/// R05: dates, and conditions that hold for everybody.
extension DiagnosticEntry {
  static let noVersionInForce = DiagnosticEntry(
    "nothing is in force in a month",
    what: """
      Something is used in a month in which no version of it is in force: before the first begins,
      after the last has ended, or under one reading only.
      """,
    why: """
      For that month the criterion could not be evaluated, and every customer would get no verdict.
      The months of the future are checked as well.
      """,
    example: .rules(
      """
      area cloud "Cloud" {
        set counted of association
          = "Adviser" from 2023-06 cite S1
        rows used = consumption where association in counted
        gate use "Use" from 2022-10 {
          criterion "Any use" cite S1
          met when some service of used in the last twelve months
        }
      }
      """,
      wrong: "from 2023-06",
      right: "from 2022-10"
    ),
    repair: """
      Let the first version begin earlier, or what uses it later. In a gap between two versions,
      delete the `until` of the first one. For a reading, add a version with `if`.
      """
  )

  static let overlappingVersions = DiagnosticEntry(
    "two versions in one month",
    what: """
      Two versions of one thing are in force in the same month. They begin in one month, or the
      first is said to last into the second.
      """,
    why: """
      One month has one limit. With two, a customer between them would be met by one line and not by
      the other.
      """,
    example: .rules(
      """
      area cloud "Cloud" {
        value limit "ACR of a customer"
          = 1000 USD from 2022-10 cite S1
          = 1500 USD from 2022-10 cite S2
        rows used = consumption
        measure acr "ACR" = acr of used
        gate size "Size" {
          criterion "At least the limit" cite S1
          met when total acr >= limit
        }
      }
      """,
      wrong: "= 1500 USD from 2022-10",
      right: "= 1500 USD from 2025-11"
    ),
    repair: """
      Let each version begin in its own month: a version lasts until the next one begins. Delete the
      `until` of the first, or the version that does not hold.
      """
  )

  static let neverInForce = DiagnosticEntry(
    "an end before the beginning",
    what: "The month after `until` is before the month after `from`.",
    why: """
      What is written there is in force in no month. The gate or limit would never count, and nobody
      would notice.
      """,
    example: .rules(
      """
      area cloud "Cloud" {
        rows used = consumption
        gate use "Use" from 2025-11 until 2025-06 {
          criterion "Any use" cite S1
          met when some service of used in the last twelve months
        }
      }
      """,
      wrong: "until 2025-06",
      right: "until 2026-06"
    ),
    repair: """
      Correct one of the months; `until` is the last month in force, that month included. Or leave
      `until` out.
      """
  )

  static let countsTheAbsent = DiagnosticEntry(
    "a condition that holds without any rows",
    what: """
      A group, or `some …`, holds even for tenants of which no download has a row, as an amount
      below a limit does.
      """,
    why: """
      Who has no rows has zero of everything. Such a group would count every tenant on earth, and
      each customer could meet the criterion with tenants that it does not have.
      """,
    example: .rules(
      """
      area cloud "Cloud" {
        value limit "ACR of a small tenant"
          = 100 USD from 2022-10 cite S1
        rows used = consumption
        measure acr "ACR" = acr of used
        group small of tenants "small tenants"
          = acr < limit
        gate size "Size" {
          criterion "At least 1 small tenant" cite S1
          met when net small >= 1 tenant
        }
      }
      """,
      wrong: "= acr < limit",
      right: "= acr < limit and acr > 0 USD"
    ),
    repair: """
      Add a lower bound above zero, such as `and acr > 0 USD`. The help shows one with a measure of
      your rules.
      """
  )

  static let wrongDateOrder = DiagnosticEntry(
    "versions out of order",
    what: "A version begins before the version that stands above it.",
    why: """
      Versions are read from top to bottom as the history of a criterion. For a set the order
      decides who is in it, as each line adds to the lines above.
      """,
    example: .rules(
      """
      area cloud "Cloud" {
        value limit "ACR of a customer"
          = 1500 USD from 2025-11 cite S2
          = 1000 USD from 2022-10 cite S1
        rows used = consumption
        measure acr "ACR" = acr of used
        gate size "Size" {
          criterion "At least the limit" cite S1
          met when total acr >= limit
        }
      }
      """,
      wrong: """
            = 1500 USD from 2025-11 cite S2
            = 1000 USD from 2022-10 cite S1
        """,
      right: """
            = 1000 USD from 2022-10 cite S1
            = 1500 USD from 2025-11 cite S2
        """
    ),
    repair: """
      Write the older version first. Where a month is mistyped, correct it.
      """
  )
}
