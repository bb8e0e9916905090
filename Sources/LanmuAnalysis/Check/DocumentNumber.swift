import LanmuPlan

/// 文号 such as 桂政办发〔2018〕66号: the issuing office's mark, a year in brackets, a number.
struct DocumentNumber: Hashable {
  var office: String
  var year: String
  var serial: String

  var text: String { office + "〔" + year + "〕" + serial + "号" }

  /// The numbers in a text, however their brackets are written.
  static func all(in text: String) -> [DocumentNumber] {
    guard text.contains("号") else { return [] }
    let folded = FoldedText(text)
    let scalars = folded.scalars
    func isDigit(_ place: Int) -> Bool { place < scalars.count && ("0"..."9").contains(scalars[place]) }
    var result: [DocumentNumber] = []
    for open in scalars.indices where scalars[open] == "(" {
      let year = open + 1..<open + 5
      guard year.allSatisfy(isDigit), open + 5 < scalars.count, scalars[open + 5] == ")" else { continue }
      var end = open + 6
      while isDigit(end) { end += 1 }
      guard end > open + 6, end < scalars.count, scalars[end] == "号" else { continue }
      var start = open
      while start > 0, open - start < 10, isOffice(scalars[start - 1]) { start -= 1 }
      let office = folded.folded(start..<open)
      guard office.count >= 2 else { continue }
      result.append(
        DocumentNumber(office: office, year: folded.folded(year), serial: folded.folded(open + 6..<end)))
    }
    return result
  }

  /// Whether a character may belong to the office's mark; the words that lead up to a number (见, 按照, 依据) do not.
  private static func isOffice(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value) && !"见据按照依由及与的".unicodeScalars.contains(scalar)
  }
}
