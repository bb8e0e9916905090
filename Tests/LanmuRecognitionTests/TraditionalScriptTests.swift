import LanmuDiagnostics
import LanmuGrid
import LanmuRecognition
import LanmuTestSupport
import Testing

@Suite("Plans in traditional characters")
struct TraditionalScriptTests {
  @Test("A header in traditional characters says what one in simplified ones does, and is put out as it stands")
  func header() throws {
    let table = try RecognisedTable(
      """
      序號 | 欄目名稱 | 內容要求 | 更新頻率 | 責任單位 | 備註
      1 | 領導之窗 | 領導簡歷 | 及時更新 | 縣政府辦公室 |
      2 | 統計數據 | 統計月報 | 每週更新 | 縣統計局 | 試運行
      """)
    #expect(table.header == ["序號", "欄目名稱", "內容要求", "更新頻率", "責任單位", "備註"])
    #expect(table.fields == [.number, .level, .requirement, .update, .responsible, .remarks])
    #expect(table.rows.map(\.path) == [["領導之窗"], ["統計數據"]])
    #expect(table.rows.map { $0.texts[.update] } == ["及時更新", "每週更新"])
  }

  @Test("Without a header, times and units in traditional characters are told as those in simplified ones are")
  func headerless() throws {
    let table = try RecognisedTable(
      """
      領導之窗 | 領導簡歷、分工和聯繫方式，須配照片。 | 變動時更新 | 縣政府辦公室
      統計數據 | 統計月報和年鑒，註明口徑。 | 每週更新 | 縣統計局
      人事任免 | 任免、招錄的文件和名單。 | 實時更新 | 縣人社局、縣委組織部
      """)
    #expect(table.fields == [.level, .requirement, .update, .responsible])
  }

  @Test("Words are compared by characters, one for one")
  func forms() {
    #expect(SimplifiedForms.text("更新頻率（備註）") == "更新频率（备注）")
    #expect(SimplifiedForms.text("乾隆著作") == "乾隆著作")
    #expect(SimplifiedForms.scalars(of: "總辦𠀀").count == 3)
  }
}
