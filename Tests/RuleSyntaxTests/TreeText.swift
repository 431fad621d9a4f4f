import RuleSyntax

/// A syntax tree as text without the places in the file, so that trees of two spellings of one file
/// can be compared.
struct TreeText {
  private(set) var text = ""

  init(_ tree: Any) { add(tree) }

  private mutating func add(_ value: Any) {
    if value is SourceSpan { return }
    let mirror = Mirror(reflecting: value)
    guard !mirror.children.isEmpty else {
      text += "\(value)"
      return
    }
    if mirror.displayStyle == .enum { text += mirror.children.first?.label ?? "" }
    text += "("
    // What has no order is written in one.
    if mirror.displayStyle == .set {
      text += mirror.children.map { TreeText($0.value).text }.sorted().joined(separator: " ")
    } else {
      for child in mirror.children {
        add(child.value)
        text += " "
      }
    }
    text += ")"
  }
}
