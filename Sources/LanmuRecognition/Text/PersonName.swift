/// The names of persons as fields of contacts hold them (联络员, 具体经办).
enum PersonName {
  /// Whether a text has the form of a Chinese name: a common surname and one or two further ideographs.
  static func matches(_ scalars: [Unicode.Scalar]) -> Bool {
    guard (2...3).contains(scalars.count), surnames.contains(scalars[0]) else { return false }
    return scalars.allSatisfy(\.properties.isIdeographic)
  }

  /// Whether a text may be a name, if nothing but its field says so: any two or three ideographs that are nothing else.
  static func mayBe(_ text: String, _ evidence: TextEvidence) -> Bool {
    (2...3).contains(evidence.length) && evidence.units == 0 && evidence.time == 0 && !evidence.isMode
      && text.unicodeScalars.allSatisfy(\.properties.isIdeographic)
  }

  /// The hundred most common surnames, which nine in ten persons bear.
  private static let surnames = Set(
    ("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱"
      + "秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文").unicodeScalars)
}
