import Facts

/// A catalogue with a table about people.
enum PeopleCatalogue {
  static let certificate = 0
  static let level = 1

  static let trainings = 0

  /// The header of the table, in the order in which ``row(_:)`` writes cells.
  static let header =
    "TrainingTitle,TrainingType,MCPID,Email,TrainingCompletionDate,ExpirationDate,"
    + "ActivationStatus,Level"

  // Columns of the table.
  static let title = 0
  static let completed = 4
  static let expires = 5

  static let whole = Catalogue(
    kinds: [
      NameKind(
        id: "certificate",
        plural: "certificates",
        isOpen: false,
        isSelective: true,
        names: [
          DeclaredName(canonical: "Azure Administrator", aliases: ["AZ-104"]),
          DeclaredName(canonical: "Data Engineer", aliases: []),
        ]
      ),
      NameKind(
        id: "level",
        plural: "levels",
        isOpen: false,
        names: [DeclaredName(canonical: "Associate", aliases: [])]
      ),
    ],
    tables: [
      TableSchema(
        id: "trainings",
        title: "Trainings",
        columns: [
          TestCatalogue.column(.name(kind: certificate), ["TrainingTitle"]),
          TestCatalogue.column(.text, ["TrainingType"]),
          TestCatalogue.column(.person, ["MCPID", "IcMCP"], isOptional: true),
          TestCatalogue.column(.person, ["Email"], isOptional: true),
          TestCatalogue.column(.completion, ["TrainingCompletionDate"]),
          TestCatalogue.column(.expiry, ["ExpirationDate"], isOptional: true),
          TestCatalogue.column(.text, ["ActivationStatus"]),
          TestCatalogue.column(.name(kind: level), ["Level"], isOptional: true),
        ],
        rowFilters: [
          RowFilter(action: .drop, column: 1, value: "Exam"),
          RowFilter(action: .keep, column: 6, value: "Active"),
        ],
        givesAssociationDates: false
      )
    ]
  )

  /// One row of the table.
  struct Row {
    var title = "AZ-104"
    var type = "Certification"
    var id = "7"
    var email = "ann@example.com"
    var completed = "2025-10-01"
    var expires = ""
    var status = "Active"
    var level = ""

    var line: String {
      [title, type, id, email, completed, expires, status, level].joined(separator: ",")
    }
  }

  static func file(_ rows: [Row]) -> String {
    ([header] + rows.map(\.line)).joined(separator: "\n") + "\n"
  }

  /// Reads `files`, given as name and text.
  static func read(_ files: (String, String)...) -> FactStore {
    readFacts(
      files.map { FactSource(name: $0.0, bytes: Array($0.1.utf8)) },
      catalogue: whole
    )
  }

}

extension FactStore {
  /// Whom the rows of the table are about.
  var persons: [String] {
    tables[PeopleCatalogue.trainings].person.map { people[Int($0)].id }
  }

  /// A column of days as text; `-` for empty cells.
  func days(_ column: Int) -> [String] {
    tables[PeopleCatalogue.trainings].days[column].map { index in
      index == FactTable.noDay ? "-" : Day(index: Int(index)).description
    }
  }

  /// Each used row of the table as one line: who, what, since when, until when.
  var certificates: [String] {
    let titles = names(PeopleCatalogue.trainings, 0, kind: PeopleCatalogue.certificate)
    let since = days(PeopleCatalogue.completed)
    let until = days(PeopleCatalogue.expires)
    return persons.indices.map { "\(persons[$0]): \(titles[$0]) \(since[$0]) \(until[$0])" }
  }
}
