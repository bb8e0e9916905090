internal import CLibXML2
import LanmuDiagnostics

/// Why markup is broken, in both languages.
enum MarkupReason {
  static let malformed = Message(zh: "格式不完整", en: "not well formed")
  static let damaged = Message(
    zh: "部件的数据已损坏：解压或校验失败", en: "data of the part is damaged: inflating or its checksum failed")

  /// The reason behind an error of libxml2.
  ///
  /// - Parameter detail: libxml2's own words, which are English; they say more than the code does.
  static func message(code: xmlParserErrors, detail: String) -> Message {
    Message(zh: chineseText(of: code) ?? "格式不完整，错误号\(code.rawValue)", en: detail)
  }

  private static func chineseText(of code: xmlParserErrors) -> String? {
    switch code {
    case XML_ERR_DOCUMENT_EMPTY, XML_ERR_DOCUMENT_END, XML_ERR_TAG_NOT_FINISHED:
      "内容中途断掉，没有结束"
    case XML_ERR_INVALID_HEX_CHARREF, XML_ERR_INVALID_DEC_CHARREF, XML_ERR_INVALID_CHARREF, XML_ERR_INVALID_CHAR,
      XML_ERR_CHARREF_AT_EOF:
      "含有不允许的字符"
    case XML_ERR_ENTITYREF_NO_NAME, XML_ERR_ENTITYREF_SEMICOL_MISSING, XML_ERR_UNDECLARED_ENTITY,
      XML_ERR_UNPARSED_ENTITY:
      "引用了没有定义的实体"
    case XML_ERR_LT_IN_ATTRIBUTE, XML_ERR_ATTRIBUTE_NOT_STARTED, XML_ERR_ATTRIBUTE_NOT_FINISHED,
      XML_ERR_ATTRIBUTE_WITHOUT_VALUE, XML_ERR_ATTRIBUTE_REDEFINED, XML_ERR_EQUAL_REQUIRED:
      "属性写法有误"
    case XML_ERR_COMMENT_NOT_FINISHED, XML_ERR_HYPHEN_IN_COMMENT, XML_ERR_PI_NOT_STARTED, XML_ERR_PI_NOT_FINISHED,
      XML_ERR_CDATA_NOT_FINISHED, XML_ERR_MISPLACED_CDATA_END:
      "注释或特殊段落写法有误"
    case XML_ERR_NAME_REQUIRED, XML_ERR_LT_REQUIRED, XML_ERR_GT_REQUIRED, XML_ERR_LTSLASH_REQUIRED:
      "标签写法有误"
    case XML_ERR_TAG_NAME_MISMATCH:
      "开始与结束标签不配对"
    case XML_ERR_UNKNOWN_ENCODING, XML_ERR_UNSUPPORTED_ENCODING, XML_ERR_ENCODING_NAME, XML_ERR_INVALID_ENCODING:
      "文字编码与声明不符"
    case XML_ERR_EXTRA_CONTENT:
      "结尾之后还有多余的内容"
    case XML_NS_ERR_XML_NAMESPACE, XML_NS_ERR_UNDEFINED_NAMESPACE, XML_NS_ERR_QNAME, XML_NS_ERR_ATTRIBUTE_REDEFINED,
      XML_NS_ERR_EMPTY, XML_NS_ERR_COLON:
      "命名空间前缀没有定义"
    default: nil
    }
  }
}
