internal import LanmuContainer
internal import LanmuDiagnostics

/// Reads `xl/styles.xml` (ECMA-376 part 1, 18.8) as far as numbers are concerned: which format each cell style has.
struct StylesVisitor: MarkupVisitor {
  enum Name: String, MarkupName {
    case numberFormats = "numFmts"
    case numberFormat = "numFmt"
    case cellFormats = "cellXfs"
    case format = "xf"
  }

  private var codes: [Int: String] = [:]
  private var identifiers: [Int] = []
  private var isInNumberFormats = false
  private var isInCellFormats = false
  private let limits: ResourceLimits

  init(limits: ResourceLimits) { self.limits = limits }

  /// The number format of each cell style; `nil` where numbers are just numbers.
  var formats: [NumberFormat?] {
    var known: [Int: NumberFormat?] = [:]
    return identifiers.map { identifier in
      if let format = known[identifier] { return format }
      let format = codes[identifier].map { NumberFormat(code: $0) } ?? .builtIn(identifier)
      let useful: NumberFormat? = format.isPlain ? nil : format
      known[identifier] = .some(useful)
      return useful
    }
  }

  mutating func startElement(_ name: Name?, _ element: borrowing MarkupElement) throws(LanmuError) {
    guard let name, element.isOfSpreadsheet else { return }
    switch name {
    case .numberFormats: isInNumberFormats = true
    case .numberFormat:
      guard isInNumberFormats, codes.count < limits.columns, let identifier = element.integer("numFmtId") else {
        return
      }
      codes[identifier] = element.attribute("formatCode") ?? ""
    case .cellFormats: isInCellFormats = true
    case .format:
      guard isInCellFormats, identifiers.count < limits.rows else { return }
      identifiers.append(element.integer("numFmtId") ?? 0)
    }
  }

  mutating func endElement(_ name: Name?, _ element: borrowing MarkupElement) throws(LanmuError) {
    switch name {
    case .numberFormats: isInNumberFormats = false
    case .cellFormats: isInCellFormats = false
    default: break
    }
  }
}
