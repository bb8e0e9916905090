package import LanmuAnalysis
package import LanmuWorkbook

/// The monthly census as a workbook: the sheets of the report in the order in which they are read.
///
/// Every figure that stands on rows of the workbook is a formula over these rows and carries its computed value, so that
/// previews show it and a corrected row changes the sums.
package struct CensusReport {
  let census: Census
  let calendar: WorkingCalendar
  /// Rows of the ledger in the order in which they are written.
  let ledger: LedgerPlace
  /// The first columns of those branches of notices and policies that are stale as a whole.
  let branchFaults: Set<Int>

  package static func workbook(of census: Census, calendar: WorkingCalendar = .national) -> Workbook {
    let report = CensusReport(census: census, calendar: calendar)
    var workbook = Workbook()
    workbook.sheets = [
      report.coverSheet(), report.summarySheet(), report.ledgerSheet(), report.overdueSheet(), report.blankSheet(),
      report.rankingSheet(), report.volumeSheet(), report.letterSheet(), report.activitySheet(), report.probeSheet(),
      report.linkSheet(), report.supplySheet(), report.manualSheet(), report.rectificationSheet(), report.annualSheet(),
      report.checkSheet(), report.parameterSheet(), report.calendarSheet(),
    ]
    workbook.properties = DocumentProperties(
      title: report.title, subject: census.rules.title, company: census.site)
    return workbook
  }

  private init(census: Census, calendar: WorkingCalendar) {
    self.census = census
    self.calendar = calendar
    ledger = LedgerPlace(columns: census.columns)
    var branches: [String: (first: Int, isStale: Bool)] = [:]
    for (place, column) in census.columns.enumerated() {
      guard let branch = Measurement.branch(of: column) else { continue }
      let isStale = column.nationalState == .overdue || column.nationalState == .blank
      let known = branches[branch] ?? (place, true)
      branches[branch] = (known.first, known.isStale && isStale)
    }
    branchFaults = Set(branches.values.filter(\.isStale).map(\.first))
  }

  var title: String { "\(census.site)普查工作报表（\(census.month.chineseText)）" }

  /// The cell that holds the day of monitoring; formulas refer to it and to nothing else.
  static let monitoringDay = CellArea.quoted(SheetTitle.parameters) + "!$C$3"
}

/// The names of the sheets.
enum SheetTitle {
  static let cover = "封面"
  static let summary = "普查汇总"
  static let ledger = "栏目更新情况"
  static let overdue = "逾期未更新栏目"
  static let blank = "空白栏目"
  static let ranking = "各单位保障排名"
  static let volume = "信息发布量"
  static let letters = "互动回应"
  static let activities = "征集访谈"
  static let probes = "站点可用性"
  static let links = "不可用链接"
  static let supplies = "公开时限"
  static let manual = "人工检查"
  static let rectification = "整改台账"
  static let annual = "年报累计"
  static let checks = "数据核对"
  static let parameters = "参数与口径"
  static let calendar = "日历"
}
