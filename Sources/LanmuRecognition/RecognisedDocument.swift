/// A document understood as a plan: what the text around the tables says, and the tables that are one.
///
/// `title`, `documentNumber` and `issuer` are empty, and `issuedOn` is `nil`, where the document does not say.
public struct RecognisedDocument: Sendable, Hashable {
  public var title: String
  /// 文号 as written, such as 桂府发〔2020〕1号.
  public var documentNumber: String
  public var issuer: String
  /// ISO 8601 date (`yyyy-MM-dd`) on which the document was issued.
  public var issuedOn: String?
  public var tables: [RecognisedTable]

  public init(
    title: String = "", documentNumber: String = "", issuer: String = "", issuedOn: String? = nil,
    tables: [RecognisedTable]
  ) {
    self.title = title
    self.documentNumber = documentNumber
    self.issuer = issuer
    self.issuedOn = issuedOn
    self.tables = tables
  }
}
