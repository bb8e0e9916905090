#!/usr/bin/env python3
"""Makes many small sites for the parallel run: make_sites.py FOLDER NUMBER [COLUMNS]. The same numbers give the same sites."""

import csv
import datetime
import pathlib
import random
import sys

RULES = [("2周内更新", 9), ("每月", 16), ("1个月内更新", 21), ("6个月内更新", 100), ("按需更新", 60), ("每年至少更新一次", 200)]
DAY = datetime.date(2026, 11, 30)


def make(folder, number, columns):
    numbers = random.Random(number)
    folder.mkdir(parents=True, exist_ok=True)
    units = [f"第{number}县{name}局" for name in ("教育", "民政", "财政", "水利")]
    plan, records = [], []
    for column in range(columns):
        rule, pace = RULES[numbers.randrange(len(RULES))]
        path = (f"频道{column % 3}", f"第{column}栏")
        plan.append([*path, rule, units[column % len(units)]])
        day = DAY - datetime.timedelta(numbers.randrange(pace * 2))
        for item in range(0 if column % 9 == 8 else numbers.randrange(1, 8)):
            records.append([" > ".join(path), f"第{column}-{item}号信息", day, units[column % len(units)]])
            day -= datetime.timedelta(pace)
    for name, header, rows in (
        ("plan.csv", ["一级栏目", "二级栏目", "更新要求", "责任单位"], plan),
        ("records.csv", ["栏目路径", "标题", "发布时间", "发布单位"], records),
    ):
        with open(folder / name, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([header] + rows)
    (folder / "since").write_text("2024-01-01\n", encoding="utf-8")


if __name__ == "__main__":
    for number in range(int(sys.argv[2])):
        make(pathlib.Path(sys.argv[1]) / f"site-{number:05}", number, int(sys.argv[3]) if len(sys.argv) > 3 else 12)
