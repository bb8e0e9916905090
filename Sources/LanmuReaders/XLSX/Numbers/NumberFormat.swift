/// A number format of a worksheet, as far as it decides what a number is: a moment, a percentage, a code, or just a number.
///
/// The grammar is that of ECMA-376 part 1, 18.8.31, with what Excel, WPS and LibreOffice write beyond it: `上午/下午`,
/// `G/通用格式`, eras, Buddhist years, `[$-804]` and `[DBNum1]`.
struct NumberFormat: Sendable, Hashable {
  /// What a section makes of a number.
  enum Rendering: Sendable, Hashable {
    /// The number itself; also where a section hides it or shows only words, since a reader wants the number.
    case plain
    case date(DateShape)
    case digits(DigitPattern)
  }

  /// The test before a section: `[>=100]`.
  struct Condition: Sendable, Hashable {
    enum Comparison: String, Sendable, Hashable {
      case less = "<"
      case lessOrEqual = "<="
      case equal = "="
      case notEqual = "<>"
      case greaterOrEqual = ">="
      case greater = ">"
    }

    var comparison: Comparison
    var bound: Double

    func holds(for number: Double) -> Bool {
      switch comparison {
      case .less: number < bound
      case .lessOrEqual: number <= bound
      case .equal: number == bound
      case .notEqual: number != bound
      case .greaterOrEqual: number >= bound
      case .greater: number > bound
      }
    }
  }

  struct Section: Sendable, Hashable {
    var condition: Condition?
    var rendering: Rendering
  }

  /// Up to three sections for numbers; a fourth, for text, never changes a text that is read.
  let sections: [Section]

  static let general = NumberFormat(sections: [Section(condition: nil, rendering: .plain)])

  /// Whether every number is printed as its shortest text.
  var isPlain: Bool { sections.allSatisfy { $0.rendering == .plain } }

  /// Whether a number is a date or a time by its first section, as for cells that hold an ISO 8601 text.
  var dateShape: DateShape? {
    if case .date(let shape) = sections.first?.rendering { shape } else { nil }
  }

  /// How the format shows every number from 0 on, if that is a date or a time of day.
  let onlyShape: DateShape?

  init(sections: [Section]) {
    self.sections = sections
    if case .date(let shape) = sections.first?.rendering, shape.elapsed == nil, sections.count <= 2,
      sections.allSatisfy({ $0.condition == nil })
    {
      onlyShape = shape
    } else {
      onlyShape = nil
    }
  }

  /// Appends the number as shown; `false`, and nothing appended, if its shortest text is to be printed instead.
  func append(_ number: Double, system: DateSystem, to buffer: inout [UInt8]) -> Bool {
    let (section, showsSign) = section(for: number)
    let shown = showsSign ? number : number.magnitude
    switch section.rendering {
    case .plain: return false
    case .date(let shape): return shape.append(shown, system: system, to: &buffer)
    case .digits(let pattern): return pattern.append(shown, to: &buffer)
    }
  }

  /// The section that shows a number, and whether a minus sign is added to what it makes.
  ///
  /// Without conditions the sections are for positive numbers, negative ones and zero; a section of negative numbers
  /// brings its own sign. With conditions the first that holds counts, and the last section is for the rest.
  private func section(for number: Double) -> (Section, showsSign: Bool) {
    guard let first = sections.first else { return (Section(condition: nil, rendering: .plain), true) }
    if sections.count == 1 { return (first, true) }
    if sections.allSatisfy({ $0.condition == nil }) {
      if number < 0 { return (sections[1], false) }
      return (number == 0 && sections.count > 2 ? sections[2] : first, true)
    }
    for (index, section) in sections.enumerated() {
      let isLast = index == sections.count - 1
      let holds: Bool
      if let condition = section.condition {
        holds = condition.holds(for: number)
      } else {
        holds = isLast || (index == 0 ? number > 0 : number < 0)
      }
      if holds {
        let isForNegatives = section.condition.map { $0.bound <= 0 && [.less, .lessOrEqual].contains($0.comparison) }
        return (section, !(isForNegatives ?? (index == 1 && !isLast)))
      }
    }
    return (Section(condition: nil, rendering: .plain), true)
  }
}
