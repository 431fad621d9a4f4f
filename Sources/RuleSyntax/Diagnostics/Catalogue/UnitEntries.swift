/// R04: units, numbers, and what a condition is about.
extension DiagnosticEntry {
  static let incompatibleUnits = DiagnosticEntry(
    "two units that do not fit",
    what: """
      A number is compared with, or added to, a number in another unit. The message names both
      units, and the second place shows where the other one is declared.
      """,
    why: """
      A thousand seats are not a thousand dollars, and nothing is converted. Compared all the same,
      customers would meet or miss the limit by a number that means something else.
      """,
    example: .rules(
      """
      area cloud "Cloud" {
        value limit "ACR of a customer"
          = 1000 seats from 2022-10 cite S1
        rows used = consumption
        measure acr "ACR" = acr of used
        gate size "Size" {
          criterion "At least $1,000" cite S1
          met when total acr >= limit
        }
      }
      """,
      wrong: "1000 seats",
      right: "1000 USD"
    ),
    repair: """
      Correct the unit of the value, or compare with a value in the unit of the measure. A `rate`
      says what a unit comes to in another one. Shares and growths are in `percent`.
      """
  )

  static let bareNumber = DiagnosticEntry(
    "a number without a name",
    what: """
      A condition compares with a number other than 0 and 1. Such a number is declared as a `value`,
      and the condition uses its name.
      """,
    why: """
      Limits change. A value keeps its title, its months and the page that publishes it, so that a
      new limit is one more line, and older months keep the old one.
      """,
    example: .rules(
      """
      area cloud "Cloud" {
        rows used = consumption
        measure acr "ACR" = acr of used
        gate size "Size" {
          criterion "At least $500" cite S1
          met when total acr >= 500 USD
        }
      }
      """,
      wrong: """
          rows used = consumption
          measure acr "ACR" = acr of used
          gate size "Size" {
            criterion "At least $500" cite S1
            met when total acr >= 500 USD
        """,
      right: """
          value customer-acr "ACR of a customer"
            = 500 USD from 2022-10 cite S1
          rows used = consumption
          measure acr "ACR" = acr of used
          gate size "Size" {
            criterion "At least $500" cite S1
            met when total acr >= customer-acr
        """
    ),
    repair: """
      Declare the value in the area, with its first month and its source, and write its name in the
      condition.
      """
  )

  static let unboundName = DiagnosticEntry(
    "a condition that is not about this",
    what: """
      A group asks a condition of each tenant, of each name such as a workload, or of each workload
      of a tenant. Here it asks for something that one of these does not have.
      """,
    why: """
      A tenant has seats for each of its workloads, and no single number of seats. The language
      does not guess whether some workload is meant, or all of them together.
      """,
    example: .rules(
      """
      area work "Work" {
        rows used = seats-used
        measure seats "paid seats" = seats of used
        group active of tenants "tenants with seats"
          = seats > 0 seats
        gate size "Size" {
          criterion "At least 1 tenant" cite S1
          met when net active >= 1 tenant
        }
      }
      """,
      wrong: "= seats > 0 seats",
      right: "= some workload has seats > 0 seats"
    ),
    repair: """
      Write `some workload has …` around the condition. Or make it a group `of workloads per tenant`,
      which looks at each workload of a tenant.
      """
  )

  static let wrongTable = DiagnosticEntry(
    "tables that do not fit together",
    what: """
      Rows are selected from tables that are about different things, or from one that has no rows
      to count.
      """,
    why: """
      A selection counts one kind of name, such as workloads or services. Seats of workloads and
      consumption of services have no common count.
      """,
    example: .rules(
      """
      area work "Work" {
        rows used = seats-used, consumption
        gate use "Use" {
          criterion "Any use" cite S1
          met when some association of used in the last twelve months
        }
      }
      """,
      wrong: ", consumption",
      right: ""
    ),
    repair: """
      Make a selection of rows for each of the tables, with measures of their own, and a gate or
      leaf for each.
      """
  )

  static let needsAssociation = DiagnosticEntry(
    "the beginning of an association that nobody names",
    what: """
      A gate or leaf asks when a partner association began, and does not say which association it
      is about.
      """,
    why: """
      A tenant may have several partner associations that began in different months. Growth since
      one of them says nothing about another.
      """,
    example: .rules(
      """
      area work "Work" {
        rows used = seats-used
        measure users "active users" = users of used
        metric growth "Growth of usage" {
          leaf users "Active users" {
            criterion "Any growth of active users" cite S1
            met when change in users since association > 0 users
          }
        }
      }
      """,
      wrong: "\"Active users\"",
      right: "\"Active users\" under \"Reseller\""
    ),
    repair: """
      Write `under "…"` with the association after the title of the leaf. Or select rows by a set of
      associations: `where association in partners`.
      """
  )

  static let negativeRange = DiagnosticEntry(
    "a range without anything in it",
    what: "After `between` the first number is larger than the second.",
    why: "No number lies in such a range, so that no customer could ever meet the condition.",
    example: .rules(
      """
      area work "Work" {
        value fewest "fewest seats"
          = 11 seats from 2022-10 cite S1
        value most "most seats"
          = 300 seats from 2022-10 cite S1
        rows used = seats-used
        measure seats "paid seats" = seats of used
        gate size "Size" {
          criterion "11 to 300 seats" cite S1
          met when any seats between most and fewest
        }
      }
      """,
      wrong: "between most and fewest",
      right: "between fewest and most"
    ),
    repair: """
      Write the smaller number first. Where a value changes with the months, look at the version of
      that month.
      """
  )

  static let doubtfulNumber = DiagnosticEntry(
    "a number that may be thousands",
    what: """
      A number has a point with three digits behind it, and its unit is not shown with so many
      decimals.
      """,
    why: """
      In half of Europe `1.500` is one thousand five hundred, here it is one and a half. A threshold
      that is a thousand times too low would let every customer in.
      """,
    example: .rules(
      """
      area cloud "Cloud" {
        value limit "ACR of a customer"
          = 1.500 USD from 2022-10 cite S1
        rows used = consumption
        measure acr "ACR" = acr of used
        gate use "Use" {
          criterion "At least 1,500 USD" cite S1
          met when total acr >= limit
        }
      }
      """,
      wrong: "1.500 USD",
      right: "1500 USD"
    ),
    repair: """
      Write thousands without a point: `1500`. Write a fraction without zeros at its end, or with
      fewer digits: `1.5`.
      """
  )
}
