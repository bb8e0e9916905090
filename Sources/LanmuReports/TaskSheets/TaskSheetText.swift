internal import LanmuAnalysis

/// A task in the words of its row.
struct TaskSheetText {
  /// A4 landscape reads well down to three quarters; longer texts stand in full on the second sheet.
  static let requirementLines = 4
  static let requirementWidth = 30.0

  let task: UnitTask
  let fits: TaskTextFits

  init(_ task: UnitTask, fits: TaskTextFits = .none) {
    self.task = task
    self.fits = fits
  }

  /// The label path; a table of units may give duties without naming a column.
  var path: String {
    task.path.isEmpty ? "（方案未列栏目名称）" : (task.starred ? "★" : "") + task.path.joined(separator: " / ")
  }

  var roles: String {
    var words: [String] = []
    for part in task.roles {
      let name = part.role.chineseName
      let word = part.group.isEmpty ? name : "\(name)（\(part.group)）"
      if !words.contains(word) { words.append(word) }
    }
    return words.joined(separator: "、")
  }

  /// What the unit answers for, with the document's own words where they say more than the role.
  var scope: String {
    var texts: [String] = []
    for part in task.roles {
      var text = part.scope
      if !part.duty.isEmpty, part.duty != part.role.chineseName, !text.contains(part.duty) {
        text = text.isEmpty ? part.duty : "\(part.duty)：\(text)"
      }
      if !text.isEmpty, !texts.contains(text) { texts.append(text) }
    }
    return texts.joined(separator: "；")
  }

  var shortRequirement: String { requirement(width: Self.requirementWidth) }

  func requirement(width: Double) -> String {
    fits.requirement(task.requirement, width: width)
  }

  /// The plan's words, as many as fit the row; the second sheet has them all.
  func limited(_ text: String, width: Double) -> String {
    fits.limited(text, width: width)
  }

  var due: String {
    switch task.due {
    case .day(let due, let workingDay):
      let text = due.date.text + (due.isProvisional ? "暂" : "")
      return workingDay == due.date ? text : text + "\n工作日" + workingDay.text.dropFirst(5)
    case .afterLastUpdate(let words): return "自上次更新起：\(words)"
    case .none: return "—"
    }
  }

  var state: String {
    switch task.state {
    case .overdue: task.daysOver > 0 ? "逾期\(task.daysOver)天" : "逾期"
    case .onDemand: "按需：" + TaskSheetWords.onDemand
    default: task.state.chineseName
    }
  }
}
