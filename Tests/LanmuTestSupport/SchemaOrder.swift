package import LanmuContainer

/// The order of elements in the parts of a workbook (ECMA-376 part 1, annex A): Excel calls a file damaged that breaks it.
package enum SchemaOrder {
  /// The first element below a part's root that stands where the schema does not want it; `nil` if all is well.
  ///
  /// Every element whose content is an ordered sequence is looked at, whatever part it is in.
  package static func fault(in root: RawMarkup.Element) -> String? {
    let name = String(root.localName)
    if let order = orders[name] {
      let names = root.elements.map { String($0.localName) }.filter { $0 != "AlternateContent" }
      if let fault = fault(names: names, order: order, repeating: repeating[name] ?? []) { return "\(name): \(fault)" }
    }
    for child in root.elements {
      if let fault = fault(in: child) { return fault }
    }
    return nil
  }

  package static func fault(names: [String], order: [String], repeating: Set<String> = []) -> String? {
    var last = -1
    for name in names {
      guard let place = order.firstIndex(of: name) else { return "unknown \(name)" }
      guard place > last || (place == last && repeating.contains(name)) else { return "\(name) out of order" }
      last = place
    }
    return nil
  }

  private static let repeating: [String: Set<String>] = [
    "worksheet": ["conditionalFormatting"], "sheetView": ["selection"], "si": ["r", "rPh"], "is": ["r", "rPh"],
    "cfRule": ["formula"], "commentList": ["comment"], "ser": ["dPt", "trendline", "errBars"],
    "lineChart": ["ser", "axId"],
    "barChart": ["ser", "axId"], "areaChart": ["ser", "axId"], "pieChart": ["ser"], "doughnutChart": ["ser"],
    "plotArea": [
      "lineChart", "barChart", "areaChart", "pieChart", "doughnutChart", "valAx", "catAx", "dateAx", "serAx",
    ],
    "legend": ["legendEntry"], "dLbls": ["dLbl"], "numCache": ["pt"],
  ]

  private static let orders: [String: [String]] = [
    // Worksheets.
    "worksheet": [
      "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection",
      "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells",
      "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins",
      "pageSetup",
      "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags",
      "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls",
      "webPublishItems",
      "tableParts", "extLst",
    ],
    "sheetPr": ["tabColor", "outlinePr", "pageSetUpPr"],
    "sheetView": ["pane", "selection", "pivotSelection", "extLst"],
    "c": ["f", "v", "is", "extLst"],
    "si": ["t", "r", "rPh", "phoneticPr"],
    "is": ["t", "r", "rPh", "phoneticPr"],
    "r": ["rPr", "t"],
    "cfRule": ["formula", "colorScale", "dataBar", "iconSet", "extLst"],
    "dataValidation": ["formula1", "formula2"],
    "headerFooter": ["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"],
    "comments": ["authors", "commentList", "extLst"],
    "comment": ["text", "commentPr"],
    // The workbook and its styles.
    "workbook": [
      "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups",
      "externalReferences", "definedNames", "calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr",
      "smartTagTypes", "webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst",
    ],
    "styleSheet": [
      "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors",
      "extLst",
    ],
    "xf": ["alignment", "protection", "extLst"],
    "border": ["start", "end", "left", "right", "top", "bottom", "diagonal", "vertical", "horizontal"],
    "dxf": ["font", "numFmt", "fill", "alignment", "border", "protection", "extLst"],
    "patternFill": ["fgColor", "bgColor"],
    // Drawings.
    "twoCellAnchor": ["from", "to", "sp", "grpSp", "graphicFrame", "cxnSp", "pic", "contentPart", "clientData"],
    "oneCellAnchor": ["from", "ext", "sp", "grpSp", "graphicFrame", "cxnSp", "pic", "contentPart", "clientData"],
    "from": ["col", "colOff", "row", "rowOff"],
    "to": ["col", "colOff", "row", "rowOff"],
    "pic": ["nvPicPr", "blipFill", "spPr", "style"],
    "graphicFrame": ["nvGraphicFramePr", "xfrm", "graphic"],
    // Charts.
    "chartSpace": [
      "date1904", "lang", "roundedCorners", "style", "clrMapOvr", "pivotSource", "protection", "chart", "spPr", "txPr",
      "externalData", "printSettings", "userShapes", "extLst",
    ],
    "chart": [
      "title", "autoTitleDeleted", "pivotFmts", "view3D", "floor", "sideWall", "backWall", "plotArea", "legend",
      "plotVisOnly", "dispBlanksAs", "showDLblsOverMax", "extLst",
    ],
    "plotArea": [
      "layout", "areaChart", "lineChart", "pieChart", "doughnutChart", "barChart", "catAx", "valAx", "dateAx", "serAx",
      "dTable", "spPr", "extLst",
    ],
    "lineChart": [
      "grouping", "varyColors", "ser", "dLbls", "dropLines", "hiLowLines", "upDownBars", "marker", "smooth", "axId",
      "extLst",
    ],
    "barChart": [
      "barDir", "grouping", "varyColors", "ser", "dLbls", "gapWidth", "overlap", "serLines", "axId", "extLst",
    ],
    "ser": [
      "idx", "order", "tx", "spPr", "invertIfNegative", "pictureOptions", "marker", "explosion", "dPt", "dLbls",
      "trendline", "errBars", "cat", "val", "smooth", "shape", "extLst",
    ],
    "catAx": axis + ["auto", "lblAlgn", "lblOffset", "tickLblSkip", "tickMarkSkip", "noMultiLvlLbl", "extLst"],
    "valAx": axis + ["crossBetween", "majorUnit", "minorUnit", "dispUnits", "extLst"],
    "scaling": ["logBase", "orientation", "max", "min"],
    "legend": ["legendPos", "legendEntry", "layout", "overlay", "spPr", "txPr"],
    "numRef": ["f", "numCache", "extLst"],
    "strRef": ["f", "strCache", "extLst"],
    "numCache": ["formatCode", "ptCount", "pt"],
    "dLbls": [
      "dLbl", "delete", "numFmt", "spPr", "txPr", "dLblPos", "showLegendKey", "showVal", "showCatName", "showSerName",
      "showPercent", "showBubbleSize", "separator", "showLeaderLines", "leaderLines", "extLst",
    ],
  ]

  private static let axis = [
    "axId", "scaling", "delete", "axPos", "majorGridlines", "minorGridlines", "title", "numFmt", "majorTickMark",
    "minorTickMark", "tickLblPos", "spPr", "txPr", "crossAx", "crosses", "crossesAt",
  ]
}
