/// The words of which rules of time consist: a short text that holds no other word is one (4条/月, 季末前5日, 按月报送).
enum TimeVocabulary {
  /// Whether a text consists of words of time and numbers only, and has among them what makes a rule.
  ///
  /// Takes time linear in the text.
  static func covers(_ text: [Unicode.Scalar]) -> Bool {
    guard lengths.contains(text.count) else { return false }
    var place = 0
    var isRule = false
    /// How many numerals stand right before.
    var numerals = 0
    while place < text.count {
      let core = cores.matchLength(in: text, at: place)
      let filler = fillers.matchLength(in: text, at: place)
      // 2023年 is a year, and mostly a label.
      let isYear = numerals == 4 && text[place] == "年"
      let unit = numerals > 0 && !isYear ? counted.matchLength(in: text, at: place) : 0
      let length = max(core, filler, unit)
      if length > 0 {
        if core == length || unit == length { isRule = true }
        numerals = 0
        place += length
      } else if TimeWording.isNumeral(text[place]) {
        numerals += 1
        place += 1
      } else if marks.contains(text[place]) {
        numerals = 0
        place += 1
      } else {
        return false
      }
    }
    return isRule
  }

  /// Longer texts are looked at in other ways.
  private static let lengths = 2...24

  private static let cores = WordSet([
    "当日", "当天", "次日", "即日", "同日", "隔日", "翌日", "当月", "当季", "当年", "本月", "本季", "本年", "下月", "次月", "次周", "下周", "次年", "下一年",
    "逐月", "逐日", "逐季", "逐年", "逐周", "每", "月初", "月中", "月末", "月底", "季初", "季中", "季末", "季度末", "年初", "年中", "年末", "年底",
    "上旬", "中旬", "下旬", "上半年", "下半年", "半年", "半月", "双周", "双月", "学期初", "学期末", "学年", "按月", "按季", "按年", "按周", "按日", "按天",
    "按旬", "按时", "按期", "及时", "实时", "随时", "即时", "适时", "定期", "不定期", "按需", "立即", "尽快", "第一时间", "常态化", "永久", "全天候", "一次性",
    "长期坚持", "长期", "立行立改", "已完成", "已整改", "持续巩固", "持续推进", "持续整改", "持续改进", "即刻", "随到随发", "即到即发", "随有随发", "随到随办", "随报随发",
    "即办", "限时办结", "法定时限", "法定期限", "规定时限",
    "规定期限", "规定时间", "一事一公开", "一事一更", "一事一更新", "一事一发", "一事一报", "周一", "周二", "周三", "周四", "周五", "周六",
    "周日", "星期", "工作日", "月均",
    "周均",
    "年均", "日均", "/月", "/周", "/季", "/年", "/天", "/日", "／月", "／周", "／季", "／年", "整点",
  ])
  /// What follows a number in a rule: 3天, 两周, 6个月, 12月.
  private static let counted = WordSet([
    "天", "日", "周", "月", "年", "旬", "小时", "分钟", "季", "季度", "个工作日", "个月", "个季度", "个小时", "工作日", "自然日", "个自然日",
  ])
  private static let fillers = WordSet([
    "更新", "发布", "公开", "公布", "报送", "提供", "维护", "核对", "核查", "答复", "回复", "反馈", "上报", "上传", "转载", "调整", "办结", "录入", "填报",
    "提交", "完成", "整改", "次", "条", "篇", "期", "批", "届", "更", "遍", "至少", "不少于", "不低于", "不超过", "不得少于", "不晚于", "不迟于", "以上",
    "以内",
    "之内", "内", "前", "后", "底", "初", "末", "起", "至", "到", "左右", "或", "和", "及", "并", "之前", "之后", "均", "最少", "最长", "最迟",
    "最低",
    "原则上", "应", "即", "日", "月", "年", "周", "天", "旬", "季", "季度", "度", "年度", "学期", "小时", "个", "第", "首", "上午", "下午", "早",
    "晚", "点",
    "时", "分", "整", "一次", "同步", "节假日除外", "不含节假日",
  ])
  private static let marks = Set("、，,；;。/／（）()~～-—－:：≥≤≧≦><＞＜.".unicodeScalars)
}
