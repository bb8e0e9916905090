#!/usr/bin/env python3
"""Makes a month of the invented county's records: python3 Samples/make-records.py

What the publishing system, the mailbox, the link checker and the availability probe would export on 30 November 2026 for
the plan in plan_source.py. FAULTS says what was planted. The same source gives the same bytes.
"""

import csv
import datetime
import importlib
import io
import pathlib
import random
import re

from openpyxl import Workbook

import plan_source as source

plans = importlib.import_module("make-samples")
HERE = pathlib.Path(__file__).parent
DAY = datetime.date(2026, 11, 30)
SINCE = datetime.date(2025, 11, 1)
SITE = "http://www.chengshui.example"

# Columns that are not as they should be on 30 November, each with what was done to it.
FAULTS = {
    "新闻动态>乡镇快讯": "overdue since 20 November: nothing after 2026-11-05, two weeks allowed",
    "政务公开>重点领域>食品药品": "overdue: nothing after 2026-10-12, one month allowed",
    "政务公开>重点领域>义务教育": "overdue: nothing after 2026-07-30, three months allowed",
    "政务公开>会议公开": "overdue: nothing after 2026-10-20, one month allowed",
    "政务公开>规划计划>工作计划": "overdue: nothing after 2026-03-31, six months allowed",
    "互动交流>部门信箱": "overdue: nothing after 2026-10-09, one month allowed",
    "互动交流>在线访谈": "too few: four of six in twelve months",
    "政务公开>重点领域>公共文化": "about to run out: nothing after 2026-10-05, two months allowed",
    "政务公开>审计公开": "blank",
    "政务公开>★政策解读>负责人谈政策": "blank",
    "网站功能>站点地图": "blank, but without a calendar",
}
LAST = {
    "新闻动态>乡镇快讯": "2026-11-05", "政务公开>重点领域>食品药品": "2026-10-12", "政务公开>重点领域>义务教育": "2026-07-30",
    "政务公开>会议公开": "2026-10-20", "政务公开>规划计划>工作计划": "2026-03-31", "互动交流>部门信箱": "2026-10-09",
    "政务公开>重点领域>公共文化": "2026-10-05",
}
BLANK = {"政务公开>审计公开", "政务公开>★政策解读>负责人谈政策", "网站功能>站点地图"}

# Days before the end on which a column was updated, by its rule.
RHYTHMS = [
    (r"每天", [n for n in range(0, 30) if (DAY - datetime.timedelta(n)).weekday() < 5]),
    (r"每周至少更新2条", [1, 4, 8, 11, 15, 18, 22, 25, 29]),
    (r"每周", [2, 9, 16, 23, 30]),
    (r"2周内", [3, 11, 20, 27, 41]),
    (r"^每月$|1个月内", [6, 18, 38]),
    (r"2个月内", [12, 70]),
    (r"3个月内", [24, 95]),
    (r"6个月内", [47, 190]),
    (r"2月、8月", [97, 279]),
    (r"六次以上", [14, 66, 121, 180, 243, 301]),
    (r"1月底", [315]), (r"3月底", [250]), (r"6月底", [160]), (r"9月底", [75]),
    (r"1年|每年", [133]),
    (r"", [88]),
]
OTHER_UNITS = ["县政府办", "县委宣传部", "县委编办", "县志办", "县信息中心", "县融媒体中心", "市生态环境局澄水分局"]
TITLES = ["{0}信息公布（{1}月）", "关于{0}有关情况的说明", "{1}月{0}工作进展", "{0}：本期更新", "{0}事项一览（截至{1}月{2}日）"]


def publishers(units):
    if "各部门" in units and "各乡镇" not in units:
        return [unit for unit, _ in source.DEPARTMENTS]
    if units == "各乡镇":
        return source.TOWNS.split("、")
    names = [unit for unit, _ in source.DEPARTMENTS] + OTHER_UNITS
    named = [name for name in names if name in units]
    return named or ["县信息中心"]


def records():
    chance, rows = random.Random(20261130), []
    filled, _ = source.resolved(source.ROWS)
    for row in filled:
        column = ">".join(label for label in row[:3] if label)
        if column in BLANK:
            continue
        days = next(days for pattern, days in RHYTHMS if re.search(pattern, row[5]))
        dates = [DAY - datetime.timedelta(n) for n in days]
        if column in LAST:
            last = datetime.date.fromisoformat(LAST[column])
            dates = [last, last - datetime.timedelta(13)]
        if column == "互动交流>在线访谈":
            dates = dates[:4]
        who = publishers(row[6])
        for date in dates:
            unit = chance.choice(who)
            label = (row[2] or row[1]).replace("★", "")
            title = chance.choice(TITLES).format(label, date.month, date.day)
            time = f"{chance.randint(8, 17):02}:{chance.randint(0, 59):02}"
            rows.append([column.replace("★", ""), title, f"{date} {time}", unit])
    # What an export of real life holds besides.
    rows.append(["政务公开>财政信息>专项资金", "=SUM(衔接资金) 分配说明", "2026-11-12 10:05", "县财政局"])
    rows.append(["党建之窗", "主题党日活动", "2026-11-03 09:00", "县城管局"])
    rows.append(["党建之窗", "支部共建", "2026-11-17 09:30", "县城管局"])
    rows.append(["新闻动态>通知公告", "关于元旦假期安排的通知", "2026-12-05 08:00", "县政府办"])
    rows.append(["新闻动态>通知公告", "关于征求意见的公告", "不详", "县政府办"])
    rows.sort(key=lambda row: (row[2], row[0]))
    rows.append(list(rows[-20]))
    return [[*row, f"{SITE}/a/{10001 + number}.html"] for number, row in enumerate(rows)]


def letters():
    chance, rows = random.Random(7), []
    subjects = ["路灯不亮", "公交班次", "垃圾清运", "社保转移", "学位安排", "噪声扰民", "停车收费", "低保申请", "水压偏低", "宅基地办证"]
    units = ["县住建局", "县交通运输局", "县人社局", "县教育局", "县民政局", "县自然资源局"]
    for number in range(24):
        received = datetime.date(2026, 11, 1) + datetime.timedelta(number)
        answered = received + datetime.timedelta(chance.choice([1, 2, 3, 4, 5]))
        late = number in (6, 13)
        if late:
            answered = received + datetime.timedelta(15)
        open_ = number in (21, 22, 23)
        rows.append([f"XZ2026{number + 1101:04}", "县长信箱" if number % 3 else "部门信箱", subjects[number % len(subjects)],
                     str(received), "" if open_ or answered > DAY else str(answered), units[number % len(units)],
                     "在办" if open_ or answered > DAY else "已答复"])
    return rows


def links():
    pages = [("首页", "首页", "省政府服务网", "http://fuwu.example/old", 404), ("其他", "便民查询>公交线路", "线路图", f"{SITE}/files/bus.pdf", 404),
             ("其他", "政策文件>部门文件", "附件1", f"{SITE}/files/2019-3.doc", 404), ("其他", "新闻动态>专题聚焦", "专题首页", f"{SITE}/zt/2020/", 404),
             ("其他", "办事指南", "申请表", f"{SITE}/files/form-12.xls", 404), ("其他", "政务新媒体", "微博", "http://weibo.example/cs", 503)]
    return [[place, f"{SITE}/c/{number}.html", column, text, address, code, f"2026-11-{9 + number:02}"]
            for number, (place, column, text, address, code) in enumerate(pages)]


def probes():
    rows = []
    for day in range(23, 30):
        for hour in range(24):
            failed = (day, hour) == (25, 3)
            rows.append([f"2026-11-{day:02} {hour:02}:10", "超时" if failed else "200", "15.0" if failed else f"{0.4 + hour % 5 / 10:.1f}"])
    return rows


TABLES = {
    "records-2026-11": (["栏目", "标题", "发布时间", "发布单位", "链接"], records),
    "letters-2026-11": (["编号", "栏目", "主题", "收到日期", "答复日期", "承办单位", "状态"], letters),
    "links-2026-11": (["位置", "所在页面", "栏目", "链接文字", "链接地址", "返回码", "发现日期"], links),
    "probes-2026-11": (["探测时间", "结果", "耗时（秒）"], probes),
}


def main():
    for name, (header, rows) in TABLES.items():
        rows = rows()
        text = io.StringIO()
        csv.writer(text).writerows([header, *rows])
        (HERE / f"{name}.csv").write_bytes(text.getvalue().encode("utf-8-sig"))
        print(name, len(rows), "rows")
    book = Workbook()
    sheet = book.active
    sheet.title = "信息列表"
    header, rows = TABLES["records-2026-11"]
    for row in [header, *rows()]:
        sheet.append(row)
        if row[1].startswith("="):
            sheet.cell(sheet.max_row, 2).data_type = "s"
    for letter, width in zip("ABCDE", [30, 40, 18, 18, 36]):
        sheet.column_dimensions[letter].width = width
    (HERE / "records-2026-11.xlsx").write_bytes(plans.saved(book))


if __name__ == "__main__":
    main()
