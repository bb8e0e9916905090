extension NumberFormat {
  /// Reads a format code. Whatever it may hold, the result is a format; what cannot be understood is general.
  init(code: String) {
    // Excel's codes end at 255 characters; longer ones are nothing that anybody means.
    guard code.utf8.count <= 2048 else {
      self = .general
      return
    }
    var sections: [Section] = []
    var parser = FormatCodeParser(code)
    while sections.count < 4, let tokens = parser.nextSection() {
      sections.append(Section(condition: tokens.condition, rendering: tokens.rendering))
    }
    if sections.count == 4 { sections.removeLast() }
    self.init(sections: sections)
  }
}

/// Splits a format code into sections, and each into what matters of it.
private struct FormatCodeParser {
  struct Tokens {
    enum DateCode { case year, month, minute, monthOrMinute, day, hour, second, halfDay }

    var condition: NumberFormat.Condition?
    var isGeneral = false
    var isText = false
    var dateCodes: [DateCode] = []
    var shape = DateShape()
    var pattern = DigitPattern()
    var placeholders = 0
    /// Placeholders that stand for fractions of a second, not for digits of a number.
    var fractionPlaceholders = 0
    var pendingCommas = 0

    var rendering: NumberFormat.Rendering {
      if isGeneral { return .plain }
      if !dateCodes.isEmpty || shape.elapsed != nil, placeholders == fractionPlaceholders {
        return .date(resolvedShape)
      }
      guard !isText, placeholders > 0, pattern.showsMoreThanANumber else { return .plain }
      return .digits(pattern)
    }

    /// `m` is the minute behind an hour or before a second, else the month.
    private var resolvedShape: DateShape {
      var result = shape
      for (index, code) in dateCodes.enumerated() {
        switch code {
        case .year, .month, .day: result.showsDate = true
        case .minute:
          result.showsTime = true
          result.showsMinutes = true
        case .monthOrMinute:
          let followsHour = index > 0 ? dateCodes[index - 1] == .hour : shape.elapsed == .hours
          let precedesSecond = index + 1 < dateCodes.count && dateCodes[index + 1] == .second
          if followsHour || precedesSecond {
            result.showsTime = true
            result.showsMinutes = true
          } else {
            result.showsDate = true
          }
        case .hour, .halfDay: result.showsTime = true
        case .second:
          result.showsTime = true
          result.showsSeconds = true
        }
      }
      if result.elapsed != nil { result.showsTime = true }
      return result
    }
  }

  private let characters: [Character]
  private var index = 0
  private var isFinished = false

  init(_ code: String) { characters = Array(code) }

  mutating func nextSection() -> Tokens? {
    guard !isFinished else { return nil }
    var tokens = Tokens()
    while index < characters.count {
      let character = characters[index]
      index += 1
      switch character {
      case ";": return tokens
      case "\"": addLiteral(quoted(), to: &tokens)
      case "\\":
        if let next = take() { addLiteral(String(next), to: &tokens) }
      case "_":
        if take() != nil { addLiteral(" ", to: &tokens) }
      case "*": _ = take()
      case "[": readBracket(into: &tokens)
      default: readCode(character, into: &tokens)
      }
    }
    isFinished = true
    return tokens
  }

  private mutating func take() -> Character? {
    guard index < characters.count else { return nil }
    defer { index += 1 }
    return characters[index]
  }

  private mutating func quoted() -> String {
    var text = ""
    while let character = take(), character != "\"" { text.append(character) }
    return text
  }

  /// How often the character at the last place stands there in a row, the letter's case aside.
  private mutating func run(of character: Character) -> Int {
    let letter = character.lowercased()
    var count = 1
    while index < characters.count, characters[index].lowercased() == letter {
      count += 1
      index += 1
    }
    return count
  }

  /// Whether these characters follow; then they are taken.
  private mutating func takes(_ word: String) -> Bool {
    let letters = Array(word)
    guard index + letters.count <= characters.count else { return false }
    for (offset, letter) in letters.enumerated() where characters[index + offset].lowercased() != letter.lowercased() {
      return false
    }
    index += letters.count
    return true
  }

  private func addLiteral(_ text: String, to tokens: inout Tokens) {
    tokens.pattern.elements.append(.literal(text))
  }

  private mutating func readCode(_ character: Character, into tokens: inout Tokens) {
    switch character {
    case "G", "g":
      if takes("eneral") || takes("/通用格式") || takes("/標準") || takes("/标准") {
        tokens.isGeneral = true
      } else {
        _ = run(of: character)
        tokens.dateCodes.append(.year)
      }
    case "S", "s":
      if takes("tandard") {
        tokens.isGeneral = true
      } else {
        _ = run(of: character)
        tokens.dateCodes.append(.second)
        readFractionOfSecond(into: &tokens)
      }
    case "y", "Y", "b", "B":
      _ = run(of: character)
      // `B1` and `B2` choose a calendar and are no digits.
      if character.lowercased() == "b", index < characters.count, "12".contains(characters[index]) {
        index += 1
      } else {
        tokens.dateCodes.append(.year)
      }
    case "E", "e":
      if tokens.placeholders > 0, takes("+") || takes("-") {
        tokens.pattern.hasExponent = true
      } else {
        _ = run(of: character)
        tokens.dateCodes.append(.year)
      }
    case "m", "M": tokens.dateCodes.append(run(of: character) > 2 ? .month : .monthOrMinute)
    case "d", "D":
      _ = run(of: character)
      tokens.dateCodes.append(.day)
    case "h", "H":
      _ = run(of: character)
      tokens.dateCodes.append(.hour)
    case "A", "a":
      if takes("M/PM") || takes("/P") {
        // Between `h` and `mm` stands nothing that matters, so the half of the day is no code of its own.
        tokens.shape.showsTime = true
      } else if run(of: character) >= 3 {
        tokens.dateCodes.append(.day)
      } else {
        addLiteral(String(character), to: &tokens)
      }
    case "上" where takes("午/下午"): tokens.shape.showsTime = true
    case "0": addPlaceholder(required: true, to: &tokens)
    case "#", "?": addPlaceholder(required: false, to: &tokens)
    case ".": tokens.pattern.elements.append(tokens.pattern.elements.contains(.point) ? .literal(".") : .point)
    case ",":
      if tokens.placeholders > 0 { tokens.pendingCommas += 1 } else { addLiteral(",", to: &tokens) }
      tokens.pattern.scalings = tokens.pendingCommas
    case "%": tokens.pattern.elements.append(.percent)
    case "/":
      if tokens.placeholders > 0 { tokens.pattern.hasFractionBar = true }
      addLiteral("/", to: &tokens)
    case "@": tokens.isText = true
    default: addLiteral(String(character), to: &tokens)
    }
  }

  private func addPlaceholder(required: Bool, to tokens: inout Tokens) {
    if tokens.pendingCommas > 0 {
      // Commas between placeholders group the digits; only those behind the last one scale.
      tokens.pattern.groups = true
      tokens.pendingCommas = 0
      tokens.pattern.scalings = 0
    }
    tokens.placeholders += 1
    tokens.pattern.elements.append(.placeholder(required: required))
  }

  /// `.000` behind a second.
  private mutating func readFractionOfSecond(into tokens: inout Tokens) {
    guard index + 1 < characters.count, characters[index] == "." || characters[index] == ",",
      characters[index + 1] == "0"
    else { return }
    index += 1
    let zeros = run(of: "0") - 1
    tokens.shape.fractionDigits = min(3, zeros)
  }

  /// A colour, a condition, an elapsed time, a currency or language, a numeral system.
  private mutating func readBracket(into tokens: inout Tokens) {
    var content = ""
    while let character = take(), character != "]" { content.append(character) }
    let lower = content.lowercased()
    if let first = lower.first, "hms".contains(first), lower.allSatisfy({ $0 == first }) {
      tokens.shape.elapsed = first == "h" ? .hours : first == "m" ? .minutes : .seconds
      tokens.shape.elapsedDigits = min(lower.count, 9)
      if first == "s" { readFractionOfSecond(into: &tokens) }
    } else if lower.first == "$" {
      let symbol = lower.dropFirst().prefix { $0 != "-" }
      if !symbol.isEmpty { addLiteral(String(content.dropFirst().prefix { $0 != "-" }), to: &tokens) }
    } else if let first = lower.first, "<>=".contains(first) {
      let sign = lower.prefix { "<>=".contains($0) }
      let bound = lower.dropFirst(sign.count).filter { $0 != " " }
      if let comparison = NumberFormat.Condition.Comparison(rawValue: String(sign)),
        let number = NumberText.number(String(bound))
      {
        tokens.condition = NumberFormat.Condition(comparison: comparison, bound: number)
      }
    }
  }
}
