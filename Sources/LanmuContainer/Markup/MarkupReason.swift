import LanmuDiagnostics

/// Why markup is broken, in both languages.
enum MarkupReason {
  static let malformed = Message(zh: "格式不完整", en: "not well formed")
  static let damaged = Message(
    zh: "部件的数据已损坏：解压或校验失败", en: "data of the part is damaged: inflating or its checksum failed")

  /// The reason behind an error of libxml2, by its `xmlParserErrors` number.
  ///
  /// - Parameter detail: libxml2's own words, which are English; they say more than the number does.
  static func message(code: Int, detail: String) -> Message {
    let chinese =
      switch code {
      case 4, 5, 77: "内容中途断掉，没有结束"
      case 6, 7, 8, 9, 10: "含有不允许的字符"
      case 22, 23, 24, 25, 26, 27, 28: "引用了没有定义的实体"
      case 36, 37, 38, 39, 40, 41, 42: "属性写法有误"
      case 45, 46, 50, 55, 80: "注释或特殊段落写法有误"
      case 68, 72, 73, 75: "标签写法有误"
      case 76: "开始与结束标签不配对"
      case 79, 81, 31, 32: "文字编码与声明不符"
      case 86: "结尾之后还有多余的内容"
      case 200, 201, 202, 203, 204, 205: "命名空间前缀没有定义"
      default: "格式不完整，错误号\(code)"
      }
    return Message(zh: chinese, en: detail)
  }
}
