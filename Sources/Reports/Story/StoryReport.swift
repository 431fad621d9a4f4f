package import Evaluation
package import Facts
import RuleSemantics

/// Writes the story of each customer in plain sentences: the verdicts and what blocks first, then
/// the metrics, then the rows of files and the rules behind them.
///
/// - Parameters:
///   - parts: customers that are evaluated as they are written; their rows have lines.
///   - request: the customers, areas and node.
///   - format: text for a terminal, or Markdown.
///   - style: the look of text.
///   - workers: who makes the stories.
///   - write: takes the bytes in chunks of whole lines.
/// - Throws: what `write` throws; nothing is written after that.
package func storyReport<Failure: Error>(
  _ parts: ReportParts<EvaluatedFacts>,
  _ request: StoryRequest,
  _ format: StoryFormat,
  _ style: RenderStyle,
  _ workers: Workers = .one,
  into write: ([UInt8]) throws(Failure) -> Void
) throws(Failure) {
  var isFirst = true
  try writeParts(parts, workers) { part in
    var buffer = OutputBuffer()
    for customer in part.customers {
      let blocks = CustomerStory(part.facts, request, customer: customer).blocks
      let lines =
        switch format {
        case .text: StoryPage(blocks, style).lines
        case .markdown: StoryMarkdown(blocks).lines
        }
      for line in [""] + lines { buffer.append(line: line) }
    }
    return buffer.bytes
  } each: { (bytes) throws(Failure) in
    // The empty line between two customers stands before the second.
    try write(isFirst ? Array(bytes.dropFirst()) : bytes)
    isFirst = false
  }
}
