/// Rows whose bars stand only between cells, and that keep a line for each cell, blank if it is empty: counting tells all.
///
/// A bar is on a line of its own, or ends the line of its cell. Between two bars stands one line, or two where a row's last
/// cell meets the next row's first one. A page number may stand between those two.
struct CountedLines {
  private let slots: [[FoundField]]
  /// How many of these a bar closes.
  private let closed: Int
  /// How many bars a row has.
  private let period: Int

  /// - Returns: `nil` if the lines between the bars do not tell rows.
  init?(_ pieces: [BarStream.Piece]) {
    guard let last = pieces.last else { return nil }
    let closed = last.isClosed ? pieces.count : pieces.count - 1
    let alone = pieces.prefix(closed).count(where: \.isAlone)
    // A bar that ends its cell's line is alone where the cell is empty.
    let areAlone = alone == closed
    guard areAlone || pieces.prefix(closed).allSatisfy({ $0.isAlone || $0.endsLine }) else { return nil }
    var gaps: [Gap] = []
    for (place, piece) in pieces.enumerated() {
      guard place < closed else {
        gaps.append(Gap(fields: piece.parts))
        continue
      }
      let own = piece.isAlone && !areAlone ? [FoundField(text: "", line: piece.barLine + 1)] : []
      gaps.append(Gap(piece.slots + own, numberAt: piece.pageNumber))
    }
    slots = gaps.map(\.fields)
    // What stands above the table is none of its cells, and below a page number blank lines may stand.
    let inner = gaps.indices.prefix(closed).dropFirst().filter { !gaps[$0].holdsPage }
    let doubles = inner.filter { gaps[$0].fields.count == 2 }
    let singles = inner.count { gaps[$0].fields.count == 1 }
    guard !doubles.isEmpty, (singles + doubles.count) * 20 >= inner.count * 19,
      let period = zip(doubles.dropFirst(), doubles).map({ $0 - $1 }).mostFrequent() ?? doubles.first,
      doubles[0] % period == 0, closed % period == 0
    else { return nil }
    let ends = stride(from: period, to: closed, by: period).filter { !gaps[$0].holdsPage }
    guard doubles.count * 10 <= ends.count * 11,
      ends.count(where: { gaps[$0].fields.count == 2 }) * 10 >= ends.count * 9
    else { return nil }
    // Blank lines alone at the places of all last cells rather part rows that bars close.
    guard ends.contains(where: { !gaps[$0].fields[0].text.isEmpty }) else { return nil }
    // Where each cell has its bar, the first one of every row may be broken over two lines; but no text is broken at an empty
    // cell, so that one beside a lone bar shows that bars stand between cells.
    let showsEmpty = ends.contains { gaps[$0].fields.contains(where: \.text.isEmpty) }
    guard !last.isClosed || ends.count > 1 && (areAlone || showsEmpty) else { return nil }
    self.closed = closed
    self.period = period
  }

  /// What stands between two bars.
  private struct Gap {
    var fields: [FoundField]
    var holdsPage = false

    init(fields: [FoundField]) { self.fields = fields }

    /// With a page number between two cells, what stands before it, and what stands behind it.
    init(_ slots: [FoundField], numberAt place: Int?) {
      let bare = slots.indices.dropFirst().dropLast().first { PageFurniture.isBareNumber(slots[$0].text) }
      guard let number = place ?? bare else {
        fields = slots
        return
      }
      let before = slots[..<number]
      let behind = slots[(place == nil ? number + 1 : number)...]
      let sides = [before.first { !$0.text.isEmpty } ?? before.first, behind.last { !$0.text.isEmpty } ?? behind.last]
      fields = sides.compactMap(\.self)
      holdsPage = true
    }
  }

  /// The cells of each row.
  func rows() -> [[FoundField]] {
    var rows: [[FoundField]] = [[]]
    for (place, fields) in slots.enumerated() {
      let last = rows.count - 1
      if place == 0 || place == closed || place % period > 0 {
        rows[last].append(BarStream.joined(place == 0 ? fields.suffix(1) : fields[...]))
      } else if fields.count > 1 {
        rows[last].append(BarStream.joined(fields.dropLast()))
        rows.append(Array(fields.suffix(1)))
      } else {
        rows[last] += fields
        rows.append([FoundField(text: "", line: fields.first?.line ?? 1)])
      }
    }
    // An empty last cell leaves nothing.
    if let last = rows.last, last.count == period {
      rows[rows.count - 1].append(FoundField(text: "", line: last.last?.line ?? 1))
    }
    return rows
  }
}
