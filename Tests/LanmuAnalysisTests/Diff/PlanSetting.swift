import LanmuDiagnostics
import LanmuGrid
import LanmuPlan
import LanmuRecognition

/// How an office sets a plan as a table: its own words for the headers, its own order of the fields, merged cells kept or
/// lost.
struct PlanSetting {
  private let levels: [String]
  private let fields: [(meaning: FieldMeaning, label: String)]
  private let keepsSpans: Bool

  init(seed: UInt64, depth: Int, keepsSpans: Bool) {
    var numbers = SeededNumbers(seed: seed)
    let names = [["一级栏目", "二级栏目", "三级栏目"], ["频道", "栏目", "子栏目"]]
    levels = Array((names.randomElement(using: &numbers) ?? names[0]).prefix(depth))
    let labels: [(FieldMeaning, [String])] = [
      (.requirement, ["内容要求", "具体内容"]), (.update, ["更新时限", "更新频率"]), (.responsible, ["责任单位", "保障单位"]),
    ]
    fields =
      labels.map { ($0.0, $0.1.randomElement(using: &numbers) ?? $0.1[0]) }.shuffled(using: &numbers) + [
        (.remarks, "备注")
      ]
    self.keepsSpans = keepsSpans
  }

  /// The plan as it is read back from the table, with the ids of its entries as they were.
  func reading(of plan: Plan) throws -> Plan {
    let recognised = try PlanRecogniser().recognise(document(of: plan.entries)).value
    var reading = PlanAssembler().assemble(recognised).value
    guard reading.entries.count == plan.entries.count else { return reading }
    for index in reading.entries.indices { reading.entries[index].id = plan.entries[index].id }
    return reading
  }

  private func document(of entries: [PlanEntry]) -> TableDocument {
    var cells = (levels + fields.map(\.label)).enumerated().map { Cell(row: 0, column: $0.offset, text: $0.element) }
    for (index, entry) in entries.enumerated() {
      for level in levels.indices {
        let isLeaf = level == entry.path.count - 1
        let isCovered = !isLeaf && level < entry.path.count && index > 0 && shares(entry, entries[index - 1], level)
        let label = level < entry.path.count ? (isLeaf && entry.starred ? "★" : "") + entry.path[level] : ""
        if !isCovered {
          let span = isLeaf || label.isEmpty ? 1 : 1 + entries[(index + 1)...].prefix { shares(entry, $0, level) }.count
          cells.append(Cell(row: index + 1, column: level, rowSpan: keepsSpans ? span : 1, text: label))
        } else if !keepsSpans {
          cells.append(Cell(row: index + 1, column: level, text: ""))
        }
      }
      for (place, field) in fields.enumerated() {
        cells.append(Cell(row: index + 1, column: levels.count + place, text: text(of: field.meaning, in: entry)))
      }
    }
    let grid = Grid(
      rowCount: entries.count + 1, columnCount: levels.count + fields.count,
      layout: keepsSpans ? .spanned : .delimited, cells: cells)
    return TableDocument(format: "generated", blocks: [.table(grid)])
  }

  /// Whether two entries stand under one label of a level that is neither's own.
  private func shares(_ one: PlanEntry, _ other: PlanEntry, _ level: Int) -> Bool {
    other.path.count > level + 1 && one.path.prefix(level + 1) == other.path.prefix(level + 1)
  }

  private func text(of field: FieldMeaning, in entry: PlanEntry) -> String {
    switch field {
    case .requirement: entry.requirement
    case .update: entry.update.text
    case .responsible: entry.responsible
    default: entry.remarks
    }
  }
}
