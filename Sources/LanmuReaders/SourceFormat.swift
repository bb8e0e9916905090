/// A format of documents, by its short name as commands, outputs and messages use it.
public enum SourceFormat: String, Sendable, Hashable, CaseIterable {
  /// WordprocessingML packages: `.docx`, `.docm`, `.dotx`.
  case docx
  /// SpreadsheetML packages: `.xlsx`, `.xlsm`, `.xltx`.
  case xlsx
  case html
  /// A web page with its parts in one MIME message: `.mht`, `.mhtml`.
  case mhtml
  /// Plain text with tables in any dialect.
  case text
  case csv
  case tsv
  /// A normalized plan.
  case json
  /// Word 97 and WPS documents.
  case doc
  /// Excel 97 and WPS spreadsheets.
  case xls
  case rtf
  case odt
  case ods
  case xlsb
  /// The XML documents of Office 2003, and flat OpenDocument.
  case officeXML = "xml"
  case pdf

  /// The format of a name that a user gives, an extension included: `docm`, `htm`, `txt`, `et`.
  public init?(name: String) {
    let key = name.lowercased().drop { $0 == "." }
    if let format = SourceFormat(rawValue: String(key)) {
      self = format
    } else if let format = Self.extensions[String(key)] {
      self = format
    } else {
      return nil
    }
  }

  /// Whether documents of this format are read by way of another program's conversion.
  public var isForeign: Bool {
    switch self {
    case .doc, .xls, .rtf, .odt, .ods, .xlsb, .officeXML: true
    default: false
    }
  }

  private static let extensions: [String: SourceFormat] = [
    "docm": .docx, "dotx": .docx, "dotm": .docx, "xlsm": .xlsx, "xltx": .xlsx, "xltm": .xlsx, "htm": .html,
    "xhtml": .html, "mht": .mhtml, "txt": .text, "md": .text, "tab": .tsv, "wps": .doc, "wpt": .doc, "dot": .doc,
    "et": .xls, "ett": .xls, "xlt": .xls, "fodt": .officeXML, "fods": .officeXML,
  ]
}
