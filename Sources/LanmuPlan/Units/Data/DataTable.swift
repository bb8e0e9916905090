/// A built-in data file: comma-separated fields without quotation marks, a record a line, below one header line.
struct DataTable {
  /// The records without the header.
  let records: [[String]]

  init(_ bytes: [UInt8]) {
    records = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).dropFirst().map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// The names of one field, separated by 、.
  static func names(in field: String) -> [String] { field.split(separator: "、").map(String.init) }
}
