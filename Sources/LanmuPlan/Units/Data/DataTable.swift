/// A built-in data file: comma-separated fields without quotation marks, a record a line, below one header line.
struct DataTable {
  /// The records without the header.
  let records: [[String]]

  /// Lines end in a line feed; the marks that part fields are bytes of their own in UTF-8, so no character need be decoded.
  init(_ bytes: [UInt8]) {
    records = bytes.split(separator: UInt8(ascii: "\n")).dropFirst().map { line in
      line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
  }

  /// The names of one field, separated by 、.
  static func names(in field: String) -> [String] { field.unicodeScalars.split(separator: "、").map(String.init) }
}
