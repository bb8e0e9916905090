import ArgumentParser
import LanmuContainer

/// The formats that a command writes: named by `--to`, or by the extension of `-o`.
protocol OutputFormat: RawRepresentable<String>, ExpressibleByArgument, CaseIterable {}

extension OutputFormat {
  /// The format that a file's name asks for.
  init?(extensionOf path: String) {
    let name = ByteSource.file(path: path).fileExtension
    self.init(rawValue: name == "txt" ? "text" : name == "htm" ? "html" : name)
  }
}
