import Testing

@testable import LanmuReaders

@Suite("Numbers as text")
struct NumberTextTests {
  @Test(
    "The shortest text",
    arguments: [
      (0, "0"), (-0.0, "0"), (1, "1"), (-1.5, "-1.5"), (0.1, "0.1"), (0.100_000_000_000_000_01, "0.1"),
      (1234567890123, "1234567890123"), (320_102_199_001_011_008, "320102199001011000"),
      (1e20, "100000000000000000000"),
      (1e21, "1e+21"), (1e22, "1e+22"), (1.5e300, "1.5e+300"), (0.000001, "0.000001"),
      (1.25e-7, "1.25e-7"), (Double.leastNonzeroMagnitude, "5e-324"), (0.1 + 0.2, "0.30000000000000004"),
      (2.0 / 3, "0.6666666666666666"),
      (1000, "1000"), (100.25, "100.25"),
    ] as [(Double, String)])
  func shortest(number: Double, expected: String) {
    #expect(NumberText.text(of: number) == expected)
    #expect(Double(NumberText.text(of: number)) == number)
  }

  @Test("A text that passes for shortest is just what the number prints")
  func isShortest() {
    let texts = [
      "0", "-0", "5", "05", "-5", "1.5", "1.50", "0.1", "00.1", ".5", "5.", "1e3", "+5", "", "-", "-.5",
      "0.30000000000000004",
      "123456789012345", "12345.6789012345", "0.00001", "0.000001", "0.0000001", "1 ", "0.0", "10",
      "0.12345678901234", "99999999999999.9", "-0.5", "44197.354166666664",
    ]
    for text in texts where NumberText.isShortest(Array(text.utf8)) {
      #expect(Double(text).map(NumberText.text(of:)) == text)
    }
    #expect(NumberText.isShortest(Array("-12.25".utf8)))
    #expect(NumberText.isShortest(Array("120".utf8)))
    #expect(!NumberText.isShortest(Array("0.10000000000000001".utf8)))
    #expect(NumberText.isShortest(Array("320102199001011234".utf8)))
    #expect(!NumberText.isShortest(Array("320102199001011234567".utf8)))
  }

  @Test("Random doubles round-trip, and their short decimals are their own shortest texts")
  func random() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<20_000 {
      let number = Double(bitPattern: generator.next())
      guard number.isFinite else { continue }
      #expect(Double(NumberText.text(of: number)) == number)
      let mantissa = Int.random(in: 0..<1_000_000_000_000_000)
      let places = Int.random(in: 0..<15)
      var digits = String(mantissa)
      if digits.count <= places { digits = String(repeating: "0", count: places + 1 - digits.count) + digits }
      let text = places == 0 ? digits : digits.dropLast(places) + "." + digits.suffix(places)
      if NumberText.isShortest(Array(text.utf8)) {
        #expect(Double(text).map(NumberText.text(of:)) == text)
      }
    }
  }

  @Test("What is no number of a worksheet is refused")
  func numbers() {
    #expect(NumberText.number("1E-3") == 0.001)
    #expect(NumberText.number("+5") == 5)
    for text in ["", "0x10", "inf", "nan", "1e999", "1,5", "五", "1 "] { #expect(NumberText.number(text) == nil) }
  }
}
