/// Texts numbered in the order in which they first come, found again by their bytes.
struct TextTable: Sendable {
  private(set) var texts: [String] = []
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var places = PlaceTable<Int32>(filler: 0)

  /// The number of a text, and whether it came for the first time.
  mutating func place(of text: Span<UInt8>) -> (number: Int, isNew: Bool) {
    var hash = StableHash()
    hash.combine(text)
    // Different texts of one hash stand at the next hashes.
    while true {
      let found = places.insert(Int32(clamping: ends.count), for: hash.value)
      guard let found else {
        unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
        ends.append(bytes.count)
        texts.append(unsafe text.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) })
        return (ends.count - 1, true)
      }
      if isEqual(Int(found), text) { return (Int(found), false) }
      hash.combine(1)
    }
  }

  private func isEqual(_ number: Int, _ text: Span<UInt8>) -> Bool {
    let start = number == 0 ? 0 : ends[number - 1]
    let count = ends[number] - start
    guard count == text.count else { return false }
    let known = unsafe bytes.span.extracting(start..<start + count).bytes
    let other = unsafe text.bytes
    var index = 0
    while index + 8 <= count {
      let word = unsafe known.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      if unsafe word != other.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self) { return false }
      index += 8
    }
    while index < count {
      if bytes[start + index] != text[index] { return false }
      index += 1
    }
    return true
  }
}
