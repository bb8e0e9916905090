internal import LanmuGrid

/// Whether rows without a header stand in the fields of the table above them: numbers under numbers, times under times.
struct PieceFit: Sendable {
  /// Whether no more cells contradict their fields than agree with them.
  private(set) var isFitting = true

  /// Rows looked at; more would not change the picture.
  private static let sampleSize = 40

  /// How many columns rows reach.
  static func width(of rows: ArraySlice<FieldRow>) -> Int {
    rows.flatMap(\.filled).map { $0.column + $0.columnSpan }.max() ?? 0
  }

  init(_ rows: ArraySlice<FieldRow>, header: TableHeader?) {
    guard let header else { return }
    var fitting = 0
    var clashing = 0
    for row in rows.prefix(Self.sampleSize) where row.layout.keepsSpans {
      for cell in row.filled {
        guard let field = header.fields.first(where: { $0.columns.contains(cell.column) }), let meaning = field.meaning
        else { continue }
        let evidence = TextEvidence(cell.label)
        if evidence.isDash { continue }
        switch meaning {
        case .number: if evidence.isNumber { fitting += 1 } else { clashing += 1 }
        case .update, .supply: if evidence.time > 0.3 { fitting += 1 } else { clashing += 1 }
        case .responsible, .lead, .cooperating: if evidence.units > 0.4 { fitting += 1 } else { clashing += 1 }
        case .requirement, .target: if evidence.isContact || evidence.isNumber { clashing += 1 }
        case .level: if evidence.isContact { clashing += 1 }
        case .mode, .remarks, .other: continue
        }
      }
    }
    isFitting = clashing <= fitting
  }
}
