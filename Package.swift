// swift-tools-version: 6.2
import PackageDescription

/// The settings of every target: the compiler checks what a reviewer would ask for.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// The frame, the styles and the programs of the report page; `PageTemplate` says in which order they stand.
let pageFiles = [
  "page.html", "page.css", "tables.css", "score.css", "print.css", "data.js", "elements.js",
  "states.js", "csv.js", "route.js", "table.js", "bar.js", "dialog.js", "list.js", "all.js",
  "search.js", "explanation.js", "tree.js", "customer.js", "quantities.js", "people.js",
  "score.js", "changes.js", "facts.js", "foot.js", "print.js", "main.js",
]

let package = Package(
  name: "rulec",
  products: [.executable(name: "rulec", targets: ["rulec"])],
  targets: [
    .target(name: "RuleSyntax", swiftSettings: strict),
    .target(name: "Facts", swiftSettings: strict),
    .target(
      name: "RuleSemantics",
      dependencies: ["RuleSyntax", "Facts"],
      swiftSettings: strict
    ),
    .target(
      name: "Evaluation",
      dependencies: ["Facts", "RuleSemantics"],
      swiftSettings: strict
    ),
    .target(
      name: "Reports",
      dependencies: ["RuleSyntax", "Facts", "RuleSemantics", "Evaluation"],
      // The report page, in the binary: the command is one file that needs no others.
      resources: pageFiles.map { .embedInCode("Page/Web/\($0)") },
      swiftSettings: strict
    ),
    .executableTarget(
      name: "rulec",
      dependencies: ["RuleSyntax", "Facts", "RuleSemantics", "Evaluation", "Reports"],
      swiftSettings: strict,
      // Without shared libraries to look for, the released command starts in half the time, and
      // runs where no Swift is installed. Debug builds keep them, being linked much more often.
      linkerSettings: [.unsafeFlags(["-static-stdlib"], .when(configuration: .release))]
    ),

    // Golden files, random worlds, and the second evaluator.
    .target(
      name: "TestSupport",
      dependencies: ["RuleSyntax", "Facts", "RuleSemantics", "Evaluation"],
      path: "Tests/TestSupport",
      // The second evaluator is slow by design; optimized, `swift test` takes half the time.
      swiftSettings: strict + [.unsafeFlags(["-O"])]
    ),
    .testTarget(
      name: "RuleSyntaxTests",
      dependencies: ["RuleSyntax", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "FactsTests",
      dependencies: ["Facts", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "RuleSemanticsTests",
      dependencies: ["RuleSemantics", "RuleSyntax", "Facts", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "EvaluationTests",
      dependencies: ["Evaluation", "RuleSemantics", "Facts", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "RuleSyntax", "Facts", "RuleSemantics", "Evaluation", "Reports", "TestSupport",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "rulecTests",
      // Not "rulec": its tests run the command, and are linked with the shared libraries.
      dependencies: ["TestSupport"],
      swiftSettings: strict
    ),

    // The real rules on facts whose answers were worked out by hand, and on generated facts.
    .testTarget(
      name: "AcceptanceTests",
      dependencies: ["RuleSyntax", "Facts", "RuleSemantics", "Evaluation", "TestSupport"],
      swiftSettings: strict
    ),
  ]
)
