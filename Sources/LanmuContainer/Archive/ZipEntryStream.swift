internal import CLibZip
public import LanmuDiagnostics

/// The bytes of one archive entry while they are inflated; only `ZipArchive.withStream(of:_:)` makes one, so that none
/// outlives its archive.
@safe
@usableFromInline
package struct ZipEntryStream: ByteStream, ~Copyable {
  private let file: OpaquePointer
  private let compressedByteCount: Int
  private let limits: ResourceLimits
  private let position: SourcePosition
  /// Bytes inflated so far.
  package private(set) var byteCount = 0
  /// Whether damage ends the bytes, as the end of the part does, instead of being thrown.
  @usableFromInline
  package var endsAtDamage = false
  /// Whether damage has ended the bytes.
  @usableFromInline
  package private(set) var isDamaged = false

  @unsafe
  init(file: OpaquePointer, compressedByteCount: Int, limits: ResourceLimits, position: SourcePosition) {
    unsafe self.file = file
    self.compressedByteCount = compressedByteCount
    self.limits = limits
    self.position = position
  }

  deinit { unsafe zip_fclose(file) }

  /// - Throws: `zip.damaged` if the data is broken or its CRC or size is wrong; `zip.bomb` beyond the limits.
  @usableFromInline
  package mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(LanmuError) -> Int {
    guard let address = buffer.baseAddress, buffer.count > 0 else { return 0 }
    let count = unsafe zip_fread(file, address, UInt64(buffer.count))
    guard count >= 0 else {
      let error = unsafe LanmuError.unreadableEntry(
        at: position, code: zip_error_code_zip(zip_file_get_error(file)))
      guard endsAtDamage, error.isDamagedEntry else { throw error }
      isDamaged = true
      return 0
    }
    byteCount += Int(count)
    guard byteCount <= limits.inflatedBytes else { throw .zipBomb(at: position) }
    if byteCount > limits.ratioFloorBytes, byteCount / max(1, compressedByteCount) > limits.inflationRatio {
      throw .zipBomb(at: position)
    }
    return Int(count)
  }

  /// All bytes that are left.
  package mutating func remainingBytes(limit: Int) throws(LanmuError) -> [UInt8] {
    var bytes: [UInt8] = []
    var failure: LanmuError?
    unsafe withUnsafeTemporaryAllocation(byteCount: 1 << 15, alignment: 1) { chunk in
      do throws(LanmuError) {
        while bytes.count <= limit {
          let received = try unsafe read(into: chunk)
          guard received > 0 else { return }
          unsafe bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: chunk[..<received]))
        }
        failure = .zipBomb(at: position)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }
}
