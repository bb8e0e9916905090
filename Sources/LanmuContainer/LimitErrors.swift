package import LanmuDiagnostics

extension LanmuError {
  /// A document has more of something than `ResourceLimits` grants.
  package static func limitExceeded(_ what: Message, limit: Int, at position: SourcePosition) -> LanmuError {
    LanmuError(
      Code("limit.exceeded"), .data,
      message: Message(
        zh: "\(what.chinese)超过上限\(limit)", en: "The document has more \(what.english) than the limit of \(limit)"),
      remedy: Message(zh: "请拆分文档，或只保留需要的表", en: "Split the document, or keep only the tables that matter"),
      position: position)
  }
}
