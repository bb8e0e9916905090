/// Lists of entries by what they share, and the questions asked of them.
struct CandidateIndex {
  /// The entries of all lists, and where each list begins; one more beginning closes the last list.
  private let entries: [Int32]
  private let starts: [Int32]
  /// For each question the lists that it asks for, with their weights.
  private let questions: [[(list: Int, weight: Double)]]
  private let longest: Int

  typealias Keys = [(key: UInt64, weight: Double)]

  /// - Parameters:
  ///   - answers: what each entry shares, in their order.
  ///   - questions: what each question asks for.
  ///   - longest: longer lists say too little to be looked through.
  init(answers: [Keys], questions: [Keys], longest: Int) {
    self.longest = longest
    var numbers: [UInt64: Int] = Dictionary(minimumCapacity: answers.count * 16)
    var counts: [Int32] = []
    let lists = answers.map { keys in
      keys.map { key, _ in
        let number = numbers[key] ?? counts.count
        if number == counts.count {
          numbers[key] = number
          counts.append(0)
        }
        counts[number] += 1
        return number
      }
    }
    var starts: [Int32] = [0]
    starts.reserveCapacity(counts.count + 1)
    for count in counts { starts.append((starts.last ?? 0) + count) }
    var ends = starts
    var entries = [Int32](repeating: 0, count: Int(starts.last ?? 0))
    for (place, numbers) in lists.enumerated() {
      for number in numbers {
        entries[Int(ends[number])] = Int32(clamping: place)
        ends[number] += 1
      }
    }
    self.questions = questions.map { keys in
      keys.compactMap { key, weight in numbers[key].map { (list: $0, weight: weight) } }
    }
    self.starts = starts
    self.entries = entries
  }

  /// The places that share most with a question, best first, the earlier one on a tie.
  ///
  /// - Parameter tally: empty, and left so.
  func candidates(for question: Int, limit: Int, _ tally: inout CandidateTally) -> [Int] {
    for (list, weight) in questions[question] {
      let range = Int(starts[list])..<Int(starts[list + 1])
      guard range.count <= longest else { continue }
      let share = weight / Double(1 + range.count / 4)
      for place in range { tally.add(share, to: Int(entries[place])) }
    }
    return tally.takeBest(limit)
  }
}

/// What the entries share with one question, counted in the same room for one question after another.
struct CandidateTally {
  private var shares: [Double]
  /// The entries with a share.
  private var counted: [Int] = []

  init(entries: Int) { shares = Array(repeating: 0, count: entries) }

  mutating func add(_ share: Double, to entry: Int) {
    if shares[entry] == 0 { counted.append(entry) }
    shares[entry] += share
  }

  /// The entries with the greatest shares, the earlier one on a tie; the tally is empty then.
  mutating func takeBest(_ limit: Int) -> [Int] {
    var best: [Int] = []
    best.reserveCapacity(limit + 1)
    for entry in counted {
      let place = best.lastIndex { isBefore($0, entry) }.map { $0 + 1 } ?? 0
      guard place < limit else { continue }
      best.insert(entry, at: place)
      if best.count > limit { best.removeLast() }
    }
    for entry in counted { shares[entry] = 0 }
    counted.removeAll(keepingCapacity: true)
    return best
  }

  private func isBefore(_ one: Int, _ other: Int) -> Bool {
    (shares[other], one) < (shares[one], other)
  }
}
