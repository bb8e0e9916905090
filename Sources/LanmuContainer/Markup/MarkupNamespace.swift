/// The namespaces that readers tell apart; the strict and the transitional form of one are the same.
@usableFromInline
package enum MarkupNamespace: UInt8, Sendable, Hashable {
  /// No namespace.
  case none
  /// A namespace that no reader knows.
  case other
  case contentTypes
  case packageRelationships
  case officeRelationships
  case wordprocessing
  case spreadsheet
  case spreadsheetDrawing
  case drawing
  case wordDrawing
  case wordShape
  case markupCompatibility
  case math
  case vml
  case office
  /// Extensions of Word 2010 and later (`w14`, `w15`, `w16…`).
  case wordExtension
  /// Extensions of Excel 2009 and later (`x14`, `x15`, `xm`).
  case spreadsheetExtension
  case xml
  case xhtml

  /// The namespace of that URI. ECMA-376 part 1, annex A (transitional); ISO/IEC 29500-1, annex A (strict).
  package init(uri: String) {
    switch uri {
    case "": self = .none
    case "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
      "http://purl.oclc.org/ooxml/wordprocessingml/main":
      self = .wordprocessing
    case "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main":
      self = .spreadsheet
    case "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
      "http://purl.oclc.org/ooxml/officeDocument/relationships":
      self = .officeRelationships
    case "http://schemas.openxmlformats.org/package/2006/relationships": self = .packageRelationships
    case "http://schemas.openxmlformats.org/package/2006/content-types": self = .contentTypes
    case "http://schemas.openxmlformats.org/markup-compatibility/2006": self = .markupCompatibility
    case "http://schemas.openxmlformats.org/officeDocument/2006/math", "http://purl.oclc.org/ooxml/officeDocument/math":
      self = .math
    case "http://schemas.openxmlformats.org/drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main":
      self = .drawing
    case "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
      "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing":
      self = .wordDrawing
    case "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
      "http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing":
      self = .spreadsheetDrawing
    case "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
      "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
      "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas":
      self = .wordShape
    case "urn:schemas-microsoft-com:vml": self = .vml
    case "urn:schemas-microsoft-com:office:office": self = .office
    case "http://www.w3.org/XML/1998/namespace": self = .xml
    case "http://www.w3.org/1999/xhtml": self = .xhtml
    default:
      if uri.hasPrefix("http://schemas.microsoft.com/office/word/20") {
        self = .wordExtension
      } else if uri.hasPrefix("http://schemas.microsoft.com/office/spreadsheetml/20")
        || uri == "http://schemas.microsoft.com/office/excel/2006/main"
      {
        self = .spreadsheetExtension
      } else {
        self = .other
      }
    }
  }
}
