import Synchronization

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// The files that are being written under names of their own beside their places, so that a signal which ends the process
/// leaves none behind.
///
/// A signal's handler may do almost nothing: not wait for a lock, not allocate. The addresses of the paths therefore stand in
/// a table of fixed size that it only reads, and all that it calls is `unlink` and `_exit` (POSIX.1-2017, 2.4.3 Signal
/// Actions). What finds no place in the table is written all the same, and only not removed.
package enum UnfinishedFiles {
  private static let slotCount = 64

  /// For each slot the address of a path that ends in a zero; 0 where it is free.
  private static let slots = InlineArray<64, Atomic<UInt>> { _ in Atomic(0) }
  private static let paths = Mutex<[String?]>(Array(repeating: nil, count: slotCount))
  private static let isEnding = Atomic<Bool>(false)

  /// Notes a file that is about to be made.
  package static func add(_ path: String) {
    paths.withLock { paths in
      guard !path.isEmpty, let slot = paths.firstIndex(of: nil), let copy = unsafe strdup(path) else { return }
      paths[slot] = path
      slots[slot].store(UInt(bitPattern: copy), ordering: .sequentiallyConsistent)
    }
    // The handler is at work in another thread: nothing may be made behind its back.
    while isEnding.load(ordering: .sequentiallyConsistent) { _ = pause() }
  }

  /// Forgets a file that is in its place, or gone.
  package static func remove(_ path: String) {
    paths.withLock { paths in
      guard let slot = paths.firstIndex(of: path) else { return }
      paths[slot] = nil
      let address = slots[slot].exchange(0, ordering: .sequentiallyConsistent)
      // A handler that has begun may have read the address; then the path outlives the process.
      guard !isEnding.load(ordering: .sequentiallyConsistent) else { return }
      unsafe free(UnsafeMutablePointer<CChar>(bitPattern: address))
    }
  }

  /// Lets the signals by which a user or a supervisor ends the process remove these files first; the exit code is 128 and
  /// the signal's number. A signal that the process was started to ignore stays ignored.
  package static func removeOnSignals() {
    // The table exists before a handler may want it.
    _ = slots[0].load(ordering: .relaxed)
    _ = isEnding.load(ordering: .relaxed)
    for number in [SIGHUP, SIGINT, SIGTERM] {
      let former = signal(number, end)
      if unsafe unsafeBitCast(former, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
        _ = signal(number, SIG_IGN)
      }
    }
  }

  private static let end: @convention(c) (Int32) -> Void = { number in
    isEnding.store(true, ordering: .sequentiallyConsistent)
    for slot in 0..<slotCount {
      let address = slots[slot].load(ordering: .sequentiallyConsistent)
      if let path = unsafe UnsafePointer<CChar>(bitPattern: address) { _ = unsafe unlink(path) }
    }
    _exit(128 + number)
  }
}
