import ArgumentParser
import Lanmu
import LanmuDiagnostics

/// What is known beforehand about the plans to be read.
struct PlanOptions: ParsableArguments {
  func planReader() throws(LanmuError) -> PlanReader { PlanReader() }
}
