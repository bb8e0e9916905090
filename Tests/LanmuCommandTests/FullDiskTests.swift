import Foundation
import Testing

/// Where a workbook cannot be written to the end, the error names the file that was asked for and nothing is left behind.
@Suite struct FullDiskTests {
  @Test(arguments: ["convert", "tasks --month 2026-12 --one-workbook"]) func theErrorNamesTheTarget(
    command: String
  ) throws {
    try CommandRun.withFolder { folder in
      let plan = CommandRun.samples.appending(path: "plan.docx").path
      // Files may not grow beyond a few blocks; without the signal, writing fails as it does on a full disk.
      let limited = "trap '' XFSZ; ulimit -f 8; exec \"$0\" \(command) \"$1\" -o out.xlsx"
      let run = try CommandRun(["-c", limited, CommandRun.executable.path, plan], of: "/bin/sh", in: folder)
      #expect(run.exitCode == 73 || run.exitCode == 74)
      #expect(run.errorText.contains("out.xlsx"), "\(run.errorText)")
      #expect(!run.errorText.contains(".part"), "\(run.errorText)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
  }
}
