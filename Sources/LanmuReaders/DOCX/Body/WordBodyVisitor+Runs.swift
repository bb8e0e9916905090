import LanmuContainer
import LanmuDiagnostics

extension WordBodyVisitor {
  /// Whether text of the current run reaches the reader.
  var isRunShown: Bool {
    mutating get {
      guard paragraph.isOpen, !fields.isInCode else { return false }
      if let known = run.isHiddenInAll { return !known }
      let hidden = run.isHidden ?? styles.isHidden(paragraphStyle: paragraph.style, characterStyle: run.style)
      run.isHiddenInAll = hidden
      return !hidden
    }
  }

  mutating func startText(_ target: TextTarget, _ element: borrowing MarkupElement) {
    endText()
    switch target {
    case .paragraph:
      guard isRunShown else { return }
      textStart = paragraph.text.count
      preservesSpace = element.attribute("space", equals: "preserve")
    case .fieldCode: code.removeAll(keepingCapacity: true)
    case .none: break
    }
    textTarget = target
  }

  mutating func endText() {
    switch textTarget {
    case .paragraph: tidyText()
    case .fieldCode: fields.appendCode(code)
    case .none: break
    }
    textTarget = .none
  }

  /// Without `xml:space="preserve"` white space at the ends of a text is the writer's layout; line ends within are spaces.
  private mutating func tidyText() {
    for index in paragraph.text.indices[textStart...]
    where paragraph.text[index] == 0x0a || paragraph.text[index] == 0x0d {
      paragraph.text[index] = 0x20
    }
    guard !preservesSpace else { return }
    while paragraph.text.count > textStart, paragraph.text.last == 0x20 || paragraph.text.last == 0x09 {
      paragraph.text.removeLast()
    }
    let leading = paragraph.text[textStart...].prefix { $0 == 0x20 || $0 == 0x09 }.count
    if leading > 0 { paragraph.text.removeSubrange(textStart..<textStart + leading) }
  }

  mutating func startRunContent(_ name: Name, _ element: borrowing MarkupElement) {
    switch name {
    case .tab, .ptab: appendShown([0x09])
    case .cr: appendShown([0x0a])
    case .br:
      // A page or column break ends a line only where there is one.
      let isLayout = element.attribute("type", equals: "page") || element.attribute("type", equals: "column")
      if !isLayout || !paragraph.text.isEmpty { appendShown([0x0a]) }
    case .noBreakHyphen: appendShown([0x2d])
    case .sym: appendSymbol(element)
    case .fldChar:
      if element.attribute("fldCharType", equals: "begin") {
        fields.begin()
      } else if element.attribute("fldCharType", equals: "separate") {
        fields.separate()
      } else if element.attribute("fldCharType", equals: "end"), let shown = fields.end() {
        appendShown(Array(shown.utf8))
      }
    default: break
    }
  }

  mutating func appendSymbol(_ element: borrowing MarkupElement) {
    guard isRunShown, let digits = element.attribute("char"), let code = UInt32(digits, radix: 16),
      let text = SymbolFonts.text(font: element.attribute("font") ?? "", code: code)
    else { return }
    paragraph.text += Array(text.utf8)
  }

  private mutating func appendShown(_ bytes: [UInt8]) {
    if isRunShown { paragraph.text += bytes }
  }
}
