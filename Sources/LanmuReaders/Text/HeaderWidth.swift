/// What known labels among the cells of a table say of how wide its first row is.
struct HeaderWidth {
  /// How surely each of the first cells is a label.
  private let strengths: [Double]
  private let isEmpty: [Bool]
  private let isSentence: [Bool]
  /// How many cells known labels take at the start, where none follows soon behind them.
  let block: Int?
  /// The same with what could be a label counted in.
  private let likelyBlock: Int?

  init(_ texts: [String], labels: KnownLabels) {
    let first = texts.prefix(Self.mostCells)
    let strengths = first.map(labels.strength(of:))
    self.strengths = strengths
    isEmpty = first.map(\.isEmpty)
    isSentence = first.map { $0.utf8.count > KnownLabels.longest || PageFurniture.endsSentence($0) }
    let sure = strengths.prefix { $0 == 1 }.count
    let likely = strengths.prefix { $0 > 0 }.count
    func ends(_ run: Int) -> Bool {
      run >= 2 && run < strengths.count && !strengths[run...].prefix(run + Self.reach).contains(1)
    }
    let twoRows = Self.twoRows(strengths, isEmpty: isEmpty) ?? Self.dividedRow(strengths, isEmpty: isEmpty)
    block = sure == likely && ends(sure) ? sure : twoRows
    let isMostlySure = strengths.prefix(likely).count { $0 == 1 } * 2 >= likely
    likelyBlock = sure < likely && isMostlySure && ends(likely) ? likely : nil
  }

  /// How wide two rows of a header are that both end in empty cells, since those below or beside merged labels are gone: texts
  /// that are mostly known labels, what fills up their row, and the same again.
  private static func twoRows(_ strengths: [Double], isEmpty: [Bool]) -> Int? {
    let texts = isEmpty.prefix { !$0 }.count
    let width = texts + isEmpty.dropFirst(texts).prefix { $0 }.count
    guard width > texts, strengths.count > width * 2 else { return nil }
    let second = isEmpty[width..<width * 2].prefix { !$0 }.count
    func areLabels(_ range: Range<Int>) -> Bool {
      range.count >= 2 && strengths[range].reduce(0, +) * 2 >= Double(range.count)
    }
    guard second < width, areLabels(0..<texts), areLabels(width..<width + second),
      isEmpty[(width + second)..<width * 2].allSatisfy(\.self),
      !strengths[(width * 2)...].prefix(reach).contains(1)
    else { return nil }
    return width
  }

  /// How wide two rows of a header are that keep the cells of merged labels empty: the second has labels just where the first
  /// has one with empty cells behind it, while the row below them holds other texts.
  private static func dividedRow(_ strengths: [Double], isEmpty: [Bool]) -> Int? {
    guard isEmpty.first == false else { return nil }
    func areLabels(_ range: Range<Int>) -> Bool { range.allSatisfy { isEmpty[$0] || strengths[$0] > 0 } }
    return (narrowest...RowWidthGuess.mostColumns).first { width in
      guard strengths.count >= width * 3 else { return false }
      let (upper, lower) = (0..<width, width..<width * 2)
      return upper.contains { isEmpty[$0] } && lower.contains { isEmpty[$0] }
        && upper.allSatisfy { place in
          isEmpty[place + width] == (!isEmpty[place] && (place + 1 == width || !isEmpty[place + 1]))
        }
        && areLabels(0..<width * 2) && strengths[0..<width * 2].contains(1) && !areLabels(width * 2..<width * 3)
        && !strengths[(width * 2)...].prefix(reach).contains(1)
    }
  }

  /// A label over two others, and one beside it.
  private static let narrowest = 3

  /// How many bits it costs that a header is so wide: for known labels right below it, and for texts in it that are none.
  func bits(width: Int) -> Double {
    guard strengths.contains(1) else { return 0 }
    let unknown = strengths.indices.prefix(width).reduce(0.0) { $0 + (isEmpty[$1] ? 0 : 1 - strengths[$1]) }
    let sentences = isSentence.prefix(width).count(where: \.self)
    let below = strengths.indices.dropFirst(width).prefix(width)
    let known = below.count { strengths[$0] == 1 }
    // Below merged labels stand others, with empty cells beside them.
    let isSecondRow = below.contains { isEmpty[$0] } && below.allSatisfy { strengths[$0] == 1 || isEmpty[$0] }
    return unknown * Self.unknown + Double(sentences) * Self.sentence + (isSecondRow ? 0 : Double(known) * Self.stray)
      - (width == block ? Self.sharp : width == likelyBlock ? Self.likely : 0)
  }

  private static let mostCells = 128
  /// So many cells behind a block of labels are looked at for further ones.
  private static let reach = 4
  /// What a text in a header costs that is no known label, and a known label in the row below it.
  private static let unknown = 3.0
  private static let stray = 5.0
  /// What it costs besides that such a text is a sentence or a list of names, as hardly a label is.
  private static let sentence = 5.0
  /// What it is worth that known labels fill a width, and nothing behind them is one.
  private static let sharp = 10.0
  private static let likely = 8.0
}
