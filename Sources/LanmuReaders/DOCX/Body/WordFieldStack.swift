/// The complex fields that are open (ECMA-376 part 1, 17.16.18), each either in its code or in its result.
struct WordFieldStack: Sendable {
  private struct Field: Sendable {
    var isInCode = true
    var code: [UInt8] = []
  }

  private var fields: [Field] = []

  /// Whether what comes now belongs to some field's code and not to a result.
  private(set) var isInCode = false

  var depth: Int { fields.count }

  mutating func begin() {
    // Fields within fields have a meaning; hundreds of them are an attack.
    if fields.count < 256 { fields.append(Field()) }
    isInCode = true
  }

  mutating func separate() {
    guard !fields.isEmpty else { return }
    fields[fields.count - 1].isInCode = false
    refresh()
  }

  /// Ends the innermost field; returns the text that its code alone shows, if it shows any.
  mutating func end() -> String? {
    guard let field = fields.popLast() else { return nil }
    refresh()
    return field.isInCode ? EquationField.shownText(of: String(decoding: field.code, as: UTF8.self)) : nil
  }

  mutating func appendCode(_ bytes: [UInt8]) {
    guard let last = fields.indices.last, fields[last].code.count + bytes.count <= 1_024 else { return }
    fields[last].code += bytes
  }

  /// Drops fields that were begun within a cell and never ended there: they would swallow the rest of the document.
  mutating func truncate(to depth: Int) {
    guard fields.count > depth else { return }
    fields.removeLast(fields.count - depth)
    refresh()
  }

  private mutating func refresh() { isInCode = fields.contains { $0.isInCode } }
}

/// Fields whose code is what they show: `EQ \o`, with which Word encircles characters and older versions write phonetic
/// guides (ECMA-376 part 1, 17.16.5.17).
enum EquationField {
  /// The base text of an overstrike: its last argument; an encircled number as one character.
  static func shownText(of code: String) -> String? {
    var rest = code[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    guard rest.prefix(2).uppercased() == "EQ" else { return nil }
    rest.removeFirst(2)
    let lowered = rest.lowercased()
    guard lowered.contains("\\o") else { return nil }
    let arguments = lastGroupArguments(of: rest)
    guard let base = arguments.last, !base.contains("\\"), !base.isEmpty else { return nil }
    if arguments.count == 2, ["○", "◯", "〇"].contains(arguments[0]), let number = Int(base), (1...50).contains(number) {
      return WordNumberFormat.text(number, format: "decimalEnclosedCircle")
    }
    return base
  }

  /// The arguments of the outermost brackets, split at their own commas (or semicolons).
  private static func lastGroupArguments(of code: Substring) -> [String] {
    var arguments: [String] = []
    var current = ""
    var depth = 0
    for character in code {
      switch character {
      case "(", "（":
        depth += 1
        if depth > 1 { current.append(character) }
      case ")", "）":
        depth -= 1
        if depth <= 0 {
          arguments.append(current)
          return arguments.map { String($0.drop(while: \.isWhitespace)) }
        }
        current.append(character)
      case ",", "，", ";":
        if depth == 1 {
          arguments.append(current)
          current = ""
        } else if depth > 1 {
          current.append(character)
        }
      default:
        if depth > 0 { current.append(character) }
      }
    }
    return []
  }
}
