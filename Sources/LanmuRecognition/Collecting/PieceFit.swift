internal import LanmuGrid

/// Whether rows without a header stand in the fields of the table above them: numbers under numbers, times under times.
struct PieceFit: Sendable {
  /// Whether no more cells contradict their fields than agree with them.
  var isFitting: Bool { clashing <= fitting }

  private var fitting = 0
  private var clashing = 0
  /// How many cells agree with each field or contradict it, by its place.
  private var shares: [Int: (fitting: Int, clashing: Int)] = [:]

  /// Whether several cells contradict a field with which none agrees, however well others stand.
  private var hasOtherField: Bool { shares.values.contains { $0.fitting == 0 && $0.clashing >= Self.leastClashing } }

  /// Rows looked at; more would not change the picture.
  private static let sampleSize = 40

  /// How many columns rows reach.
  static func width(of rows: ArraySlice<FieldRow>) -> Int {
    rows.flatMap(\.filled).map { $0.column + $0.columnSpan }.max() ?? 0
  }

  /// Looks at the rows that keep their spans, and so have their cells in their places.
  ///
  /// - Parameter evidence: of texts that were asked before; the rows of one piece are those of the next, too.
  init(_ rows: ArraySlice<FieldRow>, header: TableHeader?, evidence: inout EvidenceTable) {
    self.init(placed: rows.prefix(Self.sampleSize).filter(\.layout.keepsSpans), header: header, evidence: &evidence)
  }

  private init(placed rows: [FieldRow], header: TableHeader?, evidence known: inout EvidenceTable) {
    guard let header else { return }
    for row in rows {
      for cell in row.filled {
        guard let place = header.fields.firstIndex(where: { $0.columns.contains(cell.column) }),
          let meaning = header.fields[place].meaning
        else { continue }
        let evidence = known.evidence(of: cell.label)
        if evidence.isDash { continue }
        let before = (fitting: fitting, clashing: clashing)
        switch meaning {
        case .number: if evidence.isNumber { fitting += 1 } else { clashing += 1 }
        case .update, .supply: if evidence.time > 0.3 { fitting += 1 } else { clashing += 1 }
        case .responsible, .lead, .cooperating: if evidence.units > 0.4 { fitting += 1 } else { clashing += 1 }
        case .requirement, .target: if evidence.isContact || evidence.isNumber { clashing += 1 }
        case .level: if evidence.isContact { clashing += 1 }
        // A way of publishing is named, not described.
        case .mode: if evidence.isProse, !evidence.isMode { clashing += 1 }
        case .remarks, .other: continue
        }
        shares[place, default: (0, 0)].fitting += fitting - before.fitting
        shares[place, default: (0, 0)].clashing += clashing - before.clashing
      }
    }
  }

  /// Whether a table without a header stands in the fields of the one before.
  static func stands(_ rows: ArraySlice<FieldRow>, of grid: Grid, below before: CollectedTable) -> Bool {
    guard let first = rows.first, let header = before.header, let width = header.fields.last?.columns.upperBound,
      Self.width(of: rows) <= width
    else { return false }
    var evidence = EvidenceTable()
    if first.layout.keepsSpans, before.layout.keepsSpans {
      let fit = PieceFit(rows, header: header, evidence: &evidence)
      return before.width == grid.columnCount && fit.isFitting && !fit.hasOtherField
    }
    guard spans(grid, fieldsOf: header) else { return false }
    // Nothing covers cells of the first row, and rows without an empty field lack none.
    let placed = rows.prefix(sampleSize).filter { row in
      row.row == first.row || row.layout.keepsSpans || row.filledCount == width
    }
    let fit = PieceFit(placed: placed, header: header, evidence: &evidence)
    return fit.fitting >= leastFitting && fit.clashing * clashingAmongFitting <= fit.fitting
  }

  /// Whether rows reach all fields of a header but those at its end that may be empty throughout.
  private static func spans(_ grid: Grid, fieldsOf header: TableHeader) -> Bool {
    header.fields.allSatisfy { field in
      field.columns.upperBound <= grid.columnCount || [.mode, .remarks, .other].contains(field.meaning)
    }
  }

  /// Where spans are lost, so many cells must agree with their fields, and so many for each one that does not.
  private static let leastFitting = 2
  private static let clashingAmongFitting = 4
  /// One or two may be slips.
  private static let leastClashing = 3
}
