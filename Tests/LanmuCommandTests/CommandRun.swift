import Foundation
import Glibc

/// The built command, run as a process.
struct CommandRun {
  var output: Data
  var errors: Data
  var exitCode: Int32

  var outputText: String { String(decoding: output, as: UTF8.self) }
  var errorText: String { String(decoding: errors, as: UTF8.self) }

  /// The repository, found from this file.
  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static var samples: URL { repository.appending(path: "Samples") }

  /// The command lies beside the tests' own executable.
  static var executable: URL {
    let bundle = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    var folder = bundle
    for _ in 0..<4 {
      let candidate = folder.appending(path: "lanmu")
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
      folder.deleteLastPathComponent()
    }
    return bundle.appending(path: "lanmu")
  }

  /// Runs the command, or another program; `%SAMPLES%` in an argument is the samples' folder.
  init(
    _ arguments: [String], of program: String? = nil, in folder: URL, input: Data = Data(),
    environment: [String: String] = [:]
  ) throws {
    // Files, not pipes: a pipe that another child has inherited never ends, and a full one stops the command.
    let streams = FileManager.default.temporaryDirectory.appending(path: "lanmu-streams-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: streams) }
    let names = ["in", "out", "err"].map { streams.appending(path: $0) }
    try input.write(to: names[0])
    // A shell only to change the folder, and a bound in time: a command that hangs fails its case.
    let words =
      ["/bin/sh", "-c", "cd \"$0\" && exec timeout 120 \"$@\"", folder.path, program ?? Self.executable.path]
      + arguments.map { $0.replacingOccurrences(of: "%SAMPLES%", with: Self.samples.path) }
    let variables = ["LANG": "C", "PATH": "/usr/bin:/bin", "HOME": folder.path].merging(environment) { $1 }
    exitCode = try Self.spawn(
      words, variables.map { $0.key + "=" + $0.value }, streams: names.map(\.path))
    output = try Data(contentsOf: names[1])
    errors = try Data(contentsOf: names[2])
  }

  private struct SpawnFailure: Error { var number: Int32 }

  /// Runs a program and waits for it; its exit code, or the negative number of the signal that ended it.
  private static func spawn(
    _ words: [String], _ variables: [String], streams: [String]
  ) throws -> Int32 {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { _ = unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, streams[0], O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, streams[1], O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, streams[2], O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    // Threads that run tests hold signals back, and a child would inherit that.
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { _ = unsafe posix_spawnattr_destroy(&attributes) }
    var noSignals = sigset_t()
    unsafe sigemptyset(&noSignals)
    unsafe posix_spawnattr_setsigmask(&attributes, &noSignals)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    var environment = unsafe variables.map { unsafe strdup($0) } + [nil]
    defer { unsafe (unsafe arguments + environment).forEach { unsafe free($0) } }
    var process = pid_t()
    let failure = unsafe posix_spawn(&process, words[0], &actions, &attributes, &arguments, &environment)
    guard failure == 0 else { throw SpawnFailure(number: failure) }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
  }

  /// Gives `body` a folder of its own and removes it afterwards.
  static func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lanmu-tests-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }
}
