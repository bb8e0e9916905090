internal import LanmuContainer
internal import LanmuDiagnostics
internal import LanmuWorkbook

extension WorkbookParts {
  func styles() throws(LanmuError) -> RawMarkup? {
    guard let part = order.first(where: { $0.hasSuffix("/styles.xml") }) else { return nil }
    return try markup(part)
  }

  /// Copies what belongs to a sheet alone (drawings, notes) for a further sheet of the same template, and shares the rest.
  mutating func copyRelated(of part: String, from template: WorkbookParts, to copy: String) throws(LanmuError) {
    let relationshipsPart = Self.relationshipsPart(of: part)
    guard var relationships = try template.markup(relationshipsPart) else { return }
    let targets = try template.targets(of: part)
    for index in relationships.root.children.indices {
      guard case .element(var relationship) = relationships.root.children[index], let id = relationship["Id"],
        let target = targets[id], let data = template.bytes[target.part],
        let kind = target.type.split(separator: "/").last,
        ["drawing", "comments", "vmlDrawing", "table", "chart"].contains(kind)
      else { continue }
      let name = freeName(like: target.part)
      set(name, data)
      try copyContentType(of: target.part, to: name)
      try copyRelated(of: target.part, from: template, to: name)
      relationship["Target"] = "/" + name
      relationships.root.children[index] = .element(relationship)
    }
    set(Self.relationshipsPart(of: copy), relationships)
  }

  private mutating func copyContentType(of part: String, to copy: String) throws(LanmuError) {
    guard let types = try markup("[Content_Types].xml"),
      let type = types.root.elements.first(where: { $0["PartName"] == "/" + part })?["ContentType"]
    else { return }
    try addContentType(type, to: copy)
  }

  /// Print areas, titles, filters and names, moved with their sheet's rows; those of a sheet stand once for each copy.
  mutating func rewriteDefinedNames(
    _ filled: [(original: String, sheet: SheetPart, map: RowMap)], _ templateSheets: [SheetPart],
    _ renamed: [String: String]
  ) {
    guard let place = workbook.root.firstIndex("definedNames"), case .element(var list) = workbook.root.children[place]
    else { return }
    list.children = list.elements.flatMap { name -> [RawMarkup.Node] in
      let local = name["localSheetId"].flatMap { Int($0) }
      let owners: [Int?] =
        if let local {
          filled.indices.filter {
            templateSheets.indices.contains(local) && filled[$0].original == templateSheets[local].name
          }
        } else {
          [nil]
        }
      return owners.map { owner in
        var copy = name
        if let owner { copy["localSheetId"] = String(owner) }
        let formula = FormulaReferences.rewrite(name.text) { reference in
          guard let sheet = reference.sheet,
            let target = owner.flatMap({ filled[$0].original == sheet ? filled[$0] : nil })
              ?? filled.first(where: { $0.original == sheet })
          else { return nil }
          return SheetMove(name: target.sheet.name, map: target.map).moved(reference)
        }
        copy.children = [.raw(RawMarkup.escaped(formula))]
        return .element(copy)
      }
    }
    if list.children.isEmpty {
      workbook.root.children.remove(at: place)
    } else {
      workbook.root.children[place] = .element(list)
    }
  }

  /// The areas that charts draw, moved and stretched. Their stored points are dropped: programs draw from the cells.
  mutating func rewriteCharts(
    _ filled: [(original: String, sheet: SheetPart, map: RowMap)], _ renamed: [String: String]
  ) throws(LanmuError) {
    for part in order where part.contains("/charts/chart") && part.hasSuffix(".xml") {
      guard var markup = try markup(part) else { continue }
      let owner = try owner(ofChart: part, among: filled)
      markup.root.transform { element in
        if element.localName == "f" {
          let formula = FormulaReferences.rewrite(element.text) { reference in
            guard let sheet = reference.sheet,
              let target = owner.flatMap({ $0.original == sheet ? $0 : nil })
                ?? filled.first(where: { $0.original == sheet })
            else { return nil }
            var moved = reference
            moved.sheet = target.sheet.name
            let last = reference.last ?? reference.first
            let rows = target.map.stretched(reference.first.row, last.row)
            moved.first.row = rows.lowerBound
            if reference.last != nil || rows.count > 1 {
              moved.last = last
              moved.last?.row = rows.upperBound
            }
            return moved
          }
          element.children = [.raw(RawMarkup.escaped(formula))]
        }
        element.children.removeAll {
          if case .element(let child) = $0 { ["numCache", "strCache"].contains(child.localName) } else { false }
        }
      }
      set(part, markup)
    }
  }

  /// The parts with text boxes, charts and notes.
  var drawnParts: [String] {
    order.filter { part in
      part.hasSuffix(".xml") && !part.contains("/_rels/")
        && ["/drawings/", "/charts/", "/comments"].contains(where: part.contains)
        && bytes[part]?.contains(UInt8(ascii: "{")) == true
    }
  }

  /// Placeholders in text boxes, titles of charts and notes.
  mutating func fillDrawnTexts(_ scope: TemplateScope) throws(LanmuError) {
    for part in drawnParts {
      guard var markup = try markup(part) else { continue }
      markup.root.transform { element in
        guard element.localName == "t" else { return }
        element.children = [.raw(RawMarkup.escaped(TemplateText.plain(element.text, scope)))]
      }
      set(part, markup)
    }
  }

  /// The sheet on whose drawing a chart stands.
  private func owner(
    ofChart part: String, among filled: [(original: String, sheet: SheetPart, map: RowMap)]
  ) throws(LanmuError) -> (original: String, sheet: SheetPart, map: RowMap)? {
    for entry in filled {
      for drawing in try targets(of: entry.sheet.part).values {
        for chart in try targets(of: drawing.part).values where chart.part == part { return entry }
      }
    }
    return nil
  }
}

extension WorkbookParts {
  /// The formulas behind names of the whole workbook, by the name in lower case.
  var definedNames: [String: String] {
    var names: [String: String] = [:]
    for name in workbook.root.first("definedNames")?.elements ?? [] where name["localSheetId"] == nil {
      if let key = name["name"] { names[key.lowercased()] = name.text }
    }
    return names
  }

  /// The rows that repeat on every page of a sheet; rows count from 1.
  func titleRows(ofSheet sheet: String) -> ClosedRange<Int>? {
    var rows: ClosedRange<Int>?
    for name in workbook.root.first("definedNames")?.elements ?? [] where name["name"] == "_xlnm.Print_Titles" {
      _ = FormulaReferences.rewrite(name.text) { reference in
        if reference.sheet == sheet, reference.first.column.isEmpty, let last = reference.last,
          reference.first.row <= last.row
        {
          rows = reference.first.row...last.row
        }
        return nil
      }
    }
    return rows
  }

  /// Names that belong to a sheet say so by its place, which changes when a sheet is put in front.
  mutating func shiftLocalNames(by count: Int) {
    workbook.root.transform { element in
      if element.localName == "definedName", let place = element["localSheetId"].flatMap({ Int($0) }) {
        element["localSheetId"] = String(place + count)
      }
    }
  }

  /// Adds a name that belongs to the sheet at this place.
  mutating func addLocalName(_ name: String, _ formula: String, ofSheet place: Int) {
    let prefix = workbook.root.prefix
    let element = RawMarkup.Element(
      prefix + "definedName", [("name", name), ("localSheetId", String(place))],
      [.raw(RawMarkup.escaped(formula))])
    if let index = workbook.root.firstIndex("definedNames"), case .element(var list) = workbook.root.children[index] {
      list.children.append(.element(element))
      workbook.root.children[index] = .element(list)
      return
    }
    // The schema's order: names come after these.
    let before = ["externalReferences", "functionGroups", "sheets"].compactMap { workbook.root.firstIndex($0) }.max()
    workbook.root.children.insert(
      .element(RawMarkup.Element(prefix + "definedNames", [], [.element(element)])), at: before.map { $0 + 1 } ?? 0)
  }

  /// Whether a sheet's name repeats over a list: one sheet for each of its records.
  package var repeatsSheets: Bool {
    sheets.contains { sheet in
      Placeholder.all(in: sheet.name).contains { if case .item = $0.kind { true } else { false } }
    }
  }

  /// Makes the first sheet the one that is shown, also where another one says of itself that it is selected.
  mutating func showFirstSheet() {
    workbook.root.transform { element in
      if element.localName == "workbookView" {
        element["activeTab"] = nil
        element["firstSheet"] = nil
      }
    }
    for sheet in sheets {
      guard let data = bytes[sheet.part], !data.isEmpty, var markup = try? markup(sheet.part) else { continue }
      var isChanged = false
      markup.root.transform { element in
        if element.localName == "sheetView", element["tabSelected"] != nil {
          element["tabSelected"] = nil
          isChanged = true
        }
      }
      if isChanged { set(sheet.part, markup) }
    }
  }
}
