/// Something about a row of an input that a person should look at; the row itself is never silently left out.
public struct InputProblem: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case dateMissing, dateUnreadable, dateAfterMonitoring, dateBefore1990
    case duplicateRow, duplicateTitle, publishedBeforeCreation, shortRow, cutOff, pathMissing, answeredBeforeReceived
    case outsideDeclaredPeriod, beforeMonth, contradiction

    /// As 数据核对 prints it.
    public var chineseName: String {
      switch self {
      case .dateMissing: "无日期信息"
      case .dateUnreadable: "日期无法识别"
      case .dateAfterMonitoring: "晚于监测时间点的日期"
      case .dateBefore1990: "1990年以前的日期"
      case .duplicateRow: "重复记录"
      case .duplicateTitle: "重复标题"
      case .publishedBeforeCreation: "发布时间早于创建时间"
      case .shortRow: "记录不完整"
      case .cutOff: "文件在记录中间中断"
      case .pathMissing: "未标明栏目"
      case .answeredBeforeReceived: "答复早于收到"
      case .outsideDeclaredPeriod: "早于声明的导出起始日"
      case .beforeMonth: "早于报告期的检查"
      case .contradiction: "两处记录不一致"
      }
    }

    /// What the census does with such rows.
    public var treatment: String {
      switch self {
      case .dateMissing, .dateUnreadable: "计入总数，不作为更新日期（无日期视为未更新）"
      case .dateAfterMonitoring: "不计入本期"
      case .dateBefore1990: "计入总数，不作为更新日期"
      case .duplicateRow: "同栏目、同标题、同日期只计一次"
      case .duplicateTitle: "照常计入，请核对是否重复发布"
      case .publishedBeforeCreation: "照常计入，请核对日期是否被改动"
      case .shortRow: "能读的部分照常计入，请核对导出是否中断"
      case .cutOff: "能读的部分照常计入，其后的记录没有读到，请重新导出"
      case .pathMissing: "计入单位发布量，不计入任何栏目"
      case .answeredBeforeReceived: "按已答复计，不计用时，也不计是否按期"
      case .outsideDeclaredPeriod: "照常计入"
      case .beforeMonth: "不计入本期"
      case .contradiction: "只计一次，按先读到的日期；请核对以哪一处为准"
      }
    }
  }

  public var kind: Kind
  public var place: RowPlace
  /// The words that gave rise to it.
  public var text: String

  public init(_ kind: Kind, at place: RowPlace, text: String) {
    self.kind = kind
    self.place = place
    self.text = text
  }
}

/// Problems counted in full and listed up to a limit for each kind.
public struct ProblemLog: Sendable, Hashable {
  /// How many of a kind are listed; the rest is only counted.
  public static let listedOfEachKind = 500

  public private(set) var counts: [InputProblem.Kind: Int] = [:]
  public private(set) var listed: [InputProblem] = []
  private var listedCounts: [InputProblem.Kind: Int] = [:]

  public init() {}

  public mutating func add(
    _ kind: InputProblem.Kind, at place: @autoclosure () -> RowPlace, text: @autoclosure () -> String
  ) {
    counts[kind, default: 0] += 1
    let already = listedCounts[kind, default: 0]
    guard already < Self.listedOfEachKind else { return }
    listedCounts[kind] = already + 1
    listed.append(InputProblem(kind, at: place(), text: text()))
  }

  public mutating func merge(_ other: ProblemLog) {
    for (kind, count) in other.counts { counts[kind, default: 0] += count }
    for problem in other.listed where listedCounts[problem.kind, default: 0] < Self.listedOfEachKind {
      listedCounts[problem.kind, default: 0] += 1
      listed.append(problem)
    }
  }

  public var total: Int { counts.values.reduce(0, +) }
}
