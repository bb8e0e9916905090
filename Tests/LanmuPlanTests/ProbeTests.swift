import FoundationEssentials
import LanmuPlan
import Testing

@Test(.enabled(if: FileManager.default.fileExists(atPath: "/tmp/phrases.txt"))) func probe() throws {
  let text = try String(contentsOf: URL(filePath: "/tmp/phrases.txt"), encoding: .utf8)
  for line in text.split(separator: "\n") {
    let context: TimeRuleParser.Context = line.hasPrefix("P|") ? .prose : line.hasPrefix("S|") ? .supply : .update
    let body = line.hasPrefix("P|") || line.hasPrefix("S|") ? String(line.dropFirst(2)) : String(line)
    let rules = TimeRuleParser().parse(body, in: context).rules
    print("▶", line, "⇒", rules.map { "\($0.kind)".split(separator: "(").first.map(String.init)! + " ⟨" + $0.canonicalText + "⟩" }.joined(separator: " ∥ "))
  }
}
