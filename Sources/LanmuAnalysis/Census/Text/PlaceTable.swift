/// Small values by 64-bit hashes, in open addressing: what a million rows ask for costs one or two places in memory each.
///
/// Hashes are taken for what they stand for; who needs to be sure compares that as well. The table's own spread over its
/// slots differs from run to run, so that no input can be made to pile up in one of them; nothing is ever listed in
/// its order.
struct PlaceTable<Value: BitwiseCopyable & Sendable>: Sendable {
  /// 0 stands for a free slot.
  private var keys: [UInt64]
  private var values: [Value]
  private(set) var count = 0
  private var shift: UInt64
  private let spread: UInt64
  private let filler: Value

  init(filler: Value) {
    self.filler = filler
    keys = Array(repeating: 0, count: 64)
    values = Array(repeating: filler, count: 64)
    shift = 64 - 6
    spread = UInt64.random(in: 0...UInt64.max) | 1
  }

  subscript(hash: UInt64) -> Value? {
    let slot = self.slot(of: hash)
    return keys[slot] == 0 ? nil : values[slot]
  }

  /// The value of a hash; a hash that is new gets `value`, and `nil` is returned.
  mutating func insert(_ value: Value, for hash: UInt64) -> Value? {
    if count >= keys.count / 4 * 3 { grow() }
    let slot = self.slot(of: hash)
    guard keys[slot] == 0 else { return values[slot] }
    keys[slot] = Self.key(hash)
    values[slot] = value
    count += 1
    return nil
  }

  private static func key(_ hash: UInt64) -> UInt64 { hash == 0 ? 1 : hash }

  /// Where a hash stands, or the free slot where it would.
  private func slot(of hash: UInt64) -> Int {
    let key = Self.key(hash)
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: (key &* spread) >> shift)
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let oldKeys = keys
    let oldValues = values
    keys = Array(repeating: 0, count: oldKeys.count * 2)
    values = Array(repeating: filler, count: oldKeys.count * 2)
    shift -= 1
    for index in oldKeys.indices where oldKeys[index] != 0 {
      let slot = self.slot(of: oldKeys[index])
      keys[slot] = oldKeys[index]
      values[slot] = oldValues[index]
    }
  }
}
