/// R03: what declarations refer to, and what they lack.
extension DiagnosticEntry {
  static let unknownSource = DiagnosticEntry(
    "a source that is not declared",
    what: "After `cite` stands the short name of a source, and no source is declared under it.",
    why: """
      A citation is the proof that a number was published. Who doubts a verdict has to find the
      page, so every citation leads to a declared source.
      """,
    example: .rules(
      """
      area cloud "Cloud" {
        value limit "ACR of a customer"
          = 1000 USD from 2022-10 cite S9
        rows used = consumption
        measure acr "ACR" = acr of used
        gate size "Size" {
          criterion "At least $1,000" cite S1
          met when total acr >= limit
        }
      }
      """,
      wrong: "S9",
      right: "S2"
    ),
    repair: """
      Use the short name of a declared source, or declare it: `source S9 "title of the page"`.
      """
  )

  static let circularDefinition = DiagnosticEntry(
    "a group that is defined by itself",
    what: """
      The condition of a group asks for members of the same group, directly or by way of other
      groups.
      """,
    why: """
      Who is in the group could only be told after it is known who is in the group. No tenant would
      ever get an answer.
      """,
    example: .rules(
      """
      area work "Work" {
        rows used = seats-used
        measure seats "paid seats" = seats of used
        group active of tenants "tenants with seats"
          = tenant in loyal
        group loyal of tenants "tenants that stay"
          = tenant in active and tenant in active a year earlier
        gate size "Size" {
          criterion "At least 1 tenant" cite S1
          met when net loyal >= 1 tenant
        }
      }
      """,
      wrong: "= tenant in loyal",
      right: "= some workload has seats > 0 seats"
    ),
    repair: """
      Let one of the groups ask for numbers instead: `some workload has seats > 0 seats`. For the
      same group a year ago, declare the condition once and ask for it `a year earlier`.
      """
  )

  static let unknownRole = DiagnosticEntry(
    "a column of an unknown kind",
    what: """
      Behind the colon of a column stands what its cells hold: a role such as `tenant` or `month`,
      a declared kind of names, or a unit. This word is none of them.
      """,
    why: """
      Cells are read by what they hold: names are looked up, numbers add up in their unit. What a
      cell of an unknown kind means cannot be told.
      """,
    example: .rules(
      """
      table calls "Calls" {
        customer: customer from "Customer"
        tenant:   tenant   from "Tenant"
        month:    month    from "Month"
        workload: workload from "Product"
        callers:  usres    from "Callers" listed
      }
      """,
      wrong: "usres ",
      right: "users "
    ),
    repair: """
      Correct the spelling, or declare the unit: `unit call plural calls`. Give the role `text` to a
      column that nothing counts.
      """
  )

  static let missingDeclaration = DiagnosticEntry(
    "a part that has to be there",
    what: """
      A declaration lacks a part that others rest on: a choice its default, a table its tenant or
      month, an area its gates and metrics, a score what earns its points.
      """,
    why: """
      Without a month nobody knows when seats were paid for, and without a default a reading would
      depend on chance. An area without gates and metrics asks nothing, so that each customer meets it.
      """,
    example: .rules(
      """
      table calls "Calls" {
        customer: customer from "Customer"
        tenant:   tenant   from "Tenant"
        workload: workload from "Product"
        callers:  users    from "Callers" listed
      }
      """,
      wrong: "  workload: workload",
      right: "  month:    month    from \"Month\"\n  workload: workload"
    ),
    repair: "Add the part that the help names, or delete the declaration where nothing needs it."
  )
}
