/// The delimiter of a text that is known to be delimited: the one on whose number most records agree.
struct DelimiterGuess {
  let delimiter: UInt8
  /// The share of records that have the delimiter as often as most have it.
  let agreement: Double

  /// - Parameter preferred: what the document's name says; it wins unless it does not occur, or more records agree on
  ///   another: by far, or nearly all.
  init(_ text: TextLines, preferred: UInt8) {
    let sample = text.lines.prefix(Self.mostLines).filter { !$0.isBlank }.map { text.bytes[$0.range] }
    func agreed(_ delimiter: UInt8) -> (share: Double, mode: Int) {
      let counts = Self.counts(of: delimiter, in: text)
      guard let mode = counts.filter({ $0 > 0 }).mostFrequent() else { return (0, 0) }
      return (Double(counts.count { $0 == mode }) / Double(counts.count), mode)
    }
    let candidates = [Byte.comma, Byte.tab, Byte.semicolon, Byte.pipe].map { ($0, agreed($0)) }
    let own = candidates.first { $0.0 == preferred }?.1.share ?? 0
    guard let (rival, best) = candidates.max(by: { $0.1.share < $1.1.share }), best.share > 0 else {
      (delimiter, agreement) = (preferred, own)
      return
    }
    // Prose around the table agrees on nothing; the lines of a list may end in a semicolon each.
    let withRival = sample.filter { $0.contains(rival) }
    let partsFields = best.mode > 1 || withRival.count { $0.last != rival } * 2 > withRival.count
    let isFarAhead = own * 2 < best.share && partsFields
    let isSure = best.share > 0.9 && own < best.share * 0.8
    (delimiter, agreement) = own == 0 || isFarAhead || isSure ? (rival, best.share) : (preferred, own)
  }

  private static let mostLines = 2000

  /// How often each record has the delimiter between its fields. A quoted field may hold others, and lines that agree on nothing.
  private static func counts(of delimiter: UInt8, in text: TextLines) -> [Int] {
    var records = DelimitedRecords(text, delimiter: delimiter)
    var counts: [Int] = []
    var line = 0
    while line < min(text.count, mostLines) {
      guard !text.lines[line].isBlank else {
        line += 1
        continue
      }
      let record = records.record(at: line)
      counts.append(record.fields.count - 1)
      line = record.nextLine
    }
    return counts
  }
}

extension TextLines {
  /// The delimiter that a first line `sep=;` names, as Excel writes and reads it.
  var separatorLine: UInt8? {
    guard let first = lines.first else { return nil }
    let range = bytes.trimmed(first.range)
    let start = Array("sep=".utf8)
    guard bytes[range].starts(with: start) else { return nil }
    if range.count == 4, first.range.upperBound > range.upperBound, bytes[range.upperBound] == Byte.tab {
      return Byte.tab
    }
    guard range.count == 5 else { return nil }
    return bytes[range.lowerBound + 4]
  }
}
