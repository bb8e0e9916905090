public import LanmuRecognition

/// Writes a profile as YAML that `ProfileReader` reads back, to be edited and reused for a family of documents.
public struct ProfileWriter: Sendable {
  public init() {}

  /// The profile as YAML; what recognition could not settle for all tables stands in comments.
  public func text(_ profile: RecognitionProfile) -> String {
    var lines = [
      "# 表格布局的约定，供 --profile 使用。 / The layout of tables, for --profile.",
      "# " + FieldMeaning.allCases.map(\.rawValue).joined(separator: ", "),
    ]
    lines.append(line("headerRows", profile.general.headerRows))
    lines.append(line("levels", profile.general.levels))
    lines += fields(profile.general, indent: "")
    if profile.general.fields.isEmpty { lines.append("fields: {}") }
    if !profile.tables.isEmpty {
      lines.append("# 只用于表头含有下列各项的表；[] 指没有表头的表。 / Only for tables with these labels; [] for those without a header.")
      lines.append("tables:")
    }
    for table in profile.tables {
      lines.append("  - header: [" + table.header.map(quoted).joined(separator: ", ") + "]")
      if let headerRows = table.layout.headerRows { lines.append("    headerRows: \(headerRows)") }
      if let levels = table.layout.levels { lines.append("    levels: \(levels)") }
      lines += fields(table.layout, indent: "    ")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ key: String, _ number: Int?) -> String {
    number.map { "\(key): \($0)" } ?? "# \(key):  （各表不同，自动判断 / differs from table to table, found out）"
  }

  private func fields(_ layout: TableLayout, indent: String) -> [String] {
    guard !layout.fields.isEmpty else { return [] }
    return [indent + "fields:"]
      + layout.fields.sorted(by: Self.precedes).map { indent + "  " + quoted($0.key) + ": " + $0.value.rawValue }
  }

  /// By meaning, as a table's fields are usually ordered; places by their number.
  private static func precedes(_ one: (String, FieldMeaning), _ other: (String, FieldMeaning)) -> Bool {
    if let first = Int(one.0), let second = Int(other.0) { return first < second }
    let order = FieldMeaning.allCases
    let (first, second) = (order.firstIndex(of: one.1) ?? 0, order.firstIndex(of: other.1) ?? 0)
    return (first, one.0) < (second, other.0)
  }

  /// A double-quoted YAML scalar (YAML 1.2, section 7.3.1).
  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case let control where control.value < 0x20 || control.value == 0x7F: continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
