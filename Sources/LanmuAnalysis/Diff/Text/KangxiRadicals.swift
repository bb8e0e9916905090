/// The radicals that some exports of PDF write for whole characters (⼈ for 人).
///
/// Source: Unicode compatibility decompositions of the block Kangxi Radicals, U+2F00 to U+2FD5.
enum KangxiRadicals {
  /// The unified ideograph for a radical; the value itself outside the block.
  static func unified(_ value: UInt32) -> UInt32 {
    guard value >= 0x2F00, value - 0x2F00 < ideographs.count else { return value }
    return ideographs[Int(value - 0x2F00)]
  }

  private static let ideographs: [UInt32] =
    ("一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾"
    + "干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生"
    + "用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷"
    + "豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻"
    + "黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠").unicodeScalars.map(\.value)
}
