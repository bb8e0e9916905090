/// What a field (a grid column) of a plan's table holds.
public enum FieldMeaning: String, Sendable, Hashable, CaseIterable {
  /// A running number (序号).
  case number
  /// A label of a level: channel, column, sub-column, indicator. Levels are ordered from left to right, outermost first.
  case level
  /// What the column must hold (具体内容, 指标说明, 工作要求; in a units table the list of columns).
  case requirement
  /// The columns that an indicator is broken down to (对应栏目).
  case target
  /// By when the content is supplied (提供内容时效标准).
  case supply
  /// How often the column is updated (更新标准, 更新时效, 更新频率).
  case update
  /// How the content is supplied (保障方式).
  case mode
  /// The leading unit, where it has a field of its own (牵头单位).
  case lead
  /// The responsible units (保障部门, 责任单位); in a units table the unit.
  case responsible
  /// Cooperating units that have a field of their own beside the responsible ones (配合单位).
  case cooperating
  /// Remarks (备注).
  case remarks
  /// A field that is none of these (联系人, 网址, …); its texts are kept, each under its header's label.
  case other
}

extension FieldMeaning {
  /// The kind of thing that a field of this meaning holds: fields of one kind may divide one label.
  var family: FieldMeaning {
    switch self {
    case .lead, .responsible, .cooperating: .responsible
    case .update, .supply, .mode: .update
    default: self
    }
  }
}
