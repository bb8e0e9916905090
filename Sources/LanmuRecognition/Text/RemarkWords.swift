internal import LanmuGrid

/// Words that say in what state a column of a site is, as remarks do and labels do not.
enum RemarkWords {
  /// Whether a text says no more than that: 试运行, 新增栏目.
  static func saysState(_ text: String) -> Bool {
    var word = SimplifiedForms.text(text)[...]
    if word.hasSuffix("栏目") { word = word.dropLast(2) }
    return states.contains(String(word))
  }

  private static let states: Set<String> = [
    "试行", "试运行", "新增", "新设", "新开", "拟建", "待建", "筹建", "筹建中", "建设中", "调整中", "暂停", "暂缓", "停用", "停更", "撤销", "取消", "保留",
    "已合并", "已整合", "已停用", "已撤销", "已取消",
  ]
}
