public import LanmuAnalysis
public import LanmuDiagnostics
internal import LanmuPlan

/// Reads census rules: the built-in ones by name, an office's own from YAML.
public enum RuleSetReader {
  /// The names of the built-in rule sets.
  public static let builtIn = ["census-2015", "inspect-2019", "local"]

  /// A built-in rule set; `nil` for a name that is none.
  public static func ruleSet(named name: String) throws(LanmuError) -> RuleSet? {
    let bytes: [UInt8]
    switch name {
    case "census-2015": bytes = PackageResources.census_2015_yaml
    case "inspect-2019": bytes = PackageResources.inspect_2019_yaml
    case "local": bytes = PackageResources.local_yaml
    default: return nil
    }
    return try ruleSet(String(decoding: bytes, as: UTF8.self), file: name)
  }

  /// A rule set from YAML text; errors name line and column.
  public static func ruleSet(_ text: String, file: String) throws(LanmuError) -> RuleSet {
    let document = try YAMLDocument(text, file: file)
    var rules = RuleSet(name: file, title: file)
    let known: Set = [
      "name", "title", "source", "dated", "full", "pass", "needsAll", "parameters", "windows", "indicators",
    ]
    for (key, node) in try document.mapping(document.root, known: known) {
      switch key {
      case "name": rules.name = try document.text(node)
      case "title": rules.title = try document.text(node)
      case "source": rules.source = try document.text(node)
      case "dated":
        guard let date = CivilDate(parsing: try document.text(node)) else {
          throw document.fault("日期无法识别", "the date is not understood", at: node)
        }
        rules.dated = date
      case "full": rules.full = try document.number(node)
      case "pass": rules.pass = try document.number(node)
      case "needsAll": rules.needsAll = try document.flag(node)
      case "parameters": rules.parameters = try parameters(node, in: document)
      case "windows":
        for item in try document.list(node) { rules.windows.append(try window(item, in: document)) }
      default:
        for item in try document.list(node) {
          let next = try indicator(item, in: document)
          if rules.indicators.contains(where: { $0.code == next.code }) {
            throw document.fault("指标编号“\(next.code)”重复", "the code “\(next.code)” stands twice", at: item)
          }
          rules.indicators.append(next)
        }
      }
    }
    return rules
  }

  private static func parameters(_ node: YAMLValue, in document: YAMLDocument) throws(LanmuError) -> RuleSet.Parameters
  {
    var result = RuleSet.Parameters()
    let known: Set = [
      "longStaleMonths", "amberDays", "replyWorkingDays", "activitiesPerYear", "homeColumns", "exempt", "classes",
    ]
    for (key, value) in try document.mapping(node, known: known) {
      switch key {
      case "longStaleMonths": result.longStaleMonths = try document.whole(value, in: 1...120)
      case "amberDays": result.amberDays = try document.whole(value, in: 0...366)
      case "replyWorkingDays": result.replyWorkingDays = try document.whole(value, in: 1...365)
      case "activitiesPerYear": result.activitiesPerYear = try document.whole(value, in: 0...366)
      case "homeColumns": result.homeColumns = try document.texts(value)
      case "exempt": result.exempt = try document.texts(value)
      default:
        for (path, name) in try document.mapping(value) { result.classes[path] = try columnClass(name, in: document) }
      }
    }
    return result
  }

  private static func window(_ node: YAMLValue, in document: YAMLDocument) throws(LanmuError) -> RuleSet.Window {
    var window = RuleSet.Window(classes: [], within: TimeSpan(1, .year), problem: "超期")
    for (key, value) in try document.mapping(node, known: ["classes", "within", "problem"]) {
      switch key {
      case "classes":
        for item in try document.list(value) { window.classes.append(try columnClass(item, in: document)) }
      case "within": window.within = try span(value, in: document)
      default: window.problem = try document.text(value)
      }
    }
    return window
  }

  private static func columnClass(_ node: YAMLValue, in document: YAMLDocument) throws(LanmuError) -> ColumnClass {
    guard let found = ColumnClass(chineseName: try document.text(node)) else {
      let names = ColumnClass.allCases.map(\.chineseName).joined(separator: "、")
      throw document.fault("不认识的栏目类别，可用：\(names)", "unknown class of column; known are \(names)", at: node)
    }
    return found
  }

  /// `14天`, `6个月`, `1年`, `2周`, `5个工作日`.
  private static func span(_ node: YAMLValue, in document: YAMLDocument) throws(LanmuError) -> TimeSpan {
    let text = try document.text(node)
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let units: [String: TimeSpan.Unit] = [
      "天": .day, "日": .day, "周": .week, "个月": .month, "月": .month, "年": .year, "个工作日": .workday, "工作日": .workday,
    ]
    guard let count = Int(digits), (1...3650).contains(count), let unit = units[String(text.dropFirst(digits.count))]
    else {
      throw document.fault("期限应写作 14天、2周、6个月、1年、5个工作日", "write a span as 14天, 2周, 6个月, 1年, 5个工作日", at: node)
    }
    return TimeSpan(count, unit)
  }

  private static func indicator(_ node: YAMLValue, in document: YAMLDocument) throws(LanmuError) -> Indicator {
    var result = Indicator(code: "", group: "", name: "", kind: .deduction)
    let known: Set = [
      "code", "group", "name", "kind", "measure", "comparison", "limit", "over", "points", "perUnit", "cap", "warnAt",
      "standard",
    ]
    for (key, value) in try document.mapping(node, known: known) {
      switch key {
      case "code": result.code = try document.text(value)
      case "group": result.group = try document.text(value)
      case "name": result.name = try document.text(value)
      case "standard": result.standard = try document.text(value)
      case "kind": result.kind = try named(value, in: document)
      case "measure": result.measure = try named(value, in: document) as Measure
      case "comparison": result.comparison = try named(value, in: document)
      case "limit": result.limit = try document.number(value)
      case "over": result.exceeding = try document.number(value)
      case "points": result.points = try document.number(value)
      case "cap": result.cap = try document.number(value)
      case "warnAt": result.warnAt = try document.number(value)
      default: result.perUnit = try document.flag(value)
      }
    }
    if result.code.isEmpty { throw document.fault("指标缺少 code", "an indicator lacks its code", at: node) }
    return result
  }

  private static func named<Name: RawRepresentable & CaseIterable>(
    _ node: YAMLValue, in document: YAMLDocument
  ) throws(LanmuError) -> Name where Name.RawValue == String {
    if let found = Name(rawValue: try document.text(node)) { return found }
    let names = Name.allCases.map(\.rawValue).joined(separator: ", ")
    throw document.fault("不认识的值，可用：\(names)", "unknown value; known are \(names)", at: node)
  }
}
