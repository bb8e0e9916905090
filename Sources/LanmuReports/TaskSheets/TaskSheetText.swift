internal import LanmuAnalysis

/// A task in the words of its row.
struct TaskSheetText {
  let task: UnitTask

  init(_ task: UnitTask) {
    self.task = task
  }

  /// The label path; a table of units may give duties without naming a column.
  var path: String {
    task.path.isEmpty ? "（方案未列栏目名称）" : (task.starred ? "★" : "") + task.path.joined(separator: " / ")
  }

  var roles: String {
    var words: [String] = []
    for part in task.roles {
      let name = part.role.chineseName
      // A line of its own, or the narrow field would tear the bracket apart.
      let word = part.group.isEmpty ? name : "\(name)\n（\(part.group)）"
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
