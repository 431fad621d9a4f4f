/// R05: points that do not add up, and months without a version. These are warnings.
extension DiagnosticEntry {
  static let unreachablePoints = DiagnosticEntry(
    "points that nobody can reach",
    what: """
      A score gives more points than what it counts can earn, or a designation gives fewer in all
      than the program needs.
      """,
    why: """
      A partner would be told that points are missing which no customer and no certificate can
      bring. Mostly one number of a metric and its score was not changed with the other.
      """,
    example: .rules(
      programOfPoints(most: 100, earned: 80),
      wrong: "= 80 points",
      right: "= 100 points"
    ),
    repair: """
      Let the leaf or step earn as many points as its score gives at most, or correct the score. The
      help names both numbers.
      """
  )

  static let unusualTotal = DiagnosticEntry(
    "scores that do not add up",
    what: """
      The most points of all scores of a designation have another sum than the program says with
      `of 100 points`.
      """,
    why: """
      Every published designation has the same number of points in all. Another sum means that a
      score is missing, or has the points of another year.
      """,
    example: .rules(
      programOfPoints(most: 90, earned: 100),
      wrong: "= 90 points",
      right: "= 100 points"
    ),
    repair: """
      Correct the points of one score, or add the score that is missing. The help lists the points
      of all scores.
      """
  )

  static let gapInDates = DiagnosticEntry(
    "months without a version",
    what: """
      Between the end of a version and the beginning of the next one lie months in which neither is
      in force.
      """,
    why: """
      A published limit mostly holds until the next one. In the months between, whatever uses the
      value would have no answer; nothing does today.
      """,
    example: .rules(
      """
      area cloud "Cloud" {
        value limit "ACR of a customer"
          = 1000 USD from 2022-10 until 2023-05 cite S1
          = 1500 USD from 2023-08 cite S2
        rows used = consumption
        measure acr "ACR" = acr of used
        gate size "Size" from 2023-08 {
          criterion "At least $1,500" cite S1
          met when total acr >= limit
        }
      }
      """,
      wrong: "from 2023-08 cite",
      right: "from 2023-06 cite"
    ),
    repair: """
      Let the later version begin where the first one ends, or delete the `until` of the first one.
      Where the gap is meant, give the later versions a name of their own.
      """
  )

  /// A program of 100 points, with one metric that earns them and so many points at most.
  private static func programOfPoints(most: Int, earned: Int) -> String {
    """
    program "Programme" {
      areas cloud
      qualified when total >= 50 of 100 points in any of the last six months cite S1
    }
    area cloud "Cloud" {
      value adds-points "points of net customer adds"
        = \(most) points from 2022-10 cite S1
      value earned "points of new customers"
        = \(earned) points from 2022-10 cite S1
      value target "new customers for most points"
        = 5 tenants from 2022-10 cite S1
      rows used = consumption
      measure acr "ACR" = acr of used
      group consuming of tenants "tenants with ACR"
        = acr > 0 USD
      metric adds "Net customer adds" {
        leaf net "New tenants" {
          criterion "At least 1 new tenant" cite S1
          met when net consuming >= 1 tenant
          earns earned at target
        }
      }
      designation "Cloud" {
        score adds "Net customer adds" at most adds-points of adds
      }
    }
    """
  }
}
