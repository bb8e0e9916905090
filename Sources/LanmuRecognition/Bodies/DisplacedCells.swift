internal import LanmuDiagnostics

/// Doubts about the cells of a row that lacks some or has moved: the fields in which they could as well stand.
struct DisplacedCells: Sendable {
  let columns: [LogicalColumn]

  /// Names the doubt about a cell of a row that has perhaps moved.
  static let code = "cell.moved"
  /// Names the doubt about a cell that its content alone places.
  private static let placed = "cell.placed"
  /// What names either.
  static let codes: Set<String> = [code, placed]

  /// Doubts about cells that could as well stand in a neighbouring field of which the row has no cell.
  func doubts(_ row: AlignedRow, presence: [Double]?, cost: ContentCost) -> [Doubt] {
    guard let presence else { return [] }
    var doubts: [Doubt] = []
    for column in columns.indices where columns[column].meaning != .level && row.slots[column].state == .own {
      let text = row.slots[column].label
      let prices = cost.prices(text, TextEvidence(text))
      for step in [-1, 1] {
        var other = column + step
        while columns.indices.contains(other), row.slots[other].state == .missing, columns[other].meaning != .level {
          let here = prices[column] + RowAligner.surprise(1 - presence[other])
          let there = prices[other] + RowAligner.surprise(1 - presence[column])
          if there - here < Self.displacementMargin {
            doubts.append(displacementDoubt(text, column: column, other: other, probability: 0.65))
          }
          other += step
        }
      }
    }
    return doubts
  }

  /// Doubts about the fields of a row whose cells would stand in other ones if its labels stood where they nearly as well could.
  ///
  /// One doubt a field says enough.
  func doubts(
    _ cells: [AlignableCell], readBy reading: RowReading, or rival: RowReading, probability: Double
  ) -> [Doubt] {
    var doubts: [Doubt] = []
    var doubted: Set<FieldMeaning> = [.level]
    for (place, cell) in cells.enumerated() where !cell.isEmpty {
      let (here, there) = (reading.columnOfCell[place], rival.columnOfCell[place])
      guard here != there else { continue }
      for column in [here, there].compactMap(\.self) where doubted.insert(columns[column].meaning).inserted {
        let (chosen, other) = (name(here), name(there))
        let excerpt = CellText.excerpt(cell.text, atMost: 12)
        doubts.append(
          Doubt(
            field: columns[column].meaning, code: Self.code,
            message: Message(
              zh: "本行像是错了位，“\(excerpt)”归入“\(chosen.chinese)”；也可能属于“\(other.chinese)”",
              en:
                "the row seems to have moved; “\(excerpt)” was placed under “\(chosen.english)”, but may belong under “\(other.english)”"
            ),
            probability: probability))
      }
    }
    return doubts
  }

  /// The doubt about a row that was moved to the right, because it seems to have lost the empty field that it began with.
  func slip(_ probability: Double) -> Doubt {
    Doubt(
      field: .level, code: Self.code,
      message: Message(
        zh: "本行比表头少一格，像是丢了行首的空格，已整行右移一格，请核对",
        en: "the row is one field short, as if the empty field at its start were lost; it was moved to the right"
      ),
      probability: probability)
  }

  /// The doubt about a row whose outer labels are those of a row above that was moved to the right.
  func slip(above probability: Double) -> Doubt {
    Doubt(
      field: .level, code: Self.code,
      message: Message(
        zh: "上级栏目取自上面右移一格的行，请一并核对",
        en: "the outer labels are taken from a row above that was moved to the right; check both"),
      probability: probability)
  }

  /// What a clerk is told of the column in which a cell stands; it may stand in none.
  private func name(_ column: Int?) -> Message {
    column.map { columns[$0].name } ?? Message(zh: "多余的格", en: "no field")
  }

  /// The doubt about a field that takes over what a row above, which has perhaps moved, holds in it.
  func doubt(_ column: Int, carried text: String, probability: Double) -> Doubt {
    let name = columns[column].name
    let excerpt = CellText.excerpt(CellText.label(text), atMost: 12)
    return Doubt(
      field: columns[column].meaning, code: Self.code,
      message: Message(
        zh: "“\(name.chinese)”沿用上面的“\(excerpt)”，那一行像是错了位，请一并核对",
        en: "“\(name.english)” was taken from above (“\(excerpt)”), from a row that seems to have moved; check both"),
      probability: probability)
  }

  /// A cell that fits another field worse by less than this leaves a doubt.
  private static let displacementMargin = 0.8

  private func displacementDoubt(_ text: String, column: Int, other: Int, probability: Double) -> Doubt {
    let excerpt = CellText.excerpt(text, atMost: 12)
    let (here, there) = (columns[column].name, columns[other].name)
    return Doubt(
      field: columns[column].meaning, code: Self.placed,
      message: Message(
        zh: "本行缺格，“\(excerpt)”按内容归入“\(here.chinese)”；也可能属于“\(there.chinese)”",
        en:
          "the row lacks cells; “\(excerpt)” was placed under “\(here.english)” by its content, but may belong under “\(there.english)”"
      ),
      probability: probability)
  }
}
