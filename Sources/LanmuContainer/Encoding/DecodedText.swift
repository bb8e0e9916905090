public import LanmuDiagnostics

/// Text as well-formed UTF-8, and how it was found to be so.
public struct DecodedText: Sendable {
  /// What told the encoding.
  public enum Evidence: Sendable, Hashable {
    /// The user's word.
    case forced
    case byteOrderMark
    /// What the document or its carrier says of itself.
    case declaration
    case content
  }

  /// Well-formed UTF-8 without a byte order mark; what could not be decoded is U+FFFD.
  public var utf8: [UInt8]
  public var encoding: TextEncoding
  public var evidence: Evidence
  public var diagnostics: [Diagnostic]

  public init(utf8: [UInt8], encoding: TextEncoding, evidence: Evidence, diagnostics: [Diagnostic] = []) {
    self.utf8 = utf8
    self.encoding = encoding
    self.evidence = evidence
    self.diagnostics = diagnostics
  }
}

/// A byte sequence that the encoding does not know. `offset` is that of its first byte; `line` and `column` count from 1,
/// the column in characters.
struct BadSequence: Sendable, Hashable {
  var offset: Int
  var line: Int
  var column: Int
  var bytes: [UInt8]
}

/// The bad sequences of a text: all are counted, and the first few kept.
struct BadSequences: Sendable {
  static let kept = 20
  var count = 0
  var first: [BadSequence] = []
}
