#!/usr/bin/env python3
"""Fills in task sheets as clerks do, and treats the saved ones as clerks do.

    returns.py fill SHEETS FILLED TRUTH.json SEED    answers in every spelling, with faults planted among them
    returns.py edit SAVED EDITED TRUTH.json SEED     rows sorted, inserted and deleted, columns deleted, sheets renamed

TRUTH.json says what has to be read back: `answers`, and `faults` with the kind that each is to be reported as.
"""

import datetime
import json
import pathlib
import random
import sys

from openpyxl import load_workbook

STATES = ["已更新", "无变动无需更新", "正在办理", "申请延期", "非本单位职责", "建议合并或撤销"]
FIELDS = ["办理情况", "更新日期", "条数", "信息链接或标题", "未更新原因", "责任人"]
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
FAULTS = ["statusUnknown", "statusMissing", "dateUnreadable", "dateOutside", "dateMissing", "countUnreadable", "reasonMissing"]


def dates(day):
    year, month, date = day.year, day.month, day.day
    serial = (day - datetime.date(1899, 12, 30)).days
    return [day, f"{year}.{month}.{date}", f"{month}月{date}日", f"{year}/{month}/{date}", day.isoformat(),
            f"{year}年{month}月{date}日", f"{year}年{month}月{date}日".translate(WIDE), f"{month}.{date}",
            f"{year}{month:02}{date:02}", serial, f" {year}．{month}．{date} "]


def counts(number):
    return [number, str(number), f"{number}条", str(number).translate(WIDE), f" {number} ", f"{number}.0"]


class Table:
    """The sheet with the tasks: where its fields are, and the rows of its tasks."""

    def __init__(self, book):
        for self.sheet in book.worksheets:
            self.columns = {cell.value: cell.column for row in self.sheet.iter_rows(max_row=12) for cell in row
                            if cell.value in FIELDS}
            if len(self.columns) == len(FIELDS):
                break
        else:
            raise SystemExit("no task sheet")
        self.rows = {row[0].row: row[0].value.split(":", 1)[1] for row in self.sheet.iter_rows(max_col=1)
                     if str(row[0].value or "").startswith("lanmu:")}

    def set(self, row, field, value):
        self.sheet.cell(row, self.columns[field]).value = value


def plant(table, row, kind):
    table.set(row, "办理情况", {"statusUnknown": "差不多了", "statusMissing": None, "reasonMissing": "申请延期"}.get(kind, "已更新"))
    table.set(row, "更新日期", {"dateUnreadable": "上旬", "dateOutside": "2027.1.25", "dateMissing": None}.get(kind, "12月3日"))
    table.set(row, "条数", "若干" if kind == "countUnreadable" else 1)
    table.set(row, "未更新原因", None)


def fill(source, target, truth_path, seed):
    generator = random.Random(seed)
    truth = {"answers": [], "faults": []}
    planted = list(FAULTS)
    for path in sorted(source.glob("*.xlsx")):
        if path.name.startswith("00"):
            continue
        unit = path.name.split("网站栏目")[0]
        book = load_workbook(path)
        table = Table(book)
        for row, entry in table.rows.items():
            if planted and generator.random() < 0.2:
                kind = planted.pop()
                plant(table, row, kind)
                truth["faults"].append({"unit": unit, "entry": entry, "kind": kind})
                continue
            state = generator.choice(STATES)
            answer = {"unit": unit, "entry": entry, "status": state}
            table.set(row, "办理情况", generator.choice([state, f" {state} "]))
            if state == "已更新":
                day = datetime.date(2026, 12, generator.randint(1, 20))
                number = generator.randint(0, 30)
                table.set(row, "更新日期", generator.choice(dates(day)))
                table.set(row, "条数", generator.choice(counts(number)))
                answer.update(updatedOn=day.isoformat(), count=number)
            if state in ("正在办理", "申请延期"):
                table.set(row, "未更新原因", "材料未审签")
            table.set(row, "责任人", "李某")
            truth["answers"].append(answer)
        book.save(target / path.name)
    truth_path.write_text(json.dumps(truth, ensure_ascii=False))


def rewrite(table, order):
    """Puts the tasks' rows into another order, the deleted ones last as empty rows."""
    last = table.sheet.max_column
    values = {row: [table.sheet.cell(row, column).value for column in range(1, last + 1)] for row in table.rows}
    lines = [values[row] for row in order] + [[None] * last] * (len(values) - len(order))
    for row, line in zip(sorted(values), lines):
        for column, value in enumerate(line, 1):
            table.sheet.cell(row, column).value = value


def insert_rows(table):
    sheet = table.sheet
    before = sorted(table.rows)[len(table.rows) // 2]
    below = [area for area in sheet.merged_cells.ranges if area.min_row >= before]
    for area in below:
        sheet.unmerge_cells(str(area))
    sheet.insert_rows(before, 2)
    sheet.cell(before, table.columns["办理情况"]).value = "已更新"
    for area in below:
        area.shift(row_shift=2)
        sheet.merge_cells(str(area))


def edit(source, target, truth_path, seed):
    generator = random.Random(seed)
    truth = json.loads(truth_path.read_text())
    for place, path in enumerate(sorted(source.glob("*.xlsx"))):
        unit = path.name.split("网站栏目")[0]
        book = load_workbook(path)
        table = Table(book)
        rows = sorted(table.rows)
        if place % 4 == 1:
            rewrite(table, generator.sample(rows, len(rows)))
            table.sheet.title = "Sheet1"
        elif place % 4 == 2:
            gone = table.rows[rows.pop(generator.randrange(len(rows)))]
            rewrite(table, rows)
            for list_name in ("answers", "faults"):
                truth[list_name] = [item for item in truth[list_name] if (item["unit"], item["entry"]) != (unit, gone)]
            truth["faults"].append({"unit": unit, "entry": gone, "kind": "rowMissing"})
        elif place % 4 == 3:
            insert_rows(table)
            table.sheet.cell(1, 1).value = None
            for row in range(1, table.sheet.max_row + 1):
                table.sheet.cell(row, 1).value = None
            truth["faults"].append({"unit": unit, "entry": "", "kind": "rowUnknown"})
        book.save(target / path.name)
    truth_path.write_text(json.dumps(truth, ensure_ascii=False))


if __name__ == "__main__":
    task, folders, seed = sys.argv[1], [pathlib.Path(word) for word in sys.argv[2:5]], int(sys.argv[5])
    {"fill": fill, "edit": edit}[task](*folders, seed)
