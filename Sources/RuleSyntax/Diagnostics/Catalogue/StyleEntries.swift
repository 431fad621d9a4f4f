/// R06: what does not change a verdict. These are warnings.
extension DiagnosticEntry {
  static let missingCitation = DiagnosticEntry(
    "a number that cites nothing",
    what: """
      A version of a value, set or rate does not say on which page it was published.
      """,
    why: """
      Verdicts quote the source of their limits. When a partner asks where a number comes from, a
      value without a citation has no answer.
      """,
    example: .rules(
      """
      area cloud "Cloud" {
        value limit "ACR of a customer"
          = 1000 USD from 2022-10
        rows used = consumption
        measure acr "ACR" = acr of used
        gate size "Size" {
          criterion "At least $1,000" cite S1
          met when total acr >= limit
        }
      }
      """,
      wrong: "from 2022-10",
      right: "from 2022-10 cite S1"
    ),
    repair: """
      Add `cite` with a declared source, and best of all the published words in quotes:
      `cite S1 "at least $1,000"`.
      """
  )

  static let unusedDefinition = DiagnosticEntry(
    "a definition that nothing uses",
    what: """
      No gate, metric or score uses the definition, neither directly nor by way of others.
      """,
    why: """
      Often it was meant to be used, and a condition uses another name by mistake. What is left
      behind makes readers believe that it counts.
      """,
    example: .rules(
      """
      area cloud "Cloud" {
        value limit "ACR of a customer"
          = 1000 USD from 2022-10 cite S1
        value upper "ACR of a large customer"
          = 9000 USD from 2022-10 cite S1
        rows used = consumption
        measure acr "ACR" = acr of used
        gate size "Size" {
          criterion "At least $1,000" cite S1
          met when total acr >= limit
        }
      }
      """,
      wrong: """
          value upper "ACR of a large customer"
            = 9000 USD from 2022-10 cite S1

        """,
      right: ""
    ),
    repair: "Delete it, or use it where it is meant to count."
  )

  static let unusedDeclaration = DiagnosticEntry(
    "a declaration that nothing uses",
    what: """
      A source that nothing cites, a unit of no value and no column, a kind of names without a
      column, or a choice on which nothing depends.
      """,
    why: """
      Often something else is wrong: a citation names another source, or a column the wrong unit.
      Readers look for the rules that belong to the declaration, and find none.
      """,
    example: .rules(
      """
      workload "Phone"
      unit call plural calls
      """,
      wrong: "\nunit call plural calls",
      right: ""
    ),
    repair: "Delete it, or use it where it is meant to be used."
  )

  static let unusedName = DiagnosticEntry(
    "a name that changes nothing",
    what: """
      A name of an open or selective kind stands in no set and no rate, has no other spelling, and
      covers nothing.
      """,
    why: """
      Of an open kind any name in a download will do, and of a selective kind only those that rules
      name are needed. So the declaration of such a name has no effect, which looks as if it had.
      """,
    example: .rules(
      """
      service "Backup"
      """,
      wrong: "\"Backup\"",
      right: "\"Backup\" also \"Backup and Recovery\""
    ),
    repair: """
      Delete it, or add it to the set that it was declared for. Where cells spell it differently,
      add the other spelling with `also`.
      """
  )
}
