/// R01: bytes, signs, texts, numbers and months.
extension DiagnosticEntry {
  static let notText = DiagnosticEntry(
    "not a text file",
    what: """
      The file holds bytes that no text has. It is most likely a document of a word processor, a
      workbook or an archive that was given the name of a rule file.
      """,
    why: """
      Rules are compared line by line when a criterion changes, and that takes plain text. Nothing
      of such a file is read, so that no partner is judged by half of the criteria.
      """,
    example: .described(
      wrong: "A document of a word processor that was renamed to `cloud.rules`.",
      right: "The same words saved as plain text, in UTF-8, under the name `cloud.rules`."
    ),
    repair: """
      Open the file in the program that wrote it and save it as plain text in UTF-8. Or paste its
      words into a new file of a text editor.
      """
  )

  static let invalidCharacter = DiagnosticEntry(
    "a character outside of the language",
    what: """
      Outside of quotes and comments stands a character that the language does not have, or bytes
      that are not UTF-8.
      """,
    why: """
      Names consist of letters, digits and inner hyphens, so that a name looks the same in every
      file and in every report. What the stray character was meant to say is not guessed.
      """,
    example: .rules(
      """
      area cloud "Cloud" {
        rows used = consumption
        gate any_use "Use" {
          criterion "Any use" cite S1
          met when some service of used in the last twelve months
        }
      }
      """,
      wrong: "any_use",
      right: "any-use"
    ),
    repair: """
      Use a hyphen inside of names. Put addresses and names of products in quotes. Where a whole
      file has the finding, save it as UTF-8.
      """
  )

  static let unterminatedText = DiagnosticEntry(
    "a text without its closing quote",
    what: """
      A text begins with a quote, and its line ends before the quote that closes it. A text stands
      on one line.
      """,
    why: """
      Without the closing quote the lines below would count as part of the text, and the rules in
      them would be lost. So a text never goes beyond its line.
      """,
    example: .rules(
      """
      workload "Phone
      workload "Boards"
      """,
      wrong: "\"Phone",
      right: "\"Phone\""
    ),
    repair: """
      Add `"` where the text ends. Where a quote belongs to the text itself, write `\\"` for it.
      """
  )

  static let foreignNotation = DiagnosticEntry(
    "the notation of another program",
    what: """
      A sign or number is written as in a spreadsheet, a word processor or a programming language.
      What is meant is clear, but it is written in another way here.
      """,
    why: """
      There is one way to write everything, so that two analysts read the same thing. `1,000` is a
      thousand in one country and just one in another: a limit read the wrong way would turn nearly
      every tenant into a customer that counts.
      """,
    example: .rules(
      """
      area cloud "Cloud" {
        value limit "ACR of a customer"
          = 1,000 USD from 2022-10 cite S1
        rows used = consumption
        measure acr "ACR" = acr of used
        gate size "Size" {
          criterion "At least $1,000" cite S1
          met when total acr >= limit
        }
      }
      """,
      wrong: "1,000 USD",
      right: "1000 USD"
    ),
    repair: """
      Write what the help says. For most signs `rulec check` knows the right one.
      """
  )

  static let invalidMonth = DiagnosticEntry(
    "not a month",
    what: """
      A month is written in another form than year, hyphen, month, or it does not exist. The forms
      are `2025-11` for a month and `2025-11-01` for a day.
      """,
    why: """
      `11/1/2025` is the first of November to one reader and the eleventh of January to another.
      A limit that begins ten months too early changes verdicts of months that are closed.
      """,
    example: .rules(
      """
      area cloud "Cloud" {
        value limit "ACR of a customer"
          = 1000 USD from 11/1/2025 cite S1
        rows used = consumption
        measure acr "ACR" = acr of used
        gate size "Size" {
          criterion "At least $1,000" cite S1
          met when total acr >= limit
        }
      }
      """,
      wrong: "11/1/2025",
      right: "2025-11"
    ),
    repair: """
      Write the year with four digits and the month with two: `2025-11`. Rules change with months,
      so leave the day out; only the retirement of a certificate has one.
      """
  )

  static let invalidNumber = DiagnosticEntry(
    "not a number",
    what: """
      A number runs into the word behind it, has more digits than are exact, or lies outside of
      what is allowed in its place.
      """,
    why: """
      Every number has a unit, and both are read by their own rules. Numbers are exact up to 18
      digits, so that no customer fails by a rounding.
      """,
    example: .rules(
      """
      area cloud "Cloud" {
        value limit "ACR of a customer"
          = 1000USD from 2022-10 cite S1
        rows used = consumption
        measure acr "ACR" = acr of used
        gate size "Size" {
          criterion "At least $1,000" cite S1
          met when total acr >= limit
        }
      }
      """,
      wrong: "1000USD",
      right: "1000 USD"
    ),
    repair: "Write a blank between the number and its unit, and at most 18 digits."
  )

  static let invalidEscape = DiagnosticEntry(
    "a stray backslash in a text",
    what: """
      In a text a backslash stands before another character than a quote or a backslash.
      """,
    why: """
      The backslash says that the quote behind it belongs to the text. Other uses of it differ from
      program to program, so here it has no other meaning.
      """,
    example: .rules(
      #"""
      workload "Mail\Archive"
      """#,
      wrong: #"Mail\Archive"#,
      right: #"Mail\\Archive"#
    ),
    repair: #"Write `\\` for one backslash, or use a slash."#
  )
}
