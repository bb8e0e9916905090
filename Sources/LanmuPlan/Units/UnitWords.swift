/// The vocabulary of names of bodies: how they end, which of them are groups, suppliers, or nobody.
package enum UnitWords {
  /// Whether a text ends as names of bodies do.
  package static func endsAsUnit(_ name: String) -> Bool {
    let scalars = name.unicodeScalars
    guard !scalars.isEmpty, scalars.index(after: scalars.startIndex) != scalars.endIndex else { return false }
    return endings.closing(name[...]) != nil && notUnits.closing(name[...]) == nil
  }

  private static let endings = EdgeWords.endings([
    "局", "委", "办", "部", "院", "台", "社", "会", "处", "站", "所", "中心", "办公室", "镇", "乡", "街道", "政府", "支队", "大队", "公司", "集团",
    "馆", "校",
    "大学", "中学", "小学", "高中", "园", "区", "科", "股", "室", "队", "团", "银行", "县", "市", "方", "部门", "单位", "机构", "企业", "联", "协",
    "厅", "署", "机关", "庭",
    "组", "商", "场",
    "府", "厂", "库", "段", "网", "学院", "医院", "志办", "总站", "工委", "州", "旗", "盟", "省", "村", "社区", "镇街", "责任人", "人员", "海关", "公安",
    "专班",
    "分行",
    "支行", "营业部",
  ])

  private static let notUnits = EdgeWords.endings([
    "社会", "晚会", "机会", "小区", "地区", "全市", "全区", "全县", "城市", "内部", "全部", "地方", "官网", "官方", "网站", "市场", "现场", "信访", "人社",
    "农业农村", "发布会", "听证会", "座谈会", "招聘会", "通气会", "论证会", "交流会", "推介会", "博览会", "吹风会",
  ])

  /// What closes a name, for giving an elided ending back: 县卫计、人社、食药监局.
  package static func ending(of name: String) -> String? {
    ["委员会", "办公室", "管委会", "中心", "局", "委", "办", "部", "镇", "乡", "街道", "院", "站", "所", "公司", "支队", "大队", "银行"].first {
      name.hasSuffix($0) && name.count > $0.count
    }
  }

  /// Several bodies named together.
  package static func isGroup(_ name: String) -> Bool {
    if name.hasSuffix(")"), let open = name.lastIndex(of: "("), open != name.startIndex {
      return isGroup(String(name[..<open]))
    }
    let scalars = name.unicodeScalars
    guard let first = scalars.first, let last = scalars.last else { return false }
    // 市属各国有企业, 驻县各单位: whose they are stands before 各.
    if scalars.contains("各"),
      ["属各", "直各", "辖各", "县各", "市各", "区各", "内各", "级各", "省各", "驻各", "关各", "局各", "会各", "委各", "院各", "府各"].contains(
        where: name.contains)
    {
      return true
    }
    if groupFirsts.contains(first), groupStarts.contains(where: name.hasPrefix) { return true }
    return groupLasts.contains(last) && groupEnds.contains(where: name.hasSuffix)
  }

  private static let groupFirsts = Set(groupStarts.compactMap(\.unicodeScalars.first))
  private static let groupLasts = Set(groupEnds.compactMap(\.unicodeScalars.last))
  private static let groupStarts = ["各", "其", "所有", "全体", "有关", "相关", "其他", "其它", "全市各", "全县各", "全区各"]
  private static let groupEnds = [
    "部门", "单位", "机构", "企业", "各镇", "各乡", "各街道", "各企业", "各学校", "乡镇", "乡镇人民政府", "镇街", "市直机关", "区直机关", "县直机关", "直机关",
  ]

  /// Whether a group names bodies that only the reader knows: 各有关部门, 需要发布意见的单位.
  package static func isOpenGroup(_ name: String) -> Bool {
    ["有关", "相关", "涉及", "需要", "申请", "其他", "其它", "负有"].contains(where: name.contains) || name.contains("的")
  }

  /// A supplier, which is no public body.
  package static func isVendor(_ name: String) -> Bool {
    let trades = ["技术", "运维", "开发", "承建", "建设", "服务", "第三", "维护", "供应", "平台", "外包"]
    let kinds = ["方", "商", "公司", "厂商", "团队", "服务商", "承建商"]
    if ["技术支持单位", "技术单位", "运维单位", "承建单位", "开发单位", "技术服务单位"].contains(where: name.hasSuffix) { return true }
    return kinds.contains(where: name.hasSuffix) && trades.contains(where: name.contains) && name.count <= 14
  }

  /// Words in a unit field that name nobody.
  package static func namesNobody(_ name: String) -> Bool {
    if name.unicodeScalars.allSatisfy({ "-—－_/\\.。…·".unicodeScalars.contains($0) }) { return true }
    return name.utf8.count <= longestNobody && nobody.contains(name)
  }

  /// How many code units the longest of these takes.
  static let longestNobody = nobody.reduce(0) { max($0, $1.utf8.count) }
  private static let nobody: Set<String> = ["略", "无", "暂无", "没有", "空", "待定", "待确定", "n/a", "none"]
}
