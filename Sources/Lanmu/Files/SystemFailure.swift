package import LanmuDiagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Why the operating system refused something: an `errno` with its words.
package struct SystemFailure: Sendable, Hashable {
  package let number: Int32

  package init(number: Int32) { self.number = number }

  /// The failure of the call that has just returned.
  package static var last: SystemFailure { SystemFailure(number: errno) }

  package var isBrokenPipe: Bool { number == EPIPE }
  package var isInterruption: Bool { number == EINTR }
  package var isExistence: Bool { number == EEXIST }

  /// Whether the file system knows no hard links, or not here.
  package var isLinkRefusal: Bool { [EPERM, ENOTSUP, EXDEV, EMLINK, ENOSYS].contains(number) }

  /// The reason as a phrase; system messages that have no words here stay in the system's own language.
  package var reason: Message {
    switch number {
    case ENOENT: Message(zh: "没有这个文件或目录", en: "no such file or directory")
    case EACCES, EPERM: Message(zh: "没有权限", en: "permission denied")
    case ENOTDIR: Message(zh: "路径中有一段不是目录", en: "a part of the path is not a directory")
    case EISDIR: Message(zh: "这是一个目录", en: "it is a directory")
    case EROFS: Message(zh: "文件系统只读", en: "the file system is read-only")
    case ENOSPC: Message(zh: "磁盘空间已满", en: "the disk is full")
    case EDQUOT: Message(zh: "磁盘配额已满", en: "the disk quota is used up")
    case ENAMETOOLONG: Message(zh: "文件名过长", en: "the name is too long")
    default:
      if let words = unsafe strerror(number) {
        Message(zh: unsafe String(cString: words), en: unsafe String(cString: words))
      } else {
        Message(zh: "系统错误 \(number)", en: "system error \(number)")
      }
    }
  }
}
