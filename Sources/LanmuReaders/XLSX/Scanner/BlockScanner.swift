internal import LanmuDiagnostics

/// Reads the inside of one element of a part, which holds nearly all of its bytes, without libxml2.
protocol BlockScanner {
  /// The local name of the element.
  static var elementName: StaticString { get }

  /// Whether its start tag may carry attributes.
  static var allowsAttributes: Bool { get }

  /// Whether libxml2 has just come to the element, so that what follows its start tag is the scanner's.
  var isAtBlock: Bool { get }

  /// What libxml2 has to see in place of the bytes that were scanned: their line feeds, which are so many, and the start
  /// tag that is still open within the element. Asked once, at the end.
  func handover(lineFeeds: Int) -> [UInt8]

  /// Reads from the front of `bytes`, behind whose last one stand NUL bytes.
  ///
  /// - Returns: how far it came.
  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) throws(LanmuError) -> ScanProgress
}

/// How far a scanner came.
struct ScanProgress {
  /// Bytes read, up to a clean place.
  var count = 0
  /// Line feeds among them.
  var lineFeeds = 0
  /// Whether it may go on with more bytes.
  var wantsMore: Bool
}
