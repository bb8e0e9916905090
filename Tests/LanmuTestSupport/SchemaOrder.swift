/// The order of elements in the parts of a workbook (ECMA-376 part 1, annex A): Excel calls a file damaged that breaks it.
package enum SchemaOrder {
  /// CT_Worksheet.
  package static let worksheet = [
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection",
    "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells",
    "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup",
    "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags",
    "drawing",
    "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems",
    "tableParts",
    "extLst",
  ]
  /// CT_Workbook.
  package static let workbook = [
    "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups",
    "externalReferences", "definedNames", "calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr",
    "smartTagTypes", "webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst",
  ]
  /// CT_Stylesheet.
  package static let styles = [
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors",
    "extLst",
  ]

  package static func fault(ofWorksheet names: [String]) -> String? {
    // Several conditional formats may follow each other.
    fault(names: names, order: worksheet, repeating: ["conditionalFormatting"])
  }

  /// The first element that stands where the schema does not want it; `nil` if all is well.
  package static func fault(names: [String], order: [String], repeating: Set<String> = []) -> String? {
    var last = -1
    for name in names {
      guard let place = order.firstIndex(of: name) else { return "unknown \(name)" }
      guard place > last || (place == last && repeating.contains(name)) else { return "\(name) out of order" }
      last = place
    }
    return nil
  }
}
