/// A character encoding that text can be read from.
public struct TextEncoding: Sendable, Hashable {
  /// The name for messages, such as `GB18030`.
  public let name: String
  /// The name by which the platform's converter knows it; empty for those that are decoded here.
  let converterName: String

  init(name: String, converterName: String) {
    self.name = name
    self.converterName = converterName
  }

  public static let utf8 = TextEncoding(name: "UTF-8", converterName: "")
  public static let utf16LittleEndian = TextEncoding(name: "UTF-16LE", converterName: "")
  public static let utf16BigEndian = TextEncoding(name: "UTF-16BE", converterName: "")
  /// GB 18030, which holds GBK and GB 2312.
  public static let gb18030 = TextEncoding(name: "GB18030", converterName: "GB18030")
  /// Big5 with the Hong Kong supplement, as the WHATWG Encoding Standard has it.
  public static let big5 = TextEncoding(name: "Big5", converterName: "BIG5-HKSCS")
  public static let windows1252 = TextEncoding(name: "windows-1252", converterName: "CP1252")

  /// The encoding of a label as users, HTML and MIME write it; the letters' case and white space around it do not matter.
  ///
  /// Labels follow the WHATWG Encoding Standard (section 4.2) for the encodings that documents are found in.
  public init?(label: String) {
    let key = label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
    guard let encoding = Self.labels[key] else { return nil }
    self = encoding
  }

  private static let labels: [String: TextEncoding] = {
    var labels: [String: TextEncoding] = [:]
    func add(_ encoding: TextEncoding, _ names: String) {
      for name in names.split(separator: " ") { labels[String(name)] = encoding }
    }
    add(.utf8, "utf-8 utf8 unicode-1-1-utf-8 x-unicode20utf8 us-ascii ascii")
    add(.utf16LittleEndian, "utf-16 utf16 utf-16le utf16le ucs-2 unicode csunicode iso-10646-ucs-2")
    add(.utf16BigEndian, "utf-16be utf16be unicodefffe")
    add(
      .gb18030,
      "gb18030 gbk gb2312 gb_2312 gb_2312-80 gb2312-80 x-gbk cp936 936 windows-936 ms936 euc-cn csgb2312 chinese hz")
    add(.big5, "big5 big5-hkscs cn-big5 csbig5 x-x-big5 cp950 950 windows-950")
    add(.windows1252, "windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 latin1 latin-1 l1 ansi_x3.4-1968")
    let others = [
      ("Shift_JIS", "CP932", "shift_jis shift-jis sjis ms_kanji windows-31j cp932 x-sjis"),
      ("EUC-JP", "EUC-JP", "euc-jp eucjp x-euc-jp"),
      ("EUC-KR", "CP949", "euc-kr euckr ks_c_5601-1987 windows-949 cp949"),
      ("EUC-TW", "EUC-TW", "euc-tw euctw x-euc-tw"),
      ("ISO-8859-2", "ISO-8859-2", "iso-8859-2 latin2"), ("ISO-8859-5", "ISO-8859-5", "iso-8859-5"),
      ("ISO-8859-7", "ISO-8859-7", "iso-8859-7"), ("ISO-8859-9", "CP1254", "iso-8859-9 latin5 windows-1254 cp1254"),
      ("ISO-8859-15", "ISO-8859-15", "iso-8859-15 latin9"), ("windows-1250", "CP1250", "windows-1250 cp1250"),
      ("windows-1251", "CP1251", "windows-1251 cp1251"), ("windows-1253", "CP1253", "windows-1253 cp1253"),
      ("windows-1255", "CP1255", "windows-1255 cp1255"), ("windows-1256", "CP1256", "windows-1256 cp1256"),
      ("windows-1257", "CP1257", "windows-1257 cp1257"), ("windows-1258", "CP1258", "windows-1258 cp1258"),
      ("KOI8-R", "KOI8-R", "koi8-r koi8"), ("windows-874", "CP874", "windows-874 tis-620 iso-8859-11"),
      ("macintosh", "MACINTOSH", "macintosh mac x-mac-roman"),
    ]
    for (name, converterName, names) in others {
      add(TextEncoding(name: name, converterName: converterName), names)
    }
    return labels
  }()
}
