import LanmuRecognition

/// A text without words that carry no duty: two texts with equal plain forms are worded differently, no more.
///
/// The lists are short on purpose. Negations, modal verbs, verbs of publishing and anything with a number stay.
enum PlainWording {
  static func plain(_ scalars: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(scalars.count)
    var place = 0
    while place < scalars.count {
      if firsts.mayHold(scalars[place]), place + 1 < scalars.count,
        let form = pairs[UInt64(scalars[place]) << 32 | UInt64(scalars[place + 1])]
      {
        result += form
        place += 2
      } else {
        if !singles.mayHold(scalars[place]) || !single.contains(scalars[place]) { result.append(scalars[place]) }
        place += 1
      }
    }
    return result
  }

  private static let single: Set<UInt32> = Set("的了等及和与并其各该所,-\"()·:".unicodeScalars.map(\.value))

  /// Most characters are none of these, nor begin any of the words.
  private static let singles = ScalarFilter(values: single)
  private static let firsts = ScalarFilter(values: pairs.keys.map { UInt32(truncatingIfNeeded: $0 >> 32) })

  /// Words of two characters: fillers, and those that mean the same.
  private static let pairs: [UInt64: [UInt32]] = {
    var pairs: [UInt64: [UInt32]] = [:]
    let forms: [(String, String)] = [
      ("进行", ""), ("予以", ""), ("加以", ""), ("相关", ""), ("有关", ""), ("情况", ""), ("以及", ""), ("做好", ""),
      ("开展", ""), ("认真", ""), ("切实", ""), ("公布", "发布"), ("发布", "发布"), ("刊登", "发布"), ("登载", "发布"),
      ("本级", "本级"), ("本区", "本地"), ("我区", "本地"), ("本市", "本地"), ("我市", "本地"), ("本县", "本地"),
      ("我县", "本地"), ("栏目", "栏目"), ("网站", "网站"), ("门户", "门户"),
    ]
    for (word, form) in forms {
      let scalars = word.unicodeScalars.map(\.value)
      guard scalars.count == 2 else { continue }
      pairs[UInt64(scalars[0]) << 32 | UInt64(scalars[1])] = form.unicodeScalars.map(\.value)
    }
    return pairs
  }()
}
