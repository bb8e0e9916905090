import Glibc

/// Copies of texts with C lifetimes, for structures that hold pointers while a call runs.
@safe struct TextArena: ~Copyable {
  private var copies: [UnsafeMutablePointer<CChar>] = unsafe []

  /// A copy that lives as long as the arena; `nil` for empty text.
  @unsafe mutating func pointer(_ text: String) -> UnsafeMutablePointer<CChar>? {
    guard !text.isEmpty, let copy = unsafe strdup(text) else { return nil }
    unsafe copies.append(copy)
    return unsafe copy
  }

  deinit {
    // By index: the formatter does not know `for unsafe`.
    for index in 0..<(unsafe copies.count) { unsafe free(copies[index]) }
  }
}
