/// A paragraph while it is read.
struct WordParagraph: Sendable {
  var isOpen = false
  /// Text of earlier paragraphs whose mark was deleted or is hidden stands in front: they run on into this one.
  var text: [UInt8] = []
  var isCarried = false
  var style: String?
  var listInstance: Int?
  var listLevel: Int?
  var outlineLevel: Int?
  var isMarkDeleted = false
  var isMarkHidden = false

  /// Forgets the properties but not the text.
  mutating func reset() {
    isOpen = false
    style = nil
    listInstance = nil
    listLevel = nil
    outlineLevel = nil
    isMarkDeleted = false
    isMarkHidden = false
  }
}

/// The properties of the run that is being read.
struct WordRun: Sendable {
  var style: String?
  var isHidden: Bool?
  /// Whether its text is hidden, all styles counted; worked out at its first text.
  var isHiddenInAll: Bool?
}
