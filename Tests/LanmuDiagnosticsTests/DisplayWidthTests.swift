import LanmuDiagnostics
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("栏目", 4), ("第1行", 5), ("，。", 4), ("★", 1), ("e\u{301}", 1), ("Ａ", 2), ("𠀀", 2),
  ])
  func width(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test func padding() {
    #expect("栏目".padded(toDisplayWidth: 6) == "栏目  ")
    #expect("栏目".padded(toDisplayWidth: 2) == "栏目")
  }

  @Test func truncation() {
    #expect("政务公开".truncated(toDisplayWidth: 8) == "政务公开")
    #expect("政务公开".truncated(toDisplayWidth: 6) == "政务…")
    #expect("政务公开".truncated(toDisplayWidth: 1) == "…")
  }
}
