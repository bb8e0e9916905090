import LanmuAnalysis
import LanmuPlan

/// A column's rule as the ledger prints it: kind, number, unit.
struct RuleShape {
  var mode: String
  var count: Int?
  var unit = ""

  init(_ column: ColumnResult) {
    guard let obligation = column.obligations.first else {
      mode = "方案未定"
      return
    }
    switch obligation {
    case .rolling(let span):
      mode = "滚动"
      count = span.count
      unit = CensusReport.unitName(span)
    case .count(let needed, let span):
      mode = span == TimeSpan(1, .year) ? "每年次数" : "每\(span.count)\(CensusReport.unitName(span))次数"
      count = needed
      unit = "次"
    case .period(let period, let atLeast):
      mode = "每\(period.chineseName)"
      count = atLeast
      unit = "次"
    case .yearly(let by):
      mode = "每年\(by.month)月\(by.day)日前"
      count = 1
      unit = "次"
    case .months(let months, let span):
      mode = "每年" + months.map { "\($0)月" }.joined(separator: "、")
      count = span?.count
      unit = span.map(CensusReport.unitName) ?? ""
    case .perItem(let span, _):
      mode = "按件"
      count = span.count
      unit = CensusReport.unitName(span)
    case .onDemand: mode = "按需"
    case .availability: mode = "可用性"
    case .follows: mode = "随同"
    case .pending: mode = "待确认"
    case .undetermined: mode = "方案未定"
    }
  }
}
