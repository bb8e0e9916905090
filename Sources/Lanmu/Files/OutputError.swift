package import LanmuDiagnostics

/// The errors that stand between a result and its file.
package enum OutputError {
  package static func exists(_ path: String) -> LanmuError {
    LanmuError(
      .init("output.exists"), .cannotCreate,
      message: Message(zh: "输出文件已经存在", en: "the output already exists"),
      remedy: Message(zh: "换一个文件名，或加 --force 覆盖", en: "choose another name, or replace it with --force"),
      position: SourcePosition(file: path))
  }

  package static func isDirectory(_ path: String) -> LanmuError {
    LanmuError(
      .init("output.isDirectory"), .cannotCreate,
      message: Message(zh: "输出路径是一个目录", en: "the output is a directory"),
      remedy: Message(zh: "请给出目录中的文件名", en: "name a file in it"),
      position: SourcePosition(file: path))
  }

  package static func noDirectory(_ path: String) -> LanmuError {
    LanmuError(
      .init("output.noDirectory"), .cannotCreate,
      message: Message(zh: "输出目录的位置上已有一个文件", en: "a file stands where the output directory should be"),
      remedy: Message(zh: "换一个目录名", en: "choose another directory"),
      position: SourcePosition(file: path))
  }

  package static func cannotCreate(_ path: String, _ failure: SystemFailure) -> LanmuError {
    LanmuError(
      .init("output.cannotCreate"), .cannotCreate,
      message: Message(
        zh: "无法创建输出文件（\(failure.reason.chinese)）", en: "the output cannot be created (\(failure.reason.english))"),
      remedy: Message(
        zh: "检查目录是否存在、能否写入，或换一个位置", en: "check that its folder exists and is writable, or choose another place"),
      position: SourcePosition(file: path))
  }

  package static func writing(_ path: String, _ failure: SystemFailure) -> LanmuError {
    LanmuError(
      .init("output.writing"), .inputOutput,
      message: Message(zh: "写入失败（\(failure.reason.chinese)）", en: "writing failed (\(failure.reason.english))"),
      remedy: Message(zh: "腾出空间或换一个位置后重试", en: "free some space or choose another place, and try again"),
      position: SourcePosition(file: path))
  }
}
