import Foundation
import Testing

/// A folder of task sheets on its way through several runs of the command.
@Suite struct TaskSheetFolderTests {
  private static let plan = """
    栏目	内容要求	更新时限	责任单位
    要闻	发布要闻	每周	县政府办
    公告	发布公告	每月	县政府办
    林业	发布林业信息	每月	县林业局
    水利	发布水利信息	每月	县水利局

    """

  private static let index = "sheets/00 任务清单目录（2026年12月）.xlsx"
  private static let forestry = "sheets/县林业局网站栏目保障任务清单（2026年12月）.xlsx"

  /// Gives `body` a folder with a plan and its task sheets.
  private func withSheets(_ body: (URL) throws -> Void) throws {
    try CommandRun.withFolder { folder in
      try Data(Self.plan.utf8).write(to: folder.appending(path: "plan.tsv"))
      let made = try CommandRun(
        ["tasks", "plan.tsv", "--month", "2026-12", "-o", "sheets", "--lang", "zh"], in: folder)
      #expect(made.exitCode == 0, "\(made.errorText)")
      try body(folder)
    }
  }

  private func tasks(_ words: [String], in folder: URL) throws -> CommandRun {
    try CommandRun(["tasks", "plan.tsv", "--month", "2026-12", "--lang", "zh"] + words, in: folder)
  }

  private func collect(_ words: [String], in folder: URL) throws -> CommandRun {
    try CommandRun(["collect"] + words + ["--as-of", "2026-12-25", "--lang", "zh"], in: folder)
  }

  @Test func oneUnitsSheetLeavesTheIndexAsItIs() throws {
    try withSheets { folder in
      let before = try Data(contentsOf: folder.appending(path: Self.index))
      let again = try tasks(["-o", "sheets", "--force", "--unit", "县林业局"], in: folder)
      #expect(again.exitCode == 0)
      #expect(again.errorText.contains("目录保持原样"), "\(again.errorText)")
      #expect(!again.errorText.contains("其中没有"), "\(again.errorText)")
      #expect(try Data(contentsOf: folder.appending(path: Self.index)) == before)
      try FileManager.default.removeItem(at: folder.appending(path: Self.forestry))
      let collected = try collect(["sheets"], in: folder)
      #expect(collected.outputText.contains("县林业局未反馈"), "\(collected.outputText)")
      // A sheet that is gone is written without being allowed to replace anything.
      #expect(try tasks(["-o", "sheets", "--unit", "县林业局"], in: folder).exitCode == 0)
    }
  }

  @Test func anIndexThatDoesNotListTheUnitIsTold() throws {
    try CommandRun.withFolder { folder in
      try Data(Self.plan.utf8).write(to: folder.appending(path: "plan.tsv"))
      #expect(try tasks(["-o", "sheets", "--unit", "县林业局"], in: folder).exitCode == 0)
      let second = try tasks(["-o", "sheets", "--unit", "县水利局"], in: folder)
      #expect(second.exitCode == 0)
      #expect(second.errorText.contains("其中没有县水利局；请不带 --unit 重新生成目录"), "\(second.errorText)")
    }
  }

  @Test func sheetsWithNothingFilledInAreNoAnswers() throws {
    try withSheets { folder in
      let collected = try collect(["sheets"], in: folder)
      #expect(collected.exitCode == 0)
      #expect(collected.errorText.contains("0 个单位反馈，0 个未反馈，3 个退回但未填报；0 项填报"), "\(collected.errorText)")
      #expect(collected.outputText.contains("\"blankReturn\""))
    }
  }

  @Test func filesOfOtherKindsAreListed() throws {
    try withSheets { folder in
      for name in ["说明.docx", "扫描.pdf", ".hidden", "~$清单.xlsx"] {
        try Data("x".utf8).write(to: folder.appending(path: "sheets/" + name))
      }
      let collected = try collect(["sheets"], in: folder)
      #expect(collected.exitCode == 0)
      for name in ["说明.docx", "扫描.pdf"] {
        let line = collected.errorText.split(separator: "\n").first { $0.contains(name) }
        #expect(line?.contains("不能读取") == true, "\(collected.errorText)")
      }
      #expect(!collected.outputText.contains(".hidden") && !collected.outputText.contains("~$"))
    }
  }

  @Test(arguments: ["tasks", "census", "diff"])
  func aWorkbookWithoutPlaceholdersIsNoTemplate(command: String) throws {
    try withSheets { folder in
      let words = command == "tasks" ? [] : command == "census" ? ["--month", "2026-12"] : ["plan.tsv"]
      let month = command == "tasks" ? ["--month", "2026-12"] : []
      let output = command == "tasks" ? "out" : "out.xlsx"
      let filled = try CommandRun(
        [command, "plan.tsv"] + words + month + ["--template", Self.forestry, "-o", output, "--lang", "zh"],
        in: folder)
      #expect(filled.exitCode == 65, "\(filled.errorText)")
      #expect(filled.errorText.contains("县林业局网站栏目保障任务清单（2026年12月）.xlsx：这个工作簿不是此命令的模板"), "\(filled.errorText)")
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: output).path))
      #expect(try CommandRun(["template", "check", Self.forestry], in: folder).exitCode == 65)
    }
  }

  @Test func oneWorkbookGoesToStandardOutput() throws {
    try withSheets { folder in
      let made = try tasks(["--one-workbook", "-o", "-"], in: folder)
      #expect(made.exitCode == 0, "\(made.errorText)")
      #expect(made.output.prefix(2) == Data("PK".utf8))
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "-").path))
    }
  }

  @Test(arguments: [
    (["--one-workbook", "-o", "one.txt"], "请写成 -o one.xlsx"), (["--one-workbook", "-o", "one"], "请写成 -o one.xlsx"),
    (["-o", "all.xlsx"], "请加 --one-workbook"),
  ])
  func namesThatPromiseSomethingElseAreRefused(words: [String], remedy: String) throws {
    try withSheets { folder in
      let made = try tasks(words, in: folder)
      #expect(made.exitCode == 64)
      #expect(made.errorText.contains(remedy), "\(made.errorText)")
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: words[words.count - 1]).path))
    }
  }
}
