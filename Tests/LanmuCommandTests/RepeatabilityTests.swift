import Foundation
import Testing

/// What one process makes of a document, every other makes of it too: the order of a hash table differs from run to run, and
/// must show nowhere.
@Suite struct RepeatabilityTests {
  @Test(arguments: [
    // A second header row that may divide more than one label of the first.
    """
    保障落实 | 指标类别 | 指标名称 | 考核要点 | 指标内容及要求 | 落实栏目 | |
    牵头 | 责任 | |||||
    年度统计 | “年度统计”栏目，及时更新 | |||||

    """
  ])
  func conversionsAreEqual(_ text: String) throws {
    try CommandRun.withFolder { folder in
      try Data(text.utf8).write(to: folder.appending(path: "plan.txt"))
      let outputs = try (0..<8).map { _ in try CommandRun(["convert", "plan.txt", "--to", "json"], in: folder).output }
      #expect(outputs.allSatisfy { !$0.isEmpty && $0 == outputs[0] })
    }
  }
}
