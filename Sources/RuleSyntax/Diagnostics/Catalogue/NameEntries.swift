/// R03: names that are not there, or stand for something else.
extension DiagnosticEntry {
  static let unknownName = DiagnosticEntry(
    "a name that nothing has",
    what: """
      A rule uses a name, and nothing of the kind that is needed here is declared under it. The
      help asks for the names that are nearly spelt like it.
      """,
    why: """
      A condition about nothing has no answer. Were it passed over, the customer would be judged by
      the conditions that are left.
      """,
    example: .rules(
      """
      area cloud "Cloud" {
        value limit "ACR of a customer"
          = 1000 USD from 2022-10 cite S1
        rows used = consumption
        measure acr "ACR" = acr of used
        gate size "Size" {
          criterion "At least $1,000" cite S1
          met when total acr >= limt
        }
      }
      """,
      wrong: "limt",
      right: "limit"
    ),
    repair: """
      Correct the spelling, or declare the name. A name of a track is known in that track only.
      Where a declaration was renamed, rename its uses too.
      """
  )

  static let repeatedName = DiagnosticEntry(
    "something is there twice",
    what: """
      Two declarations have one name, or a list has the same member twice. The finding stands at
      the second one and shows the first.
      """,
    why: """
      With two declarations of a limit, nobody could tell which one decided. A workload that is
      listed twice is a sign that another one was meant and is missing.
      """,
    example: .rules(
      """
      workload "Phone" also "Calls"
      workload "Phone" also "Telephony"
      """,
      wrong: "\nworkload \"Phone\" also \"Telephony\"",
      right: ", \"Telephony\""
    ),
    repair: """
      Delete one of the two, or give it a name of its own. For a new value from a certain month, add
      a version to the first declaration: `= 1500 USD from 2025-11`.
      """
  )

  static let wrongKindOfName = DiagnosticEntry(
    "a name of another kind",
    what: """
      The name is declared, but it stands for something that does not fit here: a set where a group
      is needed, or a column of names where numbers are needed.
      """,
    why: """
      A set lists names such as workloads, a group finds tenants or names by a condition, a measure
      gives numbers. Each can be asked other things.
      """,
    example: .rules(
      """
      area cloud "Cloud" {
        set partners of association
          = "Adviser", "Reseller" from 2022-10 cite S1
        rows used = consumption where service in partners
        gate use "Use" {
          criterion "Any use" cite S1
          met when some service of used in the last twelve months
        }
      }
      """,
      wrong: "where service",
      right: "where association"
    ),
    repair: """
      Use one of the names that the help lists, or declare what is needed. The message says what the
      name stands for, and the second place shows its declaration.
      """
  )

  static let undeclaredMember = DiagnosticEntry(
    "a member that is not declared",
    what: """
      A set, a rate or `under` names a workload, service or association in quotes, and no such name
      is declared. Or a set takes away what it does not have.
      """,
    why: """
      Cells of downloads are compared with these names. A misspelt workload would be found in no
      row, and its users would count for nobody.
      """,
    example: .rules(
      """
      area work "Work" {
        set counted of workload
          = "Mails", "Chat" from 2022-10 cite S1
        rows used = seats-used where workload in counted
        gate use "Use" {
          criterion "Mail or Chat" cite S1
          met when some workload of used in the last twelve months
        }
      }
      """,
      wrong: "\"Mails\"",
      right: "\"Mail\""
    ),
    repair: """
      Write the name as it is declared, or declare it, such as `workload "Boards"`. For another
      spelling of a declared name, add `also "…"` to its declaration.
      """
  )

  static let clashingAlias = DiagnosticEntry(
    "one spelling for two things",
    what: """
      A name, another spelling of it, the header of a column or a unit stands for something else
      already. Names are compared without case.
      """,
    why: """
      A row of a download says only the spelling. If it stood for two workloads, its users would
      count for the wrong one, or for both.
      """,
    example: .rules(
      """
      workload "Phone" also "Calls", "chat"
      """,
      wrong: ", \"chat\"",
      right: ""
    ),
    repair: "Delete the spelling in one of the two places, or choose another one."
  )
}
