import ArgumentParser
import Lanmu
import LanmuContainer
import LanmuDiagnostics

/// What is known beforehand about the plans to be read.
struct PlanOptions: ParsableArguments {
  @Option(
    help: .text(
      zh: "表格布局的约定（YAML）：表头行数、各列含义", en: "What is known about the tables' layout (YAML).", valueName: "file"))
  var profile: String?

  @Option(
    help: .text(
      zh: "单位名录（XLSX、CSV 或 YAML）：全称、简称、曾用名、所属组等",
      en: "A directory of units with their names and groups (XLSX, CSV or YAML).",
      valueName: "file"))
  var units: String?

  func planReader() throws(LanmuError) -> PlanReader {
    var reader = PlanReader()
    if let profile { reader.profile = try ProfileReader().read(.file(path: profile)) }
    if let units { reader.directory = try UnitDirectoryReader().read(.file(path: units)) }
    return reader
  }
}
