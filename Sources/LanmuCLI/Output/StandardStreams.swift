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

  /// A file of ours as bytes.
  static func read(_ path: String) throws(LanmuError) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw OutputError.writing(path, .last) }
    defer { _ = close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes { buffer in
        unsafe systemRead(descriptor, buffer.baseAddress, buffer.count)
      }
      if count == 0 { return bytes }
      if count < 0 {
        let failure = SystemFailure.last
        if failure.isInterruption { continue }
        throw OutputError.writing(path, failure)
      }
      bytes.append(contentsOf: chunk[..<count])
    }
  }
}

/// `read(2)` under a name that no method hides.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  unsafe read(descriptor, buffer, count)
}
