/// What the first and the last cells of rows look like, where both are there: by this it is told which of the two a text alone
/// between rows is.
struct RowEnds {
  private var firsts: Side
  private var lasts: Side
  /// How many times likelier it is that a text alone begins a row than that it ends one, whatever it is.
  private var prior = 1.0

  /// - Parameters:
  ///   - firsts: the first cells of rows where the last cell of the row above is there as well, and the other way round.
  ///   - open: the texts of which it must be told.
  init(firsts: [String], lasts: [String], open: [String]) {
    (self.firsts, self.lasts) = (Side(firsts), Side(lasts))
    // Which end is the empty one in most rows is learned from those that tell it.
    for _ in 0..<Self.rounds {
      let begins = open.filter { odds($0) >= Self.clear }
      let ends = open.filter { odds($0) * Self.clear <= 1 }
      prior = (Double(begins.count) + 1) / (Double(ends.count) + 1)
      (self.firsts, self.lasts) = (Side(firsts + begins), Side(lasts + ends))
    }
  }

  private static let rounds = 3

  /// Whether a text begins a row rather than ends one, and whether that is clear; `nil` if it is like either.
  func side(of text: String) -> (isFirst: Bool, isClear: Bool)? {
    let odds = odds(text)
    return odds == 1 ? nil : (odds > 1, odds >= Self.clear || odds * Self.clear <= 1)
  }

  /// So many times likelier decides.
  private static let clear = 4.0

  private func odds(_ text: String) -> Double {
    let (first, last) = (firsts.texts.contains(text), lasts.texts.contains(text))
    let found = first == last ? 1 : first ? Self.known : 1 / Self.known
    return prior * found * firsts.likelihood(of: text) / lasts.likelihood(of: text)
  }

  /// A text that stands at one of the ends elsewhere is so many times likelier to stand there again.
  private static let known = 20.0

  /// Cells of one kind.
  private struct Side {
    let texts: Set<String>
    private let count: Double
    private let lengths: [Int: Int]
    private let endings: [Int: Int]

    init(_ texts: [String]) {
      self.texts = Set(texts)
      count = Double(texts.count)
      lengths = texts.map(Self.length).occurrences()
      endings = texts.compactMap(Self.ending).occurrences()
    }

    func likelihood(of text: String) -> Double {
      let length = Double(lengths[Self.length(of: text), default: 0]) + Self.unseen
      let ending = Double(Self.ending(of: text).map { endings[$0, default: 0] } ?? 0) + Self.unseen
      return length / (count + Self.unseen * Self.lengthClasses) * ending / (count + Self.unseen * Self.kinds)
    }

    private static let unseen = 0.5
    private static let lengthClasses = 5.0
    /// Texts end in about so many characters.
    private static let kinds = 20.0

    /// A class of lengths; numbers are one of their own.
    private static func length(of text: String) -> Int {
      if PageFurniture.isBareNumber(text) { return 0 }
      return switch text.unicodeScalars.count {
      case ...3: 1
      case ...8: 2
      case ...20: 3
      default: 4
      }
    }

    /// The last character; all numbers are alike.
    private static func ending(of text: String) -> Int? {
      PageFurniture.isBareNumber(text) ? 0 : text.unicodeScalars.last.map { Int($0.value) }
    }
  }
}
