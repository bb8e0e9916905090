/// How many cells a row has where nothing tells: by how alike the cells of each grid column become, by the
/// header that returns, by running numbers.
struct RowWidthGuess {
  let width: Int

  init(_ cells: [FoundField]) {
    let texts = cells.map(\.text)
    let again = Self.headerReturn(texts)
    let numbered = Self.runningNumbers(texts)
    let sections = Self.sections(texts)
    let kinds = Self.kinds(of: texts)
    let usual = kinds.occurrences().mapValues { Double($0) / Double(kinds.count) }
    let widest = max(2, min(Self.mostColumns, texts.count / Self.leastRows))
    var best = (bits: Double.infinity, width: 2)
    for width in 2...max(widest, numbered ?? 2, sections.map(\.width).max() ?? 2) {
      var bits = Self.bits(of: kinds, usual: usual, width: width)
      if let again, again % width == 0 { bits -= Self.sign }
      if width == numbered { bits -= Self.sign }
      bits -= Self.sign * Double(sections.count { $0.width == width && $0.place % width == 0 })
      if bits < best.bits { best = (bits, width) }
    }
    width = best.width
  }

  /// How many bits it is worth that rows of a width begin with running numbers, that the header returns after whole rows, or
  /// that the heading of a section fills one.
  private static let sign = 20.0

  /// After how many cells the header returns.
  private static func headerReturn(_ texts: [String]) -> Int? {
    guard texts.count >= 8, let first = texts.first, !first.isEmpty else { return nil }
    return texts.indices.dropFirst(2).first {
      texts[$0] == first && $0 + 2 < texts.count && texts[$0 + 1] == texts[1] && texts[$0 + 2] == texts[2]
    }
  }

  private static func runningNumbers(_ texts: [String]) -> Int? {
    guard let one = texts.firstIndex(of: "1"), one > 0 else { return nil }
    let later = texts[(one + 1)...].firstIndex(of: "2")
    guard let two = later, two - one >= 2, two - one <= 64 else { return nil }
    let width = two - one
    guard one % width == 0 else { return nil }
    // The heading of a section may stand between the numbers, in a row of its own.
    guard let third = texts[(two + 1)...].firstIndex(of: "3") else { return two + width >= texts.count ? width : nil }
    return (third - one) % width == 0 && third - two <= width * 2 ? width : nil
  }

  /// Headings of sections with empty cells behind them that fill up a row: a numbered text, and what its row would be wide.
  private static func sections(_ texts: [String]) -> [(place: Int, width: Int)] {
    texts.indices.compactMap { place in
      guard PageFurniture.opensPart(texts[place]) else { return nil }
      let empties = texts[(place + 1)...].prefix(mostColumns).prefix(while: \.isEmpty).count
      guard empties >= 2, place + empties + 1 < texts.count else { return nil }
      return (place, empties + 1)
    }
  }

  // MARK: - By likeness

  /// How many bits tell the kinds of the cells under a width, each column by a code of its own: cells of one column are alike,
  /// and twice as many columns must learn twice as much to say the same.
  private static func bits(of kinds: [Int], usual: [Int: Double], width: Int) -> Double {
    var bits = (kinds.count % width == 0 ? 0 : brokenRow) + Double(width) * column
    var odds = 1.0
    for column in 0..<width {
      var seen: [Int: Double] = [:]
      for (row, place) in stride(from: column, to: kinds.count, by: width).enumerated() {
        let kind = kinds[place]
        odds *= (seen[kind, default: 0] + learning * (usual[kind] ?? 0)) / (Double(row) + learning)
        seen[kind, default: 0] += 1
        // A product, of which whole powers of two are taken now and then, stands for a sum of logarithms.
        if odds < 0x1p-900 {
          bits -= Double(odds.exponent)
          odds = odds.significand
        }
      }
    }
    return bits - Double(odds.exponent) - (odds.significand - 1)
  }

  private static let mostColumns = 32
  private static let leastRows = 3
  /// What it costs that the last row is not whole, and what one column more costs.
  private static let brokenRow = 10.0
  private static let column = 2.0
  /// How many cells must be seen before a column's own kinds weigh as much as those of all.
  private static let learning = 1.5

  /// What a cell looks like: empty, or of so many characters with this one last, where many cells end in it.
  private static func kinds(of texts: [String]) -> [Int] {
    let ends = texts.compactMap { text in text.unicodeScalars.last.map { Int($0.value) } }.occurrences()
    return texts.map { text -> Int in
      guard let end = text.unicodeScalars.last.map({ Int($0.value) }) else { return 0 }
      let length: Int
      switch text.unicodeScalars.count {
      case 1...3: length = 1
      case 4...8: length = 2
      case 9...20: length = 3
      default: length = 4
      }
      let isFrequent = ends[end, default: 0] * frequentEnd >= texts.count
      return length + (isFrequent ? end * 8 : 0)
    }
  }

  /// One cell in so many must end in a character for it to be told from others.
  private static let frequentEnd = 50
}
