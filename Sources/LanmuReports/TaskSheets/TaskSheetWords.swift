internal import LanmuAnalysis
internal import LanmuPlan

/// Lists and sentences of the task sheets.
enum TaskSheetWords {
  static let secrecyAnswers = ["已审查，无涉密内容", "未审查"]
  static let yearlyAnswers = ["已逐项核对，内容准确", "已核对并更正", "未核对", "无按需栏目"]
  static let receiptAnswers = ["已反馈", "未反馈", "退回修改"]

  static let onDemand = "有变动时更新，请确认现有内容是否准确"

  /// The notes below the table.
  static func notes(_ sheet: TaskSheet) -> [String] {
    var notes = [
      "填写：只填写浅黄色单元格。“办理情况”“未更新原因”从下拉列表中选择，“更新日期”填日期（如 2026-12-05），“条数”填本月发布的条数。"
        + "工作要求较长的只列前几行，全文见“任务说明”表。",
      "报送：请于\(sheet.returnBy.chineseText)前将本文件（.xlsx 格式，勿改为 .xls 或 .et）连同签字盖章的扫描件一并报送信息中心；"
        + "如有疑问，请与表首所列信息中心联系人联系。",
      "角色：牵头，统筹该栏目并对内容终审；责任，提供和更新内容；协调组织，召集各单位；配合，按牵头单位要求提供材料；技术配合，保障技术条件。",
      "保密：信息发布遵循“谁发布、谁审核、谁负责”，报送前须完成保密审查，并在表首选择审查结果。",
    ]
    var dates = "日期：应更新日期是该栏目仍属按期的最后一天；遇非工作日的，同时注明此前最后一个工作日。"
    if !sheet.hasCensus { dates += "本表未附普查数据，“上次更新”和“当前状态”由各单位对照网站核实。" }
    let isProvisional = sheet.tasks.contains { task in
      if case .day(let due, _) = task.due { due.isProvisional } else { false }
    }
    if isProvisional { dates += "标“暂”的日期所在年度放假安排尚未公布，暂按周一至周五计工作日。" }
    notes.append(dates)
    return notes.enumerated().map { "\($0.offset + 1)．\($0.element)" }
  }

  static func summary(_ sheet: TaskSheet) -> String {
    var text = "本单位承担 \(sheet.tasks.count) 个栏目：牵头 \(sheet.count(of: .lead))，责任 \(sheet.count(of: .responsible))"
    let coordinating = sheet.count(of: .coordinating)
    if coordinating > 0 { text += "，协调组织 \(coordinating)" }
    text += "，配合 \(sheet.count(of: .cooperating) + sheet.count(of: .technical))；"
    if sheet.hasCensus {
      text +=
        "逾期 \(sheet.count(of: .overdue))，即将到期 \(sheet.count(of: .due))，空白 \(sheet.count(of: .blank))。"
    } else {
      text += "逾期、即将到期、空白栏目未提供普查数据，请自行核实。"
    }
    return text
  }
}
