import LanmuDiagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Writes to an open file descriptor, all of it or a failure.
package enum DescriptorWriter {
  package static let standardOutput: Int32 = STDOUT_FILENO
  package static let standardError: Int32 = STDERR_FILENO

  package static func write(_ text: String, to descriptor: Int32) throws(SystemFailureError) {
    try write(Array(text.utf8), to: descriptor)
  }

  package static func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemFailureError) {
    var done = 0
    while done < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        #if canImport(Glibc)
        unsafe Glibc.write(descriptor, buffer.baseAddress.map { unsafe $0 + done }, bytes.count - done)
        #elseif canImport(Musl)
        unsafe Musl.write(descriptor, buffer.baseAddress.map { unsafe $0 + done }, bytes.count - done)
        #else
        unsafe Darwin.write(descriptor, buffer.baseAddress.map { unsafe $0 + done }, bytes.count - done)
        #endif
      }
      if written >= 0 {
        done += written
      } else {
        let failure = SystemFailure.last
        if !failure.isInterruption { throw SystemFailureError(failure: failure) }
      }
    }
  }

  /// Whether the descriptor is a terminal.
  package static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }
}

/// A system call's failure, before anybody has said what it means for the user's request.
package struct SystemFailureError: Error {
  package let failure: SystemFailure
}
