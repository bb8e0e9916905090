import Foundation
import Glibc
import Testing

/// A command that is told to end while it writes.
@Suite struct InterruptionTests {
  @Test func aSignalLeavesNothingHalfWritten() throws {
    try CommandRun.withFolder { folder in
      let rows = (1...80).map { "栏目\($0)\t发布信息\t每月\t第\($0)局\n" }.joined()
      try Data(("栏目\t内容要求\t更新时限\t责任单位\n" + rows).utf8).write(to: folder.appending(path: "plan.tsv"))
      // The signal comes as soon as the first file beside its place is there, whatever the machine's speed.
      let script = """
        "$0" tasks plan.tsv --month 2026-12 -o sheets & child=$!
        while kill -0 $child 2>/dev/null; do
          if ls -A sheets 2>/dev/null | grep -q part; then kill -TERM $child; break; fi
        done
        wait $child
        """
      let run = try CommandRun(["-c", script, CommandRun.executable.path], of: "/bin/sh", in: folder)
      #expect(run.exitCode == 128 + SIGTERM, "\(run.errorText)")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "sheets").path)
      #expect(names.allSatisfy { $0.hasSuffix(".xlsx") }, "\(names)")
    }
  }
}
