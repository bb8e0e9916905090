/// How a sheet is printed. Lengths are inches.
package struct PageSetup: Sendable, Hashable {
  package enum Orientation: Sendable, Hashable { case portrait, landscape }
  package enum Paper: UInt8, Sendable, Hashable { case letter = 1, a3 = 8, a4 = 9, a5 = 11 }

  package struct Margins: Sendable, Hashable {
    package var left = 0.5
    package var right = 0.5
    package var top = 0.6
    package var bottom = 0.6
    package var header = 0.3
    package var footer = 0.3

    package init() {}
  }

  package var orientation = Orientation.portrait
  package var paper = Paper.a4
  package var margins = Margins()
  /// Pages across; `nil` prints at `scale`. Fitting never enlarges.
  package var pagesWide: Int? = 1
  /// Pages down; 0 for as many as it takes. Only with `pagesWide`.
  package var pagesTall = 0
  /// Percent, from 10 to 400; only without `pagesWide`.
  package var scale = 100
  /// Rows printed at the top of every page.
  package var repeatedRows: ClosedRange<Int>?
  /// Columns printed at the left of every page.
  package var repeatedColumns: ClosedRange<Int>?
  package var printArea: CellArea?
  package var header = HeaderFooter()
  package var footer = HeaderFooter(center: .pageNumbers)
  /// Rows before which a new page starts; at most 1023, none of them 0.
  package var rowBreaks: [Int] = []
  /// Blocks of rows that are not torn apart: a page starts before a block that would not fit.
  package var keptTogether: [ClosedRange<Int>] = []
  package var centersHorizontally = true
  package var printsGridlines = false

  package init(orientation: Orientation = .portrait) {
    self.orientation = orientation
  }

  /// A4 landscape, one page wide: the set-up of every table.
  package static let landscapeTable = PageSetup(orientation: .landscape)
}

/// The three parts of a page's header or footer; at most 255 characters in all.
package struct HeaderFooter: Sendable, Hashable {
  /// A part's text in the notation of worksheets, where `&` starts a code.
  package struct Part: Sendable, Hashable, ExpressibleByStringLiteral {
    package let code: String

    /// Plain text; an ampersand in it stays one.
    package init(_ text: String) { code = text.replacing("&", with: "&&") }
    package init(stringLiteral text: String) { self.init(text) }

    private init(code: String) { self.code = code }

    package static let none = Part("")
    /// 第 1 页 共 3 页
    package static let pageNumbers = Part(code: "第 &P 页 共 &N 页")
    package static let sheetName = Part(code: "&A")
    package static let printDate = Part(code: "&D")
    /// A part in the notation of worksheets, as a template holds it.
    package static func codes(_ code: String) -> Part { Part(code: code) }
  }

  package var left: Part
  package var center: Part
  package var right: Part

  package init(left: Part = .none, center: Part = .none, right: Part = .none) {
    self.left = left
    self.center = center
    self.right = right
  }

  /// All parts as one text, empty if there is nothing to print.
  package var code: String {
    var code = ""
    if !left.code.isEmpty { code += "&L" + left.code }
    if !center.code.isEmpty { code += "&C" + center.code }
    if !right.code.isEmpty { code += "&R" + right.code }
    return code
  }
}
