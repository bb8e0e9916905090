#!/usr/bin/env python3
"""Fills in a few task sheets as units would: python3 Samples/make-returns.py FOLDER-OF-TASK-SHEETS

The sheets are those that `lanmu demo` writes into 6-任务清单-2026-12. Three units answer, each in its own way of writing
dates and numbers. Needs openpyxl.
"""

import pathlib
import sys

from openpyxl import load_workbook

HERE = pathlib.Path(__file__).parent
ANSWERS = {
    "县人社局": [("已更新", "2026-12-08", 3, "", "李某"), ("正在办理", "", "", "材料未审签", "李某")],
    "县民政局": [("已更新", "2026.12.5", "２", "", "王某"), ("无变动无需更新", "", "", "本期无新信息", "王某")],
    "青石镇": [("已更新", "12月9日", "1条", "", "陈某")],
}
FIELDS = ["办理情况", "更新日期", "条数", "未更新原因", "责任人"]


def fill(path, answers, target):
    book = load_workbook(path)
    for sheet in book.worksheets:
        heads = {cell.value: cell for row in sheet.iter_rows(max_row=15) for cell in row if cell.value in FIELDS}
        if len(heads) < len(FIELDS):
            continue
        first = heads["办理情况"].row + 1
        for offset, answer in enumerate(answers):
            for field, value in zip(FIELDS, answer):
                if value != "":
                    sheet.cell(first + offset, heads[field].column, value)
        break
    book.save(target)


def main():
    folder = pathlib.Path(sys.argv[1])
    (HERE / "returns").mkdir(exist_ok=True)
    for unit, answers in ANSWERS.items():
        path = next(path for path in sorted(folder.glob("*.xlsx")) if path.name.startswith(unit))
        fill(path, answers, HERE / "returns" / path.name)
        print(path.name)


if __name__ == "__main__":
    main()
