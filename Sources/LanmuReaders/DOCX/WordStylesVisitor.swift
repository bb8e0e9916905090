import LanmuContainer
import LanmuDiagnostics

/// Takes the styles out of a styles part.
struct WordStylesVisitor: MarkupVisitor {
  enum Name: String, MarkupName {
    case style, name, basedOn, vanish, outlineLvl, numId, ilvl, rPrDefault
    case pPrChange, rPrChange, tblStylePr
  }

  private(set) var styles = WordStyles()
  private var id: String?
  private var style = WordStyles.Style()
  private var isDefaults = false
  /// Former properties of a tracked change, and those of parts of tables, do not count.
  private var ignoredDepth = 0
  private var alternatives = AlternateContent()

  mutating func startElement(_ name: Name?, _ element: borrowing MarkupElement) throws(LanmuError) {
    if alternatives.skipsStart(element) { return }
    if ignoredDepth > 0 {
      ignoredDepth += 1
      return
    }
    guard let name, element.namespace == .wordprocessing else { return }
    switch name {
    case .style:
      id = element.attribute("styleId")
      style = WordStyles.Style()
      if element.onOff("default") == true, element.attribute("type", equals: "paragraph") {
        styles.defaultParagraphStyle = id
      }
    case .name: style.name = element.attribute("val") ?? ""
    case .basedOn: style.basedOn = element.attribute("val")
    case .vanish:
      let isHidden = element.onOff("val") ?? true
      if isDefaults { styles.hidesByDefault = isHidden } else { style.isHidden = isHidden }
    case .outlineLvl: style.outlineLevel = element.integer("val").map { min(max(0, $0), 9) }
    case .numId: style.listInstance = element.integer("val")
    case .ilvl: style.listLevel = element.integer("val")
    case .rPrDefault: isDefaults = true
    case .pPrChange, .rPrChange, .tblStylePr: ignoredDepth = 1
    }
  }

  mutating func endElement(_ name: Name?, _ element: borrowing MarkupElement) throws(LanmuError) {
    if alternatives.skipsEnd(element) { return }
    if ignoredDepth > 0 {
      ignoredDepth -= 1
      return
    }
    guard let name, element.namespace == .wordprocessing else { return }
    switch name {
    case .style:
      if let id { styles.styles[id] = style }
      id = nil
    case .rPrDefault: isDefaults = false
    default: break
    }
  }
}
