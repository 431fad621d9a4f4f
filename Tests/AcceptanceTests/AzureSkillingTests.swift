import Testing

/// The published examples of Azure's certificates, and cases of every scheme.
@Suite("Certificates of Azure")
struct AzureSkillingTests {
  private static let dataAI = "azure-data-ai"
  private static let apps = "azure-digital-app-innovation"
  private static let infrastructure = "azure-infrastructure"
  private static let month = "2023-06"

  static let cases: [SkillingCase] = [
    // Step 1 are two architects, step 2 two administrators.
    SkillingCase(
      "K1, L-AZ-23: other people in each step",
      month,
      dataAI,
      "AZ-305: A B; AZ-104: C D; DP-300: E F G",
      "12"
    ),
    SkillingCase(
      "K2, L-AZ-23: two people in all steps",
      month,
      dataAI,
      "AZ-305: A B; AZ-104: A B; DP-300: A B",
      "8"
    ),
    SkillingCase("K3, L-AZ-23: nobody in step 2", month, dataAI, "AZ-305: A B; DP-300: A B", "0"),
    SkillingCase(
      "K3, L-AZ-23: then two others in step 2",
      month,
      dataAI,
      "AZ-305: A B; AZ-104: C D; DP-300: A B",
      "8"
    ),
    SkillingCase(
      "K4, L-AZ-23: one person in step 1",
      month,
      dataAI,
      "AZ-305: A; AZ-104: B C; DP-300: B C",
      "0"
    ),
    SkillingCase(
      "K4, L-AZ-23: then a second one",
      month,
      dataAI,
      "AZ-305: A D; AZ-104: B C; DP-300: B C",
      "8"
    ),
    SkillingCase(
      "K5, L-AZ-23: other people in both steps",
      month,
      apps,
      "AZ-104: A B; AZ-204: C D",
      "8"
    ),
    SkillingCase(
      "K5, L-AZ-23: the same, advanced",
      month,
      apps,
      metric: "advanced",
      "AZ-305: A B; AZ-400: C D",
      "8"
    ),
    SkillingCase(
      "K5, L-AZ-23: the same, Infrastructure",
      month,
      infrastructure,
      "AZ-104: A B; AZ-700: C D",
      "8"
    ),
    SkillingCase(
      "K5, L-AZ-23: the same, Infrastructure, advanced",
      month,
      infrastructure,
      metric: "advanced",
      "AZ-305: A B; AZ-140: C D",
      "8"
    ),
    SkillingCase(
      "K6, L-AZ-23: the same two people in both steps",
      month,
      apps,
      "AZ-104: A B; AZ-204: A B",
      "8"
    ),
    SkillingCase("K6, L-AZ-23: one person in step 1", month, apps, "AZ-104: A; AZ-204: A B", "0"),
    SkillingCase(
      "K6, L-AZ-23: the same, Infrastructure, advanced",
      month,
      infrastructure,
      metric: "advanced",
      "AZ-305: A; AZ-120: A B",
      "0"
    ),

    SkillingCase(
      "several certificates of one person in a step count once",
      month,
      dataAI,
      "AZ-305: A B; AZ-104: A B; DP-300: A; DP-420: A; PL-300: A B",
      "8"
    ),
    SkillingCase(
      "no more than 40 points",
      month,
      dataAI,
      "AZ-305: A B; AZ-104: A B; DP-300: A B C D E F G H I J K",
      "40"
    ),
    SkillingCase(
      "S4: until 2023-05 only administrators come first, 20 points at most",
      "2022-10",
      dataAI,
      "AZ-104: A B; DP-300: A B C D E F",
      "20"
    ),
    SkillingCase(
      "S4: the specialties are advanced, after the architects",
      "2022-10",
      dataAI,
      metric: "advanced",
      "AZ-305: A B; DP-420: C",
      "4"
    ),
    SkillingCase(
      "S4: specialties are not intermediate yet",
      "2022-10",
      dataAI,
      "AZ-104: A B; DP-420: C",
      "0"
    ),
    SkillingCase(
      "S1: Fabric counts from 2024-05",
      "2024-04",
      dataAI,
      "AZ-305: A B; AZ-104: A B; DP-600: A",
      "0"
    ),
    SkillingCase(
      "S1: Fabric counts from 2024-05",
      "2024-05",
      dataAI,
      "AZ-305: A B; AZ-104: A B; DP-600: A",
      "4"
    ),
    SkillingCase(
      "L-AZ-26: Data Engineer is out",
      "2026-05",
      "azure-data-ai azure-enterprise",
      "AZ-305: A B; AZ-104: A B; DP-203: A",
      "0"
    ),

    SkillingCase(
      "L-AZ-26: Enterprise needs two people in each step",
      "2026-07",
      "azure-data-ai azure-enterprise",
      "AZ-104: A B; AZ-305: A; DP-300: A B",
      "0"
    ),
    SkillingCase(
      "L-AZ-26: Enterprise, nothing for required certificates",
      "2026-07",
      "azure-data-ai azure-enterprise",
      "AZ-104: A B; AZ-305: A B; DP-300: A",
      "4"
    ),
    SkillingCase(
      "L-AZ-26: SMB, 4 points for each required one",
      "2026-07",
      "azure-data-ai azure-smb",
      "AZ-104: A; AZ-305: B; DP-300: C",
      "12"
    ),
    SkillingCase(
      "L-AZ-26: SMB, a second person of a step earns no more",
      "2026-07",
      "azure-data-ai azure-smb",
      "AZ-104: A B; AZ-305: A B",
      "8"
    ),
    SkillingCase(
      "L-AZ-26: SMB, step 1 without step 2",
      "2026-07",
      "azure-data-ai azure-smb",
      "AZ-104: A; DP-300: A B",
      "4"
    ),
    SkillingCase(
      "A23: SMB, step 2 without step 1 earns its 4, step 3 nothing",
      "2026-07",
      "azure-data-ai azure-smb",
      "AZ-305: A; DP-300: A B",
      "4"
    ),
    SkillingCase("SMB, neither step", "2026-07", "azure-data-ai azure-smb", "DP-300: A B", "0"),
    SkillingCase(
      "SMB, 40 points at most: 4 + 4 + 9 x 4",
      "2026-07",
      "azure-data-ai azure-smb",
      "AZ-104: A; AZ-305: A; DP-300: A B C D E F G H I",
      "40"
    ),
    SkillingCase(
      "SMB, 4 + 4 x 4 are the 20 of the metric",
      "2026-07",
      "azure-digital-app-innovation azure-smb",
      "AZ-104: A; AZ-204: A B C D",
      "20"
    ),
    SkillingCase(
      "SMB, advanced",
      "2026-07",
      "azure-infrastructure azure-smb",
      metric: "advanced",
      "AZ-305: A; AZ-140: B",
      "8"
    ),
  ]

  @Test(arguments: cases)
  func points(_ example: SkillingCase) throws {
    try example.verify()
  }
}
