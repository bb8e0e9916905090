/// Where in the inputs something stands, as precisely as the reader knows it.
///
/// `line` counts from 1 (lines of a text file or of a package part). `table`, `row` and `column` are grid places and count
/// from 0, as in the `tables` output. `sheet` is the name of a worksheet; `part` the name of a part within a package.
public struct SourcePosition: Sendable, Hashable {
  public var file: String?
  public var part: String?
  public var line: Int?
  public var sheet: String?
  public var table: Int?
  public var row: Int?
  public var column: Int?

  public init(
    file: String? = nil, part: String? = nil, line: Int? = nil, sheet: String? = nil, table: Int? = nil,
    row: Int? = nil,
    column: Int? = nil
  ) {
    self.file = file
    self.part = part
    self.line = line
    self.sheet = sheet
    self.table = table
    self.row = row
    self.column = column
  }

  /// The position in words: `plan.docx: word/document.xml:812: table 2, row 14, column 3`.
  ///
  /// People count from 1, so table, row and column are printed one higher than they are stored.
  public func text(in language: Language) -> String {
    var parts: [String] = []
    var head = [file, part].compactMap { $0 }
    if let line {
      if head.isEmpty {
        head.append(language == .chinese ? "第\(line)行" : "line \(line)")
      } else {
        head[head.count - 1] += ":\(line)"
      }
    }
    parts += head
    var places: [String] = []
    switch language {
    case .chinese:
      if let sheet { places.append("工作表“\(sheet)”") }
      if let table { places.append("第\(table + 1)表") }
      if let row { places.append("第\(row + 1)行") }
      if let column { places.append("第\(column + 1)列") }
    case .english:
      if let sheet { places.append("sheet “\(sheet)”") }
      if let table { places.append("table \(table + 1)") }
      if let row { places.append("row \(row + 1)") }
      if let column { places.append("column \(column + 1)") }
    }
    if !places.isEmpty { parts.append(places.joined(separator: language == .chinese ? "，" : ", ")) }
    return parts.joined(separator: ": ")
  }
}
