internal import LanmuGrid

/// The numbers in labels, by which columns of one kind are told apart: 公示名单第一批, 公示名单第十一批.
package enum LabelNumbers {
  /// Whether two labels differ in nothing but their numbers, so that neither can be a slip of the other.
  package static func areAllThatDiffers(_ one: String, _ other: String) -> Bool {
    without(one).elementsEqual(without(other))
  }

  /// A label without its figures, and without the numerals behind 第; those of 三公经费 are part of a word.
  private static func without(_ label: String) -> [Unicode.Scalar] {
    var isOrdinal = false
    return label.unicodeScalars.filter { scalar in
      let isNumeral = scalar == "百" || ChineseNumeral.isNumeral(scalar)
      defer { isOrdinal = scalar == "第" || isOrdinal && isNumeral }
      return !("0"..."9").contains(scalar) && !(isNumeral && isOrdinal)
    }
  }
}
