internal import CLibXLSXWriter
internal import LanmuDiagnostics

extension SheetWriter {
  /// The most links that a worksheet holds.
  private static let maximumLinkCount = 65_530

  func writeLinks(_ diagnostics: inout [Diagnostic]) throws(LanmuError) {
    var dropped = max(sheet.links.count - Self.maximumLinkCount, 0)
    for link in sheet.links.prefix(Self.maximumLinkCount) {
      guard CellArea(row: link.row, column: link.column).isValid, let address = Self.address(of: link.target) else {
        dropped += 1
        continue
      }
      let tip: String? = link.tip.isEmpty ? nil : CellText.fit(link.tip, limit: 255)
      // The text is left to the library, since it would take a text given here for the target of an inner link.
      let code = unsafe worksheet_write_url_opt(
        worksheet, UInt32(link.row), UInt16(link.column), address, nil, nil, tip)
      try WriterFault.check(code, "worksheet_write_url", sheet: sheet.name, row: link.row, column: link.column)
    }
    if dropped > 0 {
      diagnostics.append(
        Diagnostic(
          .warning, code: "workbook.linksDropped",
          message: Message(zh: "\(dropped)个链接无法写入，只保留文字", en: "\(dropped) links cannot be written; their text stays"),
          position: SourcePosition(sheet: sheet.name)))
    }
  }

  /// The library's notation of a target, `nil` for one that it or Excel would not take.
  private static func address(of target: Hyperlink.Target) -> String? {
    switch target {
    case .address(let address):
      let lower = address.lowercased()
      guard ["http://", "https://", "ftp://", "mailto:"].contains(where: lower.hasPrefix) else { return nil }
      // These words anywhere in an address switch the library to another kind of link.
      let safe = address.replacing("internal:", with: "internal%3A").replacing("external:", with: "external%3A")
      return isPlain(safe) && safe.utf8.count <= 600 ? safe : nil
    case .cell(let sheet, let row, let column):
      guard CellArea(row: row, column: column).isValid, !sheet.contains("#") else { return nil }
      return "internal:" + CellArea.quoted(sheet) + "!" + CellArea.reference(row: row, column: column)
    case .file(let path):
      let isRelative = !path.isEmpty && !path.hasPrefix("/") && !path.contains(":") && !path.contains("\\")
      guard isRelative, !path.contains("#"), isPlain(path), path.utf8.count <= 600 else { return nil }
      return "external:" + path
    }
  }

  private static func isPlain(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F && $0.value & 0xFFFE != 0xFFFE }
  }

  func writeNotes() throws(LanmuError) {
    for note in sheet.notes where CellArea(row: note.row, column: note.column).isValid && !note.text.isEmpty {
      var arena = TextArena()
      var options = unsafe lxw_comment_options()
      unsafe options.author = arena.pointer(CellText.fit(note.author, limit: 50))
      unsafe options.font_name = arena.pointer("宋体")
      unsafe options.font_size = 9
      let text = CellText.fit(note.text, limit: 2000)
      let lines = TextMeasure.lineCount(of: text, within: 135, fontSize: 9)
      unsafe options.width = 200
      unsafe options.height = UInt16(clamping: 30 + lines * 17)
      try WriterFault.check(
        unsafe worksheet_write_comment_opt(worksheet, UInt32(note.row), UInt16(note.column), text, &options),
        "worksheet_write_comment", sheet: sheet.name, row: note.row, column: note.column)
    }
  }

  func writePictures() throws(LanmuError) {
    for picture in sheet.pictures where CellArea(row: picture.row, column: picture.column).isValid {
      guard PictureSize(picture.bytes) != nil else {
        throw WriterFault.invalid(
          Message(zh: "图片格式不支持或已损坏", en: "a picture's format is unknown or damaged"), sheet: sheet.name,
          row: picture.row, column: picture.column)
      }
      var arena = TextArena()
      var options = unsafe lxw_image_options()
      unsafe options.x_scale = Self.scale(picture.horizontalScale)
      unsafe options.y_scale = Self.scale(picture.verticalScale)
      unsafe options.description = arena.pointer(CellText.fit(picture.altText, limit: 255))
      var bytes = picture.bytes
      try WriterFault.check(
        unsafe worksheet_insert_image_buffer_opt(
          worksheet, UInt32(picture.row), UInt16(picture.column), &bytes, bytes.count, &options),
        "worksheet_insert_image_buffer", sheet: sheet.name, row: picture.row, column: picture.column)
    }
  }

  private static func scale(_ scale: Double) -> Double {
    scale.isFinite ? min(max(scale, 0.01), 100) : 1
  }
}
