/// What each text of a stream costs in each field of its header: what a field's meaning lets expect, and what was read there.
struct StreamPrices {
  private let columns: [LogicalColumn]
  private let texts: [String]
  private let evidence: [TextEvidence]
  /// The outermost level, where there is one and behind all other fields one for remarks, so that either may stand between two
  /// rows; else `nil`.
  private let besideRemarks: (label: Int, remarks: Int)?

  init(_ texts: [String], columns: [LogicalColumn]) {
    self.columns = columns
    self.texts = texts
    evidence = texts.map { TextEvidence($0) }
    if let label = columns.levels.first, let last = columns.indices.last,
      columns[last].meaning == .remarks
    {
      besideRemarks = (label, last)
    } else {
      besideRemarks = nil
    }
  }

  /// What it costs that a word for a column's state is an outermost label: one branch in twenty-five may be named so.
  private static let stateAsBranch = 3.2
  /// What it costs that such a word is a remark.
  private static let remark = 0.3

  /// - Parameter places: the fields in which the texts were read before, or some of the first ones.
  func prices(learnedFrom places: [Int]) -> [[Double]] {
    var content = ContentCost(columns: columns)
    for (cell, column) in places.enumerated() where !texts[cell].isEmpty {
      content.learn(texts[cell], evidence[cell], in: column)
    }
    return texts.indices.map { cell in
      texts[cell].isEmpty
        ? columns.map { Self.emptyPrice($0.meaning) }
        : prices(of: cell, by: content, learnedIn: cell < places.count ? places[cell] : nil)
    }
  }

  private func prices(of cell: Int, by content: ContentCost, learnedIn: Int?) -> [Double] {
    var prices = content.prices(texts[cell], evidence[cell], learnedIn: learnedIn)
    for column in columns.indices {
      switch columns[column].meaning {
      // Lists are demands rather than labels.
      case .level where evidence[cell].items > 1: prices[column] += Self.listed
      case .requirement where evidence[cell].items > 1: prices[column] -= Self.listed
      case .other: prices[column] += Self.any
      default: break
      }
    }
    // Other remarks that come again cannot be told from labels of a branch that each of its rows repeats.
    if let besideRemarks, RemarkWords.saysState(texts[cell]) {
      prices[besideRemarks.label] += Self.stateAsBranch
      prices[besideRemarks.remarks] = min(prices[besideRemarks.remarks], Self.remark)
    }
    return prices
  }

  private static let listed = 0.6
  /// A field that may hold anything takes no text from those that say what they hold.
  private static let any = 0.5

  /// An empty cell says little; numbers are hardly ever left out.
  private static func emptyPrice(_ meaning: FieldMeaning) -> Double {
    switch meaning {
    case .level: 0.3
    case .number: 2
    case .remarks, .other: 0.2
    default: 0.8
    }
  }
}
