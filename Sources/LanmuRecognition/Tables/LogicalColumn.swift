internal import LanmuDiagnostics

/// A field of the table as rows are read against it; a header field that covers several levels is one column each.
struct LogicalColumn: Sendable {
  var meaning: FieldMeaning
  /// The header's leaf label; empty where there is no header.
  var label: String
  /// Grid columns that it covers, where spans are known; else its place.
  var columns: Range<Int>

  /// What a clerk is told that the column is: its label, or in words what it holds.
  var name: Message {
    if !label.isEmpty { return Message(zh: label, en: label) }
    return switch meaning {
    case .number: Message(zh: "序号", en: "number")
    case .level: Message(zh: "栏目", en: "column of the site")
    case .requirement: Message(zh: "内容要求", en: "requirement")
    case .target: Message(zh: "对应栏目", en: "target columns")
    case .supply: Message(zh: "提供时限", en: "time of supply")
    case .update: Message(zh: "更新时限", en: "time of update")
    case .mode: Message(zh: "保障方式", en: "way of supply")
    case .lead: Message(zh: "牵头单位", en: "leading unit")
    case .responsible: Message(zh: "责任单位", en: "responsible unit")
    case .cooperating: Message(zh: "配合单位", en: "cooperating unit")
    case .remarks: Message(zh: "备注", en: "remarks")
    case .other: Message(zh: "其他内容", en: "other content")
    }
  }
}

extension [LogicalColumn] {
  /// The places of the columns that hold the labels of levels, outermost first.
  var levels: [Int] { indices.filter { self[$0].meaning == .level } }

  /// For each column, the level whose labels it holds; `nil` for others.
  var levelOfColumn: [Int?] {
    var result: [Int?] = Array<Int?>(repeating: nil, count: count)
    for (level, column) in levels.enumerated() { result[column] = level }
    return result
  }
}
