internal import LanmuContainer
internal import LanmuWorkbook

/// What a cell of a filled sheet holds.
enum FilledContent {
  /// As it was designed.
  case designed
  case empty
  case number(Double)
  case text([FilledText])
  /// A formula without its value, which is computed when all sheets are filled.
  case formula(String, attributes: [(name: String, value: String)])
}

/// Text in one font.
struct FilledText {
  /// The `rPr` element as markup; empty for text in the cell's own font.
  var properties: String
  var text: String
}

/// A template's cell as markup with its place and content left open, cut up once for all the rows that it becomes.
struct CellMarkup {
  /// The prefix of the part's elements with its colon; mostly none.
  private let prefix: String
  /// The start tag up to the row's number.
  private let open: String
  /// The start tag behind the number: style, and whatever else was designed.
  private let attributes: String
  /// Everything behind the attributes, for a cell that stays as it was designed.
  private let designed: String

  init(_ element: RawMarkup.Element, column: Int) {
    prefix = element.prefix
    open = "<\(element.name) r=\"\(CellArea.letters(ofColumn: column))"
    var attributes = "\""
    for (name, value) in element.attributes where name != "r" && name != "t" { attributes += " \(name)=\"\(value)\"" }
    self.attributes = attributes
    var content = RawMarkup.Element(element.name, [], element.children)
    content.attributes = element.attributes.filter { $0.name == "t" }
    designed = String(decoding: content.bytes.dropFirst(element.name.utf8.count + 1), as: UTF8.self)
  }

  /// Rows count from 1.
  func write(_ content: FilledContent, row: Int, to out: inout [UInt8]) {
    func add(_ text: String) { out.append(contentsOf: text.utf8) }
    add(open)
    add(String(row))
    add(attributes)
    switch content {
    case .designed: add(designed)
    case .empty: add("/>")
    case .number(let number):
      add("><\(prefix)v>")
      add(number.markupText)
      add("</\(prefix)v></\(prefix)c>")
    case .text(let runs):
      add(" t=\"inlineStr\"><\(prefix)is>")
      for run in runs { write(run, to: &out) }
      add("</\(prefix)is></\(prefix)c>")
    case .formula(let formula, let attributes):
      add("><\(prefix)f")
      for (name, value) in attributes { add(" \(name)=\"\(value)\"") }
      add(">")
      RawMarkup.append(formula, escapedTo: &out)
      add("</\(prefix)f></\(prefix)c>")
    }
  }

  private func write(_ run: FilledText, to out: inout [UInt8]) {
    func add(_ text: String) { out.append(contentsOf: text.utf8) }
    if !run.properties.isEmpty {
      add("<\(prefix)r>")
      add(run.properties)
    }
    // Programs drop white space at the ends of a text unless they are told not to.
    let isKept = Self.isSpace(run.text.utf8.first) || Self.isSpace(run.text.utf8.last)
    add(isKept ? "<\(prefix)t xml:space=\"preserve\">" : "<\(prefix)t>")
    RawMarkup.append(CellContent.limited(run.text), escapedTo: &out)
    add("</\(prefix)t>")
    if !run.properties.isEmpty { add("</\(prefix)r>") }
  }

  private static func isSpace(_ byte: UInt8?) -> Bool { byte.map { $0 <= UInt8(ascii: " ") } ?? false }
}

extension Double {
  /// The number as worksheets have it.
  var markupText: String { Int64(exactly: self).map(String.init) ?? "\(self)" }
}
