import LanmuContainer
import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import Testing

/// Pages made to keep their reader busy.
@Suite("Hostile pages")
struct HostilePageTests {
  /// By the rules for scripts within scripts none of these ends; each must not be searched as far as the end of the page.
  @Test("Scripts that never end", .timeLimit(.minutes(1)))
  func scripts() throws {
    let scripts = String(repeating: "<script><!--<script><script></script>", count: 40_000)
    let page = "<table><tr><td>a\(scripts)b</td></tr></table><script>"
    let outcome = try DocumentReader().read(.memory(Array(page.utf8), name: "page.html"))
    #expect(outcome.value.tables.map(\.rowCount) == [1])
  }
}
