#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// The platform's converter from an encoding to UTF-8 (POSIX.1-2017, `iconv`); it is closed when the value goes.
@safe
struct TextConverter: ~Copyable {
  private let handle: iconv_t

  /// `nil` if the platform does not know the encoding.
  init?(from name: String) {
    let opened = unsafe iconv_open("UTF-8", name)
    // iconv_open reports failure as the pointer value -1.
    guard Int(bitPattern: opened) != -1 else { return nil }
    guard let opened = unsafe opened else { return nil }
    unsafe handle = opened
  }

  deinit { unsafe iconv_close(handle) }

  struct Step {
    var output: [UInt8]
    /// The first byte that was not converted.
    var nextOffset: Int
    /// Whether a bad or an unfinished sequence stands there.
    var isStopped: Bool
  }

  /// Converts some tens of kilobytes from an offset on, up to the first sequence that cannot be converted.
  borrowing func convert(_ bytes: [UInt8], from start: Int) -> Step {
    let length = min(bytes.count - start, 1 << 16)
    var output = [UInt8](repeating: 0, count: length * 3 + 16)
    var consumed = 0
    var written = 0
    var failed = false
    unsafe bytes.withUnsafeBytes { input in
      unsafe output.withUnsafeMutableBytes { target in
        // iconv takes its input as a mutable pointer, but does not write to it. It reports failure as (size_t)-1.
        let base = unsafe UnsafeMutableRawPointer(mutating: input.baseAddress)?.assumingMemoryBound(to: CChar.self)
        var from = unsafe base.map { unsafe $0 + start }
        var fromCount = length
        var to = unsafe target.baseAddress?.assumingMemoryBound(to: CChar.self)
        var toCount = target.count
        failed = unsafe iconv(handle, &from, &fromCount, &to, &toCount) == -1
        consumed = length - fromCount
        written = target.count - toCount
      }
    }
    output.removeLast(output.count - written)
    // An unfinished sequence at the end of a piece is finished by the next piece, unless the text ends there.
    let isUnfinished = failed && consumed > 0 && length - consumed < 8 && start + length < bytes.count
    return Step(output: output, nextOffset: start + consumed, isStopped: failed && !isUnfinished)
  }
}
