package import LanmuAnalysis

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The day on which a command runs, where people live by Beijing time (UTC+8).
package enum BeijingClock {
  package static var today: CivilDate {
    let seconds = time(nil) + 8 * 3600
    return CivilDate(clampingDayNumber: Int(seconds / 86_400))
  }
}
