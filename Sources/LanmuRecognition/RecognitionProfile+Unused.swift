internal import LanmuDiagnostics

extension RecognitionProfile {
  /// A table as its header was found, and as it was read.
  typealias ReadTable = (collected: CollectedTable, read: RecognisedTable)

  /// A warning for each pin that had no effect, in the order of the file.
  func unused(in tables: [ReadTable]) -> [Diagnostic] {
    var faults = unusedFields(general, in: tables)
    faults += unmetRows(general, in: tables.filter { own(of: $0)?.layout.headerRows == nil })
    faults += unmetLevels(general, in: tables.filter { own(of: $0)?.layout.levels == nil })
    for section in self.tables {
      let concerned = tables.filter { own(of: $0)?.header == section.header }
      guard !concerned.isEmpty else {
        faults.append(missing(section))
        continue
      }
      faults += unusedFields(section.layout, in: concerned)
      faults += unmetRows(section.layout, in: concerned) + unmetLevels(section.layout, in: concerned)
    }
    return faults.enumerated().sorted { one, other in
      let (first, second) = (one.element.place, other.element.place)
      return (first?.line ?? 0, first?.character ?? 0, one.offset)
        < (second?.line ?? 0, second?.character ?? 0, other.offset)
    }.map(\.element.diagnostic)
  }

  private struct Fault {
    var message: Message
    var place: TableLayout.Place?

    var diagnostic: Diagnostic {
      Diagnostic(
        .warning, code: "profile.unused",
        message: Message(
          zh: (place.map { "第\($0.character)个字符：" } ?? "") + message.chinese,
          en: (place.map { "character \($0.character): " } ?? "") + message.english),
        position: SourcePosition(file: place?.file, line: place?.line))
    }
  }

  /// The section that speaks of a table.
  private func own(of table: ReadTable) -> TableSection? {
    guard let header = table.collected.header else { return nil }
    return section(of: header)
  }

  private func missing(_ section: TableSection) -> Fault {
    let labels = section.header.joined(separator: "、")
    let message =
      section.header.isEmpty
      ? Message(
        zh: "文件里没有无表头的表，对它的约定未起作用", en: "no table is without a header; what is said of such tables had no effect")
      : Message(
        zh: "没有一个表的表头含有“\(labels)”，对该表的约定未起作用",
        en: "no table has the header “\(labels)”; what is said of it had no effect")
    return Fault(message: message, place: section.place)
  }

  // MARK: - Fields

  private func unusedFields(_ layout: TableLayout, in tables: [ReadTable]) -> [Fault] {
    var used: Set<String> = []
    for table in tables {
      guard let header = table.collected.header else { continue }
      let isUnnamed = header.fields.allSatisfy(\.label.isEmpty)
      for (index, field) in header.fields.enumerated() {
        if isUnnamed { used.insert(String(index + 1)) }
        if let label = layout.pinned(field.label) { used.insert(label) }
        if let group = layout.pinned(field.group) { used.insert(group) }
      }
    }
    let known = tables.first?.collected.header?.fields.map(\.label).filter { !$0.isEmpty } ?? []
    let listed = known.prefix(12).joined(separator: "、")
    return layout.fields.keys.filter { !used.contains($0) }.sorted().map { label in
      let isPlace = Int(label) != nil
      let message =
        isPlace && !known.isEmpty
        ? Message(
          zh: "约定的第\(label)列未起作用：只有没有表头的表才按位置约定；表头是：\(listed)",
          en: "the profile's field \(label) had no effect: only fields of tables without a header are named by place; "
            + "the header is: \(listed)")
        : Message(
          zh: "约定的“\(label)”在表头里没有，未起作用" + (listed.isEmpty ? "" : "；表头是：\(listed)"),
          en: "the profile's field “\(label)” is in no header and had no effect"
            + (listed.isEmpty ? "" : "; the header is: \(listed)"))
      return Fault(message: message, place: layout.places.fields[label])
    }
  }

  // MARK: - Numbers

  private func unmetRows(_ layout: TableLayout, in tables: [ReadTable]) -> [Fault] {
    // A piece that goes on under the labels of the table before has no header to take rows.
    let headed = tables.filter { $0.read.headerRows > 0 || $0.read.header.isEmpty }
    guard let rows = layout.headerRows, let table = headed.first(where: { $0.read.headerRows != rows })
    else { return [] }
    let found = table.read.headerRows
    let message = Message(
      zh: "headerRows: \(rows) 对\(Self.name(table))未起作用，该表的表头有\(found)行",
      en: "headerRows: \(rows) had no effect on \(Self.englishName(table)), whose header takes \(found) rows")
    return [Fault(message: message, place: layout.places.headerRows)]
  }

  private func unmetLevels(_ layout: TableLayout, in tables: [ReadTable]) -> [Fault] {
    guard let levels = layout.levels,
      let table = tables.first(where: { $0.read.levels > 0 && $0.read.levels != levels })
    else { return [] }
    let found = table.read.levels
    let message = Message(
      zh: "levels: \(levels) 对\(Self.name(table))未起作用，该表有\(found)级栏目",
      en: "levels: \(levels) had no effect on \(Self.englishName(table)), which has \(found) levels")
    return [Fault(message: message, place: layout.places.levels)]
  }

  private static func name(_ table: ReadTable) -> String {
    let labels = table.read.header.prefix(6).joined(separator: "、")
    return labels.isEmpty ? "没有表头的表" : "表头为“\(labels)”的表"
  }

  private static func englishName(_ table: ReadTable) -> String {
    let labels = table.read.header.prefix(6).joined(separator: "、")
    return labels.isEmpty ? "the table without a header" : "the table of header “\(labels)”"
  }
}
