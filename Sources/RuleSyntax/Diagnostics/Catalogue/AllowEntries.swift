/// R061: comments that hide warnings.
extension DiagnosticEntry {
  static let cannotBeAllowed = DiagnosticEntry(
    "an error that a comment allows",
    what: """
      A comment allows an error, or a finding about such comments. Only other warnings can be allowed.
      """,
    why: """
      Rules with an error are not evaluated, since their verdicts would be wrong. A comment that seemed
      to allow it would make readers believe that somebody had decided so.
      """,
    example: .rules(
      """
      area cloud "Cloud" {
        value limit "ACR of a customer"
          = 1000 USD from 2022-10 cite S1  # allow R0401: dollars of the list
        rows used = consumption
        measure acr "ACR" = acr of used
        gate size "Size" {
          criterion "At least $1,000" cite S1
          met when total acr >= limit
        }
      }
      """,
      wrong: "  # allow R0401: dollars of the list",
      right: ""
    ),
    repair: "Correct what the finding is about, and delete its code from the comment."
  )

  static let allowWithoutReason = DiagnosticEntry(
    "a comment that allows without a reason",
    what: "A comment hides a warning and does not say why this is right.",
    why: """
      Years later nobody knows whether the warning was looked at. The reason is what a reviewer can
      agree with or not.
      """,
    example: .rules(
      """
      area cloud "Cloud" {
        value limit "ACR of a customer"
          = 1000 USD from 2022-10  # allow R0601
        rows used = consumption
        measure acr "ACR" = acr of used
        gate size "Size" {
          criterion "At least $1,000" cite S1
          met when total acr >= limit
        }
      }
      """,
      wrong: "# allow R0601",
      right: "# allow R0601: told by mail, no page says it"
    ),
    repair: "Write a colon after the codes, and behind it the reason in a few words."
  )

  static let unknownAllowedCode = DiagnosticEntry(
    "a comment that allows an unknown code",
    what: "A comment allows a finding by a code that does not exist.",
    why: "Probably the code is misspelt, and the finding that was meant is not hidden.",
    example: .rules(
      """
      area cloud "Cloud" {
        value limit "ACR of a customer"
          = 1000 USD from 2022-10 cite S1  # allow R0690: told by mail
        rows used = consumption
        measure acr "ACR" = acr of used
        gate size "Size" {
          criterion "At least $1,000" cite S1
          met when total acr >= limit
        }
      }
      """,
      wrong: "  # allow R0690: told by mail",
      right: ""
    ),
    repair: "Write the code that stands in brackets before the finding, or delete the comment."
  )

  static let uselessAllow = DiagnosticEntry(
    "a comment that hides nothing",
    what: """
      A comment allows a warning, and no such warning is there: neither on its line, nor on the line
      below it, nor in the statement that begins or ends there.
      """,
    why: """
      The reason for the comment is gone, or it stands in the wrong place. If it stays, it hides a
      mistake that somebody makes there later.
      """,
    example: .rules(
      """
      area cloud "Cloud" {
        value limit "ACR of a customer"
          = 1000 USD from 2022-10 cite S1  # allow R0601: told by mail
        rows used = consumption
        measure acr "ACR" = acr of used
        gate size "Size" {
          criterion "At least $1,000" cite S1
          met when total acr >= limit
        }
      }
      """,
      wrong: "  # allow R0601: told by mail",
      right: ""
    ),
    repair: """
      Delete the comment. If a warning is told nearby, move it to the end of that line, or directly
      above it without an empty line between.
      """
  )
}
