#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// The signals by which a user or a supervisor ends a process, held back in this thread until `release()`.
struct SignalsHeld {
  private static let numbers = [SIGINT, SIGTERM]
  private var former = sigset_t()

  init() {
    var held = sigset_t()
    unsafe sigemptyset(&held)
    for number in Self.numbers { unsafe sigaddset(&held, number) }
    unsafe pthread_sigmask(SIG_BLOCK, &held, &former)
  }

  /// A signal that has come meanwhile.
  func pending() -> Int32? {
    var waiting = sigset_t()
    guard unsafe sigpending(&waiting) == 0 else { return nil }
    return Self.numbers.first { unsafe sigismember(&waiting, $0) == 1 }
  }

  /// Takes the signal that is waiting, so that it does not end the process at once.
  func take(_ number: Int32) {
    var wanted = sigset_t()
    unsafe sigemptyset(&wanted)
    unsafe sigaddset(&wanted, number)
    var taken: Int32 = 0
    unsafe sigwait(&wanted, &taken)
  }

  func release() {
    var restored = former
    unsafe pthread_sigmask(SIG_SETMASK, &restored, nil)
  }
}
