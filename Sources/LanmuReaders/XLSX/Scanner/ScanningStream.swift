internal import LanmuContainer
internal import LanmuDiagnostics

/// A part on its way to libxml2, out of which a scanner takes what it can read itself.
///
/// libxml2 sees the head of the part up to the start tag of the scanner's element, then the element without the children
/// that the scanner has read, then all the rest. So libxml2 always reads one well-formed document if and only if the part is
/// one: what is left out is balanced and was checked. In its place stand as many line feeds as it held, which keeps lines.
///
/// The scanner starts only when libxml2 has reported the element: between the start tag and its report libxml2 is fed
/// spaces, which mean nothing there.
struct ScanningStream<Base: ByteStream & ~Copyable, Scanner: BlockScanner>: ByteStream, ~Copyable {
  private enum Stage {
    /// Looking for the start tag in what is handed on.
    case head
    /// The start tag was handed on; so often libxml2 got spaces since.
    case announced(Int)
    case scanning
    case handedOver
  }

  private var base: Base
  private var scanner: Scanner
  private var stage = Stage.head
  /// Bytes of the part that were read and neither scanned nor handed on.
  private var buffer: [UInt8]
  private var range = 0..<0
  /// What libxml2 gets before the bytes in `buffer`.
  private var pending: [UInt8] = []
  private var pendingOffset = 0
  private var isBaseAtEnd = false
  /// Line feeds among the scanned bytes.
  private var lineFeeds = 0
  private let longestPiece: Int

  /// NUL bytes behind what is scanned.
  private static var slack: Int { 16 }

  /// Bytes in which the start tag has to come.
  private static var longestHead: Int { 1 << 16 }

  /// Spaces that libxml2 gets at a time; it reads ahead by 250 bytes.
  private static var paddingByteCount: Int { 512 }

  /// - Parameters:
  ///   - byteCount: bytes held at first.
  ///   - longestPiece: bytes that one cell or text may have before libxml2 takes over.
  init(_ base: consuming Base, scanner: Scanner, byteCount: Int = 1 << 17, longestPiece: Int = 1 << 22) {
    self.base = base
    self.scanner = scanner
    self.longestPiece = longestPiece
    buffer = Array(repeating: 0, count: byteCount + Self.slack)
  }

  /// Gives the stream underneath back.
  consuming func finish() -> Base { base }

  mutating func read(into target: UnsafeMutableRawBufferPointer) throws(LanmuError) -> Int {
    guard target.count > 0 else { return 0 }
    while true {
      if pendingOffset < pending.count {
        let count = min(target.count, pending.count - pendingOffset)
        unsafe target.copyBytes(from: pending[pendingOffset..<pendingOffset + count])
        pendingOffset += count
        return count
      }
      switch stage {
      case .head:
        if try fill() { lookForStartTag() } else { stage = .handedOver }
      case .announced(let paddings):
        if scanner.isAtBlock {
          stage = .scanning
        } else if paddings < 16 {
          stage = .announced(paddings + 1)
          give(Array(repeating: 0x20, count: Self.paddingByteCount))
        } else {
          stage = .handedOver
        }
      case .scanning: try scan()
      case .handedOver:
        guard range.isEmpty else {
          let count = min(target.count, range.count)
          unsafe target.copyBytes(from: buffer[range.lowerBound..<range.lowerBound + count])
          range = range.lowerBound + count..<range.upperBound
          return count
        }
        return isBaseAtEnd ? 0 : try unsafe base.read(into: target)
      }
    }
  }

  private mutating func give(_ bytes: [UInt8]) {
    pending = bytes
    pendingOffset = 0
  }

  /// Reads on into the buffer, behind what it holds; `false` at the end.
  private mutating func fill() throws(LanmuError) -> Bool {
    guard !isBaseAtEnd else { return false }
    if range.lowerBound > 0 {
      let count = range.count
      unsafe buffer.withUnsafeMutableBytes { bytes in
        guard let start = bytes.baseAddress, count > 0 else { return }
        unsafe start.copyMemory(from: start + range.lowerBound, byteCount: count)
      }
      range = 0..<count
    }
    if range.upperBound + Self.slack >= buffer.count {
      buffer.append(contentsOf: repeatElement(0, count: buffer.count))
    }
    var received = 0
    var failure: LanmuError?
    let start = range.upperBound
    let end = buffer.count - Self.slack
    unsafe buffer.withUnsafeMutableBytes { bytes in
      do throws(LanmuError) {
        received = try unsafe base.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[start..<end]))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    range = range.lowerBound..<range.upperBound + received
    isBaseAtEnd = received == 0
    return received > 0
  }

  /// Hands the head on once the start tag is in it.
  private mutating func lookForStartTag() {
    switch StartTagSearch.run(in: buffer[range], name: Scanner.elementName, allowsAttributes: Scanner.allowsAttributes)
    {
    case .found(let end):
      give(Array(buffer[range.lowerBound..<end]))
      range = end..<range.upperBound
      stage = .announced(0)
    // The head of a part is short: where no start tag comes in time, libxml2 reads everything.
    case .missing where range.count < Self.longestHead: break
    case .missing, .unsuitable: stage = .handedOver
    }
  }

  private mutating func scan() throws(LanmuError) {
    for index in range.upperBound..<range.upperBound + Self.slack { buffer[index] = 0 }
    var progress = ScanProgress(wantsMore: false)
    var failure: LanmuError?
    unsafe buffer.withUnsafeBufferPointer { bytes in
      do throws(LanmuError) {
        progress = try unsafe scanner.scan(UnsafeBufferPointer(rebasing: bytes[range]))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    lineFeeds += progress.lineFeeds
    range = range.lowerBound + progress.count..<range.upperBound
    if progress.wantsMore, range.count < longestPiece, try fill() { return }
    stage = .handedOver
    give(scanner.handover(lineFeeds: lineFeeds))
  }
}

extension MarkupReader {
  /// Reads the XML of an archive entry, of which a scanner takes what it can.
  static func readXML<Scanner: BlockScanner, Visitor: MarkupVisitor>(
    _ entry: ZipArchive.Entry, of archive: borrowing ZipArchive, through scanner: Scanner, visitor: inout Visitor
  ) throws(LanmuError) -> MarkupEnding {
    let position = archive.position(of: entry)
    return try archive.withStream(of: entry) { (stream) throws(LanmuError) in
      stream.endsAtDamage = true
      var scanning = ScanningStream(stream, scanner: scanner)
      let outcome: Result<MarkupEnding, LanmuError>
      do throws(LanmuError) {
        outcome = .success(try readXML(&scanning, at: position, visitor: &visitor))
      } catch {
        outcome = .failure(error)
      }
      stream = scanning.finish()
      let ending = try outcome.get()
      return stream.isDamaged ? ending.damaged : ending
    }
  }
}
