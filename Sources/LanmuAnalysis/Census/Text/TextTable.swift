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
    for index in 0..<count where bytes[start + index] != text[index] { return false }
    return true
  }
}
