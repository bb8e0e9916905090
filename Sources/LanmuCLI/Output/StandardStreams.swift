import ArgumentParser
import Lanmu
import LanmuDiagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The process's own streams.
///
/// A reader that has had enough (`| head`) ends the command quietly: that is not an error of anybody's.
enum StandardStreams {
  /// Makes a closed pipe an ordinary failure of writing, so that nothing half-written is left behind by a signal.
  static func prepare() {
    _ = signal(SIGPIPE, SIG_IGN)
  }

  static func write(_ bytes: [UInt8]) throws(LanmuError) {
    do throws(SystemFailureError) {
      try DescriptorWriter.write(bytes, to: DescriptorWriter.standardOutput)
    } catch {
      if error.failure.isBrokenPipe { LanmuCommand.exit() }
      throw OutputError.writing("-", error.failure)
    }
  }

  /// Writes to standard error; where that is gone, there is nobody left to tell.
  static func say(_ text: String, endsLine: Bool = true) {
    try? DescriptorWriter.write(endsLine ? text + "\n" : text, to: DescriptorWriter.standardError)
  }
}
