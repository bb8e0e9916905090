import Foundation
import LanmuContainer
import LanmuDiagnostics
import LanmuReaders
import LanmuTestSupport
import Testing

/// A document of the corpus, and a way to damage what its reader parses before it is packed.
struct ContractDocument: Sendable, CustomTestStringConvertible {
  enum Kind: String, Sendable, CaseIterable { case docx, xlsx, html, text }

  let kind: Kind
  let name: String

  static let all: [ContractDocument] = Kind.allCases.flatMap { kind in
    CorpusTests.documents(in: kind.rawValue).map { ContractDocument(kind: kind, name: $0) }
  }

  var testDescription: String { "\(kind.rawValue)/\(name)" }

  /// What the document is packed of, read once: preparing it takes longer than reading it.
  func loaded() throws -> Loaded {
    let url = CorpusTests.root.appending(path: kind.rawValue).appending(path: name)
    let bytes = [UInt8](try Data(contentsOf: url))
    switch kind {
    case .html, .text: return Loaded(name: name, parts: [("", bytes)], main: 0, isPackage: false)
    case .docx:
      let parts = WordSource(String(decoding: bytes, as: UTF8.self)).parts
      return Loaded(name: "damaged.docx", parts: parts, mainPart: "word/document.xml")
    case .xlsx:
      let parts = WorkbookSource(String(decoding: bytes, as: UTF8.self)).parts
      return Loaded(name: "damaged.xlsx", parts: parts, mainPart: "xl/worksheets/sheet1.xml")
    }
  }

  struct Loaded {
    let name: String
    private let parts: [(name: String, content: [UInt8])]
    private let main: Int
    private let isPackage: Bool

    init(name: String, parts: [(name: String, content: [UInt8])], main: Int, isPackage: Bool) {
      self.name = name
      self.parts = parts
      self.main = main
      self.isPackage = isPackage
    }

    init(name: String, parts: [(name: String, content: [UInt8])], mainPart: String) {
      let longest = parts.indices.max { parts[$0].content.count < parts[$1].content.count } ?? 0
      self.init(name: name, parts: parts, main: parts.firstIndex { $0.name == mainPart } ?? longest, isPackage: true)
    }

    /// The markup, or the text, that its reader parses.
    var markup: [UInt8] { parts[main].content }

    /// The document with other markup in the place of its own.
    func source(markup: [UInt8]? = nil) -> ByteSource {
      guard isPackage else { return .memory(markup ?? self.markup, name: name) }
      var changed = parts
      if let markup { changed[main].content = markup }
      return .memory(StoredArchive.bytes(of: changed), name: name)
    }
  }
}
