/// What a pass over the rows of a table whose merged cells are gone teaches the next one.
extension DroppedBody {
  /// What all passes so far have taught of labels, of the wording of fields, and of cells that are pieces of others.
  struct Lessons {
    private let cells: [[AlignableCell]]
    /// For each cell, whether it names another one.
    private let naming: [[Bool]]
    /// How fields are worded.
    private(set) var cost: ContentCost
    /// For each cell, the column in which its wording was learned, so that none is learned twice; `nil` for texts that speak for
    /// themselves.
    private(set) var learned: [[Int?]]
    private(set) var mentions = MentionHabit()
    private(set) var closing = ClosingLabels()
    private(set) var joinWeight = 1.0
    /// `nil` before the first pass has ended.
    private var habits: LabelHabits?
    private var wording: LevelWording?
    /// What each row said of its own labels: for each, its share by level.
    private var noted: [[Int: [Double]]] = []

    init(cells: [[AlignableCell]], naming: [[Bool]], cost: ContentCost) {
      (self.cells, self.naming, self.cost) = (cells, naming, cost)
      learned = cells.map { [Int?](repeating: nil, count: $0.count) }
    }

    /// Learns from a pass that has ended.
    mutating func take(from pass: Pass, columns: [LogicalColumn]) {
      takeLabels(of: pass)
      learn(from: pass, columns: columns)
      mentions = mentionHabit(of: pass, columns: columns)
      closing = Self.closingLabels(pass.verdicts)
      joinWeight = joinWeight(of: pass, columns: columns)
    }

    /// Weighs the labels of each row's readings by what is known of them.
    ///
    /// - Returns: the habits that they were weighed by.
    func weighLabels(of pass: inout Pass) -> LabelHabits {
      let habits = self.habits ?? Self.habits(of: pass)
      let none: [Double] = []
      for row in pass.rows.indices {
        for index in pass.rows[row].readings.indices {
          let reading = pass.rows[row].readings[index]
          for (place, level) in reading.set.levels.enumerated() {
            let label = reading.labels[place]
            let isLast = place == reading.set.levels.count - 1
            let own = noted.isEmpty ? none : noted[row][label] ?? none
            pass.rows[row].readings[index].labelWeights[place] =
              habits.weight(label, level: level, isLast: isLast, in: row, own: own.isEmpty ? 0 : own[level])
              * (wording?.weight(label, level: level, own: own) ?? 1)
              * LabelVocabulary.weight(pass.labels.texts[label], level: level, isLeaf: isLast)
          }
        }
      }
      return habits
    }

    // MARK: - Labels

    /// Takes what a pass says of labels and levels, and what each row said of its own labels.
    private mutating func takeLabels(of pass: Pass) {
      let levels = pass.model.levelCount
      var habits = Self.habits(of: pass)
      var wording = LevelWording(levelCount: levels, labels: pass.labels.texts)
      noted = pass.rows.indices.map { row in
        var own: [Int: [Double]] = [:]
        for (index, reading) in pass.rows[row].readings.enumerated() {
          for firstNew in 0..<levels {
            let share = pass.verdicts[row].shares[index * (levels + 1) + firstNew]
            guard share > 0.001 else { continue }
            for (place, level) in reading.set.levels.enumerated() where level >= firstNew {
              habits.note(reading.labels[place], level: level, probability: share)
              wording.note(reading.labels[place], level: level, probability: share)
              own[reading.labels[place], default: Array(repeating: 0, count: levels)][level] += share
            }
          }
        }
        return own
      }
      (self.habits, self.wording) = (habits, wording)
    }

    /// The habits of labels before any reading is preferred to others.
    private static func habits(of pass: Pass) -> LabelHabits {
      LabelHabits(
        levelCount: pass.model.levelCount, labelCount: pass.labels.texts.count, rows: labelSets(pass.rows),
        leaves: leaves(pass.rows), beginningAt: beginnings(pass.rows))
    }

    /// The rows that have several labels by the likeliest of their readings, and so begin a branch.
    private static func beginnings(_ rows: [HierarchyChain.Row]) -> Set<Int> {
      Set(rows.indices.filter { row in likeliest(rows[row]).map { $0.labels.count > 1 } ?? false })
    }

    private static func likeliest(_ row: HierarchyChain.Row) -> HierarchyChain.Reading? {
      row.readings.max { ($0.likelihoods.max() ?? 0) < ($1.likelihoods.max() ?? 0) }
    }

    /// For each row that does not follow a page break, the labels that it may have. One that the row above starts with, too, is
    /// that row's, written again at a break that nothing else shows.
    private static func labelSets(_ rows: [HierarchyChain.Row]) -> [Set<Int>] {
      var above: Set<Int> = []
      var sets: [Set<Int>] = []
      for row in rows {
        let starts = Set(row.readings.compactMap(\.labels.first))
        if row.above != .page {
          sets.append(
            row.readings.reduce(into: Set()) { $0.formUnion($1.labels) }.subtracting(above.intersection(starts)))
        }
        above = starts
      }
      return sets
    }

    /// The last label of each row, by the likeliest of its readings; `nil` below page breaks, and where a row has none.
    private static func leaves(_ rows: [HierarchyChain.Row]) -> [Int?] {
      rows.map { row in
        guard row.above != .page else { return nil }
        return likeliest(row)?.labels.last
      }
    }

    /// What follows each label that ends a row's path.
    private static func closingLabels(_ verdicts: [HierarchyChain.Verdict]) -> ClosingLabels {
      var closing = ClosingLabels()
      for (above, row) in zip(verdicts, verdicts.dropFirst()) {
        guard let label = above.path.last, above.path != row.path else { continue }
        closing.note(
          label, goesOn: above.path.dropLast() == row.path.dropLast(),
          probability: min(above.probability, row.probability))
      }
      return closing
    }

    // MARK: - Wording

    /// Learns how fields are worded from cells that hardly could stand elsewhere.
    private mutating func learn(from pass: Pass, columns: [LogicalColumn]) {
      let outermost = columns.levels.first
      for row in cells.indices {
        for (index, cell) in cells[row].enumerated() where !cell.isEmpty {
          let base = index * columns.count
          var label = 0.0
          for column in columns.indices {
            let share = pass.placed[row][base + column]
            if columns[column].meaning == .level {
              label += share
            } else if share > Self.sure, learned[row][index] != column {
              cost.learn(cell.text, cell.evidence, in: column)
              if !Self.speaksForItself(columns[column].meaning) { learned[row][index] = column }
            }
          }
          if label > Self.sure, let outermost {
            cost.learnWording(cell.text, in: outermost)
          }
        }
      }
    }

    private static let sure = 0.9

    /// Whether texts of a field are so unlike those of its neighbours that one that was read there says itself that it belongs
    /// there. Fields of short answers are alike, and each guess would make itself certain.
    private static func speaksForItself(_ meaning: FieldMeaning) -> Bool {
      [.number, .level, .requirement, .target].contains(meaning)
    }

    /// How many cells are pieces of others, measured by how many would be by chance.
    private func joinWeight(of pass: Pass, columns: [LogicalColumn]) -> Double {
      var joined = 0.5
      var expected = 0.5
      for row in cells.indices {
        for (index, cell) in cells[row].enumerated() where !cell.isEmpty {
          expected += Self.usualJoins
          let base = index * columns.count
          let placed = columns.indices.reduce(0.0) { $0 + pass.placed[row][base + $1] }
          if placed < 1 - Self.likelyJoin { joined += 1 }
        }
      }
      return min(1, joined / expected)
    }

    /// The share of cells that are pieces of others in a text that breaks cells, and what is counted as one.
    private static let usualJoins = 0.005
    private static let likelyJoin = 0.5

    /// How often requirements and targets that hardly could stand elsewhere name a label.
    private func mentionHabit(of pass: Pass, columns: [LogicalColumn]) -> MentionHabit {
      var habit = MentionHabit()
      for column in columns.indices where MentionHabit.namers.contains(columns[column].meaning) {
        for row in naming.indices {
          for (cell, isNaming) in naming[row].enumerated()
          where pass.placed[row][cell * columns.count + column] > Self.sure && !cells[row][cell].isEmpty {
            habit.note(isNaming, as: columns[column].meaning)
          }
        }
      }
      return habit
    }
  }
}
