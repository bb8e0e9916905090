import LanmuContainer
import LanmuDiagnostics

/// Takes the lists out of a numbering part.
struct WordNumberingVisitor: MarkupVisitor {
  enum Name: String, MarkupName {
    case abstractNum, num, abstractNumId, lvl, lvlOverride, startOverride, numStyleLink
    case start, numFmt, lvlText, lvlRestart, isLgl, suff, pStyle, vanish

  }

  private(set) var numbering = WordNumbering()
  private var list: Int?
  private var instance: Int?
  private var overridden: Int?
  private var levelIndex: Int?
  private var level = WordNumbering.Level()
  private var alternatives = AlternateContent()

  mutating func startElement(_ name: Name?, _ element: borrowing MarkupElement) throws(LanmuError) {
    if alternatives.skipsStart(element) { return }
    guard let name, element.namespace == .wordprocessing else { return }
    switch name {
    case .abstractNum:
      list = element.integer("abstractNumId")
      if let list, numbering.lists[list] == nil { numbering.lists[list] = WordNumbering.List() }
    case .num:
      instance = element.integer("numId")
      if let instance { numbering.instances[instance] = WordNumbering.Instance() }
    case .abstractNumId:
      if let instance { numbering.instances[instance]?.list = element.integer("val") }
    case .lvlOverride:
      overridden = element.integer("ilvl")
    case .startOverride:
      guard let instance, let overridden else { return }
      numbering.instances[instance]?.overrides[overridden, default: WordNumbering.Override()].start =
        element.integer("val")
    case .numStyleLink:
      if let list { numbering.lists[list]?.styleLink = element.attribute("val") }
    case .lvl:
      levelIndex = element.integer("ilvl") ?? overridden
      level = WordNumbering.Level()
    default:
      if levelIndex != nil { readLevel(name, element) }
    }
  }

  mutating func endElement(_ name: Name?, _ element: borrowing MarkupElement) throws(LanmuError) {
    if alternatives.skipsEnd(element) { return }
    guard let name, element.namespace == .wordprocessing else { return }
    switch name {
    case .abstractNum: list = nil
    case .num: instance = nil
    case .lvlOverride: overridden = nil
    case .lvl:
      guard let index = levelIndex, (0...8).contains(index) else { break }
      if let list {
        numbering.lists[list]?.levels[index] = level
      } else if let instance {
        numbering.instances[instance]?.overrides[overridden ?? index, default: WordNumbering.Override()].level = level
      }
      levelIndex = nil
    default: break
    }
  }

  private mutating func readLevel(_ name: Name, _ element: borrowing MarkupElement) {
    switch name {
    case .start: level.start = element.integer("val") ?? level.start
    case .numFmt:
      level.format = element.attribute("val") ?? level.format
      level.customFormat = element.attribute("format")
    case .lvlText: level.text = element.attribute("val") ?? ""
    case .lvlRestart: level.restart = element.integer("val")
    case .isLgl: level.writesDigitsOnly = element.onOff("val") ?? true
    case .suff: level.suffix = element.attribute("val").flatMap(WordNumbering.Suffix.init) ?? .tab
    case .pStyle: level.style = element.attribute("val")
    case .vanish: level.isHidden = element.onOff("val") ?? true
    default: break
    }
  }
}
