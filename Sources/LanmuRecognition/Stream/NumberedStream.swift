/// A stream of cells whose rows are told by their running numbers, though no one width parts it.
///
/// Either the header takes two rows, whose widths are others than those of the body, and numbers run on at the distance of as
/// many cells as it has fields, or of fewer where merged cells are gone. Or its only row begins with the label of the numbers,
/// and is wider than the rows were guessed to be (`UnmarkedRows`). Or that row has no label for the numbers, which
/// stand below one of its labels together with what this names (具体要求 over 1 and 公布目录), and of each row only labels left of
/// the number may be covered.
struct NumberedStream {
  /// By row, the places of its cells in the stream; `nil` for a cell that is empty, or covered.
  let rows: [[Int?]]
  /// How many fields there are.
  let width: Int
  /// Whether cells keep their places; else those that are gone are missing at the ends of their rows.
  let keepsPlaces: Bool
  /// Where the header begins, and where the body ends.
  let lines: Range<Int>

  /// - Parameters:
  ///   - labels: the cells' texts without white space.
  ///   - areParagraphs: whether each cell is a paragraph, so that such as are none may stand below the table.
  ///   - height: how many rows the header takes.
  init?(_ labels: [String], areParagraphs: Bool, below height: Int = 2) {
    var found: (rows: [[Int?]], width: Int, keepsPlaces: Bool, misfit: Double)?
    let search = StreamHeaderSearch(labels, width: 1)
    for header in search.readings where header.parts.count == height && header.columns[0].meaning == .number {
      let end = areParagraphs ? TextBelowStream.start(in: labels, below: header.columns) : labels.count
      let width = header.columns.count
      let isPlain = height == 1
      let levels = header.columns.count { $0.meaning == .level }
      guard
        let body = Self.rows(
          labels, from: header.end, to: end, width: width, least: isPlain ? 2 : width / 2 + 1,
          mostOf: isPlain ? width - max(0, levels - 1) : width)
      else { continue }
      let sample = Array(labels[header.end..<min(end, header.end + width * Self.sampleRows)])
      let misfit = StreamRowSearch(columns: header.columns).misfit(sample)
      if found.map({ misfit < $0.misfit }) ?? true {
        // The stream may break off anywhere.
        found = (Self.rows(of: header) + body, width, body.dropLast().allSatisfy { $0.count == width }, misfit)
      }
    }
    // The first cells of the body may look like labels.
    for last in search.run.dropFirst(StreamHeaderSearch.leastLabels - 1).reversed() where found == nil && !areParagraphs
    {
      let header = search.run.lowerBound..<last + 1
      guard let (place, body) = Self.rowsAroundNumbers(labels, below: header) else { continue }
      var row: [Int?] = header.map { $0 }
      row.insert(nil, at: place)
      found = ([row] + body, header.count + 1, true, 0)
    }
    guard let found else { return nil }
    (rows, width, keepsPlaces) = (found.rows, found.width, found.keepsPlaces)
    let places = rows.joined().compactMap(\.self)
    lines = (places.first ?? 0)..<(places.last ?? 0) + 1
  }

  private static let sampleRows = 20

  /// Whole rows below a header of two rows.
  init(_ whole: WholeRowsBelowHeader) {
    (rows, width, keepsPlaces, lines) = (whole.rows, whole.width, true, whole.lines)
  }

  /// The rows of a header, each label where its first field is.
  static func rows(of header: StreamHeader) -> [[Int?]] {
    guard header.parts.count == 2 else { return [header.parts[0].map { $0 }] }
    var (upper, lower): ([Int?], [Int?]) = ([], [])
    var next = header.parts[1].lowerBound
    for (label, count) in zip(header.parts[0], header.divisions) {
      upper += [label] + Array(repeating: nil, count: max(0, count - 1))
      lower += count == 0 ? [nil] : (next..<next + count).map { $0 }
      next += count
    }
    return [upper, lower]
  }

  // MARK: - Rows that begin with their number

  /// The rows between running numbers, none of which has more cells than the header has fields.
  private static func rows(
    _ labels: [String], from start: Int, to end: Int, width: Int, least: Int, mostOf: Int
  ) -> [[Int?]]? {
    guard width > 1, end - start > width, let first = number(labels[start]) else { return nil }
    var starts = [start]
    while let last = starts.last, last + width < end {
      // A row may hold its successor's number by chance, but hardly far behind its own.
      let reach = (last + least)...(last + width)
      guard let next = reach.last(where: { number(labels[$0]) == first + starts.count }) else { return nil }
      starts.append(next)
    }
    let rows = zip(starts, starts.dropFirst() + [end]).map { ($0..<$1).map { $0 as Int? } }
    // What lacks more is rather a part of something else.
    guard rows.count > 1, (rows.last?.count ?? 0) * 2 >= width,
      rows.contains(where: { $0.count >= mostOf })
    else { return nil }
    return rows
  }

  // MARK: - Numbers below a label of something else

  /// The rows, each filled up to one more cell than the header has, and where in them the numbers stand.
  private static func rowsAroundNumbers(
    _ labels: [String], below header: Range<Int>
  ) -> (place: Int, rows: [[Int?]])? {
    let (start, end) = (header.upperBound, labels.count)
    let meanings = labels[header].map { HeaderLexicon.match($0)?.meaning }
    // The first row lacks nothing.
    guard !meanings.contains(.number),
      let place = (1..<header.count).first(where: { start + $0 < end && number(labels[start + $0]) == 1 })
    else { return nil }
    let least = header.count + 1 - place
    var numbers = [start + place]
    while let last = numbers.last, last + least < end {
      let reach = (last + least)...min(last + header.count + 1, end - 1)
      guard let next = reach.first(where: { number(labels[$0]) == numbers.count + 1 }) else { break }
      numbers.append(next)
    }
    guard numbers.count >= fewestNumbers, let last = numbers.last, (1...least).contains(end - last) else { return nil }
    var rows: [[Int?]] = []
    var first = start
    for number in numbers {
      let next = min(number + least, end)
      let cells: [Int?] = (first..<next).map { $0 }
      rows.append(Array(repeating: nil, count: place - (number - first)) + cells)
      first = next
    }
    return isSound(rows, of: labels, meanings: meanings, from: place) ? (place, rows) : nil
  }

  private static let fewestNumbers = 3

  /// Whether what stands behind the numbers is what the header says of it, wherever that can be told.
  private static func isSound(
    _ rows: [[Int?]], of labels: [String], meanings: [FieldMeaning?], from place: Int
  ) -> Bool {
    meanings.indices.dropFirst(place).allSatisfy { column in
      let texts = rows.compactMap { $0.indices.contains(column + 1) ? $0[column + 1] : nil }.map { labels[$0] }
      let content = ColumnContent(texts.filter { !$0.isEmpty }.map { TextEvidence($0) })
      guard content.count > 0 else { return true }
      return switch meanings[column] {
      case .update, .supply: content.time >= Self.half
      case .lead, .responsible, .cooperating: content.units >= Self.half
      default: content.number < Self.half
      }
    }
  }

  private static let half = 0.5

  private static let longestNumber = 8

  private static func number(_ label: String) -> Int? {
    guard label.utf8.count <= longestNumber, let ordinal = TextEvidence(label).ordinal, ordinal.minor == 0 else {
      return nil
    }
    return ordinal.major
  }
}
