import Testing

/// Security's three schemes: each person of 2022, the steps of 2023, the tracks of 2026.
@Suite("Certificates of Security")
struct SecuritySkillingTests {
  static let cases: [SkillingCase] = [
    SkillingCase(
      "S4: two of six people with all three, 13.3",
      "2022-10",
      "security",
      "MS-500: A B; AZ-500: A B; SC-300: A; SC-400: B",
      "40/3"
    ),
    SkillingCase(
      "S4: the three with different people",
      "2022-10",
      "security",
      "MS-500: A; AZ-500: B; SC-300: C",
      "0"
    ),
    SkillingCase(
      "S4: required ones without an elective",
      "2022-10",
      "security",
      "MS-500: A; AZ-500: A",
      "0"
    ),
    SkillingCase(
      "S4: six people, two electives count once",
      "2023-05",
      "security",
      "MS-500: A B C D E F; AZ-500: A B C D E F; SC-200: A B C D E F; SC-300: A",
      "40"
    ),

    SkillingCase(
      "L-SEC-23: one person in each of two steps",
      "2023-06",
      "security",
      "AZ-500: A; MS-500: B; SC-100: C",
      "20/3"
    ),
    SkillingCase(
      "L-SEC-23: SC-200 counts in both steps",
      "2023-06",
      "security",
      "AZ-500: A; SC-200: B",
      "20/3"
    ),
    SkillingCase("L-SEC-23: no step 2", "2023-06", "security", "AZ-500: A; SC-300: A B", "0"),
    SkillingCase("L-SEC-23: no step 1", "2023-06", "security", "SC-200: A B C D E F", "0"),
    SkillingCase(
      "L-SEC-23: six people",
      "2023-11",
      "security",
      "AZ-500: A; SC-200: A; SC-100: A B; SC-300: C D; SC-400: E F",
      "40"
    ),
    SkillingCase(
      "L-SEC-23: still one person",
      "2023-11",
      "security",
      "AZ-500: A; SC-200: A",
      "20/3"
    ),

    SkillingCase(
      "L-SEC-23: two people from 2023-12",
      "2023-12",
      "security",
      "AZ-500: A; SC-200: A B; SC-300: A",
      "0"
    ),
    SkillingCase(
      "L-SEC-23: two people from 2023-12, in step 2 too",
      "2023-12",
      "security",
      "AZ-500: A B; SC-200: A; SC-300: A",
      "0"
    ),
    SkillingCase(
      "L-SEC-23: SC-200 is out of step 3",
      "2023-12",
      "security",
      "AZ-500: A B; SC-200: A B C D",
      "0"
    ),
    SkillingCase(
      "L-SEC-23: two people in each",
      "2023-12",
      "security",
      "AZ-500: A B; SC-200: A; MS-500: B; SC-300: A",
      "20/3"
    ),

    SkillingCase(
      "L-SEC-26: Enterprise, step 1 with either certificate",
      "2026-07",
      "security-enterprise",
      "AZ-500: A; SC-500: B; SC-200: A B; SC-401: C; SC-100: D",
      "40/3"
    ),
    SkillingCase(
      "L-SEC-26: Enterprise, both certificates of one person",
      "2026-07",
      "security-enterprise",
      "AZ-500: A; SC-500: A; SC-200: A B; SC-401: C",
      "0"
    ),
    SkillingCase(
      "L-SEC-26: Enterprise, required ones earn nothing",
      "2026-07",
      "security-enterprise",
      "SC-500: A B; SC-200: A B",
      "0"
    ),
    SkillingCase(
      "L-SEC-26: SMB, 4 + 4 + 8",
      "2026-07",
      "security-smb",
      "SC-500: A; SC-200: A; SC-300: A",
      "16"
    ),
    SkillingCase(
      "L-SEC-26: SMB, 4 + 4 + 4 x 8",
      "2026-07",
      "security-smb",
      "AZ-500: A; SC-200: A; SC-300: A B C D",
      "40"
    ),
    SkillingCase(
      "L-SEC-26: SMB, 40 at most",
      "2026-07",
      "security-smb",
      "AZ-500: A; SC-200: A; SC-300: A B C D E F",
      "40"
    ),
    SkillingCase(
      "L-SEC-26: SMB, step 1 alone",
      "2026-07",
      "security-smb",
      "SC-500: A; SC-300: A B",
      "4"
    ),
    SkillingCase(
      "A23: SMB, step 2 alone",
      "2026-07",
      "security-smb",
      "SC-200: A B; SC-300: A B",
      "4"
    ),
    SkillingCase("SMB, neither", "2026-07", "security-smb", "SC-300: A B", "0"),
  ]

  @Test(arguments: cases)
  func points(_ example: SkillingCase) throws {
    try example.verify()
  }

  @Test("each step with its people, and why the last earns nothing")
  func steps() throws {
    let file = try holders("SC-200: A B; SC-300: A B")
    let scored = try Scored(asOf: "2026-07", ["trainings.csv": file])
    #expect(
      try scored.options("intermediate-certifications", of: "security-smb")
        == ["engineers 0: 0", "analysts 2: 4", "specialists 2: 0 (after step 1)"]
    )
  }
}
