/// What a cell's value is, by its `t` attribute (ECMA-376 part 1, 18.18.11).
enum CellKind: Sendable, Hashable {
  case number
  case sharedString
  /// The text of a formula's result.
  case formulaString
  case inlineString
  case boolean
  case error
  /// A moment as ISO 8601 text.
  case date

  /// The kind of that name; unknown names count as numbers, whose text is kept if it is none.
  init(_ name: Span<UInt8>) {
    switch name.count {
    case 1:
      switch name[0] {
      case UInt8(ascii: "s"): self = .sharedString
      case UInt8(ascii: "b"): self = .boolean
      case UInt8(ascii: "e"): self = .error
      case UInt8(ascii: "d"): self = .date
      default: self = .number
      }
    case 3 where name[0] == UInt8(ascii: "s") && name[1] == UInt8(ascii: "t") && name[2] == UInt8(ascii: "r"):
      self = .formulaString
    case 9 where name[0] == UInt8(ascii: "i") && name[1] == UInt8(ascii: "n") && name[8] == UInt8(ascii: "r"):
      self = .inlineString
    default: self = .number
    }
  }
}
