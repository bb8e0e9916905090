/// A workbook as a value: what a report builds and a writer turns into a file.
///
/// A workbook needs at least one visible sheet. Names of sheets are unique regardless of case.
package struct Workbook: Sendable, Hashable {
  package var sheets: [Sheet]
  package var definedNames: [DefinedName]
  package var properties: DocumentProperties
  /// The sheet shown first; the first visible one if this place is hidden or does not exist.
  package var activeSheet: Int

  package init(
    sheets: [Sheet] = [], definedNames: [DefinedName] = [], properties: DocumentProperties = DocumentProperties(),
    activeSheet: Int = 0
  ) {
    self.sheets = sheets
    self.definedNames = definedNames
    self.properties = properties
    self.activeSheet = activeSheet
  }
}

/// A name for a formula or an area, valid in the whole workbook.
package struct DefinedName: Sendable, Hashable {
  /// Letters, digits, `_` and `.`; starts with a letter or `_`, and is no cell reference.
  package var name: String
  /// At most 127 bytes of UTF-8, a limit of the writer.
  package var formula: String

  package init(_ name: String, formula: String) {
    self.name = name
    self.formula = formula
  }

  package init(_ name: String, area: CellArea, inSheet sheet: String) {
    self.init(name, formula: area.reference(inSheet: sheet))
  }
}

/// What a file tells about itself; each text at most 255 characters.
///
/// There is no date: every file is dated the same day, so that the same input gives the same bytes.
package struct DocumentProperties: Sendable, Hashable {
  package var title: String
  package var subject: String
  package var author: String
  package var company: String
  package var comments: String

  package init(
    title: String = "", subject: String = "", author: String = "", company: String = "", comments: String = ""
  ) {
    self.title = title
    self.subject = subject
    self.author = author
    self.company = company
    self.comments = comments
  }
}
