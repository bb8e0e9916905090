/// The simplified forms of traditional characters, by which words are matched that a document writes in either script.
///
/// All lexicons are written in simplified characters. A document from Hong Kong, Macau or Taiwan has others, and one that a
/// converter has been over, or that was typed with the wrong keyboard, mixes both (更新頻率, 責任單位). Words are looked for in
/// the simplified text; what is put out always keeps the document's own characters. A text keeps its number of scalars, so
/// that a place in the one is the same place in the other.
///
/// The table holds what the lexicons and the names of offices hold, with the usual variants, and no character that simplified
/// text has as well with a meaning of its own (乾, 著, 覆).
package enum SimplifiedForms {
  /// The simplified form of a scalar; itself if it has none.
  package static func form(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard ideographs.contains(scalar.value) else { return scalar }
    let form = forms[Int(scalar.value - ideographs.lowerBound)]
    return form == 0 ? scalar : Unicode.Scalar(form) ?? scalar
  }

  /// A text in simplified characters; the text itself, uncopied, if it has no others.
  package static func text(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isTraditional) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map(form)))
  }

  /// The scalars of a text in simplified characters.
  package static func scalars(of text: String) -> [Unicode.Scalar] {
    var scalars = Array(text.unicodeScalars)
    for place in scalars.indices where isTraditional(scalars[place]) { scalars[place] = form(of: scalars[place]) }
    return scalars
  }

  private static func isTraditional(_ scalar: Unicode.Scalar) -> Bool {
    ideographs.contains(scalar.value) && forms[Int(scalar.value - ideographs.lowerBound)] != 0
  }

  private static let ideographs: ClosedRange<UInt32> = 0x4E00...0x9FFF

  /// For each ideograph the value of its simplified form, 0 where there is none: nearly all of any text has none, and is told
  /// so by one look.
  private static let forms: [UInt16] = {
    var forms = [UInt16](repeating: 0, count: ideographs.count)
    for pair in pairs.unicodeScalars.split(separator: " ") {
      guard pair.count == 2, let traditional = pair.first, let simplified = pair.last else { continue }
      forms[Int(traditional.value - ideographs.lowerBound)] = UInt16(simplified.value)
    }
    return forms
  }()

  /// A traditional character and its simplified form each.
  private static let pairs = """
    丟丢 並并 佈布 佔占 併并 來来 係系 個个 偵侦 備备 傳传 僅仅 僑侨 價价 償偿 優优 儲储 內内 兩两 冊册 別别 刪删 則则 創创 劃划 劉刘 動动 務务 匯汇 區区 協协 參参 吳吴 呂吕 員员 問问 啓启 \
    啟启 喬乔 單单 嚮向 嚴严 國国 圍围 園园 圖图 團团 執执 堅坚 報报 場场 塊块 壓压 婦妇 孫孙 學学 實实 審审 寫写 寬宽 將将 專专 對对 導导 屆届 層层 屬属 崗岗 師师 幹干 幾几 庫库 廠厂 廢废 \
    廣广 廳厅 張张 強强 彙汇 後后 徑径 從从 復复 徵征 態态 慶庆 應应 戰战 戶户 戸户 掃扫 掛挂 採采 換换 揮挥 撐撑 擁拥 擊击 擔担 據据 擬拟 攝摄 敎教 數数 斷断 於于 昇升 時时 暫暂 曆历 書书 \
    會会 査查 條条 楊杨 業业 極极 構构 標标 樣样 機机 檔档 檢检 檯台 欄栏 權权 歐欧 歷历 歸归 殘残 氣气 決决 沒没 況况 減减 測测 湯汤 準准 溝沟 溫温 滙汇 滿满 漁渔 濟济 瀏浏 災灾 為为 無无 \
    煙烟 熱热 營营 爲为 牽牵 狀状 獎奖 獨独 獲获 獸兽 現现 環环 產产 産产 畫画 當当 疊叠 療疗 發发 盡尽 監监 盧卢 眞真 眾众 確确 碼码 礦矿 祕秘 稅税 種种 稱称 穀谷 積积 節节 範范 簡简 簽签 \
    籌筹 糧粮 紀纪 約约 紅红 級级 細细 紹绍 終终 組组 結结 絕绝 絡络 給给 統统 絲丝 經经 綜综 綠绿 綫线 維维 網网 線线 編编 緩缓 縣县 縮缩 總总 織织 繞绕 繫系 續续 羅罗 羣群 義义 聞闻 聯联 \
    職职 聽听 脫脱 臺台 與与 興兴 舉举 舊旧 艦舰 華华 萬万 葉叶 蓋盖 蔣蒋 蕭萧 藍蓝 藝艺 藥药 蘇苏 處处 號号 衆众 術术 衛卫 衞卫 裏里 補补 裝装 裡里 製制 複复 覈核 見见 規规 視视 覺觉 覽览 \
    觀观 觸触 訂订 計计 訊讯 託托 記记 訪访 設设 許许 訴诉 註注 評评 詢询 試试 話话 該该 詳详 誌志 認认 誤误 說说 説说 誰谁 調调 談谈 請请 論论 諧谐 諮咨 諸诸 諾诺 謝谢 證证 識识 譚谭 議议 \
    護护 讀读 變变 讓让 負负 財财 貧贫 責责 費费 貼贴 貿贸 賀贺 資资 賈贾 賓宾 賣卖 賦赋 質质 賬账 賴赖 購购 趙赵 軍军 軟软 載载 輔辅 輪轮 輯辑 輸输 轄辖 轉转 辦办 農农 迴回 這这 連连 週周 \
    進进 遊游 運运 過过 達达 適适 遲迟 遷迁 選选 還还 邊边 郵邮 鄉乡 鄒邹 鄧邓 鄭郑 醫医 釋释 針针 銀银 銷销 錄录 錢钱 錯错 録录 鎮镇 鏈链 鐘钟 長长 門门 閆闫 閉闭 開开 間间 閱阅 閲阅 閻阎 \
    關关 陳陈 陸陆 陽阳 隊队 際际 隨随 險险 隱隐 隻只 雙双 離离 難难 電电 韋韦 韓韩 響响 頁页 項项 順顺 須须 預预 頒颁 領领 頭头 頻频 題题 類类 顧顾 顯显 風风 養养 餘余 館馆 饋馈 馬马 馮冯 \
    駐驻 驗验 體体 麵面 麼么 黃黄 點点 黨党 齊齐 齡龄 龍龙 龐庞 龔龚
    """
}
