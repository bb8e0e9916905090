import ArgumentParser
import Lanmu
import LanmuAnalysis
import LanmuDiagnostics
import LanmuReports

/// The formats that a difference is written in.
enum ChangeFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json

  /// The format that a file's name asks for.
  init?(extensionOf path: String) {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    let name = path[path.index(after: dot)...].lowercased()
    self.init(rawValue: name == "txt" ? "text" : name == "htm" ? "html" : name)
  }

  var isBinary: Bool { false }

  func write(_ difference: PlanDifference, to output: OutputOptions, language: Language) throws(LanmuError) {
    switch self {
    case .text:
      let toTerminal =
        output.sink.path == nil && DescriptorWriter.isTerminal(DescriptorWriter.standardOutput)
        && (environmentValue("NO_COLOR") ?? "").isEmpty && environmentValue("TERM") != "dumb"
      try output.sink.write(ChangeText(language: language, usesColour: toTerminal).text(of: difference))
    case .json:
      try output.sink.write(String(decoding: ChangeJSON.encode(difference, language: language), as: UTF8.self))
    }
  }
}
