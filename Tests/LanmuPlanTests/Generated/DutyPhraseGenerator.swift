/// Unit texts made of the shapes, with their meanings.
struct DutyPhraseGenerator {
  private var filler: PhraseFiller

  init(seed: UInt64) { filler = PhraseFiller(seed: seed) }

  mutating func phrase(shape: String, meaning: String) -> (text: String, meaning: String) {
    let bodies = filler.sample(5, of: Self.bodies)
    let groups = filler.sample(2, of: Self.groups)
    let parts = filler.sample(2, of: Self.parts)
    let values = [
      "a": bodies[0], "b": bodies[1], "c": bodies[2], "d": bodies[3], "e": bodies[4], "g": groups[0], "h": groups[1],
      "x": parts[0], "y": parts[1], "o": filler.pick(Self.offices),
    ]
    let text = PhraseFiller.replace(in: shape, values)
    return (
      String(text.map { $0 == "⏎" ? "\n" : $0 }), PhraseFiller.replace(in: meaning, values)
    )
  }

  private static let bodies = [
    "县教育局", "县民政局", "县人力资源和社会保障局", "县住房和城乡建设局", "县委宣传部", "县融媒体中心", "县大数据发展局", "县市场监管局", "县自然资源和规划局",
    "市生态环境局白水分局", "县妇联", "县总工会", "县政府办公室", "县委办", "县行政审批局", "县文化广电体育和旅游局", "县应急管理局", "县公共资源交易中心",
    "县不动产登记和房产交易中心", "县残疾人联合会", "县红十字会", "县国资委", "县金融办", "县机关事务服务中心", "县统计局", "县气象局",
  ]
  private static let groups = ["各部门", "各乡镇", "各有关部门", "县直各单位", "各责任单位", "各镇（街道）", "各相关单位", "各成员单位"]
  private static let parts = ["社会救助", "就业创业", "食品安全", "义务教育", "住房保障信息", "政策文件", "工作动态"]
  private static let offices = ["重大项目办", "信息科", "督查室", "12345热线中心"]
}
