package import LanmuAnalysis

/// A roll-up as a table in Markdown.
package enum RollNotice {
  package static func text(_ sites: [SiteResult]) -> String {
    var text =
      "| 网站 | 月份 | 栏目 | 按期 | 逾期 | 空白 | 按期率 | 发布量 | 判定 |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n"
    for site in RollReport.worstFirst(sites) {
      let rate =
        site.rated == 0 ? "—" : CensusReport.fixed(100 * Double(site.ok) / Double(site.rated)) + "%"
      let cells = [
        site.site.replacing("|", with: "／"), site.month, String(site.columns), String(site.ok), String(site.overdue),
        String(site.blank), rate, String(site.items), verdict(site),
      ]
      text += "| " + cells.joined(separator: " | ") + " |\n"
    }
    return text
  }

  /// An incomplete total is never printed as complete.
  static func verdict(_ site: SiteResult) -> String {
    if site.vetoed { return "单项否决" + ((site.vetoes?.count).map { $0 > 1 ? "（\($0)项）" : "" } ?? "") }
    return site.complete
      ? CensusReport.fixed(site.points) + "分" : "自动部分扣\(CensusReport.fixed(site.deducted))分，未完"
  }
}
