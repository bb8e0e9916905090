package import LanmuDiagnostics

/// Where and why a document stopped being well formed.
@usableFromInline
package struct MarkupFault: Sendable, Hashable {
  /// What is wrong, as a clause without a full stop.
  package let reason: Message
  /// 0 where it is not known.
  package let line: Int

  package init(reason: Message, line: Int) {
    self.reason = reason
    self.line = line
  }

  /// The fault as an error, for where nothing before it can be used.
  package func error(at position: SourcePosition) -> LanmuError {
    var place = position
    place.line = line > 0 ? line : nil
    return LanmuError(
      LanmuError.Code("markup.broken"), .data,
      message: Message(zh: "标记有错误，无法继续读取（\(reason.chinese)）", en: "The markup is broken (\(reason.english))"),
      remedy: Message(zh: "请用办公软件打开并重新保存该文件", en: "Open the document in an office program and save it again"),
      position: place)
  }

  /// The fault as a diagnostic, for where what stands before it is kept.
  package func diagnostic(at position: SourcePosition) -> Diagnostic {
    var place = position
    place.line = line > 0 ? line : nil
    return Diagnostic(
      .error, code: "markup.broken",
      message: Message(
        zh: "此处标记有错误（\(reason.chinese)），只读取了它之前的内容",
        en: "The markup is broken here (\(reason.english)); only what stands before it was read"), position: place)
  }
}

/// How the reading of a document came to its end.
@usableFromInline
package enum MarkupEnding: Sendable, Hashable {
  case complete
  /// The visitor had seen enough.
  case finished
  case broken(MarkupFault)

  package var fault: MarkupFault? {
    if case .broken(let fault) = self { fault } else { nil }
  }

  /// The same where not the markup but the archive's data is broken.
  @usableFromInline
  package var damaged: MarkupEnding {
    .broken(
      MarkupFault(reason: MarkupReason.damaged, line: fault?.line ?? 0))
  }
}

extension LanmuError {
  package static func documentTypeRefused(at position: SourcePosition) -> LanmuError {
    LanmuError(
      Code("markup.documentType"), .data,
      message: Message(zh: "部件中有DOCTYPE声明，办公文档不应有", en: "A part declares a DOCTYPE, which no office document has"),
      remedy: Message(zh: "请核对文件来源，或用办公软件重新保存", en: "Check where the file comes from, or save it again"),
      position: position)
  }

  package static func outOfMemory(at position: SourcePosition) -> LanmuError {
    LanmuError(
      Code("memory"), .software, message: Message(zh: "内存不足", en: "Out of memory"),
      remedy: Message(zh: "请关闭其他程序后再试", en: "Close other programs and try again"), position: position)
  }
}
