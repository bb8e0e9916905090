/// Counts a document's lists while its paragraphs are read, and writes the label of each.
struct WordListCounter: Sendable {
  /// What stands before a numbered paragraph's text.
  struct Label: Sendable, Hashable {
    var text: String
    var suffix: WordNumbering.Suffix
  }

  private struct Counts: Sendable {
    /// The current number of each level; `nil` where the level has to start anew.
    var current = [Int?](repeating: nil, count: 9)
    /// Starts that an instance laid down for the whole list from then on.
    var starts = [Int?](repeating: nil, count: 9)
  }

  private let numbering: WordNumbering
  private let styles: WordStyles
  private var counts: [Int: Counts] = [:]
  private var begun: Set<Int> = []
  private var listKeys: [Int: Int?] = [:]

  init(numbering: WordNumbering, styles: WordStyles) {
    self.numbering = numbering
    self.styles = styles
  }

  /// The label of the next paragraph of an instance on a level from 0 to 8; `nil` if it shows none.
  mutating func label(instance number: Int, level: Int) -> Label? {
    guard number != 0, (0...8).contains(level) else { return nil }
    let key: Int
    if let known = listKeys[number] {
      guard let known else { return nil }
      key = known
    } else {
      let found = numbering.listKey(ofInstance: number, styles: styles)
      listKeys[number] = .some(found)
      guard let found else { return nil }
      key = found
    }
    var count = counts[key] ?? Counts()
    if begun.insert(number).inserted {
      for (index, override) in numbering.instances[number]?.overrides ?? [:] {
        guard (0...8).contains(index), let start = override.start else { continue }
        count.current[index] = nil
        count.starts[index] = start
      }
    }
    for index in 0...level {
      let start = count.starts[index] ?? definition(number, key, index)?.start ?? 1
      if index < level {
        count.current[index] = count.current[index] ?? start
      } else if let current = count.current[index] {
        // A start near the largest number must not end in an overflow.
        count.current[index] = current < Int(Int32.max) ? current + 1 : current
      } else {
        count.current[index] = start
      }
    }
    for index in (level + 1)..<9 where level < 8 {
      let restart = definition(number, key, index)?.restart
      if restart == nil || level < (restart ?? 0) { count.current[index] = nil }
    }
    counts[key] = count
    guard let shown = definition(number, key, level), !shown.isHidden, shown.format != "bullet" else { return nil }
    let text = labelText(shown, number, key, count)
    return text.isEmpty ? nil : Label(text: text, suffix: shown.suffix)
  }

  private func definition(_ number: Int, _ key: Int, _ index: Int) -> WordNumbering.Level? {
    numbering.instances[number]?.overrides[index]?.level ?? numbering.lists[key]?.levels[index]
  }

  private func labelText(_ shown: WordNumbering.Level, _ number: Int, _ key: Int, _ count: Counts) -> String {
    var text = ""
    var isPlaceholder = false
    for character in shown.text {
      if isPlaceholder {
        isPlaceholder = false
        if let place = character.wholeNumberValue, (1...9).contains(place) {
          let index = place - 1
          if let value = count.current[index], let level = definition(number, key, index) {
            text +=
              shown.writesDigitsOnly && level.format != "decimalZero"
              ? String(value) : WordNumberFormat.text(value, format: level.format, customFormat: level.customFormat)
          }
          continue
        }
        text.append("%")
      }
      if character == "%" {
        isPlaceholder = true
      } else {
        text.append(character)
      }
    }
    if isPlaceholder { text.append("%") }
    return text
  }
}
