#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif
public import LanmuDiagnostics

/// Bytes that come one piece after the other.
@usableFromInline
package protocol ByteStream: ~Copyable {
  /// Fills the front of `buffer` and returns how many bytes it wrote; 0 at the end.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(LanmuError) -> Int
}

extension ByteStream where Self: ~Copyable {
  /// The next bytes, at most so many; none at the end.
  package mutating func piece(ofAtMost count: Int) throws(LanmuError) -> [UInt8] {
    var failure: LanmuError?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { storage, filled in
      do throws(LanmuError) {
        filled = try unsafe read(into: UnsafeMutableRawBufferPointer(storage))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }
}

/// Bytes in memory as a stream.
package struct MemoryByteStream: ByteStream {
  private let bytes: [UInt8]
  private var offset = 0

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(LanmuError) -> Int {
    let count = min(buffer.count, bytes.count - offset)
    guard count > 0 else { return 0 }
    unsafe buffer.copyBytes(from: bytes[offset..<offset + count])
    offset += count
    return count
  }
}

/// A file as a stream; it is closed when the value goes.
package struct FileByteStream: ByteStream, ~Copyable {
  private let descriptor: Int32
  private let path: String

  /// - Throws: `input.missing`, `input.directory`, `input.unreadable`.
  package init(path: String) throws(LanmuError) {
    _ = try ByteSource.file(path: path).byteCount()
    let opened = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { throw .inputUnreadable(path) }
    self.path = path
    descriptor = opened
  }

  deinit { close(descriptor) }

  package mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(LanmuError) -> Int {
    guard let address = buffer.baseAddress else { return 0 }
    while true {
      #if canImport(Darwin)
      let count = unsafe Darwin.read(descriptor, address, buffer.count)
      #elseif canImport(Glibc)
      let count = unsafe Glibc.read(descriptor, address, buffer.count)
      #elseif canImport(Musl)
      let count = unsafe Musl.read(descriptor, address, buffer.count)
      #endif
      if count >= 0 { return count }
      if errno != EINTR { throw .inputUnreadable(path) }
    }
  }
}
