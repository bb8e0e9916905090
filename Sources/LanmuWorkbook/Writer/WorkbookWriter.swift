internal import CLibXLSXWriter
import Glibc
internal import LanmuContainer
package import LanmuDiagnostics

/// Writes one XLSX file, sheet after sheet; owns the library's workbook.
///
/// libxlsxwriter checks little and answers some input with a damaged file or an abort, so everything is checked here
/// before a call, and every answer is looked at. The file appears under its name in `finish()` only; a writer that is
/// dropped before leaves nothing behind.
///
/// For a workbook at hand use `Workbook.write(to:replacing:)`. For a sheet of very many rows use the streaming mode, which
/// holds one row in memory:
///
///     var writer = try WorkbookWriter(path: path, replacing: true, memory: .constant)
///     try writer.begin(sheet)                       // its columns, page, header rows …
///     for row in rows { try writer.append(row) }
///     try writer.end()
///     let diagnostics = try writer.finish()
@safe package struct WorkbookWriter: ~Copyable {
  package enum Memory: Sendable, Hashable {
    /// Sheets are held in memory until the end: everything is possible.
    case whole
    /// One row is held: rows are written in order, and text is stored in the cells.
    case constant
  }

  /// Every file is dated 2020-01-01T00:00:00Z: the same input gives the same bytes.
  private static let fileDate = 1_577_836_800

  private let place: OutputPlace
  private let memory: Memory
  private var workbook: UnsafeMutablePointer<lxw_workbook>?
  private var styles: StyleTable
  private var lists = DropDownLists()
  private var diagnostics: [Diagnostic] = []
  private var sheetNames: Set<String> = []
  private var firstVisible: UnsafeMutablePointer<lxw_worksheet>?
  private var active: UnsafeMutablePointer<lxw_worksheet>?
  private var names: [DefinedName] = []
  private var current: SheetWriter?

  package init(
    path: String, replacing: Bool, memory: Memory = .whole, properties: DocumentProperties = DocumentProperties()
  ) throws(LanmuError) {
    AllocatorTuning.once()
    let place = try OutputPlace(path: path, replacing: replacing)
    let created = unsafe try Self.open(place, memory: memory, properties: properties)
    UnfinishedFiles.add(place.temporaryPath)
    self.place = place
    self.memory = memory
    unsafe workbook = unsafe created
    styles = unsafe StyleTable(created)
  }

  deinit {
    if let workbook = unsafe workbook {
      unsafe lxw_workbook_free(workbook)
      place.discard()
    }
  }

  /// Adds a whole sheet. `isActive` makes it the one that is shown first.
  package mutating func add(_ sheet: Sheet, isActive: Bool = false) throws(LanmuError) {
    try begin(sheet, isActive: isActive)
    try end()
  }

  /// Opens a sheet and writes the rows that it has; more may follow through `append`.
  package mutating func begin(_ sheet: Sheet, isActive: Bool = false) throws(LanmuError) {
    if current != nil { try end() }
    guard let workbook = unsafe workbook else { throw Self.closed() }
    if let fault = SheetName.fault(of: sheet.name) {
      throw WriterFault.invalid(
        Message(zh: "工作表名无效：\(sheet.name)（\(fault)）", en: "no valid sheet name: \(sheet.name) (\(fault))"))
    }
    guard sheetNames.insert(sheet.name.lowercased()).inserted else {
      throw WriterFault.invalid(Message(zh: "工作表名重复：\(sheet.name)", en: "two sheets are named \(sheet.name)"))
    }
    guard let worksheet = unsafe workbook_add_worksheet(workbook, sheet.name) else {
      throw WriterFault.invalid(Message(zh: "无法新建工作表 \(sheet.name)", en: "sheet \(sheet.name) could not be added"))
    }
    if sheet.visibility == .hidden {
      unsafe worksheet_hide(worksheet)
    } else {
      if unsafe firstVisible == nil { unsafe firstVisible = unsafe worksheet }
      if isActive { unsafe active = unsafe worksheet }
    }
    var writer = unsafe SheetWriter(worksheet, of: workbook, sheet: sheet, isStreaming: memory == .constant)
    try writer.begin(&styles, &lists, &diagnostics)
    current = writer
  }

  /// Adds a row below those written so far.
  package mutating func append(_ row: SheetRow) throws(LanmuError) {
    guard current != nil else { throw Self.closed() }
    try current?.append(row, &styles, &diagnostics)
  }

  /// Adds a merged area within the row that is appended next.
  package mutating func mergeInNextRow(columns: ClosedRange<Int>) throws(LanmuError) {
    current?.mergeInNextRow(columns: columns)
  }

  /// The number of rows written to the open sheet so far.
  package var rowCount: Int { current?.rowCount ?? 0 }

  /// Closes the open sheet.
  package mutating func end() throws(LanmuError) {
    guard var writer = current else { return }
    current = nil
    try writer.end(&styles, &diagnostics)
  }

  package mutating func define(_ name: DefinedName) {
    names.append(name)
  }

  /// Completes the file and puts it in its place; returns what was noticed on the way.
  package consuming func finish() throws(LanmuError) -> [Diagnostic] {
    try end()
    try writeLists()
    guard let workbook = unsafe workbook else { throw Self.closed() }
    for name in names { try unsafe define(name, in: workbook) }
    guard let first = unsafe firstVisible else {
      throw WriterFault.invalid(Message(zh: "工作簿没有可见的工作表", en: "the workbook has no visible sheet"))
    }
    unsafe worksheet_set_first_sheet(first)
    unsafe worksheet_activate(active ?? first)
    // The library frees the workbook whether or not closing succeeds.
    unsafe self.workbook = nil
    let isSpaceAmple = TemporarySpace.isAmple
    errno = 0
    let code = unsafe workbook_close(workbook)
    let failure = errno
    if code != LXW_NO_ERROR {
      place.discard()
      do {
        // The library says which step failed, the system why.
        try WriterFault.check(code, failure == 0 ? "workbook_close" : OutputPlace.reason(failure))
      } catch {
        throw error.inFile(place.path)
      }
    }
    if !isSpaceAmple {
      do {
        try TemporarySpace.check(place.temporaryPath)
      } catch {
        place.discard()
        throw error.inFile(place.path)
      }
    }
    try place.commit()
    return diagnostics
  }

  private static func open(
    _ place: OutputPlace, memory: Memory, properties: DocumentProperties
  ) throws(LanmuError) -> UnsafeMutablePointer<lxw_workbook> {
    var options = unsafe lxw_workbook_options(
      constant_memory: memory == .constant ? 1 : 0, tmpdir: nil, use_zip64: 0)
    guard let workbook = unsafe workbook_new_opt(place.temporaryPath, &options) else {
      throw WriterFault.cannotCreate(place.path, reason: "workbook_new")
    }
    var arena = TextArena()
    var values = unsafe lxw_doc_properties()
    unsafe values.title = arena.pointer(CellText.fit(properties.title, limit: 255))
    unsafe values.subject = arena.pointer(CellText.fit(properties.subject, limit: 255))
    unsafe values.author = arena.pointer(CellText.fit(properties.author, limit: 255))
    unsafe values.company = arena.pointer(CellText.fit(properties.company, limit: 255))
    unsafe values.comments = arena.pointer(CellText.fit(properties.comments, limit: 255))
    unsafe values.created = fileDate
    let code = unsafe workbook_set_properties(workbook, &values)
    guard code == LXW_NO_ERROR else {
      unsafe lxw_workbook_free(workbook)
      throw WriterFault.cannotCreate(place.path, reason: "workbook_set_properties")
    }
    return unsafe workbook
  }

  /// The lists of all drop-downs, each in a column of one hidden sheet behind a defined name.
  private mutating func writeLists() throws(LanmuError) {
    guard !lists.isEmpty else { return }
    let name = SheetName.safe(DropDownLists.sheetName, taken: sheetNames)
    let sheet = lists.sheet(named: name)
    names += lists.definedNames(sheet: name)
    lists = DropDownLists()
    try add(sheet)
  }

  @unsafe private func define(_ name: DefinedName, in workbook: UnsafeMutablePointer<lxw_workbook>) throws(LanmuError) {
    let isPlain = name.name.unicodeScalars.allSatisfy {
      $0 == "_" || $0 == "." || $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    guard isPlain, let first = name.name.unicodeScalars.first, first == "_" || first.properties.isAlphabetic,
      name.name.utf8.count < 128
    else {
      throw WriterFault.invalid(Message(zh: "名称无效：\(name.name)", en: "no valid defined name: \(name.name)"))
    }
    // The library checks characters but copies bytes into fields of 128.
    guard name.formula.utf8.count < 128, !name.formula.isEmpty else {
      throw WriterFault.invalid(Message(zh: "名称的公式过长：\(name.name)", en: "the formula of \(name.name) is too long"))
    }
    try WriterFault.check(unsafe workbook_define_name(workbook, name.name, name.formula), "workbook_define_name")
  }

  private static func closed() -> LanmuError {
    WriterFault.invalid(Message(zh: "工作簿已经写完", en: "the workbook is closed already"))
  }
}

extension Workbook {
  /// Writes the workbook as an XLSX file, beside its place first.
  ///
  /// Returns what was noticed: texts that had to be cut, links that could not be kept, rows higher than a page allows.
  package func write(to path: String, replacing: Bool) throws(LanmuError) -> [Diagnostic] {
    var writer = try WorkbookWriter(path: path, replacing: replacing, properties: properties)
    for name in definedNames { writer.define(name) }
    for (index, sheet) in sheets.enumerated() { try writer.add(sheet, isActive: index == activeSheet) }
    return try writer.finish()
  }
}
