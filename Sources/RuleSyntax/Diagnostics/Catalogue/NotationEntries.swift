/// R02: words, blocks and files.
extension DiagnosticEntry {
  static let unexpectedToken = DiagnosticEntry(
    "something else is expected here",
    what: """
      At this place a certain word, sign or name has to stand, and something else or nothing stands
      there. The message says what is expected.
      """,
    why: """
      Parts of a rule have a fixed order, so that each has one meaning. A number without its unit
      could be compared with seats where dollars are meant.
      """,
    example: .rules(
      """
      area cloud "Cloud" {
        value limit "ACR of a customer"
          = 1000 from 2022-10 cite S1
        rows used = consumption
        measure acr "ACR" = acr of used
        gate size "Size" {
          criterion "At least $1,000" cite S1
          met when total acr >= limit
        }
      }
      """,
      wrong: "1000 from",
      right: "1000 USD from"
    ),
    repair: """
      Write what the message expects, before or in place of what is marked. Compare with a line of
      the same kind that has no finding.
      """
  )

  static let unknownWord = DiagnosticEntry(
    "a word that begins nothing here",
    what: """
      A line begins with a word that begins no declaration in this block. It is misspelt, or the
      block that it belongs to is closed already or not yet open.
      """,
    why: """
      Were such a line passed over, its criterion would silently not count, and partners would be
      told that they meet what they do not.
      """,
    example: .rules(
      """
      area cloud "Cloud" {
        valeu limit "ACR of a customer"
          = 1000 USD from 2022-10 cite S1
        rows used = consumption
        measure acr "ACR" = acr of used
        gate size "Size" {
          criterion "At least $1,000" cite S1
          met when total acr >= limit
        }
      }
      """,
      wrong: "valeu",
      right: "value"
    ),
    repair: """
      Correct the spelling, or move the line into the block that it belongs to. Look for a `}` too
      many above it.
      """
  )

  static let unclosedBlock = DiagnosticEntry(
    "a block that is not closed",
    what: """
      A block begins with `{`, and its `}` is missing. The finding stands where the next block
      begins, and shows where the open one began.
      """,
    why: """
      What belongs to a gate, a metric or an area is told by its braces alone. With one missing,
      what stands below would count as a part of the gate above.
      """,
    example: .rules(
      """
      area cloud "Cloud" {
        rows used = consumption
        measure acr "ACR" = acr of used
        gate use "Use" {
          criterion "Any use" cite S1
          met when some service of used in the last twelve months
        metric growth "Growth" {
          leaf growth "Growth" {
            criterion "Any growth" cite S1
            met when any growth in acr
          }
        }
      }
      """,
      wrong: "twelve months\n",
      right: "twelve months\n  }\n"
    ),
    repair: "Add `}` where the block ends. It stands below the first letter of the block's line."
  )

  static let nestedTooDeep = DiagnosticEntry(
    "too many conditions inside of each other",
    what: """
      Conditions stand inside of each other more than 64 deep, or with the groups that they use
      more than 256 deep.
      """,
    why: """
      A verdict comes with its reason, and nobody can follow a reason of so many levels. The limit
      also keeps a damaged file from stopping the program.
      """,
    example: .rules(
      """
      area cloud "Cloud" {
        rows used = consumption
        measure acr "ACR" = acr of used
        group consuming of tenants "tenants with ACR"
          = ((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((
            acr > 0 USD
            ))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))
        gate size "Size" {
          criterion "At least 1 tenant" cite S1
          met when count of consuming >= 1 tenant
        }
      }
      """,
      wrong: """
            = ((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((
              acr > 0 USD
              ))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))
        """,
      right: "    = acr > 0 USD"
    ),
    repair: """
      Leave out parentheses that change nothing. Give a part of the condition a name with `group`,
      and use the name.
      """
  )

  static let reservedName = DiagnosticEntry(
    "a name that is a word of the language",
    what: "A definition has the name of a word that the language uses itself.",
    why: """
      With a value called `total`, the line `met when total acr > limit` could be read in two ways.
      So the words of the language are nobody's names.
      """,
    example: .rules(
      """
      table amount "Amounts" {
        customer: customer from "Customer"
        tenant:   tenant   from "Tenant"
        month:    month    from "Month"
        workload: workload from "Product"
        seats:    seats    from "Seats" listed
      }
      """,
      wrong: "table amount",
      right: "table seat-amounts"
    ),
    repair: """
      Choose a name that says more, such as `customer-acr`, and use it in the conditions too.
      Section 1.8 of the grammar lists the words.
      """
  )

  static let unreadableFile = DiagnosticEntry(
    "a file that cannot be read",
    what: """
      A rule file that another one names after `use` is not there or cannot be opened, or a file is
      too large.
      """,
    why: """
      What the missing file declares may be a criterion. Rules are evaluated only when all of them
      are known.
      """,
    example: .described(
      wrong: "The line `use \"fcats.rules\"` beside a file of the name `facts.rules`.",
      right: "The line `use \"facts.rules\"`."
    ),
    repair: """
      Correct the name after `use`: it is relative to the folder of the file that uses it. Or
      delete the line where the file is not needed any more.
      """
  )
}
