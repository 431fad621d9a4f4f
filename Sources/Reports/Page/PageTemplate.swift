/// The frame, the style and the program of the page, which the package carries.
enum PageTemplate {
  /// The files of `Web` in the order in which the browser reads them.
  private static let styles = [
    PackageResources.page_css, PackageResources.tables_css, PackageResources.score_css,
    PackageResources.print_css,
  ]

  /// What runs when the page is read stands after what it needs: the data first, the start last.
  private static let programs = [
    PackageResources.data_js, PackageResources.elements_js, PackageResources.states_js,
    PackageResources.csv_js, PackageResources.route_js, PackageResources.table_js,
    PackageResources.bar_js, PackageResources.dialog_js, PackageResources.list_js,
    PackageResources.all_js, PackageResources.search_js, PackageResources.explanation_js,
    PackageResources.tree_js, PackageResources.customer_js, PackageResources.quantities_js,
    PackageResources.people_js, PackageResources.score_js, PackageResources.changes_js,
    PackageResources.facts_js, PackageResources.foot_js, PackageResources.print_js,
    PackageResources.main_js,
  ]

  /// The frame in pieces, and what stands between them.
  enum Piece {
    case text([UInt8])
    case data
  }

  /// Lines of the frame that stand for the style, the data and the program.
  private static let placeholders = (
    style: "<!-- rulec:style -->", data: "<!-- rulec:data -->", program: "<!-- rulec:program -->"
  )

  static var pieces: [Piece] {
    let frame = String(decoding: PackageResources.page_html, as: UTF8.self)
    var pieces: [Piece] = []
    var text: [UInt8] = []
    for line in frame.split(separator: "\n", omittingEmptySubsequences: false) {
      switch line.drop(while: { $0 == " " }) {
      case placeholders.style[...]:
        text += element("style", styles)
      case placeholders.program[...]:
        text += element("script", programs)
      case placeholders.data[...]:
        pieces += [.text(text), .data]
        text = []
      default:
        text += Array(line.utf8) + [UInt8(ascii: "\n")]
      }
    }
    return pieces + [.text(text)]
  }

  private static func element(_ name: String, _ files: [[UInt8]]) -> [UInt8] {
    Array("<\(name)>\n".utf8) + files.joined() + Array("</\(name)>\n".utf8)
  }
}

/// A block of data on the page: an element whose text is no markup.
struct PageBlock {
  let id: String

  /// `application/json` for what is parsed when the page opens, else `text/plain`.
  let type: String

  /// JSON, in chunks.
  let chunks: [[UInt8]]

  func write<Failure: Error>(
    to write: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try write(Array("<script type=\"\(type)\" id=\"\(id)\">".utf8))
    for chunk in chunks { try write(PageBlock.escaped(chunk)) }
    try write(Array("</script>\n".utf8))
  }

  /// The JSON without the sign that could end its element.
  ///
  /// The sign stands in strings only, where it may be written as a number.
  private static func escaped(_ json: [UInt8]) -> [UInt8] {
    let sign = UInt8(ascii: "<")
    guard json.contains(sign) else { return json }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(json.count + json.count / 64)
    for byte in json {
      if byte == sign { bytes += Array("\\u003c".utf8) } else { bytes.append(byte) }
    }
    return bytes
  }
}
