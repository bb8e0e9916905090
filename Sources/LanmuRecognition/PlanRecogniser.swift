public import LanmuDiagnostics
public import LanmuGrid

/// Understands a document's tables as a plan: header, meaning of fields, levels, merged cells, and the text around.
///
/// Where spans are part of the source nothing is guessed. Where they are lost, rows are read by evidence over the whole
/// table, in time linear in its rows; each guess that could as well be otherwise leaves a `Doubt` on its row.
public struct PlanRecogniser: Sendable {
  /// Grids with more rows than this are no plan; they are refused before any work is done on them.
  public static let greatestRowCount = 200_000
  /// Ten cells a row: a grid with more of them is no plan either. Whoever reads a document as a plan stops at as many cells in
  /// all, before its tables are built.
  public static let greatestCellCount = greatestRowCount * 10

  private let profile: RecognitionProfile?
  private let limits: DoubtLimits

  public init(profile: RecognitionProfile? = nil) { self.init(profile: profile, limits: .standard) }

  package init(profile: RecognitionProfile? = nil, limits: DoubtLimits) {
    self.profile = profile
    self.limits = limits
  }

  /// - Throws: `plan.noTable` if the document has no table at all, `plan.noPlan` if none of its tables is a plan's, and
  ///   `plan.tooLarge` for tables beyond `greatestRowCount` or `greatestCellCount`.
  public func recognise(_ document: TableDocument) throws(LanmuError) -> Outcome<RecognisedDocument> {
    let grids = document.tables
    guard !grids.isEmpty else { throw .noTable }
    for (index, grid) in grids.enumerated() where grid.cells.count > Self.greatestCellCount || hasTooManyRows(grid) {
      throw .tooLarge(table: index, rows: grid.rowCount)
    }
    if let written = NormalizedDocument(document) { return Self.recognised(written, profile: profile) }
    var collector = TableCollector(profile: profile)
    collector.collect(document, readsHidden: false)
    var found = read(collector.tables)
    let hidden = grids.indices.filter { grids[$0].visibility != .visible }
    var diagnostics: [Diagnostic] = []
    if found.isEmpty, let profile {
      collector = TableCollector(profile: profile, trustsPlaces: true)
      collector.collect(document, readsHidden: false)
      found = read(collector.tables)
    }
    let partlyHidden = grids.indices.filter {
      grids[$0].visibility == .visible && HiddenColumns.hold(textIn: grids[$0])
    }
    if found.isEmpty, !hidden.isEmpty || !partlyHidden.isEmpty {
      collector = TableCollector(profile: profile)
      collector.collect(document, readsHidden: true)
      found = read(collector.tables)
    } else {
      diagnostics += hidden.map { .hiddenSheet(grids[$0], at: $0) }
      diagnostics += partlyHidden.map { HiddenColumns.diagnostic(of: grids[$0], at: $0) }
    }
    let tables = found.map(\.read)
    guard !tables.isEmpty else {
      throw .noPlan(seen: collector.tables.map(Self.emptiness) + collector.refusals.map(\.reason), tables: grids.count)
    }
    for refusal in collector.refusals { diagnostics.append(refusal.diagnostic) }
    diagnostics += headerDiagnostics(collector.tables)
    let read = Set(found.flatMap { $0.collected.rows.lazy.map(\.row.grid) })
    for grid in grids.indices where grids[grid].rowLimits != .told && read.contains(grid) {
      diagnostics.append(
        .guessedRows(width: collector.gridsCutAnew.contains(grid) ? nil : grids[grid].columnCount, at: grid))
    }
    if let profile { diagnostics += profile.unused(in: found) }
    let around = SurroundingText(collector.paragraphs)
    let title = around.title.isEmpty ? tables[0].title : around.title
    diagnostics += collector.between.diagnostics(
      among: collector.paragraphs, titles: [title] + tables.map(\.title))
    return Outcome(
      RecognisedDocument(
        title: title, documentNumber: around.documentNumber, issuer: around.issuer, issuedOn: around.issuedOn,
        tables: tables),
      diagnostics: diagnostics)
  }

  private func read(_ tables: [CollectedTable]) -> [RecognitionProfile.ReadTable] {
    tables.compactMap { collected in
      PlanTableReader(collected: collected, limits: limits).read().map { (collected, $0) }
    }
  }

  /// What is said of a table that has a header and nothing below it.
  private static func emptiness(of table: CollectedTable) -> Message {
    let labels = table.header?.fields.map(\.label).filter { !$0.isEmpty }.prefix(6).joined(separator: "、") ?? ""
    return Message(zh: "表头为“\(labels)”的表下面没有内容行", en: "the table with the header “\(labels)” has no rows below it")
  }

  private static func recognised(
    _ written: NormalizedDocument, profile: RecognitionProfile?
  ) -> Outcome<RecognisedDocument> {
    let origin = NormalizedOrigin(written.paragraphs)
    let document = RecognisedDocument(
      title: origin.title, documentNumber: origin.documentNumber, issuer: origin.issuer, issuedOn: origin.issuedOn,
      tables: written.tables)
    var notes = written.ignored.map { grid in
      Diagnostic(
        .note, code: "table.repeated",
        message: Message(
          zh: "第\(grid + 1)个表不是条目表（职责、单位等由条目得出），已略过",
          en: "table \(grid + 1) holds no entries (duties and units follow from the entries) and was left out"),
        position: SourcePosition(table: grid))
    }
    if let profile, !profile.isEmpty {
      notes.append(
        Diagnostic(
          .warning, code: "profile.unused",
          message: Message(
            zh: "文件是本程序写出的方案，布局已知，约定未起作用",
            en: "the document is a plan that Lanmu has written, whose layout is known; the profile had no effect")))
    }
    return Outcome(document, diagnostics: notes)
  }

  /// Whether more rows than a plan can have hold any cell; empty ones count nothing.
  private func hasTooManyRows(_ grid: Grid) -> Bool {
    guard grid.cells.count > Self.greatestRowCount else { return false }
    var rows = 0
    var previous = -1
    for cell in grid.cells where cell.row != previous {
      previous = cell.row
      rows += 1
    }
    return rows > Self.greatestRowCount
  }

  private func headerDiagnostics(_ tables: [CollectedTable]) -> [Diagnostic] {
    tables.enumerated().flatMap { index, table -> [Diagnostic] in
      guard let header = table.header else { return [] }
      if header.rowCount == 0 {
        // Who says what each field is need not be told that nothing else does.
        if header.fields.allSatisfy(\.isPinned) { return [] }
        return [
          Diagnostic(
            .warning, code: "header.missing",
            message: Message(
              zh: "该表没有表头，各列含义按内容判断",
              en: "the table has no header; the meaning of its fields was judged by their content"),
            position: SourcePosition(table: index))
        ]
      }
      let unknown = header.fields.filter { field in
        !field.label.isEmpty && (field.meaning == nil || field.strength <= HeaderField.guessed)
      }
      return unknown.map { field in
        Diagnostic(
          .note, code: "header.unknown",
          message: Message(
            zh: "不认识表头“\(field.label)”，其含义按内容判断",
            en: "header “\(field.label)” is not known; its meaning was judged by its content"),
          position: SourcePosition(table: index, column: field.columns.lowerBound))
      }
    }
  }
}

extension TableRefusal {
  fileprivate var diagnostic: Diagnostic {
    guard resemblesEntries else {
      return Diagnostic(
        .note, code: "table.ignored",
        message: Message(zh: "不像保障方案，已略过：\(reason.chinese)", en: "no plan, and left out: \(reason.english)"),
        position: SourcePosition(table: grid))
    }
    return Diagnostic(
      .warning, code: "table.ignored",
      message: Message(
        zh: "已略过，但各行写有单位及时限或要求，请核对是否属于方案：\(reason.chinese)",
        en: "left out, though its rows name units and times or demands; see if the plan has it: \(reason.english)"),
      position: SourcePosition(table: grid))
  }
}

extension Diagnostic {
  /// How it was told where rows end, of a table whose source does not say it.
  ///
  /// - Parameter width: how many cells rows were taken to have; `nil` where what cells hold told where rows end.
  fileprivate static func guessedRows(width: Int?, at table: Int) -> Diagnostic {
    let message =
      width.map { Message(zh: "按每行\($0)个单元格划分各行", en: "the table's rows were taken to have \($0) cells each") }
      ?? Message(zh: "各行按各单元格的内容划分", en: "where the table's rows end was told by what its cells hold")
    return Diagnostic(.note, code: "rows.guessed", message: message, position: SourcePosition(table: table))
  }

  fileprivate static func hiddenSheet(_ grid: Grid, at table: Int) -> Diagnostic {
    Diagnostic(
      .note, code: "sheet.hidden",
      message: Message(zh: "隐藏的工作表“\(grid.name)”未读", en: "the hidden worksheet “\(grid.name)” was not read"),
      position: SourcePosition(sheet: grid.name, table: table))
  }
}

extension LanmuError {
  fileprivate static let noTable = LanmuError(
    .init("plan.noTable"), .data,
    message: Message(zh: "文件里没有表格", en: "the document holds no table"),
    remedy: Message(
      zh: "请确认选对了文件；扫描件或图片里的表格读不出来", en: "check that it is the right file; tables in scans or pictures cannot be read"))

  fileprivate static func noPlan(seen: [Message], tables grids: Int) -> LanmuError {
    let shown = seen.prefix(8)
    let rest = seen.count - shown.count
    // A grid may hold several tables, one below the other.
    let tables = max(grids, seen.count)
    return LanmuError(
      .init("plan.noPlan"), .data,
      message: Message(
        zh: (tables == 1 ? "唯一的表格不是方案。" : "\(tables)个表格都不是方案。") + shown.map(\.chinese).joined(separator: "；")
          + (rest > 0 ? "；另有\(rest)个" : ""),
        en: (tables == 1 ? "the only table is no plan: " : "none of the \(tables) tables is a plan: ")
          + shown.map(\.english).joined(separator: "; ")
          + (rest > 0 ? "; and \(rest) more" : "")),
      remedy: Message(
        zh: "如果其中有方案，请用 --profile 指定表头行和各列含义",
        en: "if one of them is a plan, name its header rows and fields with --profile"))
  }

  fileprivate static func tooLarge(table: Int, rows: Int) -> LanmuError {
    LanmuError(
      .init("plan.tooLarge"), .data,
      message: Message(zh: "表格有\(rows)行，不会是一份方案", en: "a table of \(rows) rows cannot be a plan"),
      remedy: Message(
        zh: "请只保留方案的表格；发布记录请用 census --records",
        en: "keep only the plan's table; published records go to census --records"),
      position: SourcePosition(table: table))
  }
}
