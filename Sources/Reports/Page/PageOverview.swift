import Evaluation
import Facts
import RuleSemantics

/// The block `overview`: what the page shows before somebody asks for a customer.
struct PageOverview {
  let plan: EvaluationPlan
  let catalogue: Catalogue

  /// Indices in ``EvaluationPlan/areas``.
  let areas: [Int]
  let contents: PageContents
  let customers: (total: Int, embedded: Int)

  /// By node over all areas.
  let counts: LetterCounts
  let tenantCounts: LetterCounts

  var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("schema", "rulec.page/1")
      writer.member("version", contents.version)
      writer.member("asOf", plan.asOf.description)
      writer.member("readings", array: plan.choices) { $0.write($1) }
      writer.member("customers") { writer in
        writer.member("total", customers.total)
        writer.member("embedded", customers.embedded)
      }
      var firstNode = 0
      writer.member("areas", array: areas) { writer, area in
        write(plan.areas[area], at: area, firstNode: firstNode, to: &writer)
        firstNode += plan.areas[area].nodes.count
      }
      writer.name("score")
      if let score = contents.score {
        writer.document { (write) in scoreJSON(score, into: write) }
      } else {
        writer.string(nil)
      }
      writer.name("changes")
      writer.document { (write) in listJSON(contents.changes, into: write) }
      writer.name("data")
      writer.raw(factsJSON(contents.account, tables: contents.facts.tables, catalogue: catalogue))
      writer.member("people", array: contents.certificates) { write($1, to: &$0) }
    }
    return writer.buffer.bytes
  }

  /// `firstNode` is the place of the area's first node among those of all areas.
  private func write(
    _ area: AreaPlan,
    at index: Int,
    firstNode: Int,
    to writer: inout JSONWriter
  ) {
    let scoring = plan.designations.indices.filter { plan.designations[$0].area == index }
    let family = plan.trackChoices.first { $0.trees.contains(index) }?.area ?? area.id
    let node = PageNode(plan: plan, catalogue: catalogue, area: area, listing: contents.listing)
    writer.object { writer in
      writer.member("id", area.id)
      writer.member("title", area.title)
      writer.member(
        "designations",
        scoring.count > 1 ? scoring.map { plan.designations[$0].title } : []
      )
      writer.member("family", family)
      writer.member("track", String(area.id.dropFirst(family.count).drop { $0 == "-" }))
      writer.member("branches", array: branches(of: area)) { writer, branch in
        writer.object { writer in
          writer.member("id", branch.id)
          writer.member("title", branch.title)
        }
      }
      writer.member("nodes", array: area.nodes.indices) { writer, place in
        writer.object { writer in
          node.write(place, to: &writer)
          writer.member("counts", counts.letters(of: firstNode + place))
          writer.member("tenantCounts", tenantCounts.letters(of: firstNode + place))
        }
      }
    }
  }

  /// The sides or categories with gates of their own, in tree order.
  private func branches(of area: AreaPlan) -> [ReportedTree.Branch] {
    ReportedTree(plan: plan, catalogue: catalogue, area: area).branches.filter { $0.id != nil }
  }

  /// The titles of designations, once for all tracks of one.
  private func titles(of designations: [Int]) -> [String] {
    var titles: [String] = []
    for index in designations where !titles.contains(plan.designations[index].title) {
      titles.append(plan.designations[index].title)
    }
    return titles
  }

  private func write(_ held: HeldCertificate, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("person", contents.facts.people[Int(held.person)].label)
      writer.member("certificate", held.certificate)
      writer.member("completed", held.completed?.description)
      writer.member("expires", held.expires?.description)
      writer.member("counts", held.counts)
      writer.member("designations", titles(of: held.designations))
    }
  }
}

extension JSONWriter {
  /// Writes a document as the value that comes next.
  fileprivate mutating func document(_ body: (_ write: ([UInt8]) -> Void) -> Void) {
    var bytes: [UInt8] = []
    body { bytes += $0 }
    raw(bytes)
  }

  fileprivate mutating func member(_ name: String, _ counts: [(letter: String, count: Int)]) {
    member(name) { writer in
      for (letter, count) in counts { writer.member(letter, count) }
    }
  }
}
