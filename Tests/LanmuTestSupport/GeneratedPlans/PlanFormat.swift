package import LanmuContainer

/// A format in which a generated plan is written, to be read by the reader of that format.
package enum PlanFormat: Sendable, Hashable, CaseIterable {
  case word, workbook, page
  case text(TextDialect)

  package static let spanned: [PlanFormat] = [.word, .workbook, .page]
  package static let allCases = spanned + TextDialect.allCases.map { .text($0) }

  package var name: String {
    switch self {
    case .word: "docx"
    case .workbook: "xlsx"
    case .page: "html"
    case .text(let dialect): dialect.rawValue
    }
  }

  /// The dialect of a text; `nil` where spans are part of the format.
  package var dialect: TextDialect? {
    if case .text(let dialect) = self { dialect } else { nil }
  }

  /// A plan in this format.
  package func source(of plan: GeneratedPlan, severity: Severity = .usual) -> ByteSource {
    switch self {
    case .word: .memory(WordRendering.bytes(of: plan.document(.none)), name: "plan.docx")
    case .workbook: .memory(WorkbookRendering.bytes(of: plan.document(.none)), name: "plan.xlsx")
    case .page: .memory(PageRendering.bytes(of: plan.document(.none)), name: "plan.html")
    case .text(let dialect):
      .memory(Array(plan.text(dialect, severity: severity).utf8), name: dialect.fileName)
    }
  }
}
