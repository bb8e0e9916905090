internal import LanmuGrid

/// What a web page has below its text for whoever reads it there, and what is copied with the text: 【打印】【关闭】,
/// 扫一扫在手机打开当前页.
enum PageControls {
  /// Whether a text is of such words alone.
  static func isText(_ text: String) -> Bool {
    let text = SimplifiedForms.text(text)
    guard text.unicodeScalars.count <= longest else { return false }
    if text.hasPrefix("扫一扫") { return ["手机", "二维码", "微信"].contains(where: text.contains) }
    let parts = text.split { "【】[]〔〕［］|｜".contains($0) || $0.isWhitespace }
    return !parts.isEmpty && parts.count < text.count && text.contains { "【[〔［".contains($0) }
      && parts.allSatisfy { words.contains(String($0)) }
  }

  private static let longest = 40

  private static let words: Set<String> = [
    "打印", "打印本页", "关闭", "关闭窗口", "关闭本页", "返回", "返回顶部", "收藏", "分享", "字体", "字号", "大", "中", "小",
  ]
}
