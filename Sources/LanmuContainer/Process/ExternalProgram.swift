#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// Another program, run with a time limit and without a say in our input and output.
package struct ExternalProgram: Sendable {
  /// How a run ended.
  package enum Ending: Sendable, Hashable {
    case exited(code: Int32)
    case killed
    case timedOut
    case notStarted
    /// A signal asked this process to end while it waited; the program was killed. Hand the number to `resume(_:)` once
    /// everything is cleaned up.
    case interrupted(signal: Int32)
  }

  /// The program's absolute path.
  package let path: String

  package init(path: String) { self.path = path }

  /// Looks for a program by its names in the directories of `PATH`, and then at the paths given.
  package init?(named names: [String], orAt paths: [String] = []) {
    var directories = "/usr/local/bin:/usr/bin:/bin"
    if let listed = unsafe getenv("PATH") { directories = unsafe String(cString: listed) }
    let candidates =
      names.flatMap { name in
        // An empty or relative directory in PATH would make the working directory decide what is run.
        directories.split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }
      } + paths
    guard let found = candidates.first(where: { unsafe access($0, X_OK) == 0 }) else { return nil }
    path = found
  }

  /// Runs the program with a small environment, its home in `home`; kills it and all that it started after `seconds`, and
  /// when this process is told to end.
  package func run(_ arguments: [String], home: String, seconds: Int) -> Ending {
    // The program has a process group of its own, so a terminal's Ctrl-C does not reach it: these signals wait here until
    // it is gone.
    let waiting = SignalsHeld()
    defer { waiting.release() }
    let search = "PATH=/usr/local/bin:/usr/bin:/bin"
    let environment = [search, "HOME=\(home)", "TMPDIR=\(home)", "LANG=C.UTF-8", "LC_ALL=C.UTF-8"]
    var process: pid_t = 0
    let status = unsafe Self.withCStrings([path] + arguments) { argumentList in
      unsafe Self.withCStrings(environment) { environmentList in
        unsafe spawn(&process, argumentList, environmentList)
      }
    }
    guard status == 0, process > 0 else { return .notStarted }
    return wait(for: process, seconds: seconds, holding: waiting)
  }

  /// Lets a signal that ended a wait do its work after all.
  package static func resume(_ signal: Int32) { raise(signal) }

  private func spawn(
    _ process: inout pid_t, _ arguments: [UnsafeMutablePointer<CChar>?], _ environment: [UnsafeMutablePointer<CChar>?]
  ) -> Int32 {
    var attributes = posix_spawnattr_t()
    var actions = unsafe posix_spawn_file_actions_t()
    guard unsafe posix_spawnattr_init(&attributes) == 0 else { return -1 }
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    guard unsafe posix_spawn_file_actions_init(&actions) == 0 else { return -1 }
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    // A process group of its own, so that what the program starts can be ended with it.
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))
    var noSignals = sigset_t()
    unsafe sigemptyset(&noSignals)
    unsafe posix_spawnattr_setsigmask(&attributes, &noSignals)
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    return unsafe posix_spawn(&process, path, &actions, &attributes, arguments, environment)
  }

  private func wait(for process: pid_t, seconds: Int, holding signals: SignalsHeld) -> Ending {
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(seconds)
    var status: Int32 = 0
    while true {
      let result = unsafe waitpid(process, &status, WNOHANG)
      if result == process {
        // The low seven bits are the signal, the next byte the exit code (POSIX `sys/wait.h`).
        return status & 0x7F == 0 ? .exited(code: status >> 8 & 0xFF) : .killed
      }
      if result < 0, errno != EINTR { return .killed }
      let signal = signals.pending()
      if signal != nil || clock.now >= deadline {
        kill(-process, SIGKILL)
        _ = unsafe waitpid(process, &status, 0)
        if let signal { signals.take(signal) }
        return signal.map { .interrupted(signal: $0) } ?? .timedOut
      }
      usleep(20_000)
    }
  }

  /// Lends strings as a null-terminated list of C strings.
  private static func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies: [UnsafeMutablePointer<CChar>?] = unsafe strings.map { unsafe strdup($0) }
    defer { unsafe copies.forEach { unsafe free($0) } }
    return unsafe body(copies + [nil])
  }
}
