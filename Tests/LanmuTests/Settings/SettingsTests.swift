import LanmuContainer
import LanmuDiagnostics
import Testing

@testable import Lanmu

@Suite struct SettingsTests {
  private func source(_ text: String, name: String = "profile.yaml") -> ByteSource {
    .memory(Array(text.utf8), name: name)
  }

  @Test func aProfilePinsHeaderRowsAndFields() throws {
    let profile = try ProfileReader().read(source("headerRows: 2\nfields:\n  谁来做: responsible\n  多久一次: 更新\n"))
    #expect(profile.general.headerRows == 2)
    #expect(profile.general.fields == ["谁来做": .responsible, "多久一次": .update])
    #expect(profile.general.places.fields["多久一次"] == .init(file: "profile.yaml", line: 4, character: 3))
    #expect(profile.tables.isEmpty)
  }

  @Test func aProfilePinsTheLayoutOfSingleTables() throws {
    let text = """
      levels: 2
      tables:
        - header: [单位, 任务]
          headerRows: 1
          fields: {任务: requirement}
        - header: []
          levels: 3
      """
    let profile = try ProfileReader().read(source(text))
    #expect(profile.general.levels == 2)
    #expect(profile.tables.map(\.header) == [["单位", "任务"], []])
    #expect(profile.tables.map(\.layout.headerRows) == [1, nil])
    #expect(profile.tables.map(\.layout.levels) == [nil, 3])
    #expect(profile.tables[0].layout.fields == ["任务": .requirement])
    #expect(profile.tables[0].place?.line == 3)
    let again = try ProfileReader().read(source(ProfileWriter().text(profile)))
    #expect(again.tables.map(\.header) == profile.tables.map(\.header))
    #expect(again.tables[0].layout.fields == profile.tables[0].layout.fields)
  }

  @Test(arguments: [
    ("headerRows: many\n", 1), ("headerRows: 1\nfield:\n  a: level\n", 2), ("fields:\n  谁: boss\n", 2),
    ("fields: [\n", 2), ("levels: 2\nfields:\n  谁: lead\n  谁: mode\n", 4),
    ("headerRows: 1\nlevels: 2\nfields: {}\n\"headerRows\" : 2\n", 4),
    ("tables:\n  - headerRows: 1\n", 2), ("tables:\n  - header: [a]\n    rows: 1\n", 3),
  ])
  func aFaultNamesItsLine(text: String, line: Int) {
    do throws(LanmuError) {
      _ = try ProfileReader().read(source(text))
      Issue.record("no error")
    } catch {
      #expect(error.category == .data)
      #expect(error.position.file == "profile.yaml")
      #expect(error.position.line == line)
    }
  }

  @Test(arguments: ["fields: [\n", "headerRows: 1\n levels: 2\n", "fields:\n\tlevel: 2\n", "a: \"b\n", "- a\nb: c\n"])
  func aFaultOfSyntaxIsToldInChinese(text: String) {
    do throws(LanmuError) {
      _ = try ProfileReader().read(source(text))
      Issue.record("no error")
    } catch {
      #expect(error.message.chinese.contains("YAML语法有误："))
      #expect(!error.message.chinese.contains("found") && !error.message.chinese.contains("expected"))
    }
  }

  @Test func unitsFromATable() throws {
    let directory = try UnitDirectoryReader().read(
      source("全称,简称,所属组,电话\n县教育和体育局,县教体局、县教育局,各部门,0100\n柳坪镇人民政府,柳坪镇,各乡镇,\n", name: "units.csv"))
    #expect(directory.bodies.map(\.name) == ["县教育和体育局", "柳坪镇人民政府"])
    #expect(directory.bodies[0].aliases == ["县教体局", "县教育局"])
    #expect(directory.bodies[1].groups == ["各乡镇"])
  }

  @Test func unitsFromYAML() throws {
    let directory = try UnitDirectoryReader().read(
      source("- 全称: 县教育和体育局\n  简称: [县教体局, 县教育局]\n  类别: 单位\n", name: "units.yaml"))
    #expect(directory.bodies == [.init(name: "县教育和体育局", aliases: ["县教体局", "县教育局"])])
  }

  @Test func unitsUnderAKeyOfTheirOwn() throws {
    let directory = try UnitDirectoryReader().read(
      source("单位:\n  - 全称: 县教育和体育局\n  - 全称: 县民政局\n", name: "units.yaml"))
    #expect(directory.bodies.map(\.name) == ["县教育和体育局", "县民政局"])
  }

  @Test func unitsOfOneColumn() throws {
    let directory = try UnitDirectoryReader().read(source("全称\r\n县教育和体育局\r\n\r\n县民政局\r\n", name: "units.csv"))
    #expect(directory.bodies.map(\.name) == ["县教育和体育局", "县民政局"])
  }

  @Test func formerNamesAndTheDayOfTheNewOne() throws {
    let directory = try UnitDirectoryReader().read(
      source("全称,简称,曾用名,生效日期\n县数据局,数据局,县大数据局、县信息办,2024年3月1日\n县文旅局,,县文体局,2019.3\n", name: "units.csv"))
    #expect(directory.bodies.map(\.formerNames) == [["县大数据局", "县信息办"], ["县文体局"]])
    #expect(directory.bodies.map(\.since) == ["2024-03-01", "2019-03-01"])
  }

  @Test(arguments: ["2024-1", "2024.1", "2024/1", "2024年1月", "2024", "2024年", "2024-01", "2024.1.1"])
  func aMonthOrAYearBeginsWithItsFirstDay(text: String) throws {
    let directory = try UnitDirectoryReader().read(source("全称,生效日期\n县数据局,\(text)\n", name: "units.csv"))
    #expect(directory.bodies.map(\.since) == ["2024-01-01"])
  }

  @Test func aDayThatIsNoDateIsRefused() {
    #expect(
      throws: LanmuError(
        .init("units.badDate"), .data, message: Message(zh: "", en: ""), remedy: Message(zh: "", en: ""))
    ) {
      try UnitDirectoryReader().read(source("全称,生效日期\n县数据局,机构改革后\n", name: "units.csv"))
    }
  }

  @Test func aTableWithoutNamesIsRefused() {
    #expect(
      throws: LanmuError(
        .init("units.noHeader"), .data, message: Message(zh: "", en: ""), remedy: Message(zh: "", en: ""))
    ) {
      try UnitDirectoryReader().read(source("甲,乙\n一,二\n", name: "units.csv"))
    }
  }
}
