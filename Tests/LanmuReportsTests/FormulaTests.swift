import LanmuContainer
import Testing

@testable import LanmuReports

/// Formulas of templates, computed over a small sheet.
@Suite struct FormulaTests {
  /// A1:A4 numbers, B1:B4 words, C1 a day, D1 empty.
  private static func value(_ formula: String) -> String {
    func cell(_ reference: String, _ type: String?, _ content: String, isFormula: Bool = false) -> RawMarkup.Node {
      .element(
        RawMarkup.Element(
          "c", [("r", reference)] + (type.map { [("t", $0)] } ?? []),
          [.element(RawMarkup.Element(isFormula ? "f" : "v", [], [.raw(RawMarkup.escaped(content))]))]))
    }
    func row(_ number: Int, _ cells: [RawMarkup.Node]) -> RawMarkup.Node {
      .element(RawMarkup.Element("row", [("r", String(number))], cells))
    }
    let words = ["逾期", "按期", "逾期", "空白"]
    var rows = (1...4).map { number in
      row(number, [cell("A\(number)", nil, String(number * 10)), cell("B\(number)", "str", words[number - 1])])
    }
    rows.append(row(5, [cell("C5", nil, "46356"), cell("E5", nil, "E6+1", isFormula: true)]))
    rows.append(row(6, [cell("E6", nil, "E5+1", isFormula: true), cell("F6", nil, formula, isFormula: true)]))
    var root = RawMarkup.Element("worksheet", [], [.element(RawMarkup.Element("sheetData", [], rows))])
    let calculation = TemplateCalculation(names: ["states": "表!$B$1:$B$4"])
    calculation.add(root, named: "表", sharedStrings: [])
    let unknown = calculation.complete(&root, named: "表")
    if unknown.contains(where: { $0.column == 5 }) { return "?" }
    let last = root.first("sheetData")?.elements.last?.elements.last
    return last?.first("v")?.text ?? ""
  }

  @Test(arguments: [
    ("SUM(A1:A4)", "100"), ("SUM(A1:A2,A4)*2-1", "139"), ("-2^2", "4"), ("2+3*4", "14"), ("10%", "0.1"),
    ("COUNTIF(B1:B4,\"逾期\")", "2"), ("COUNTIF(states,\"<>逾期\")", "2"), ("COUNTIF('表'!$B$1:$B$4,\"*期\")", "3"),
    ("COUNTIFS(B1:B4,\"逾期\",A1:A4,\">10\")", "1"), ("SUMIF(B1:B4,\"逾期\",A1:A4)", "40"),
    ("SUMIFS(A1:A4,B1:B4,\"<>逾期\",A1:A4,\"<=\"&20)", "20"), ("IF(A1>5,\"是\",\"否\")&A2", "是20"),
    ("IF(D1=\"\",\"—\",1/D1)", "—"), ("1/D1", "#DIV/0!"), ("IFERROR(1/0,\"无\")", "无"),
    ("TEXT(11.449,\"0.0\")&\"分\"", "11.4分"),
    ("TEXT(0.917,\"0.0%\")", "91.7%"), ("TEXT(C5,\"yyyy-mm-dd\")", "2026-11-30"), ("EDATE(C5,-9)", "46081"),
    ("ROUND(2.675,2)", "2.68"), ("INDEX(A1:A4,MATCH(\"按期\",B1:B4,0))", "20"), ("VLOOKUP(30,A1:B4,2,FALSE)", "逾期"),
    ("RANK(A2,A1:A4)", "3"), ("MAX(A1:A4)-MIN(A1:A4)", "30"), ("AVERAGE(A:A)", "25"), ("COUNTA(B1:B9)", "4"),
    ("COUNTBLANK(A1:A6)", "2"), ("AND(A1=10,NOT(A2=10))", "1"), ("N(B1)+N(A1)", "10"),
    ("SUMPRODUCT(A1:A2,A3:A4)", "1100"),
    ("SUBTOTAL(9,A1:A4)", "100"), ("别的!A1", "#REF!"), ("没有的名称", "#NAME?"),
  ])
  func formulaIsComputed(_ formula: String, _ expected: String) {
    #expect(Self.value(formula) == expected)
  }

  @Test(arguments: [
    "TODAY()", "E5", "SUM(", "FILTER(A1:A4,B1:B4)", "TEXT(1,\"[红色]0\")", String(repeating: "(", count: 500),
  ])
  func whatCannotBeComputedHasNoValue(_ formula: String) {
    #expect(Self.value(formula) == "?")
  }
}
