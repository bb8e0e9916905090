/// The title, number, issuer and date above a plan that Lanmu has written: a title line, and one with the rest.
struct NormalizedOrigin {
  private(set) var title = ""
  private(set) var documentNumber = ""
  private(set) var issuer = ""
  private(set) var issuedOn: String?

  init(_ paragraphs: [String]) {
    let lines = paragraphs.filter { !$0.isEmpty }
    title = lines.first.map(CellText.label) ?? ""
    for line in lines.dropFirst() {
      let parts = line.split { $0 == "\u{3000}" || $0 == "·" }.map { CellText.label(String($0)) }
      guard parts.contains(where: { Self.isDate($0) || Self.isNumber($0) }) else { continue }
      for part in parts where !part.isEmpty {
        if Self.isDate(part) {
          issuedOn = part
        } else if Self.isNumber(part) {
          documentNumber = part
        } else if issuer.isEmpty {
          issuer = part
        }
      }
      return
    }
  }

  private static func isDate(_ text: String) -> Bool { SurroundingText.firstDate(text) == text }

  private static func isNumber(_ text: String) -> Bool { SurroundingText.loneDocumentNumber(text) != nil }
}
