extension NumberFormat {
  /// The format that a number stands for which the workbook does not define (ECMA-376 part 1, 18.8.30).
  ///
  /// 27 to 36 and 50 to 58 mean different things in different languages; these are the simplified Chinese ones. Unknown
  /// numbers are general.
  static func builtIn(_ identifier: Int) -> NumberFormat {
    builtInCodes[identifier].map { NumberFormat(code: $0) } ?? .general
  }

  private static let builtInCodes: [Int: String] = [
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "m/d/yyyy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "m/d/yy h:mm",
    27: #"yyyy"年"m"月""#,
    28: #"m"月"d"日""#,
    29: #"m"月"d"日""#,
    30: "m-d-yy",
    31: #"yyyy"年"m"月"d"日""#,
    32: #"h"时"mm"分""#,
    33: #"h"时"mm"分"ss"秒""#,
    34: #"上午/下午h"时"mm"分""#,
    35: #"上午/下午h"时"mm"分"ss"秒""#,
    36: #"yyyy"年"m"月""#,
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mmss.0",
    48: "##0.0E+0",
    49: "@",
    50: #"yyyy"年"m"月""#,
    51: #"m"月"d"日""#,
    52: #"yyyy"年"m"月""#,
    53: #"m"月"d"日""#,
    54: #"m"月"d"日""#,
    55: #"上午/下午h"时"mm"分""#,
    56: #"上午/下午h"时"mm"分"ss"秒""#,
    57: #"yyyy"年"m"月""#,
    58: #"m"月"d"日""#,
  ]
}
