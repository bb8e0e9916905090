internal import LanmuWorkbook

/// What stands where on a sheet of ours, told by its styles: titles, headings, lists below their headers, lines of text.
///
/// Templates speak of a sheet's content by the words that stand on it: a list is called by its sheet or by the heading above
/// it, a field by its label in the header.
struct SheetOutline {
  enum Part: Hashable {
    case empty
    case title
    case subtitle
    /// With the list that the heading opens.
    case heading(String)
    /// The header of a list.
    case header(String)
    /// A row of a list.
    case item(String)
    /// A line of text across the sheet; lines below each other are a list too, of the field 内容.
    case line(String)
    /// A row of sums or the like right below a list.
    case total(String)
    /// Anything else, which stays as it is.
    case fixed
  }

  static let lineField = "内容"

  let sheet: Sheet
  private(set) var parts: [Part] = []
  /// The fields of each list, by column.
  private(set) var fields: [String: [Int: String]] = [:]
  /// Columns that an area covers, by row: not its first one.
  private var covered: [Int: Set<Int>] = [:]

  init(_ sheet: Sheet) {
    self.sheet = sheet
    for area in sheet.merges {
      for row in area.firstRow...area.lastRow {
        for column in area.firstColumn...area.lastColumn
        where row != area.firstRow || column != area.firstColumn {
          covered[row, default: []].insert(column)
        }
      }
    }
    scan()
  }

  /// The rows of each list, in order.
  var rows: [String: [Int]] {
    var rows: [String: [Int]] = [:]
    for (row, part) in parts.enumerated() {
      switch part {
      case .item(let list), .line(let list): rows[list, default: []].append(row)
      default: continue
      }
    }
    return rows
  }

  /// The cells of a row that show something of their own.
  func anchors(_ row: Int) -> [SheetCell] {
    guard sheet.rows.indices.contains(row) else { return [] }
    let hidden = covered[row] ?? []
    return sheet.rows[row].cells.filter { !hidden.contains($0.column) }
  }

  private mutating func scan() {
    var name = SheetOutline.name(sheet.name)
    /// The list whose rows may follow.
    var open: String?
    /// The heading just above, which a list without a header would be called by.
    var heading: String?
    /// The names of lines that stand by themselves, so that those elsewhere on the sheet get another.
    var lineNames: Set<String> = []
    for row in sheet.rows.indices {
      let cells = anchors(row)
      let filled = cells.filter { !$0.value.plainText.isEmpty }
      let part: Part
      if filled.isEmpty {
        part = .empty
        (open, heading) = (nil, nil)
      } else if filled.contains(where: { $0.style == OfficialStyle.title }) {
        part = .title
      } else if filled.contains(where: { $0.style == OfficialStyle.subtitle }) {
        part = .subtitle
      } else if filled.count == 1, filled[0].style == OfficialStyle.heading {
        name = SheetOutline.name(filled[0].value.plainText)
        (open, heading) = (nil, name)
        part = .heading(name)
      } else if filled.count(where: { $0.style == OfficialStyle.header }) > 1 {
        let list = unused(name)
        fields[list] = labels(filled)
        (open, heading) = (list, nil)
        part = .header(list)
      } else if isLine(filled, row), let list = heading ?? open.map(SheetOutline.lines) {
        lineNames.insert(list)
        part = .line(list)
      } else if isLine(filled, row), case .text? = filled.first?.value {
        if case .line(let list)? = parts.last {
          part = .line(list)
        } else {
          let base = SheetOutline.lines(name)
          var list = base
          var number = 2
          while !lineNames.insert(list).inserted { (list, number) = ("\(base)\(number)", number + 1) }
          part = .line(list)
        }
      } else if let list = open {
        part = isTotal(filled) ? .total(list) : .item(list)
      } else if let list = heading, filled.count > 1 {
        fields[list] = Dictionary(
          uniqueKeysWithValues: cells.enumerated().map { ($0.element.column, "第\($0.offset + 1)列") })
        (open, heading) = (list, nil)
        part = .item(list)
      } else {
        part = .fixed
      }
      parts.append(part)
    }
  }

  static func lines(_ list: String) -> String { list.hasSuffix("附注") ? list : list + "附注" }

  private func unused(_ name: String) -> String {
    var result = name
    var number = 2
    while fields[result] != nil {
      result = "\(name)\(number)"
      number += 1
    }
    return result
  }

  private func labels(_ cells: [SheetCell]) -> [Int: String] {
    var labels: [Int: String] = [:]
    for cell in cells {
      var label = SheetOutline.name(cell.value.plainText, whole: true)
      while labels.values.contains(label) { label += "2" }
      labels[cell.column] = label
    }
    if labels[0] == nil { labels[0] = "第1列" }
    return labels
  }

  private func isLine(_ filled: [SheetCell], _ row: Int) -> Bool {
    guard filled.count == 1, let cell = filled.first else { return false }
    return sheet.merges.contains {
      $0.firstRow == row && $0.firstColumn == cell.column && $0.firstColumn == 0 && $0.lastColumn > 2
    }
  }

  private func isTotal(_ filled: [SheetCell]) -> Bool {
    guard let text = filled.first?.value.plainText else { return false }
    return text.hasPrefix("合计") || text == "得分"
  }

  /// A name for placeholders: the letters and digits of a label, of a heading those before its first mark.
  static func name(_ text: String, whole: Bool = false) -> String {
    var rest = text[...]
    if !whole {
      // 一、问题
      if let mark = rest.firstIndex(of: "、"), rest[..<mark].allSatisfy({ "一二三四五六七八九十".contains($0) }) {
        rest = rest[rest.index(after: mark)...]
      }
      rest = rest.prefix { !"（(：:".contains($0) }
    }
    let name = String(
      String.UnicodeScalarView(
        rest.unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_" }))
    return name.isEmpty ? "列表" : name
  }
}
