import RuleSyntax
import TestSupport
import Testing

@Suite("Habits of other notations become what they mean")
struct HabitTests {
  /// A line as written elsewhere, and as it is written here.
  struct Habit: Sendable, CustomTestStringConvertible {
    let wrong: String
    let right: String
    let safety: Fix.Safety

    init(_ wrong: String, _ right: String, _ safety: Fix.Safety = .safe) {
      self.wrong = wrong
      self.right = right
      self.safety = safety
    }

    var testDescription: String { wrong }
  }

  static let numbers = [
    Habit(#"value v "A" == 5 USD"#, #"value v "A" = 5 USD"#),
    Habit(#"value v "A": 5 USD"#, #"value v "A" = 5 USD"#),
    Habit(#"value v "A" := 5 USD"#, #"value v "A" = 5 USD"#),
    Habit(#"value v "A" 5 USD"#, #"value v "A" = 5 USD"#),
    Habit(#"value v "A" = 5,000 USD"#, #"value v "A" = 5000 USD"#, .unsafe),
    Habit(#"value v "A" = 5.000,00 USD"#, #"value v "A" = 5000.00 USD"#),
    Habit(#"value v "A" = 1,234,567.5 USD"#, #"value v "A" = 1234567.5 USD"#),
    Habit(#"value v "A" = 0,125 USD"#, #"value v "A" = 0.125 USD"#),
    Habit(#"value v "A" = 2,5 USD"#, #"value v "A" = 2.5 USD"#),
    Habit("value v \"A\" = 1\u{202F}000 USD", #"value v "A" = 1000 USD"#),
    Habit(#"value v "A" = 25 %"#, #"value v "A" = 25 percent"#),
    Habit(#"value v "A" = 25%"#, #"value v "A" = 25 percent"#),
    Habit(#"value v "A" = 5USD"#, #"value v "A" = 5 USD"#),
    Habit(#"value v "A" = USD 5"#, #"value v "A" = 5 USD"#),
    Habit(#"value v "A" = $5"#, #"value v "A" = 5 USD"#),
    Habit(#"value v "A" = $ 5 USD"#, #"value v "A" = 5 USD"#),
    Habit(#"value v "A" = $5USD"#, #"value v "A" = 5 USD"#),
    Habit(#"value v "A" = $5,000"#, #"value v "A" = 5000 USD"#, .unsafe),
    Habit(#"value v "A" = 5 USD;"#, #"value v "A" = 5 USD"#),
    Habit(#"value v "A" = 5 USD // limit"#, ##"value v "A" = 5 USD  # limit"##),
    Habit(#"value v "A" = 5 USD -- limit"#, ##"value v "A" = 5 USD  # limit"##),
    Habit(#"value v "A" = 5 USD /* limit */"#, ##"value v "A" = 5 USD  # limit"##),
  ]

  static let texts = [
    Habit(#"value v “A” = 5 USD"#, #"value v "A" = 5 USD"#),
    Habit(#"value v „A“ = 5 USD"#, #"value v "A" = 5 USD"#),
    Habit(#"value v «A» = 5 USD"#, #"value v "A" = 5 USD"#),
    Habit(#"value v 'say "A"' = 5 USD"#, #"value v "say \"A\"" = 5 USD"#),
    Habit("value v `A` = 5 USD", #"value v "A" = 5 USD"#),
    Habit(#"value v A = 5 USD"#, #"value v "A" = 5 USD"#),
    Habit(#"value v Acr = 5 USD"#, #"value v "Acr" = 5 USD"#),
    Habit("value v \"A\"\u{A0}= 5\u{A0}USD", #"value v "A" = 5 USD"#),
    Habit("value v \"A\" = 5 U\u{200B}SD", #"value v "A" = 5 USD"#),
    Habit("value\tv\t\"A\"\t=\t5\tUSD;", #"value v "A" = 5 USD"#),
    Habit(#"value "v" "A" = 5 USD"#, #"value v "A" = 5 USD"#),
    Habit(#"value "V a" = 5 USD"#, #"value v-a "V a" = 5 USD"#, .unsafe),
    Habit(#"value v = 5 USD"#, #"value v "v" = 5 USD"#, .unsafe),
    Habit(#"set s of kind = "A" "B""#, #"set s of kind = "A", "B""#),
    Habit(#"set s of kind = "A", "B","#, #"set s of kind = "A", "B""#),
    Habit(#"set s of kind = "A" and "B""#, #"set s of kind = "A", "B""#),
    Habit(#"set s of kind = A, "B""#, #"set s of kind = "A", "B""#),
    Habit(#"set s of kind = "A" – "B""#, #"set s of kind = "A" - "B""#),
  ]

  static let months = [
    ("from 2025–11", "from 2025-11", Fix.Safety.safe),
    ("from 2025-1", "from 2025-01", .safe),
    ("from 2025/11", "from 2025-11", .safe),
    ("from 2025.11", "from 2025-11", .safe),
    ("from 11/2025", "from 2025-11", .safe),
    ("from Nov-2025", "from 2025-11", .safe),
    ("from November 2025", "from 2025-11", .safe),
    ("from Novembr 2025", "from 2025-11", .unsafe),
    ("from 2025-11-01", "from 2025-11", .safe),
    ("from 2025-11-15", "from 2025-11", .unsafe),
    ("until 2025-11-30", "until 2025-11", .safe),
    ("until 2025-11-01", "until 2025-11", .unsafe),
    ("from 11/11/2025", "from 2025-11", .unsafe),
    ("2025-11", "from 2025-11", .unsafe),
    ("until 2025-11 from 2025-01", "from 2025-01 until 2025-11", .safe),
    ("cite S1 from 2025-01", "from 2025-01 cite S1", .safe),
    ("cite S1 and S2", "cite S1, S2", .safe),
    ("FROM 2025-11", "from 2025-11", .safe),
    ("IF p IS q", "if p is q", .safe),
    ("if p == q", "if p is q", .safe),
    ("if p = q", "if p is q", .safe),
    ("form 2025-11", "from 2025-11", .unsafe),
  ].map { wrong, right, safety in
    Habit(#"value v "A" = 5 USD "# + wrong, #"value v "A" = 5 USD "# + right, safety)
  }

  static let conditions = [
    ("acr ≥ 5 USD", "acr >= 5 USD", Fix.Safety.safe),
    ("acr => 5 USD", "acr >= 5 USD", .safe),
    ("acr =< 5 USD", "acr <= 5 USD", .safe),
    ("acr > = 5 USD", "acr >= 5 USD", .safe),
    ("acr > x&&acr < y && acr > z", "acr > x and acr < y and acr > z", .safe),
    ("acr > x & acr < y", "acr > x and acr < y", .safe),
    ("acr > x || acr < y", "acr > x or acr < y", .safe),
    ("acr > x | acr < y", "acr > x or acr < y", .safe),
    ("acr > x AND Not tenant IN y", "acr > x and not tenant in y", .safe),
    ("!tenant in y", "not tenant in y", .safe),
    ("tenant != y", "tenant not in y", .unsafe),
    ("tenant ≠ y", "tenant not in y", .unsafe),
    ("tenant <> y", "tenant not in y", .unsafe),
    ("tenant is in y", "tenant in y", .safe),
    ("tenant is not in y", "tenant not in y", .safe),
    ("tenant not y", "tenant not in y", .safe),
    ("(tenant in y", "(tenant in y)", .unsafe),
    ("acr > x in any of last two months", "acr > x in any of the last two months", .safe),
    ("acr > $5", "acr > 5 USD", .safe),
    ("acr > “x”", "acr > x", .safe),
  ].map { wrong, right, safety in
    Habit(#"group g of tenants "G" = "# + wrong, #"group g of tenants "G" = "# + right, safety)
  }

  @Test(arguments: numbers + texts + months + conditions)
  func isRepaired(_ habit: Habit) {
    let right = Self.file(habit.right)
    let file = Self.file(habit.wrong)
    let found = file.diagnostics(asFile: 0)
    #expect(found.count == 1, "one mistake, one finding")
    #expect(found.first?.fix?.safety == habit.safety)
    let repairs = Repairs(of: [file], allowsUnsafe: habit.safety == .unsafe) { files in
      files[0].diagnostics(asFile: 0)
    }
    let text = String(decoding: repairs.files[0].source.bytes, as: UTF8.self)
    #expect(.formatted(Array(text.utf8)) == formatted(right.source), "\(text)")
    #expect(TreeText(repairs.files[0].tree).text == TreeText(right.tree).text)
    #expect(repairs.diagnostics.isEmpty)
  }

  /// Only the author knows what these mean.
  @Test(
    arguments: [
      #"value v "A" = 5 USD from 11/1/2025"#, #"value v "A" = 5 USD from 2025-13"#,
      #"value v "A" = 5"#, #"value v "A" = 5k USD"#, #"value v "A" = €5"#,
      #"group g of tenants "G" = acr == 5 USD"#, #"group g of tenants "G" = acr = 5 USD"#,
      #"group g of tenants "G" = acr > x and/or acr > y"#,
      #"group g of tenants "G" = acr > x then acr > y"#,
    ]
  )
  func hasNoRepair(_ line: String) {
    let found = Self.file(line).diagnostics(asFile: 0)
    #expect(found.count == 1 && found.first?.fix == nil)
  }

  /// Tabs are blanks.
  @Test func tabs() {
    let file = Self.file("value\tv \"A\"\t= 5 USD")
    #expect(file.diagnostics(asFile: 0) == [])
  }

  private static func file(_ line: String) -> ParsedFile {
    ParsedFile(SourceText(name: "a.rules", text: "area x \"X\" {\n  \(line)\n}\n"))
  }
}
