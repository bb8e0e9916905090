internal import LanmuContainer

/// What of a workbook's styles decides how high text is, and whether a number is a date.
struct TemplateStyles {
  struct Format {
    var fontName = "宋体"
    var fontSize = 11.0
    var wraps = false
    var indent = 0
    var isDate = false
  }

  private(set) var formats: [Format] = []

  init(_ markup: RawMarkup?) {
    guard let root = markup?.root else { return }
    let fonts = (root.first("fonts")?.elements ?? []).map { font in
      (
        name: font.first("name")?["val"] ?? "宋体", size: font.first("sz")?["val"].flatMap { Double($0) } ?? 11
      )
    }
    var dateCodes: Set<Int> = Set(14...22).union(27...36).union(45...47).union(50...58)
    for format in root.first("numFmts")?.elements ?? [] {
      guard let id = format["numFmtId"].flatMap({ Int($0) }), let code = format["formatCode"] else { continue }
      if Self.isDate(code) { dateCodes.insert(id) } else { dateCodes.remove(id) }
    }
    formats = (root.first("cellXfs")?.elements ?? []).map { xf in
      var format = Format()
      if let font = xf["fontId"].flatMap({ Int($0) }), fonts.indices.contains(font) {
        (format.fontName, format.fontSize) = fonts[font]
      }
      let alignment = xf.first("alignment")
      format.wraps = ["1", "true"].contains(alignment?["wrapText"] ?? "")
      format.indent = alignment?["indent"].flatMap { Int($0) } ?? 0
      format.isDate = xf["numFmtId"].flatMap { Int($0) }.map(dateCodes.contains) ?? false
      return format
    }
  }

  subscript(style: String?) -> Format {
    guard let index = style.flatMap({ Int($0) }), formats.indices.contains(index) else { return Format() }
    return formats[index]
  }

  private static func isDate(_ code: String) -> Bool {
    var isQuoted = false
    var isBracketed = false
    for character in code.lowercased() {
      switch character {
      case "\"": isQuoted.toggle()
      case "[": isBracketed = true
      case "]": isBracketed = false
      case "y", "d": if !isQuoted, !isBracketed { return true }
      default: break
      }
    }
    return false
  }
}
