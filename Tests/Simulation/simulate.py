#!/usr/bin/env python3
"""Runs `lanmu census` on a simulated site month by month and holds every result against a slow, independent reckoning.

    simulate.py LANMU [--columns 500] [--units 60] [--articles 200000] [--months 24] [--every 1] [--days 0] [--seed 1]
    simulate.py LANMU --each-day [--every 1] …

It prints each difference and ends with 1 if there was one. `--days N` adds N days within each month to its last; `--every N`
looks at every Nth month only. `--each-day` takes one export of the whole time and makes the census of each day (of every
Nth day), which has to leave out what came later.
"""

import argparse
import csv
import datetime
import json
import pathlib
import random
import subprocess
import sys
import tempfile

import openpyxl

import oracle
from simulated_site import DAY, Site, add_months

NEWS, NOTICES, PERSONNEL = ("工作动态", "图片新闻"), ("通知公告", "政策文件"), ("人事信息", "规划计划")
RULES = pathlib.Path(__file__).parent.parent.parent / "Sources/Lanmu/Census/Rules/census-2015.yaml"
HEADER = ["栏目路径", "标题", "发布时间", "发布单位", "链接", "成文日期"]


class Run:
    def __init__(self, options):
        self.lanmu, self.options = options.lanmu, options
        self.random = random.Random(options.seed + 1)
        self.site = Site(
            options.seed, options.columns, options.units, options.articles, datetime.date(2024, 1, 1), options.months)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="lanmu-simulation-"))
        self.differences = 0
        self.checked = 0
        self.dues = {}
        self.write_plan()
        self.write_map()
        self.write_settings()
        self.letters = self.make_letters()

    # MARK: What the site's systems export

    def write_plan(self):
        book = openpyxl.Workbook(write_only=True)
        sheet = book.create_sheet("栏目保障")
        sheet.append(["模拟县人民政府网站栏目内容保障方案"])
        sheet.append(["序号", "一级栏目", "二级栏目", "三级栏目", "更新要求", "责任单位"])
        for column in self.site.columns:
            path = column.path + [""] * (3 - len(column.path))
            sheet.append([column.number + 1] + path + [column.rule[0], "、".join(column.units)])
        book.save(self.folder / "plan.xlsx")

    def write_settings(self):
        """Who belongs to 各镇, and which columns are in order by decision."""
        lines = ["全称,类别,所属组"] + [f"{town},单位,各镇" for town in self.site.towns]
        (self.folder / "units.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        exempt = [" / ".join(column.path) for column in self.site.columns if column.exempt and "历史专栏" not in column.path]
        rules = RULES.read_text(encoding="utf-8")
        rules = rules.replace("parameters:\n", f"parameters:\n  exempt: {json.dumps(exempt, ensure_ascii=False)}\n")
        (self.folder / "rules.yaml").write_text(rules, encoding="utf-8")

    def write_map(self):
        lines = ["columns:"]
        for column in self.site.columns:
            if column.alias:
                lines.append(f'  "{column.alias}": "{" / ".join(column.path)}"')
        lines.append('  "旧站>已停用": ""')
        (self.folder / "map.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def make_letters(self):
        """Letters with known days; every 40th is never answered."""
        letters = []
        day = self.site.start
        while day <= self.site.end:
            number = len(letters)
            answered = None if number % 40 == 39 else day + DAY * self.random.randrange(20)
            letters.append((f"X{number:05}", day, answered, self.random.choice(self.site.units)))
            day += DAY * self.random.randrange(3)
        return letters

    DATES = [
        lambda day: f"{day} 09:30:00", lambda day: f"{day.year}/{day.month}/{day.day}", lambda day: f"{day:%Y-%m-%d}T02:00:00Z",
        lambda day: f"{day.year}年{day.month}月{day.day}日", lambda day: f"{day:%Y.%m.%d}", lambda day: f"{day:%Y%m%d}",
        lambda day: f"{day.year}-{day.month}-{day.day} 8:05", lambda day: f"{day:%Y-%m-%d}T17:00:00+08:00",
    ]

    def plain_rows(self, day):
        """Everything published up to a day, in the publishing system's own order."""
        rows = []
        for column in self.site.judged:
            for number, (date, title, unit, event) in enumerate(column.items):
                if date > day:
                    break
                link = f"http://example.gov.cn/{column.number}/{number}.html"
                rows.append([
                    column.system, title, self.DATES[(column.number + number) % len(self.DATES)](date), unit, link,
                    str(event) if event else ""])
        self.random.shuffle(rows)
        return rows

    def rows(self, day):
        """Everything published up to a day, and rows that are off."""
        rows, odd = self.plain_rows(day), {}
        target = self.site.columns[0]

        def plant(kind, *row):
            rows.insert(self.random.randrange(len(rows)), list(row) + [""] * (6 - len(row)))
            odd[kind] = odd.get(kind, 0) + 1

        plant("dateUnreadable", target.system, "日期写错的信息", "昨天下午", target.unit)
        plant("dateUnreadable", target.system, "日期不存在的信息", "2025-02-30", target.unit)
        plant("dateMissing", target.system, "没有日期的信息", "", target.unit)
        plant("dateBefore1990", target.system, "太早的信息", "1899-12-30", target.unit)
        plant("dateAfterMonitoring", target.system, "未来的信息", str(day + DAY * 3), target.unit)
        plant("pathMissing", "", "没有栏目的信息", str(day), target.unit)
        for row in self.random.sample([row for row in rows if row[5] == "" and "号信息" in row[1]], 7):
            plant("duplicateRow", *row)
        self.outside = [["旧站>已停用", "停用栏目的信息", str(day), target.unit, "", ""]]
        self.unmatched = [["外来频道>无主栏目", "=HYPERLINK(1)", str(day), "外来单位", "", ""]]
        return rows + self.outside + self.unmatched, odd

    def write_records(self, rows, shape):
        name = ["records.csv", "records.gbk.csv", "records.tsv", "records.xlsx", "records.html"][shape]
        path = self.folder / name
        if shape in (0, 1):
            with open(path, "w", encoding="gb18030" if shape else "utf-8", newline="") as file:
                writer = csv.writer(file)
                writer.writerows([HEADER] + rows)
        elif shape == 2:
            text = "".join("\t".join(row) + "\n" for row in [HEADER] + rows)
            path.write_text(text, encoding="utf-16")
        elif shape == 3:
            book = openpyxl.Workbook(write_only=True)
            sheet = book.create_sheet("发布")
            sheet.append(["信息发布明细"])
            for row in [HEADER] + rows:
                sheet.append([openpyxl.cell.WriteOnlyCell(sheet, value=None) if not cell else self.cell(sheet, cell) for cell in row])
            book.save(path)
        else:
            body = "".join(
                "<tr>" + "".join(f"<td>{cell.replace('>', '&gt;')}</td>" for cell in row) + "</tr>\n"
                for row in [HEADER] + rows)
            path.write_text(f'<html><head><meta charset="utf-8"></head><body><table>{body}</table></body></html>', encoding="utf-8")
        return path

    @staticmethod
    def cell(sheet, text):
        cell = openpyxl.cell.WriteOnlyCell(sheet, value=text)
        cell.data_type = "s"
        return cell

    def write_logs(self, day, month):
        """Letters, link checks and probes up to a day; the failing probes and dead links of the month are returned."""
        with open(self.folder / "letters.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["编号", "栏目", "收到时间", "答复时间", "承办单位", "状态"])
            for number, received, answered, unit in self.letters:
                if received <= day:
                    writer.writerow([number, "县长信箱", received, answered or "", unit, "已办结" if answered else "在办"])
        home, other = month % 4, month % 7
        with open(self.folder / "links.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["位置", "链接地址", "所在页面", "返回码", "发现日期"])
            for number in range(home):
                writer.writerow(["首页", f"http://dead.example/{number}", "http://example.gov.cn/", "404", day])
            for number in range(other):
                writer.writerow(["其他", f"http://dead.example/o{number}", "http://example.gov.cn/a", "404", day])
            writer.writerow(["首页", "http://slow.example/", "http://example.gov.cn/", "503", day])
            writer.writerow(["首页", "http://fine.example/", "http://example.gov.cn/", "200", day])
        failing = [0, 2, 5, 12][month % 4]
        with open(self.folder / "probes.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["探测时间", "结果", "耗时（秒）"])
            for number in range(7 * 24):
                moment = datetime.datetime.combine(day - DAY * (number // 24), datetime.time(number % 24))
                failed = number < failing
                writer.writerow([moment, "失败" if failed and number % 2 else "成功", "15.0" if failed else "1.2"])
        return home, other, failing

    # MARK: Checking

    def differ(self, *words):
        self.differences += 1
        if self.differences <= 40:
            print("DIFFERS", *words)

    def expect(self, found, wanted, *words):
        self.checked += 1
        if found != wanted:
            self.differ(*words, "found", found, "wanted", wanted)

    def month(self, number):
        first = add_months(self.site.start, number)
        days = [add_months(first, 1) - DAY]
        days += [first + DAY * self.random.randrange(27) for _ in range(self.options.days)]
        for day in days:
            self.check(number, first, day, sheets=day == days[0])

    def check(self, number, first, day, sheets):
        rows, odd = self.rows(day)
        shape = [0, 3, 1, 2, 4][number % 5] if len(rows) < 30_000 else number % 3
        records = self.write_records(rows, shape)
        home, other, failing = self.write_logs(day, number)
        words = self.words(first, day, records.name)
        if number and (self.folder / "last.json").exists():
            words += ["--previous", "last.json"]
        subprocess.run(words + ["-o", "census.json"], cwd=self.folder, check=True)
        census = json.loads((self.folder / "census.json").read_text(encoding="utf-8"))
        states = self.states(day, census, planted=True)
        self.totals(day, census, odd)
        self.units(day, census, states, planted=True)
        self.indicators(day, census, states, home, other, failing)
        if sheets:
            self.workbook(words, states, day)
            (self.folder / "census.json").rename(self.folder / "last.json")
        print(f"{first:%Y-%m} {day}: {len(rows)} rows as {records.name}, {self.checked} figures, {self.differences} differ")

    def words(self, first, day, records):
        return [
            self.lanmu, "census", "plan.xlsx", "--month", f"{first:%Y-%m}", "--as-of", str(day), "--records", records,
            "--records-since", str(self.site.start), "--map", "map.yaml", "--units", "units.csv", "--rules", "rules.yaml",
            "--letters", "letters.csv", "--links", "links.csv", "--probes", "probes.csv", "--force", "--quiet"]

    def each_day(self):
        """The census of one day after the other, all from one export of the whole time."""
        rows = self.plain_rows(self.site.end)
        self.write_records(rows, 0)
        exported = sum(len(column.days) for column in self.site.judged)
        day = self.site.start
        while day <= self.site.end:
            first = day.replace(day=1)
            home, other, failing = self.write_logs(day, day.month)
            subprocess.run(self.words(first, day, "records.csv") + ["-o", "census.json"], cwd=self.folder, check=True)
            census = json.loads((self.folder / "census.json").read_text(encoding="utf-8"))
            states = self.states(day, census, planted=False)
            self.units(day, census, states, planted=False)
            self.indicators(day, census, states, home, other, failing)
            later = exported - sum(len(column.known(day)) for column in self.site.judged)
            problems = {item["kind"]: item["count"] for item in census["problems"]}
            self.expect(problems.get("dateAfterMonitoring", 0), later, day, "later items")
            if day.day == 1 or self.options.every > 1:
                print(f"{day}: {self.checked} figures, {self.differences} differ", flush=True)
            day += DAY * self.options.every

    def states(self, day, census, planted):
        columns = census["columns"]
        self.expect(len(columns), len(self.site.judged), day, "columns")
        return [self.column(day, column, found, planted) for column, found in zip(self.site.judged, columns)]

    def due(self, column, days, day):
        """The reckoning's due date, which is another only when something new was published."""
        key = (column.number, column.owner, len(days))
        if key not in self.dues:
            self.dues[key] = oracle.due(column.rule[1], days, day)
        return self.dues[key]

    def column(self, day, column, found, planted):
        label = f"{day} {'/'.join(column.path)} {column.owner or ''} {column.rule[0]}"
        rule = column.rule[1]
        days = column.known(day)
        undated = planted and column.number == 0  # the rows without a usable date were planted there
        self.expect(found["path"], column.path, label, "path")
        self.expect(found.get("unit"), column.owner, label, "unit")
        verdict = oracle.holds(rule, days, day)
        last = max(days) if days else None
        self.expect(found.get("lastUpdate"), str(last) if last else None, label, "lastUpdate")
        self.expect(found["itemsThisMonth"], len([item for item in days if (item.year, item.month) == (day.year, day.month)]), label, "itemsThisMonth")
        self.expect(found["itemsTotal"], len(days) + (4 if undated else 0), label, "itemsTotal")
        self.duties(day, column, found, label)
        if column.exempt:
            self.expect(found["state"], "notApplicable", label, "state")
            self.expect(found["nationalState"], "notApplicable", label, "nationalState")
            return "notApplicable", "notApplicable", last
        due = self.due(column, days, day) if verdict is not None and days else None
        if not days:
            blank = rule[0] not in ("works", "person", "none")
            # A unit whose own column the system does not have is not known to be in order.
            unknown = column.owner and not (days if planted else column.days)
            state = "blank" if blank else "notMeasured" if unknown else "notApplicable"
        elif verdict is None:
            state = "notApplicable"
        elif verdict:
            window = (due - last).days
            amber = 92 if rule[0] in ("january", "year") else max(window // 5, min(7, window // 2))
            state = "due" if (due - day).days <= amber else "ok"
        elif rule[0] == "count" and oracle.back(day, rule[2]) < self.site.start:
            state = "notMeasured"  # the export does not reach back over the whole window
        else:
            state = "overdue"
        self.expect(found["state"], state, label, "state", days[-3:])
        if due:
            self.expect(found.get("dueOn"), str(due), label, "dueOn", days[-3:])
            self.expect(found["daysOver"], max(0, (day - due).days) if state == "overdue" else 0, label, "daysOver")
        national = "notApplicable"
        for topics, window in ((NEWS, ("days", 14)), (NOTICES, ("months", 6)), (PERSONNEL, ("months", 12))):
            if any(topic in column.path for topic in topics):
                national = "ok" if oracle.holds(window, days, day) else "overdue" if days else "blank"
        if national == "notApplicable" and not days:
            national = "blank"
        self.expect("ok" if found["nationalState"] == "due" else found["nationalState"], national, label, "nationalState")
        return state, national, last

    def duties(self, day, column, found, label):
        """What each unit of a column published in it this month; a group's is its members'."""
        month = [unit for date, _, unit, _ in column.items if date <= day and (date.year, date.month) == (day.year, day.month)]
        named = self.site.columns[column.number].units
        self.expect([duty["unit"] for duty in found["units"]], named, label, "units")
        for duty in found["units"]:
            members = self.site.towns if duty["unit"] == "各镇" else [duty["unit"]]
            self.expect(duty.get("items", 0), sum(unit in members for unit in month), label, duty["unit"], "items")

    def totals(self, day, census, odd):
        problems = {item["kind"]: item["count"] for item in census["problems"]}
        problems.pop("publishedBeforeCreation", None)
        for kind, count in odd.items():
            self.expect(problems.get(kind), count, day, "problems", kind)
        self.expect(sorted(problems), sorted(odd), day, "kinds of problems")
        unmatched = [item["path"] for item in census["unmatched"] if item["side"] == "system"]
        self.expect(unmatched, ["外来频道 / 无主栏目"], day, "unmatched")
        lost = [item["path"] for item in census["unmatched"] if item["side"] == "plan"]
        silent = [" / ".join(c.path) for c in self.site.columns if not any(part.known(day) for part in c.parts or [c])]
        self.expect(sorted(lost), sorted(silent), day, "columns without a system's")

    def units(self, day, census, states, planted):
        published = {}
        for column in self.site.judged:
            for date, _, unit, _ in column.items:
                if date <= day and (date.year, date.month) == (day.year, day.month):
                    published[unit] = published.get(unit, 0) + 1
        for unit in census["units"]:
            own = [state for column, (state, *_) in zip(self.site.judged, states) if unit["unit"] in column.units]
            self.expect(unit["overdue"], own.count("overdue"), day, unit["unit"], "overdue")
            self.expect(unit["blank"], own.count("blank"), day, unit["unit"], "blank")
            self.expect(unit["onTime"], own.count("ok") + own.count("due"), day, unit["unit"], "onTime")
            items = published.get(unit["unit"], 0)
            others = 2 if planted and unit["unit"] == self.site.columns[0].unit else 0  # 没有栏目的信息, 停用栏目的信息
            self.expect(unit["items"], items + others, day, unit["unit"], "items")

    def indicators(self, day, census, states, home, other, failing):
        found = {item["code"]: item for item in census["indicators"]}
        half = oracle.back(day, 6)
        blank = sum(1 for state, national, _ in states if "blank" in (state, national))
        long_stale = blank + sum(
            1 for state, national, last in states
            if "blank" not in (state, national) and "overdue" in (state, national) and last < half)
        year, quarter = oracle.back(day, 12), oracle.back(day, 3)
        very_late = sum(
            1 for _, received, answered, _ in self.letters
            if year < received < quarter and received <= day and (answered is None or answered > day))
        for measure, value in (
            ("blank", blank), ("longStale", long_stale), ("lettersOverThreeMonths", very_late), ("deadHomeLinks", home),
            ("deadOtherLinks", other), ("probeFailurePercent", 100 * failing / 168),
        ):
            for code in [code for code in found if self.measures.get(code) == measure]:
                self.expect(round(found[code].get("value", -1), 6), round(value, 6), day, code, measure)
        for code in [code for code in found if self.measures.get(code) == "staleNewsAndNotices"]:
            self.expect(found[code]["value"], self.stale(states, day), day, code)

    def stale(self, states, day):
        """News beyond two weeks and notices beyond six months, blank ones among them."""
        return sum(
            1 for c, (_, national, _) in zip(self.site.judged, states)
            if national in ("overdue", "blank") and any(t in c.path for t in NEWS + NOTICES))

    def workbook(self, words, states, day):
        subprocess.run(words + ["-o", "census.xlsx"], cwd=self.folder, check=True)
        book = openpyxl.load_workbook(self.folder / "census.xlsx", read_only=True, data_only=True)

        def listed(sheet, field):
            rows = [row for row in book[sheet].iter_rows(values_only=True)]
            header = next(place for place, row in enumerate(rows) if field in row)
            place = rows[header].index(field)
            return [row[place] for row in rows[header + 1:] if isinstance(row[0], (int, float)) and row[place]]

        overdue = {
            " / ".join(c.path) for c, (state, national, last) in zip(self.site.judged, states)
            if "overdue" in (state, national)}
        self.expect(set(listed("逾期未更新栏目", "栏目路径")), overdue, day, "逾期未更新栏目")
        blank = {" / ".join(c.path) for c, (state, national, _) in zip(self.site.judged, states) if "blank" in (state, national)}
        self.expect(set(listed("空白栏目", "栏目路径")), blank, day, "空白栏目")
        late = {
            title for column in self.site.judged for date, title, _, event in column.items
            if event and date <= day and (date.year, date.month) == (day.year, day.month)
            and date > oracle.workdays_after(event, 3)}
        rows = [row for row in book["公开时限"].iter_rows(values_only=True)]
        header = next(row for row in rows if "标题" in row)
        result = header.index("结果")
        self.expect({row[header.index("标题")] for row in rows if row[result] and "超期" in str(row[result])}, late, day, "公开时限")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lanmu")
    for name, value in (
        ("columns", 500), ("units", 60), ("articles", 200_000), ("months", 24), ("every", 1), ("days", 0), ("seed", 1),
        ("first", 6),
    ):
        parser.add_argument("--" + name, type=int, default=value)
    parser.add_argument("--each-day", action="store_true")
    options = parser.parse_args()
    options.lanmu = str(pathlib.Path(options.lanmu).resolve())
    run = Run(options)
    rules = RULES.read_text(encoding="utf-8")
    run.measures = {}
    for block in rules.split("- code: ")[1:] or rules.split("code: ")[1:]:
        fields = dict(part.split(": ", 1) for part in block.replace("\n", ", ").replace("}", ",").split(", ") if ": " in part)
        run.measures[block.split(",")[0].split("\n")[0].strip()] = fields.get("measure", "").strip()
    if options.each_day:
        run.each_day()
        options.months = 0
    for number in range(options.first if options.months > options.first else 0, options.months, options.every):
        run.month(number)
    print(f"{run.checked} figures compared, {run.differences} differ")
    sys.exit(1 if run.differences or not run.checked else 0)


if __name__ == "__main__":
    main()
