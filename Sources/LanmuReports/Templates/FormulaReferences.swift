internal import LanmuWorkbook

/// Finds the cell references of a formula and rewrites them; everything else stays as it is.
enum FormulaReferences {
  /// A reference as it stands: a cell, an area, or whole rows. Rows count from 1.
  struct Reference {
    /// Without quotes; `nil` for the formula's own sheet.
    var sheet: String?
    var first: Corner
    var last: Corner?

    struct Corner {
      /// Letters with their `$`; empty for whole rows.
      var column: String
      var isAbsolute: Bool
      var row: Int

      var text: String { column + (isAbsolute ? "$" : "") + String(row) }

      /// The corner as a formula has it so many rows and columns away; what is absolute stays.
      func shifted(rows: Int, columns: Int) -> Corner {
        var copy = self
        if !isAbsolute { copy.row = max(1, row + rows) }
        if columns != 0, !column.hasPrefix("$"), let place = SheetReference.cell(column.uppercased() + "1") {
          copy.column = CellArea.letters(ofColumn: min(place.column + columns, CellArea.maximumColumnCount - 1))
        }
        return copy
      }
    }

    var text: String {
      var result = sheet.map { "'" + $0.replacing("'", with: "''") + "'!" } ?? ""
      result += first.text
      if let last { result += ":" + last.text }
      return result
    }
  }

  static func rewrite(_ formula: String, _ change: (Reference) -> Reference?) -> String {
    var result = ""
    let scalars = Array(formula.unicodeScalars)
    var place = 0
    var sheet: String?
    var sheetStart: Int?
    func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
    while place < scalars.count {
      let scalar = scalars[place]
      if scalar == "\"" {
        let end = closing("\"", scalars, from: place)
        result += text(place..<end)
        place = end
      } else if scalar == "'" {
        let end = closing("'", scalars, from: place)
        if end < scalars.count, scalars[end] == "!" {
          sheet = text(place + 1..<end - 1).replacing("''", with: "'")
          sheetStart = place
          place = end + 1
          (result, place) = reference(&sheet, &sheetStart, scalars, place, result, change)
        } else {
          result += text(place..<end)
          place = end
        }
      } else if isWord(scalar) || scalar == "$" {
        let start = place
        while place < scalars.count, isWord(scalars[place]) || scalars[place] == "$" { place += 1 }
        if place < scalars.count, scalars[place] == "!" {
          sheet = text(start..<place)
          sheetStart = start
          place += 1
          (result, place) = reference(&sheet, &sheetStart, scalars, place, result, change)
        } else if place < scalars.count, scalars[place] == "(" {
          result += text(start..<place)
        } else {
          (result, place) = reference(&sheet, &sheetStart, scalars, start, result, change)
        }
      } else {
        result.unicodeScalars.append(scalar)
        place += 1
      }
    }
    return result
  }

  /// Reads a reference at a place and appends it, changed; or appends the word as it stands.
  private static func reference(
    _ sheet: inout String?, _ sheetStart: inout Int?, _ scalars: [Unicode.Scalar], _ start: Int, _ soFar: String,
    _ change: (Reference) -> Reference?
  ) -> (String, Int) {
    defer {
      sheet = nil
      sheetStart = nil
    }
    var place = start
    let from = sheetStart ?? start
    func word() -> ArraySlice<Unicode.Scalar> {
      let begin = place
      while place < scalars.count, isWord(scalars[place]) || scalars[place] == "$" { place += 1 }
      return scalars[begin..<place]
    }
    let first = corner(word())
    var last: Reference.Corner?
    if first != nil, place < scalars.count, scalars[place] == ":" {
      let mark = place
      place += 1
      last = corner(word())
      if last == nil { place = mark }
    }
    let isFollowed = place < scalars.count && (scalars[place] == "(" || scalars[place] == "!")
    let original = String(String.UnicodeScalarView(scalars[from..<place]))
    // Whole rows need both ends; a bare number is no reference.
    guard let first, !isFollowed, !(first.column.isEmpty && last == nil) else { return (soFar + original, place) }
    let changed = change(Reference(sheet: sheet, first: first, last: last))
    return (soFar + (changed?.text ?? original), place)
  }

  private static func corner(_ word: ArraySlice<Unicode.Scalar>) -> Reference.Corner? {
    var rest = word
    var column = ""
    if rest.first == "$", rest.dropFirst().first.map(isLetter) == true {
      column = "$"
      rest.removeFirst()
    }
    var letters = 0
    while let scalar = rest.first, isLetter(scalar) {
      column.unicodeScalars.append(scalar)
      letters += 1
      rest.removeFirst()
    }
    var isAbsolute = false
    if rest.first == "$" {
      isAbsolute = true
      rest.removeFirst()
    }
    guard letters <= 3, !rest.isEmpty, rest.count <= 7, rest.allSatisfy({ ("0"..."9").contains($0) }),
      let row = Int(String(String.UnicodeScalarView(rest))), row > 0
    else { return nil }
    return Reference.Corner(column: column, isAbsolute: isAbsolute, row: row)
  }

  private static func closing(_ quote: Unicode.Scalar, _ scalars: [Unicode.Scalar], from start: Int) -> Int {
    var place = start + 1
    while place < scalars.count {
      if scalars[place] == quote {
        if place + 1 < scalars.count, scalars[place + 1] == quote {
          place += 2
          continue
        }
        return place + 1
      }
      place += 1
    }
    return scalars.count
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("A"..."Z").contains(scalar) || ("a"..."z").contains(scalar)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    isLetter(scalar) || ("0"..."9").contains(scalar) || scalar == "_" || scalar == "."
      || (scalar.value > 0x7F && scalar.properties.isAlphabetic)
  }
}
