/// R05: conditions that can be evaluated, but say nothing. These are warnings.
extension DiagnosticEntry {
  static let neverMet = DiagnosticEntry(
    "a condition that nobody can meet",
    what: """
      Whatever the downloads say, the condition does not hold: two parts of it exclude each other,
      or it asks for names and amounts that none of its rows can have.
      """,
    why: """
      Every customer would fail, and the reason would read as if more seats or users could help.
      Usually a sign is turned round, or `and` stands where `or` is meant.
      """,
    example: .rules(
      """
      area work "Work" {
        value most "most seats of a small tenant"
          = 300 seats from 2022-10 cite S1
        rows used = seats-used
        measure seats "paid seats" = seats of used
        group small of tenants "small tenants"
          = some workload has (seats < 1 seat and seats > most)
        gate size "Size" {
          criterion "At least 1 small tenant" cite S1
          met when net small >= 1 tenant
        }
      }
      """,
      wrong: "(seats < 1 seat and seats > most)",
      right: "(seats >= 1 seat and seats <= most)"
    ),
    repair: """
      Correct the sign or the limit of one part, or write `or` between the two. The help shows an
      amount for which each part holds alone.
      """
  )

  static let alwaysMet = DiagnosticEntry(
    "a condition that everybody meets",
    what: "Whatever the downloads say, the condition holds.",
    why: """
      A gate that lets everybody pass is none, and each customer would meet the criterion. Mostly
      the limit is zero where one is meant, or the sign is turned round.
      """,
    example: .rules(
      """
      area work "Work" {
        rows used = seats-used
        measure seats "paid seats" = seats of used
        group active of tenants "tenants with seats"
          = some workload has seats > 0 seats
        gate size "Size" {
          criterion "At least 1 tenant" cite S1
          met when count of active >= 0 tenants
        }
      }
      """,
      wrong: ">= 0 tenants",
      right: ">= 1 tenant"
    ),
    repair: "Correct the limit or the sign. Where the condition is not needed, delete it."
  )

  static let impliedCondition = DiagnosticEntry(
    "a condition that adds nothing",
    what: """
      Another part of the condition, or another gate, decides alone: whoever meets the stricter one
      meets this one too.
      """,
    why: """
      Nothing is wrong with the verdicts, but one of the two is probably not what was meant: a limit
      with a digit too few, or a measure that was to be another one.
      """,
    example: .rules(
      """
      area work "Work" {
        value fewest "fewest seats"
          = 11 seats from 2022-10 cite S1
        rows used = seats-used
        measure seats "paid seats" = seats of used
        group large of tenants "tenants with enough seats"
          = some workload has (seats > 0 seats and seats >= fewest)
        gate size "Size" {
          criterion "At least 1 tenant" cite S1
          met when net large >= 1 tenant
        }
      }
      """,
      wrong: "(seats > 0 seats and seats >= fewest)",
      right: "seats >= fewest"
    ),
    repair: "Delete the part that adds nothing, or correct its measure or limit."
  )

  static let outOfRange = DiagnosticEntry(
    "an amount that cannot be",
    what: """
      A limit lies outside of the amounts that its unit can have, as `at least` and `at most` in the
      declaration of the unit say.
      """,
    why: """
      No row of a download could have such an amount: others are rejected. So the condition always
      has the same answer, mostly for a zero too many.
      """,
    example: .rules(
      """
      area work "Work" {
        value most "most seats of a small tenant"
          = 3000000 seats from 2022-10 cite S1
        rows used = seats-used
        measure seats "paid seats" = seats of used
        gate size "Size" {
          criterion "At most 300 seats" cite S1
          met when any seats <= most
        }
      }
      """,
      wrong: "3000000 seats",
      right: "300 seats"
    ),
    repair: """
      Correct the number. Where such amounts are real, correct the range in the declaration of the
      unit.
      """
  )
}
