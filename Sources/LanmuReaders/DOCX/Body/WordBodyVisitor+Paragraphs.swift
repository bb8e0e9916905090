import LanmuContainer
import LanmuDiagnostics
import LanmuGrid

extension WordBodyVisitor {
  mutating func startParagraph(_ element: borrowing MarkupElement) throws(LanmuError) {
    // A paragraph within a paragraph is against the grammar; the outer one then ends here.
    if paragraph.isOpen { try endParagraph(element) }
    if !paragraph.isCarried { paragraph.text.removeAll(keepingCapacity: true) }
    paragraph.reset()
    paragraph.isOpen = true
    run = WordRun()
  }

  mutating func endParagraph(_ element: borrowing MarkupElement) throws(LanmuError) {
    guard paragraph.isOpen else { return }
    endText()
    paragraph.isOpen = false
    guard !paragraph.isMarkDeleted, !paragraph.isMarkHidden else {
      paragraph.isCarried = true
      return
    }
    if let label = nextLabel() {
      var prefix = Array(label.text.utf8)
      if !paragraph.text.isEmpty, label.suffix != .nothing { prefix.append(0x20) }
      paragraph.text.insert(contentsOf: prefix, at: 0)
    }
    try deliverParagraph(element)
  }

  /// Hands on what is left of paragraphs whose marks are gone, where nothing follows for them to run on into.
  mutating func deliverCarriedText(_ element: borrowing MarkupElement) throws(LanmuError) {
    if paragraph.isOpen { try endParagraph(element) }
    guard paragraph.isCarried else { return }
    if paragraph.text.isEmpty {
      paragraph.isCarried = false
    } else {
      try deliverParagraph(element)
    }
  }

  private mutating func deliverParagraph(_ element: borrowing MarkupElement) throws(LanmuError) {
    paragraph.isCarried = false
    textBytes += paragraph.text.count
    guard textBytes <= limits.textBytes else {
      throw .limitExceeded(Message(zh: "文字字节数", en: "bytes of text"), limit: limits.textBytes, at: place(element))
    }
    if let last = tables.indices.last {
      tables[last].appendParagraph(paragraph.text)
    } else {
      deliverToBody()
    }
    paragraph.text.removeAll(keepingCapacity: true)
  }

  private mutating func deliverToBody() {
    let isBlank = paragraph.text.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0a }
    guard !isBlank else { return }
    let text = String(decoding: paragraph.text, as: UTF8.self)
    let level: Int
    if let outline = paragraph.outlineLevel {
      level = (0...8).contains(outline) ? outline + 1 : 0
    } else {
      level = styles.headingLevel(ofStyle: paragraph.style)
    }
    if level > 0 { heading = text }
    blocks.append(.paragraph(TableDocument.Paragraph(text: text, headingLevel: level)))
  }

  /// Counts the paragraph in its list, if it is in one.
  private mutating func nextLabel() -> WordListCounter.Label? {
    let own = paragraph.listInstance
    if own == 0 { return nil }
    let fromStyle = styles.numbering(ofStyle: paragraph.style)
    guard let instance = own ?? fromStyle?.instance, instance != 0 else { return nil }
    var level = paragraph.listLevel
    if level == nil, own == nil, let fromStyle {
      level = numbering.level(linkedTo: fromStyle.style, instance: instance, styles: styles) ?? fromStyle.level
    }
    return counter.label(instance: instance, level: min(max(0, level ?? 0), 8))
  }
}
