extension LevelSearch {
  /// The rows by the numbers of their labels.
  struct NumberedRows {
    var labels = LabelTable()
    /// For each row and each reading, the numbers of its labels.
    var numbers: [[[Int]]]
    /// For each label that has labels below it in some row, the first such row.
    var firstInner: [Int: Int] = [:]
    /// The same for labels below page breaks, by the first row in which they, or what is left of them, have labels below.
    private var firstDamaged: [Int: Int] = [:]
    /// How many labels were compared character by character.
    private(set) var comparisons = 0

    init(_ rows: [Row]) {
      var labels = LabelTable()
      numbers = rows.map { row in row.labels.map { reading in reading.map { labels.number(of: $0) } } }
      self.labels = labels
      for (row, readings) in numbers.enumerated() {
        for reading in readings {
          for number in reading.dropLast() where firstInner[number] == nil { firstInner[number] = row }
        }
      }
      findDamaged(rows)
    }

    private mutating func findDamaged(_ rows: [Row]) {
      var below: Set<Int> = []
      for (row, readings) in numbers.enumerated() where rows[row].followsBreak {
        for reading in readings { below.formUnion(reading.dropLast()) }
      }
      guard !below.isEmpty else { return }
      var inner = LossIndex()
      for number in firstInner.keys.sorted() { inner.insert(labels.texts[number], as: number) }
      var suspects = LossIndex()
      for number in below.sorted() { suspects.insert(labels.texts[number], as: number) }
      for number in below {
        for other in inner.candidates(of: labels.texts[number]) { noteDamaged(number, like: other) }
      }
      for other in firstInner.keys {
        for number in suspects.candidates(of: labels.texts[other]) { noteDamaged(number, like: other) }
      }
    }

    private mutating func noteDamaged(_ number: Int, like other: Int) {
      comparisons += 1
      guard let row = firstInner[other], row < firstDamaged[number] ?? .max, labels.isSame(number, other)
      else { return }
      firstDamaged[number] = row
    }

    /// Whether a label had labels below it in some row above.
    ///
    /// - Parameter fuzzily: also counts labels that have lost a few characters, as happens at page breaks.
    func isInner(_ label: Int, above row: Int, fuzzily: Bool) -> Bool {
      if let first = firstInner[label], first < row { return true }
      return fuzzily && firstDamaged[label].map { $0 < row } == true
    }

    func path(_ open: [Int]) -> [String] { open.filter { $0 >= 0 }.map { labels.texts[$0] } }
  }
}
