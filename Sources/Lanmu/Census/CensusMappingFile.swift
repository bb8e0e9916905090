internal import LanmuAnalysis
internal import LanmuDiagnostics

/// The mapping file of a census: which column of the content system is which of the plan's, which name is which unit,
/// which header holds what.
///
///     columns:
///       新闻中心 > 工作快讯: 新闻中心 / 工作动态
///     units:
///       县市监局: 县市场监督管理局
///     headers:
///       records: {栏目路径: [频道名], 发布时间: [签发时刻]}
package enum CensusMappingFile {
  package static func mapping(_ text: String, file: String) throws(LanmuError) -> CensusMapping {
    let document = try YAMLDocument(text, file: file)
    var result = CensusMapping()
    for (key, node) in try document.mapping(document.root, known: ["columns", "units", "headers"]) {
      if node.text == "" || node.text == "null" { continue }
      switch key {
      case "columns":
        for (name, value) in try document.mapping(node) {
          let target = value.text ?? ""
          result.columns[name] = target == "null" || target == "~" ? "" : target
        }
      case "units":
        for (name, value) in try document.mapping(node) { result.units[name] = try document.text(value) }
      default:
        for (name, value) in try document.mapping(node, known: ["records", "letters", "links", "probes"]) {
          guard let kind = InputSummary.Kind(rawValue: name) else { continue }
          let fields = InputField.fields(of: kind)
          for (field, headers) in try document.mapping(value) {
            guard let known = fields.first(where: { $0.synonyms.contains(field) || $0.rawValue == field }) else {
              let names = fields.map(\.chineseName).joined(separator: "、")
              throw document.fault(
                "不认识的字段“\(field)”，可用：\(names)", "unknown field “\(field)”; known are \(names)", at: headers)
            }
            result.headers[kind, default: [:]][known, default: []] += try document.texts(headers)
          }
        }
      }
    }
    return result
  }

  /// A mapping file to fill in: what did not match on either side, with suggestions in comments.
  package static func draft(for census: Census) -> String {
    var text = """
      # 栏目与单位对照表。左边是发布系统里的写法，右边填方案里的写法；不属于方案的留空("")。
      # 注释行是建议，核对后去掉行首的“# ”即采用。用 --map 文件名 使用本文件。

      """
    text += "columns:\n"
    for column in census.unmatched where column.side == .system {
      let line = quoted(column.path) + ": " + quoted(column.suggestion)
      text +=
        column.suggestion.isEmpty ? "  # \(line)  # \(column.items)条，方案中没有近似栏目\n" : "  # \(line)  # \(column.items)条\n"
    }
    text += "# 方案中还没有对应的栏目：\n"
    for column in census.unmatched where column.side == .plan { text += "#   " + quoted(column.path) + "\n" }
    text += "units:\n"
    for unit in census.unknownUnits { text += "  # \(quoted(unit.name)): \"\"  # \(unit.items)条\n" }
    return text
  }

  /// A double-quoted YAML scalar.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: if scalar.value >= 0x20 { result.unicodeScalars.append(scalar) } else { result += " " }
      }
    }
    return result + "\""
  }
}
