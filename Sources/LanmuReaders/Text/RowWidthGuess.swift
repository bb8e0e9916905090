/// How many cells a row has where nothing tells: by how alike the cells of each grid column become, by the
/// header that returns, by running numbers, by labels that are known.
struct RowWidthGuess {
  let width: Int
  /// Whether any other width is much worse.
  let isClear: Bool

  /// - Parameter runs: behind how many cells runs of bars end that may fill up rows.
  init(_ cells: [FoundField], runs: [Int] = [], labels: KnownLabels) {
    let texts = cells.map(\.text)
    let again = Self.headerReturn(texts)
    let numbered = Self.runningNumbers(texts)
    let title = Self.title(texts, labels: labels)
    let sections = Self.sections(texts) + (title.map { [(place: 0, width: $0)] } ?? [])
    let kinds = Self.kinds(of: texts)
    let usual = kinds.occurrences().mapValues { Double($0) / Double(kinds.count) }
    let widest = max(2, min(Self.mostColumns, texts.count / Self.leastRows))
    let header = HeaderWidth(Array(texts.dropFirst(title ?? 0)), labels: labels)
    let repeats = Self.repeats(texts)
    var found: [(bits: Double, width: Int)] = []
    for width in 2...max(widest, numbered ?? 2, sections.map(\.width).max() ?? 2) {
      var bits = Self.bits(of: kinds, usual: usual, width: width)
      if let again, again % width == 0 { bits -= Self.sign }
      if width == numbered { bits -= Self.sign }
      if !runs.isEmpty, runs.allSatisfy({ $0 % width == 0 }) { bits -= Self.sign }
      bits -= Self.sign * Double(sections.count { $0.width == width && $0.place % width == 0 })
      bits += header.bits(width: width) + Self.bits(of: repeats, width: width)
      found.append((bits, width))
    }
    let best = found.min { $0.bits < $1.bits } ?? (0, 2)
    // Where rows follow each other by rule, several together look as regular; known labels or numbers are of one row.
    let single = found.first { $0.width == header.block ?? numbered && best.width % $0.width == 0 }
    let taken = single.map { $0.bits * (1 - Self.regularity) < best.bits ? $0 : best } ?? best
    width = taken.width
    // Rows are as wide as their header, and hardly narrower than the known labels that stand first.
    isClear =
      width >= header.block ?? 0
      && found.allSatisfy { $0.width == taken.width || $0.bits - taken.bits >= Self.clear }
  }

  /// How many bits it is worth that rows of a width begin with running numbers, that the header returns after whole rows, that
  /// runs of bars end rows, or that the heading of a section fills one.
  private static let sign = 20.0
  /// So many bits decide.
  private static let clear = 10.0
  /// By such a share several rows together may be more regular than one.
  private static let regularity = 0.05

  /// After how many cells the header returns.
  private static func headerReturn(_ texts: [String]) -> Int? {
    guard texts.count >= 8, let first = texts.first, !first.isEmpty else { return nil }
    return texts.indices.dropFirst(2).first {
      texts[$0] == first && $0 + 2 < texts.count && texts[$0 + 1] == texts[1] && texts[$0 + 2] == texts[2]
    }
  }

  private static func runningNumbers(_ texts: [String]) -> Int? {
    guard let one = texts.firstIndex(of: "1") else { return nil }
    if one == 0 { return numberedWhole(texts) }
    let later = texts[(one + 1)...].firstIndex(of: "2")
    guard let two = later, two - one >= 2, two - one <= 64 else { return nil }
    let width = two - one
    guard one % width == 0 else { return nil }
    // The heading of a section may stand between the numbers, in a row of its own.
    guard let third = texts[(two + 1)...].firstIndex(of: "3") else { return two + width >= texts.count ? width : nil }
    return (third - one) % width == 0 && third - two <= width * 2 ? width : nil
  }

  /// The distance of running numbers where the first stands above all else, without a header: each whole row begins with its own.
  private static func numberedWhole(_ texts: [String]) -> Int? {
    guard let width = texts.firstIndex(of: "2"), width > 2, width <= mostColumns, texts.count % width == 0 else {
      return nil
    }
    let numbers = stride(from: 0, to: texts.count, by: width).map { texts[$0] }
    return numbers.enumerated().allSatisfy { $1 == String($0 + 1) } ? width : nil
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

  /// How wide the table's first row is if it holds its title: a text that is no known label, in front of empty cells that fill
  /// up its row, and of the header, which is mostly known.
  private static func title(_ texts: [String], labels: KnownLabels) -> Int? {
    guard let first = texts.first else { return nil }
    let width = texts.dropFirst().prefix(mostColumns).prefix(while: \.isEmpty).count + 1
    let strength = labels.strength(of: first)
    guard width > 1, strength == 0 || strength < 1 && first.unicodeScalars.count >= shortestTitle else { return nil }
    let header = texts[width...].prefix(width).filter { !$0.isEmpty }
    let known = header.reduce(0) { $0 + labels.strength(of: $1) }
    guard header.count > 1, known * 2 >= Double(header.count) else { return nil }
    if width > 2 { return width }
    // A lone empty cell fills up a row only above two labels that are known, one of them surely, with none behind them.
    let strengths = texts[width...].prefix(3).map(labels.strength(of:))
    return strengths.count == 3 && strengths[..<2].contains(1) && !strengths[..<2].contains(0) && strengths[2] == 0
      ? width : nil
  }

  /// Shorter texts with words of a header in them may stand above merged cells.
  private static let shortestTitle = 8

  // MARK: - By repeated texts

  /// For each text that occurs several times, where it does.
  private static func repeats(_ texts: [String]) -> [[Int]] {
    var places: [String: [Int]] = [:]
    for (place, text) in texts.enumerated() where !text.isEmpty { places[text, default: []].append(place) }
    return places.values.filter { $0.count > 1 }
  }

  /// What it costs that a text stands in several columns: the same words mostly say the same thing.
  private static func bits(of repeats: [[Int]], width: Int) -> Double {
    repeats.reduce(0.0) { $0 + Double(Set($1.map { $0 % width }).count - 1) } * elsewhere
  }

  private static let elsewhere = 2.0

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

  /// Hardly a table is wider.
  static let mostColumns = 32
  private static let leastRows = 3
  /// What it costs that the last row is not whole, and what one column more costs.
  private static let brokenRow = 10.0
  private static let column = 2.0
  /// How many cells must be seen before a column's own kinds weigh as much as those of all.
  private static let learning = 1.5

  /// What a cell looks like: empty, or of so many characters with this one last, where many cells end in it.
  private static func kinds(of texts: [String]) -> [Int] {
    let lasts = texts.map(last)
    let ends = lasts.compactMap(\.self).occurrences()
    return zip(texts, lasts).map { text, last -> Int in
      guard let end = last else { return 0 }
      let length: Int
      switch text.unicodeScalars.count {
      case 1...3: length = 1
      case 4...8: length = 2
      case 9...20: length = 3
      default: length = 4
      }
      let often = ends[end, default: 0]
      let isFrequent = often >= leastEnd && often * frequentEnd >= texts.count
      return length + (isFrequent ? end * 8 : 0)
    }
  }

  /// The last character of a text; all digits are alike, since odd and even ones take turns.
  private static func last(_ text: String) -> Int? {
    text.unicodeScalars.last.map { Int(("0"..."9").contains($0) ? 0x30 : $0.value) }
  }

  /// One cell in so many must end in a character for it to be told from others.
  private static let frequentEnd = 50
  /// An end that stands but once or twice tells nothing of columns, and would be learnt the cheaper, the shorter these are.
  private static let leastEnd = 3
}
