internal import CLibXLSXWriter
internal import LanmuDiagnostics

/// The formats of one file, each made once for each distinct style.
@safe struct StyleTable {
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var byIdentity: [ObjectIdentifier: UnsafeMutablePointer<lxw_format>] = unsafe [:]
  private var byValue: [CellStyle: UnsafeMutablePointer<lxw_format>] = unsafe [:]
  // An identity stays unique only while its style lives.
  private var retained: [CellStyle] = []
  /// The styles asked for last, in turn: the fields of a list have few, and comparing is faster than hashing.
  private var recent: [(identity: ObjectIdentifier, format: UnsafeMutablePointer<lxw_format>)] = unsafe []
  private var nextRecent = 0
  private static let recentCount = 8

  init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
    unsafe self.workbook = unsafe workbook
  }

  mutating func format(_ style: CellStyle?) throws(LanmuError) -> UnsafeMutablePointer<lxw_format>? {
    guard let style else { return nil }
    let identity = style.identity
    // By index: the formatter does not know `for unsafe`.
    for place in 0..<(unsafe recent.count) where unsafe recent[place].identity == identity {
      return unsafe recent[place].format
    }
    if let known = unsafe byIdentity[identity] {
      unsafe remember(identity, known)
      return unsafe known
    }
    retained.append(style)
    let format: UnsafeMutablePointer<lxw_format>
    if let known = unsafe byValue[style] {
      unsafe format = unsafe known
    } else {
      unsafe format = unsafe try make(style.properties)
      unsafe byValue[style] = unsafe format
    }
    unsafe byIdentity[identity] = unsafe format
    unsafe remember(identity, format)
    return unsafe format
  }

  @unsafe private mutating func remember(_ identity: ObjectIdentifier, _ format: UnsafeMutablePointer<lxw_format>) {
    if unsafe recent.count < Self.recentCount {
      unsafe recent.append(unsafe (identity, format))
    } else {
      unsafe recent[nextRecent] = unsafe (identity, format)
    }
    nextRecent = (nextRecent + 1) % Self.recentCount
  }

  private func make(_ style: CellStyle.Properties) throws(LanmuError) -> UnsafeMutablePointer<lxw_format> {
    guard let format = unsafe workbook_add_format(workbook) else {
      throw WriterFault.invalid(Message(zh: "无法新建格式", en: "no format could be made"))
    }
    // The library copies names into fields of 128 bytes.
    if style.fontName.utf8.count < 128, !style.fontName.isEmpty { unsafe format_set_font_name(format, style.fontName) }
    if style.fontSize.isFinite { unsafe format_set_font_size(format, min(max(style.fontSize, 1), 409)) }
    if style.bold { unsafe format_set_bold(format) }
    if style.italic { unsafe format_set_italic(format) }
    if style.underlined { unsafe format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue)) }
    if style.struckThrough { unsafe format_set_font_strikeout(format) }
    if let color = style.fontColor { unsafe format_set_font_color(format, color.libraryValue) }
    if let color = style.fill { unsafe format_set_bg_color(format, color.libraryValue) }
    unsafe setBorders(style.borders, format)
    unsafe setAlignment(style, format)
    if style.numberFormat != "General", !style.numberFormat.isEmpty, style.numberFormat.utf8.count < 128 {
      unsafe format_set_num_format(format, style.numberFormat)
    }
    if !style.locked { unsafe format_set_unlocked(format) }
    if style.hidesFormula { unsafe format_set_hidden(format) }
    return unsafe format
  }

  @unsafe private func setBorders(_ borders: Borders, _ format: UnsafeMutablePointer<lxw_format>) {
    if borders.left != .none { unsafe format_set_left(format, borders.left.rawValue) }
    if borders.right != .none { unsafe format_set_right(format, borders.right.rawValue) }
    if borders.top != .none { unsafe format_set_top(format, borders.top.rawValue) }
    if borders.bottom != .none { unsafe format_set_bottom(format, borders.bottom.rawValue) }
    if let color = borders.color { unsafe format_set_border_color(format, color.libraryValue) }
  }

  @unsafe private func setAlignment(_ style: CellStyle.Properties, _ format: UnsafeMutablePointer<lxw_format>) {
    let horizontal: lxw_format_alignments? =
      switch style.horizontal {
      case .general: nil
      case .left: LXW_ALIGN_LEFT
      case .center: LXW_ALIGN_CENTER
      case .right: LXW_ALIGN_RIGHT
      case .justified: LXW_ALIGN_JUSTIFY
      case .distributed: LXW_ALIGN_DISTRIBUTED
      case .fill: LXW_ALIGN_FILL
      }
    if let horizontal { unsafe format_set_align(format, UInt8(horizontal.rawValue)) }
    let vertical =
      switch style.vertical {
      case .top: LXW_ALIGN_VERTICAL_TOP
      case .center: LXW_ALIGN_VERTICAL_CENTER
      case .bottom: LXW_ALIGN_VERTICAL_BOTTOM
      case .justified: LXW_ALIGN_VERTICAL_JUSTIFY
      case .distributed: LXW_ALIGN_VERTICAL_DISTRIBUTED
      }
    unsafe format_set_align(format, UInt8(vertical.rawValue))
    if style.wraps {
      unsafe format_set_text_wrap(format)
    } else if style.shrinks {
      unsafe format_set_shrink(format)
    }
    if style.indent > 0 { unsafe format_set_indent(format, UInt8(min(style.indent, 15))) }
    if style.rotation == 270 || (style.rotation != 0 && abs(style.rotation) <= 90) {
      unsafe format_set_rotation(format, Int16(style.rotation))
    }
  }
}

extension Color {
  /// The library takes 0 for "no color", and has a number of its own for black.
  var libraryValue: lxw_color_t { rgb == 0 ? 0x100_0000 : rgb }
}
