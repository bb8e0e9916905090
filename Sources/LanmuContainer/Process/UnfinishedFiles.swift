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
/// A signal's handler may do almost nothing: not wait for a lock, not allocate. The paths therefore stand in a table of fixed
/// size that it only reads, and all that it calls is `unlink` and `_exit` (POSIX.1-2017, 2.4.3 Signal Actions). What finds
/// no place in the table is written all the same, and only not removed.
package enum UnfinishedFiles {
  private static let slotCount = 64
  private static let slotBytes = 4096

  /// Paths, each ended by a zero; a slot that begins with one is free. Allocated once, never freed.
  ///
  /// Sharing it is safe although nothing checks it: threads write only within `paths`'s lock, and the handler only reads, a
  /// slot that is being filled being free until its first byte is written, last and after a fence.
  nonisolated(unsafe) private static let slots: UnsafeMutablePointer<CChar> = {
    let bytes = UnsafeMutablePointer<CChar>.allocate(capacity: slotCount * slotBytes)
    unsafe bytes.initialize(repeating: 0, count: slotCount * slotBytes)
    return unsafe bytes
  }()
  private static let paths = Mutex<[String?]>(Array(repeating: nil, count: slotCount))
  private static let isEnding = Atomic<Bool>(false)

  /// Notes a file that is about to be made.
  package static func add(_ path: String) {
    let bytes = Array(path.utf8)
    guard !bytes.isEmpty, bytes.count < slotBytes else { return }
    paths.withLock { paths in
      guard let slot = paths.firstIndex(of: nil) else { return }
      paths[slot] = path
      // The first byte last: the handler sees either the whole path or none.
      for (offset, byte) in bytes.enumerated().dropFirst() {
        unsafe slots[slot * slotBytes + offset] = CChar(bitPattern: byte)
      }
      unsafe slots[slot * slotBytes + bytes.count] = 0
      atomicMemoryFence(ordering: .sequentiallyConsistent)
      unsafe slots[slot * slotBytes] = CChar(bitPattern: bytes[0])
    }
    // The handler is at work in another thread: nothing may be made behind its back.
    while isEnding.load(ordering: .sequentiallyConsistent) { _ = pause() }
  }

  /// Forgets a file that is in its place, or gone.
  package static func remove(_ path: String) {
    paths.withLock { paths in
      guard let slot = paths.firstIndex(of: path) else { return }
      unsafe slots[slot * slotBytes] = 0
      paths[slot] = nil
    }
  }

  /// Lets the signals by which a user or a supervisor ends the process remove these files first; the exit code is 128 and
  /// the signal's number. A signal that the process was started to ignore stays ignored.
  package static func removeOnSignals() {
    // The table exists before a handler may want it.
    _ = unsafe slots
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
    for slot in 0..<slotCount where unsafe slots[slot * slotBytes] != 0 {
      _ = unsafe unlink(slots + slot * slotBytes)
    }
    _exit(128 + number)
  }
}
