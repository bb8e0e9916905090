/// How sure a choice is: what the best histories of the whole table cost that read a row otherwise.
extension LevelSearch {
  /// For each row, the cheapest history of the whole table that reads the row otherwise, among the states that were kept.
  func addRivals(to choices: inout [Choice], layers: [[State]], rows: [Row], _ numbered: NumberedRows) {
    guard let final = layers.last, let total = final.first?.cost else { return }
    let widest = widestMargin ?? (rows.contains(where: \.mayHaveMoved) ? Self.movedMargin : Self.doubtMargin)
    var costToGo = Array(repeating: 0.0, count: final.count)
    for layer in layers.indices.reversed() {
      let states = layers[layer]
      if layer < layers.count - 1 {
        let row = rows[layer + 1]
        var below: [StateKey: Double] = [:]
        for (index, state) in layers[layer + 1].enumerated() { below[state.key] = costToGo[index] }
        let nextBest = layers[layer + 1].first?.cost ?? .infinity
        costToGo = states.map { state in
          var least = Double.infinity
          for index in row.readings.indices {
            let labels = numbered.numbers[layer + 1][index]
            let price = transition(from: state, at: index, of: row, at: layer + 1, numbered)
            // What is far behind at once does not catch up; looking it up would cost more than all the rest.
            guard state.cost + price - nextBest < widest + 2 else { continue }
            let target = advanced(state, by: row, index, labels: labels, cost: 0, 0)
            if let rest = below[target.key] { least = min(least, price + rest) }
          }
          return least
        }
      }
      if widestMargin != nil {
        let open = states.first { numbered.path($0.open) == choices[layer].path }?.open
        weigh(states, costToGo, total: total, readings: rows[layer].readings.count, open: open, in: &choices[layer])
      }
      for (index, state) in states.enumerated() {
        let margin = state.cost + costToGo[index] - total
        // Only the row's own place is that far in doubt, not where the rows above it stand.
        let isOwn = state.reading != choices[layer].reading
        guard margin < widestMargin ?? (isOwn ? rows[layer].doubtMargin : Self.doubtMargin),
          margin < (choices[layer].rival?.margin ?? .infinity)
        else { continue }
        let path = numbered.path(state.open)
        if path != choices[layer].path { choices[layer].rival = (state.reading, path, max(0, margin)) }
      }
    }
  }

  private func weigh(
    _ states: [State], _ costToGo: [Double], total: Double, readings: Int, open: [Int]?, in choice: inout Choice
  ) {
    choice.margins = Array(repeating: .infinity, count: readings)
    for (index, state) in states.enumerated() where state.reading >= 0 {
      let margin = max(0, state.cost + costToGo[index] - total)
      choice.margins[state.reading] = min(choice.margins[state.reading], margin)
      if let open, state.open != open { choice.otherPaths += Likelihood.exponential(-margin) }
    }
  }
}
