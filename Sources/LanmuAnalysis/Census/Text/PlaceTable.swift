/// Small values by 64-bit hashes, in open addressing: what a million rows ask for costs one or two places in memory each.
///
/// Hashes are taken for what they stand for; who needs to be sure compares that as well. The table's own spread over its
/// slots differs from run to run, so that no input can be made to pile up in one of them; nothing is ever listed in
/// its order. It grows shard by shard: a table of millions is never held twice.
struct PlaceTable<Value: BitwiseCopyable & Sendable>: Sendable {
  private var shards: [Shard]
  private let spread: UInt64
  private(set) var count = 0

  private static var shardBits: UInt64 { 5 }

  init(filler: Value) {
    shards = Array(repeating: Shard(filler: filler), count: 1 << Int(Self.shardBits))
    spread = UInt64.random(in: 0...UInt64.max) | 1
  }

  subscript(hash: UInt64) -> Value? {
    let key = Self.key(hash)
    let place = key &* spread
    return shards[Self.shard(place)].value(of: key, at: place << Self.shardBits)
  }

  /// The value of a hash; a hash that is new gets `value`, and `nil` is returned.
  mutating func insert(_ value: Value, for hash: UInt64) -> Value? {
    let key = Self.key(hash)
    let place = key &* spread
    let found = shards[Self.shard(place)].insert(value, for: key, spread: spread)
    if found == nil { count += 1 }
    return found
  }

  /// 0 stands for a free slot.
  private static func key(_ hash: UInt64) -> UInt64 { hash == 0 ? 1 : hash }
  private static func shard(_ place: UInt64) -> Int { Int(truncatingIfNeeded: place >> (64 - shardBits)) }

  private struct Shard: Sendable {
    private var keys: [UInt64]
    private var values: [Value]
    private var count = 0
    private let filler: Value

    init(filler: Value) {
      self.filler = filler
      keys = Array(repeating: 0, count: 16)
      values = Array(repeating: filler, count: 16)
    }

    func value(of key: UInt64, at place: UInt64) -> Value? {
      let slot = self.slot(of: key, at: place)
      return keys[slot] == 0 ? nil : values[slot]
    }

    mutating func insert(_ value: Value, for key: UInt64, spread: UInt64) -> Value? {
      if count >= keys.count / 6 * 5 { grow(spread: spread) }
      let slot = self.slot(of: key, at: key &* spread << shardBits)
      guard keys[slot] == 0 else { return values[slot] }
      keys[slot] = key
      values[slot] = value
      count += 1
      return nil
    }

    /// Where a key stands, or the free slot where it would.
    private func slot(of key: UInt64, at place: UInt64) -> Int {
      // The upper half of a product brings 32 bits down to any number of slots, not only to a power of two.
      var slot = Int(truncatingIfNeeded: ((place >> 32) &* UInt64(truncatingIfNeeded: keys.count)) >> 32)
      while keys[slot] != 0, keys[slot] != key {
        slot += 1
        if slot == keys.count { slot = 0 }
      }
      return slot
    }

    /// By a quarter: in a table of millions, doubling would leave more room free than the rest of the census takes up.
    private mutating func grow(spread: UInt64) {
      let oldKeys = keys
      let oldValues = values
      keys = Array(repeating: 0, count: oldKeys.count / 4 * 5)
      values = Array(repeating: filler, count: keys.count)
      for index in oldKeys.indices where oldKeys[index] != 0 {
        let slot = self.slot(of: oldKeys[index], at: oldKeys[index] &* spread << shardBits)
        keys[slot] = oldKeys[index]
        values[slot] = oldValues[index]
      }
    }
  }
}
