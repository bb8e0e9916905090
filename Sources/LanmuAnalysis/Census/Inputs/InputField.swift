/// What a field of a census input may mean, over all kinds of input.
package enum InputField: String, Sendable, Hashable, CaseIterable {
  case path, title, published, unit, link, documentNumber, event, reprinted, created
  case number, received, answered, status
  case page, position, kind, code, found
  case time, duration, result

  /// The header names by which a field is recognised, folded; earlier names are surer.
  package var synonyms: [String] {
    switch self {
    case .path:
      [
        "栏目路径", "栏目全路径", "栏目全称", "所属栏目", "栏目", "栏目名称", "频道", "一级栏目", "二级栏目", "三级栏目", "四级栏目", "五级栏目", "发布栏目",
        "所在栏目", "信息分类", "目录", "columnname", "column", "channel",
      ]
    case .title: ["标题", "信息标题", "文章标题", "文件标题", "信息名称", "主题", "题目", "来信标题", "链接文字", "链接名称", "title", "articletitle"]
    case .published:
      [
        "发布时间", "发布日期", "发稿时间", "发稿日期", "上线时间", "上网时间", "发文时间", "更新时间", "更新日期", "最后更新时间", "日期", "时间", "pubdate",
        "publishtime", "publishdate", "date",
      ]
    case .unit:
      [
        "发布单位", "单位", "来源单位", "责任单位", "发布机构", "发布部门", "供稿单位", "报送单位", "信息来源", "来源", "稿件来源", "部门", "承办单位", "办理单位",
        "答复单位", "回复单位", "contentsource", "source", "unit",
      ]
    case .link: ["链接", "链接地址", "网址", "信息链接", "文章链接", "地址", "问题链接", "url", "link", "href"]
    case .documentNumber: ["文号", "发文字号", "文件编号"]
    case .event: ["成文日期", "成文时间", "形成日期", "形成时间", "印发日期", "产生日期", "签发日期", "发文日期", "信息形成日期", "作出日期", "决定日期"]
    case .reprinted: ["是否转载", "转载", "稿件类型", "是否原创", "信息类型"]
    case .created: ["创建时间", "创建日期", "录入时间", "录入日期", "采集时间", "入库时间"]
    case .number: ["编号", "信件编号", "来信编号", "受理编号", "查询码", "序列号", "id"]
    case .received: ["收到", "收到时间", "收到日期", "来信时间", "来信日期", "受理时间", "受理日期", "提交时间", "提交日期", "留言时间", "留言日期"]
    case .answered: ["答复", "答复时间", "答复日期", "回复时间", "回复日期", "办结时间", "办结日期", "办理时间", "公开答复时间"]
    case .status: ["状态", "办理状态", "处理状态", "信件状态", "办理情况"]
    case .page: ["所在页面", "来源页面", "上级url", "上级页面", "父页面", "页面", "所在页面地址"]
    case .position: ["位置", "层次", "链接位置", "所在位置"]
    case .kind: ["类型", "链接类型", "类别", "信件类型", "信件类别"]
    case .code: ["返回码", "状态码", "http状态", "http状态码", "响应码", "错误码", "code"]
    case .found: ["发现日期", "发现时间", "检测时间", "检查时间", "检查日期", "检测日期", "访问时间", "日期", "时间"]
    case .time: ["探测时间", "监测时间", "检测时间", "访问时间", "时间", "日期", "time"]
    case .duration: ["耗时", "响应时间", "打开时间", "用时", "耗时(秒)", "响应时间(秒)", "耗时秒", "duration"]
    case .result: ["结果", "是否成功", "探测结果", "检测结果", "访问结果", "状态", "是否可用", "result", "status"]
    }
  }

  /// The fields that each kind of input may have, in the order in which they claim headers.
  package static func fields(of kind: InputSummary.Kind) -> [InputField] {
    switch kind {
    case .records: [.published, .path, .title, .event, .created, .unit, .link, .documentNumber, .reprinted]
    case .letters: [.received, .answered, .number, .path, .unit, .status, .title, .kind]
    case .links: [.link, .code, .found, .page, .position, .kind, .title, .path, .unit, .result]
    case .probes: [.time, .result, .duration, .code]
    case .plan, .returns, .previous: []
    }
  }

  /// The fields without which a table is no input of this kind: one of each group must be there.
  package static func needed(of kind: InputSummary.Kind) -> [[InputField]] {
    switch kind {
    case .records: [[.published], [.path]]
    case .letters: [[.received]]
    case .links: [[.link], [.code, .result]]
    case .probes: [[.time], [.result, .code, .duration]]
    case .plan, .returns, .previous: []
    }
  }

  /// As messages and mapping files name it.
  package var chineseName: String { synonyms.first ?? rawValue }
}
