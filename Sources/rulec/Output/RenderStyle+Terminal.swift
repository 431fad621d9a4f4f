import Reports

extension RenderStyle {
  /// How results look on standard output, or for a path in a file, which is the same whatever the
  /// terminal is and has no colour.
  init(_ colour: ColourChoice, output path: String?) {
    self.init(
      columns: Terminal.columns(on: path == nil ? .output : nil) ?? Terminal.usualColumns,
      usesColour: path == nil && Terminal.hasColour(colour, on: .output)
    )
  }
}
