import ArgumentParser

/// The formats that a command writes: named by `--to`, or by the extension of `-o`.
protocol OutputFormat: RawRepresentable<String>, ExpressibleByArgument, CaseIterable {}

extension OutputFormat {
  /// The format that a file's name asks for.
  init?(extensionOf path: String) {
    guard let name = FileExtension.of(path) else { return nil }
    self.init(rawValue: name == "txt" ? "text" : name == "htm" ? "html" : name)
  }
}

/// What stands behind the last dot of a file's name.
enum FileExtension {
  static func of(_ path: String) -> String? {
    guard let name = path.split(separator: "/").last, let dot = name.lastIndex(of: ".") else { return nil }
    return name[name.index(after: dot)...].lowercased()
  }

  /// Extensions that promise a kind of document: a file of that name with something else in it would mislead whoever opens it.
  static let documents: Set<String> = [
    "docx", "doc", "wps", "rtf", "odt", "pdf", "xlsx", "xls", "et", "ods", "xlsb", "csv", "tsv", "html", "htm", "md",
    "json", "zip", "pptx",
  ]
}
