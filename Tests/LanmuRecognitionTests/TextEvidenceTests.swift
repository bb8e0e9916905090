import Testing

@testable import LanmuRecognition

/// What single texts are taken for, and what the model's own certainty is worth.
@Suite("Evidence of texts")
struct TextEvidenceTests {
  @Test("Who of all is to do something may stand before what is to be done")
  func dutiesOfSome() {
    for duty in ["本级集中公开我区民意直通情况", "部门整理公开年度报告的最新资料", "镇街提供民族人口的办理流程"] {
      #expect(TextEvidence(duty).isDuty)
    }
    for other in ["部门发布", "部门提供、中心发布信息", "部门动态信息", "乡镇发布会直播间"] { #expect(!TextEvidence(other).isDuty) }
  }

  @Test("What is done to a place is no unit, though it ends in the name of one")
  func doings() {
    #expect(TextEvidence("链接到上级平台").units == 0)
    #expect(TextEvidence("转载省政府").units == 0)
    #expect(TextEvidence("由技术单位协助").units == 0)
    #expect(TextEvidence("栏目链接到省局专区").units == 0)
    #expect(TextEvidence("栏目链接到省局专区").isDuty)
    #expect(!TextEvidence("栏目链接").isDuty)
    #expect(TextEvidence("县广播电视台").units == 1)
    #expect(TextEvidence("海关").units == 1)
    #expect(TextEvidence("准营准办").units == 0)
    #expect(TextEvidence("县创城专班").bodies == 1)
    #expect(TextEvidence("下属单位").bodies == 0)
    #expect(TextEvidence("各下属单位").bodies == 1)
  }

  @Test("Kinds of things are no group of bodies unless they end as bodies do")
  func kinds() {
    for text in ["各类负面清单", "各项制度", "各种表格"] {
      #expect(TextEvidence(text).units == 0)
      #expect(!TextEvidence(text).isGroup)
    }
    for text in ["各类企业", "各科", "各有关方面"] {
      #expect(TextEvidence(text).units == 1)
      #expect(TextEvidence(text).isGroup)
    }
  }

  @Test("Sites and ticked boxes are ways to publish", arguments: ["政府网站", "■政府网站", "■政府网站□公开栏"])
  func channels(of text: String) {
    #expect(TextEvidence(text).isMode)
    #expect(TextEvidence(text).units == 0)
    #expect(!TextEvidence("■").isMode)
  }

  @Test("What goes on is no bank", arguments: ["参照上级标准执行", "明年起执行", "试运行", "按原渠道试行"])
  func goings(of text: String) {
    #expect(TextEvidence(text).units == 0)
    #expect(TextEvidence("县农商行").units == 1)
    #expect(TextEvidence("县农发行").units == 1)
  }

  @Test(
    "Bodies with what each of them does are units",
    arguments: ["县教育局按职责分工", "县科协", "文联提供内容，广电台技术支持", "县团委牵头，县水务局按职责配合", "镇政府技术支持", "县委机关"])
  func duties(of text: String) {
    #expect(TextEvidence(text).units == 1)
  }

  @Test("Many units are units, whether strokes part them or nothing does")
  func longLists() {
    let names = ["县卫生健康局", "县商务局", "县水利局", "县融媒体中心", "县委宣传部", "县市场监管局"]
    #expect(TextEvidence(names.joined(separator: "/")).units == 1)
    #expect(TextEvidence(names.joined()).units == 1)
    #expect(TextEvidence("在本县范围内依法主动公开的各类招商引资项目的名称和简介以及联系单位").units == 0)
  }

  @Test("Bars between units part them as commas do, and no two names of one thing are units")
  func bars() {
    let list = TextEvidence("县财政局/县审计局/县退役军人事务局/县农业农村局/各乡镇/县水务局/县应急局")
    #expect(list.units == 1 && list.items == 7)
    #expect(TextEvidence("年报/申请入口").units == 0)
    #expect(TextEvidence("4条/月").time == 1)
  }

  @Test("Units listed role by role are no demand; what is done in time to an object is no rule of time")
  func demands() {
    #expect(!TextEvidence("牵头单位：县水务局；配合单位：县民政局、县教育局").isProse)
    #expect(TextEvidence("发布水务动态；公开水务局政策").isProse)
    #expect(TextEvidence("对过期的文件及时清理").time < 0.5)
    #expect(TextEvidence("有变动及时更新").time == 1)
    #expect(TextEvidence("信息发布做到真实、及时、规范").time < 0.5)
    #expect(TextEvidence("及时、准确更新").time == 1)
    #expect(TextEvidence("变动即更").time == 1)
  }

  @Test("What names promptness among other virtues is rather a demand, unless it speaks of updating")
  func virtues() {
    for text in ["依规及时、准确公布", "做到全面、及时", "真实、及时、有效"] {
      #expect((0.2...0.5).contains(TextEvidence(text).time), "\(text)")
    }
    for rule in ["及时、准确更新", "及时、每周更新", "根据工作需要", "视上级部署", "结合实际"] { #expect(TextEvidence(rule).time == 1, "\(rule)") }
  }

  @Test("What ends as an office does may say what is done, and an office may end as that does")
  func offices() {
    for name in ["企业开办", "一网通办"] { #expect(TextEvidence(name).units == 0, "\(name)") }
    for body in ["政务公开办", "县政务公开办", "信访办"] { #expect(TextEvidence(body).units == 1, "\(body)") }
  }

  @Test("A period of time with a noun behind it names a column; with a demand behind it, it is a rule")
  func namesWithPeriods() {
    for name in ["一周看点", "每日播报", "每周政务要闻", "三年行动", "一事一议"] { #expect(TextEvidence(name).time < 0.5, "\(name)") }
    for rule in [
      "两周内", "每周五前", "每两个月", "每个工作日", "每季度公布", "一个月内更新", "每月至少1篇", "当日报送", "当天更新", "每学期初", "每月10日前", "半年一次", "政策调整后",
      "专题结束前", "立行立改", "第一时间", "按照招聘进程", "预警后10分钟内", "季度", "一事一公开",
      "长期公示",
    ] {
      #expect(TextEvidence(rule).time == 1, "\(rule)")
    }
  }

  @Test(
    "A short text that holds nothing but words of time is a rule",
    arguments: [
      "当日", "次日", "年底前", "月初", "按月", "按季度", "逐季", "1次/月", "不少于4条/月", "季末前5日", "周一至周五", "月均4条", "每期", "每学年", "本月底前",
      "下一年度",
      "一次性", "换届后", "春节前", "会议结束后当日", "随到随办", "活动结束当日报送", "散会当天供稿", "定稿次日提供", "法定时限内", "规定期限内公开", "一事一公开",
      "已完成，持续巩固", "即刻整改", "9月15日前整改完成", "立行立改，持续推进",
    ])
  func wordsOfTime(rule: String) {
    #expect(TextEvidence(rule).time > 0.5)
  }

  @Test(
    "A name that begins as a rule does, or holds a year, is none",
    arguments: ["实时路况", "及时雨行动", "长期护理保险", "常年招商项目", "同步课堂", "即时通讯", "2023年", "动态", "公开", "发布", "一事一议", "法定代表人"])
  func namesLikeRules(name: String) {
    #expect(TextEvidence(name).time < 0.5)
  }

  @Test(
    "One day of one year by which something is done, and keeping step with another site, are hardly rules of time",
    arguments: ["2023年底前完成改版", "与部门网站同步"])
  func noRules(text: String) {
    #expect(TextEvidence(text).time < 0.5)
  }

  @Test("A code of capitals and digits is a number; names with a digit in them are none")
  func codes() {
    for code in ["A0101", "XW-01", "B12"] { #expect(TextEvidence(code).isNumber, "\(code)") }
    for name in ["IPv6", "A4", "Top 10", "CCTV"] { #expect(!TextEvidence(name).isNumber, "\(name)") }
  }

  @Test("A place on the site is told by what stands behind its name")
  func places() {
    #expect(TextEvidence("“公示公告”栏目，及时更新").isPlace)
    #expect(!TextEvidence("“双随机、一公开”").isPlace)
    #expect(!TextEvidence("公示公告栏目").isPlace)
  }

  @Test("Within a text, a number and a unit of time may be part of a name")
  func namedSpans() {
    #expect(TextEvidence("介绍一周看点").time < 0.5)
    #expect(TextEvidence("2023年改版后新设").time < 0.5)
    #expect(TextEvidence("2023年底前").time == 1)
    for text in ["信息形成后两周内", "会议结束后3个工作日", "至少6个月一次"] { #expect(TextEvidence(text).time == 1, "\(text)") }
  }

  @Test("A word for specials says where a label stands only if the label begins with it")
  func specials() {
    for label in ["专题专栏", "专题集锦"] { #expect(LabelVocabulary.weight(label, level: 0, isLeaf: false) > 1) }
    for label in ["常设专题", "乡村振兴专栏"] { #expect(LabelVocabulary.weight(label, level: 0, isLeaf: false) == 1) }
  }

  @Test("What a channel publishes of itself is no channel, though it bears the channel's name")
  func reportsOfChannels() {
    for label in ["政府信息公开年报", "政府信息公开制度"] { #expect(LabelVocabulary.weight(label, level: 0, isLeaf: false) < 1) }
    #expect(LabelVocabulary.weight("政府信息公开", level: 0, isLeaf: false) > 1)
  }

  @Test("What is to be done in time with contents is a rule: 及时归类")
  func doingsInTime() {
    for text in ["及时归类", "及时移交", "定期归集"] { #expect(TextEvidence(text).time == 1, "\(text)") }
  }

  @Test("A calibrated probability is below what the model claims, and grows with it")
  func calibration() {
    let claims = [0.6, 0.9, 0.99, 0.999, 1]
    for (less, more) in zip(claims, claims.dropFirst()) {
      #expect(Calibration.path(less) < Calibration.path(more))
      #expect(Calibration.value(less, of: .responsible) < Calibration.value(more, of: .responsible))
    }
    for claim in claims {
      #expect(Calibration.path(claim) < claim)
      #expect(Calibration.value(claim, of: .lead) < claim)
      #expect(Calibration.value(claim, of: .update) < claim)
    }
  }

  @Test("To do as with another column may be a rule of time as well as a demand; to say more than that is none")
  func references() {
    for text in ["同“公示公告”栏目", "同\"公示\"专栏", "同“公示”"] {
      #expect((0.2...0.5).contains(TextEvidence(text).time), "\(text)")
    }
    for text in ["同“公示公告”栏目的要求，另附图片", "“公示公告”栏目", "同心圆"] { #expect(TextEvidence(text).time == 0, "\(text)") }
  }

  @Test("What is to be done, and whom something is about, is no body though it ends as one does")
  func doingsLikeBodies() {
    for text in ["待上级统一部署", "仅限行政执法单位"] { #expect(TextEvidence(text).units == 0, "\(text)") }
    for text in ["监督检查处", "残联", "审计署"] { #expect(TextEvidence(text).units == 1, "\(text)") }
  }

  @Test("A channel's whole name says more than its ending")
  func channelsLikeColumns() {
    for label in ["新闻动态", "政务动态"] { #expect(LabelVocabulary.weight(label, level: 0, isLeaf: false) >= 1, "\(label)") }
    #expect(LabelVocabulary.weight("部门动态", level: 0, isLeaf: false) < 1)
  }
}
