extension Plan {
  /// The date by which the names of units are judged (ISO 8601): the day of issue, else the last day of the year in the
  /// document's number; empty where the document has neither.
  package var dateOfNames: String {
    if let issuedOn, !issuedOn.isEmpty { return issuedOn }
    let scalars = FoldedText(documentNumber).scalars
    for open in scalars.indices where scalars[open] == "(" && open + 5 < scalars.count && scalars[open + 5] == ")" {
      let year = scalars[open + 1..<open + 5]
      guard year.allSatisfy({ ("0"..."9").contains($0) }) else { continue }
      return String(String.UnicodeScalarView(year)) + "-12-31"
    }
    return ""
  }
}
