internal import CLibXML2

/// A vocabulary by the addresses at which a parser's dictionary keeps its names.
///
/// libxml2 interns every element name in the parser's dictionary, so that equal names have equal addresses; a look-up is one
/// multiplication and, as a rule, one comparison.
@unsafe
struct InternedNames {
  private let addresses: UnsafeMutableBufferPointer<UnsafePointer<UInt8>?>
  private let ordinals: UnsafeMutableBufferPointer<Int32>
  private let mask: Int

  init(_ vocabulary: [String], in dictionary: xmlDictPtr?) {
    var capacity = 16
    while capacity < vocabulary.count * 4 { capacity *= 2 }
    unsafe mask = capacity - 1
    unsafe addresses = .allocate(capacity: capacity)
    unsafe ordinals = .allocate(capacity: capacity)
    unsafe addresses.initialize(repeating: nil)
    unsafe ordinals.initialize(repeating: -1)
    for (ordinal, name) in vocabulary.enumerated() {
      guard let address = unsafe xmlDictLookup(dictionary, name, Int32(name.utf8.count)) else { continue }
      var place = unsafe slot(of: address)
      while unsafe addresses[place] != nil { place = unsafe (place + 1) & mask }
      unsafe addresses[place] = address
      unsafe ordinals[place] = Int32(ordinal)
    }
  }

  /// The place of a name in the vocabulary, or -1.
  func ordinal(of name: UnsafePointer<UInt8>) -> Int {
    var place = unsafe slot(of: name)
    while let address = unsafe addresses[place] {
      if unsafe address == name { return unsafe Int(ordinals[place]) }
      place = unsafe (place + 1) & mask
    }
    return -1
  }

  func deallocate() {
    unsafe addresses.deallocate()
    unsafe ordinals.deallocate()
  }

  private func slot(of address: UnsafePointer<UInt8>) -> Int {
    let bits = UInt(bitPattern: address)
    return unsafe Int(truncatingIfNeeded: (bits &* 0x9e37_79b9_7f4a_7c15) >> 40) & mask
  }
}
