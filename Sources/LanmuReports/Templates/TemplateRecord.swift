internal import LanmuRecognition
package import LanmuWorkbook

/// What fills a template: values by name, and lists of records for what repeats.
package struct TemplateRecord: Sendable {
  package enum Value: Sendable {
    case text(String)
    case number(Double)
    case day(SheetDay)
    /// Text of which parts are marked: bold, struck through, in a color; the font is the cell's own.
    case runs([TextRun])
    case list([TemplateRecord])

    /// The value within other text.
    package var text: String {
      switch self {
      case .text(let text): text
      case .number(let number): CellValue.number(number).plainText
      case .day(let day): day.isoText
      case .runs(let runs): runs.map(\.text).joined()
      case .list(let records): String(records.count)
      }
    }

    /// Whether a condition on the value holds.
    package var isTrue: Bool {
      switch self {
      case .text(let text): !text.isEmpty
      case .number(let number): number != 0
      case .day: true
      case .runs(let runs): !runs.isEmpty
      case .list(let records): !records.isEmpty
      }
    }
  }

  private var values: [ExactText: Value] = [:]
  /// What may be drawn, by name.
  package var charts: [String: TemplateChart] = [:]
  /// The list that `{.名称}` repeats over.
  package var defaultList: String

  package init(defaultList: String = "", _ values: [(String, Value)] = []) {
    self.defaultList = defaultList
    self.values.reserveCapacity(values.count)
    for (name, value) in values { self.values[ExactText(name)] = value }
  }

  /// The other record's values as well, where this one has none of the name.
  package mutating func add(_ other: TemplateRecord) {
    values.merge(other.values) { own, _ in own }
    charts.merge(other.charts) { own, _ in own }
  }

  package subscript(name: String) -> Value? {
    get { values[ExactText(name)] }
    set { values[ExactText(name)] = newValue }
  }
}

/// The records within which a place of a template lies, innermost last.
struct TemplateScope {
  var records: [TemplateRecord]
  let aliases: [String: String]
  /// The lists of which a record is among `records`: their names stand for that record, and not for the list again.
  var entered: Set<String> = []

  func value(_ name: String) -> TemplateRecord.Value? {
    own(name) ?? aliases[name].flatMap { own($0) }
  }

  private func own(_ name: String) -> TemplateRecord.Value? {
    for record in records.reversed() {
      if let value = record[name] { return value }
    }
    return nil
  }

  func list(_ name: String) -> [TemplateRecord]? {
    let wanted = name.isEmpty ? records.last { !$0.defaultList.isEmpty }?.defaultList ?? "" : name
    if case .list(let list)? = value(wanted) { return list }
    return nil
  }

  func pushing(_ record: TemplateRecord, of list: String = "") -> TemplateScope {
    var inner = TemplateScope(records: records + [record], aliases: aliases, entered: entered)
    if !list.isEmpty { inner.entered.insert(aliases[list] ?? list) }
    return inner
  }

  func isEntered(_ list: String) -> Bool { entered.contains(aliases[list] ?? list) }

  /// Whether a row that names this list repeats, instead of speaking of the record that it stands in.
  func repeats(_ list: String) -> Bool { !isEntered(list) && self.list(list) != nil }
}
