internal import LanmuGrid

/// The words that divide the ticked fields of catalogues of disclosure, each below a word of its own.
///
/// Source: the catalogues of standards of 26 fields of disclosure at the grass roots (基层政务公开标准指引, 2019): 公开对象 is divided
/// into 全社会 and 特定群体, 公开方式 into 主动 and 依申请公开, 公开层级 into 县级 and 乡、村级. Whatever
/// is asked (是否已公开) may be divided into 是 and 否.
enum DivisionWords {
  /// What the label contains that a word stands below; `nil` for other words.
  static func group(of label: String) -> String? {
    let label = SimplifiedForms.text(label)
    let scalars = Array(label.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last else { return nil }
    if last == "级", scalars.count <= 5, "国省市州县区乡镇村街".unicodeScalars.contains(first) { return "层级" }
    if scalars.count == 1, "是否".unicodeScalars.contains(first) { return "是否" }
    if scalars.count == 1, "省市州县区乡镇街村社".unicodeScalars.contains(first) { return "层级" }
    return groups.first { $0.words.contains { label.hasPrefix($0) } }?.group
  }

  private static let groups: [(group: String, words: [String])] = [
    ("对象", ["全社会", "社会公众", "特定群众", "特定群体", "特定对象", "特定人群", "社会", "特定"]), ("方式", ["主动", "依申请", "申请"]),
  ]
}
