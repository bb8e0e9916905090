/// How a cell looks and whether it may be edited.
///
/// A value with shared storage: copies cost a reference, and workbooks with many cells of one style resolve it once. Make
/// styles once (`static let`) and derive variants with `with`:
///
///     static let warning = OfficialStyle.body.with { $0.bold = true; $0.fill = Color(0xFFC7CE) }
package struct CellStyle: Sendable, Hashable {
  /// Everything that a style can say.
  package struct Properties: Sendable, Hashable {
    package var fontName = "宋体"
    /// Points.
    package var fontSize: Double = 10
    package var bold = false
    package var italic = false
    package var underlined = false
    package var struckThrough = false
    package var fontColor: Color?
    package var fill: Color?
    package var borders = Borders()
    package var horizontal = HorizontalAlignment.general
    package var vertical = VerticalAlignment.center
    /// Whether text runs over several lines within the cell.
    package var wraps = false
    /// Whether text is made smaller until it fits; ignored where `wraps` is set.
    package var shrinks = false
    /// From 0 to 15.
    package var indent = 0
    /// Degrees from -90 to 90; 270 for letters below each other.
    package var rotation = 0
    /// A number format code (`0.0%`, `yyyy-mm-dd`); at most 127 bytes, `General` for none.
    package var numberFormat = "General"
    /// Whether the cell is closed once its sheet is protected.
    package var locked = true
    /// Whether a protected sheet hides the cell's formula.
    package var hidesFormula = false

    package init() {}
  }

  package enum HorizontalAlignment: Sendable, Hashable {
    case general, left, center, right, justified, distributed, fill
  }
  package enum VerticalAlignment: Sendable, Hashable { case top, center, bottom, justified, distributed }

  private final class Storage: Sendable {
    let properties: Properties
    let hash: Int

    init(_ properties: Properties) {
      self.properties = properties
      self.hash = properties.hashValue
    }
  }

  private let storage: Storage

  package init(_ properties: Properties = Properties()) {
    storage = Storage(properties)
  }

  package var properties: Properties { storage.properties }

  // Single properties, for code that asks once for every cell: a copy of all of them counts references.
  var wraps: Bool { storage.properties.wraps }
  var indent: Int { storage.properties.indent }
  package var fontSize: Double { storage.properties.fontSize }

  /// Identifies the storage: equal identities mean equal styles, but not the other way round.
  package var identity: ObjectIdentifier { ObjectIdentifier(storage) }

  /// A changed copy.
  package func with(_ change: (inout Properties) -> Void) -> CellStyle {
    var copy = storage.properties
    change(&copy)
    return CellStyle(copy)
  }

  package static func == (left: CellStyle, right: CellStyle) -> Bool {
    left.storage === right.storage || left.storage.properties == right.storage.properties
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(storage.hash)
  }
}
