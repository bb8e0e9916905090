/// The labels of a table, each known by a small number, so that a search compares numbers instead of texts.
struct LabelTable: Sendable {
  private(set) var texts: [String] = []
  private var numbers: [String: Int] = [:]
  private var scalars: [[Unicode.Scalar]] = []

  /// The number of a label; equal texts have equal numbers, which count from 0.
  mutating func number(of label: String) -> Int {
    if let known = numbers[label] { return known }
    numbers[label] = texts.count
    texts.append(label)
    scalars.append(Array(label.unicodeScalars))
    return texts.count - 1
  }

  /// Whether two labels are the same label, one or two characters of one perhaps lost at a page break, wherever they stood.
  func isSame(_ one: Int, _ other: Int) -> Bool {
    if one == other { return true }
    let (short, long) =
      scalars[one].count <= scalars[other].count ? (scalars[one], scalars[other]) : (scalars[other], scalars[one])
    guard short.count >= 4, long.count - short.count <= 2 else { return false }
    return short.isSubsequence(of: long)
  }

  /// Whether a label is made of characters of another one, which names more: 公告 below 公示公告.
  func isPart(_ one: Int, of other: Int) -> Bool {
    let (part, whole) = (scalars[one], scalars[other])
    guard part.count >= 2, part.count < whole.count, part.count * 3 >= whole.count else { return false }
    return part.isSubsequence(of: whole)
  }

  /// How much two labels have in common at their ends, from 0 to 1: 数据查询 and 数据开放 are siblings.
  func similarity(_ one: Int, _ other: Int) -> Double {
    let (first, second) = (scalars[one], scalars[other])
    guard one != other, !first.isEmpty, !second.isEmpty, first.first == second.first || first.last == second.last else {
      return 0
    }
    let most = min(first.count, second.count)
    var prefix = 0
    while prefix < most, first[prefix] == second[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < most, first[first.count - 1 - suffix] == second[second.count - 1 - suffix] { suffix += 1 }
    // A label that holds another whole is rather its child than its sibling.
    guard prefix < most, suffix < most else { return 0 }
    let common = min(most, prefix + suffix)
    return common >= 2 ? min(1, Double(common) / Double(max(first.count, second.count)) * 1.4) : 0
  }

  /// How much of two labels is the same at their beginnings alone, from 0 to 1: 政务新媒体 and 政务微博.
  func likeBeginning(_ one: Int, _ other: Int) -> Double {
    let similarity = similarity(one, other)
    guard similarity > 0, scalars[one].last != scalars[other].last else { return 0 }
    return scalars[one].prefix(2) == scalars[other].prefix(2) ? similarity : 0
  }
}
