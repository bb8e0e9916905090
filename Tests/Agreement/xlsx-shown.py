#!/usr/bin/env python3
"""Shows every number in every format, by LibreOffice in a Chinese setting and by lanmu, in the 1900 and the 1904 system.

Usage: xlsx-shown.py LANMU [--folder DIR]

Percentages and codes with leading zeros have to be as LibreOffice shows them, dates and times have to name the same
moment, and all other numbers have to be the shortest text of their value. Exits with 1 if a difference is unexplained.
"""

import argparse
import collections
import csv
import datetime
import math
import os
import re
import sys
import tempfile

import programs
import shown
import workbooks
import xlsxwriter

SETTING = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>zh-CN</value></prop></item></oor:items>"""

# The codes of the built-in formats in simplified Chinese (ECMA-376 part 1, 18.8.30).
BUILT_IN = {
    9: "0%", 10: "0.00%", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: 'yyyy"年"m"月"', 28: 'm"月"d"日"',
    29: 'm"月"d"日"', 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"',
    34: '上午/下午h"时"mm"分"', 35: '上午/下午h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"', 45: "mm:ss", 46: "[h]:mm:ss",
    47: "mm:ss.0", 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"',
    55: '上午/下午h"时"mm"分"', 56: '上午/下午h"时"mm"分"ss"秒"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}
CODES = workbooks.FORMATS + [
    "[>=100]0%;0.0%", "[<0][Red]-0.0%;[>=1]0%;0.00%", "[Red][<0.5]0.0%;[Green]0%", "0%;-0%;0.0%", "0%;(0.0%)", "0.0%;[Red]-0.0%",
    "[$-804]yyyy\\-mm\\-dd", "[$-F400]h:mm:ss\\ AM/PM", '[h]"小时"mm"分"', "[m]:ss", "[ss]", "[hh]:mm:ss.00", "[mm]", "h AM/PM",
    "h:mm A/P", "上午/下午h:mm:ss", '[$-804]上午/下午h"时"mm"分";@', "yyyy\"年\"mm\"月\"dd\"日\"\\ hh:mm", "[DBNum1]m\"月\"d\"日\"",
    "e\"年\"m\"月\"", "d/m/yy", "mm-dd", "mmmm yyyy", "dddd", "ddd d mmm", "aaaa", "[Blue]yyyy-mm-dd;[Red]-yyyy-mm-dd", "[Color10]0%",
    "00-00-00", "0000", "000;-000;000", "[>999]00000;000", "\"No.\"0000", "0000\"号\"", "00\\:00", "000%", "#%", "##.##%", "0,000",
    "0 %", "%0", "\"%\"0", "\\%0", "# ??/??%", "0.00E+00%", 'General"人"', "G/通用格式", "G/通用格式\"元\"",
    "[DBNum2][$-804]G/通用格式", "@", "0@", ";;;", ";;", "0;;", "yyyy", "m", "d", "h", "s", "mmm", "mmmmm", "yyyy-m-d h:mm:ss.0",
]
NUMBERS = workbooks.NUMBERS + [
    100, 99.5, 0.004, 0.005, 0.125, -0.125, -0.5, -1.5, -45000, 2958465, 2958465.5, 2958466, 36526.999999, 0.99999, 1e-9, 12, 1234,
    100000, 0.25, 45000.5, 45000.000005, 43831.041666666664, 1.25, 367, 7.0,
]


def write(path, is_1904):
    workbook = xlsxwriter.Workbook(path, {"date_1904": is_1904})
    sheet = workbook.add_worksheet()
    for column, code in enumerate(list(BUILT_IN) + CODES):
        style = workbook.add_format({"num_format": code})
        for row, number in enumerate(NUMBERS):
            sheet.write_number(row, column, number, style)
    workbook.close()


def is_shortest(ours, number):
    try:
        return float(ours) == float(number) and len(ours) <= len(repr(float(number)))
    except ValueError:
        return False


# The system's own date and time, whatever stands behind it in the code.
SYSTEM = {"[$-F800]": 'yyyy"年"m"月"d"日" aaaa', "[$-F400]": "hh:mm:ss"}


def moment(number, is_1904):
    """A number as a date and time, by the calendar alone."""
    start = datetime.datetime(1904, 1, 1) if is_1904 else datetime.datetime(1899, 12, 30)
    return (start + datetime.timedelta(days=math.floor(number), seconds=round(number % 1 * 86400))).isoformat()


def elapsed(number, text):
    """Whether a text such as 36:30, 36:30:00, 2190:00 or 131400 is a number of days as an elapsed time."""
    parts = [int(part) for part in re.findall(r"\d+", text)]
    return any(abs(sum(part * unit for part, unit in zip(parts, units)) - number * 86400) < 61
               for units in ((3600, 60, 1), (60, 1), (1,)))


def verdict(code, number, text, ours, is_1904):
    """How lanmu's text of a number agrees with what is shown; with "NOT" in front if it does not."""
    if ours == text and ours:
        return "equal to what is shown"
    # XlsxWriter keeps sixteen digits of a number.
    number = float("%.16G" % number)
    parts = shown.sections(SYSTEM.get(code[:8], code))
    for section in parts:
        same = shown.agrees(section, text, ours)
        if same:
            return "the moment that is shown"
        if same is False:
            break
    else:
        same = None
    if same is False or text == "#FMT":
        if number < 0 and is_shortest(ours, number):
            return "explained: below 0 is no date: Excel shows ####, LibreOffice a day before the first"
        if number >= 2957000 and is_shortest(ours, number):
            return "explained: beyond the year 9999 LibreOffice goes on, Excel shows ####"
        if text == "#FMT" and abs(number) * 86400 > 2**31 and elapsed(number, ours):
            return "explained: LibreOffice shows no more than 2^31 seconds as an elapsed time"
        if not is_1904 and number < 61:
            return "explained: before March 1900 LibreOffice is a day behind Excel, which has a 29 February 1900"
        if abs(number) < 1e6 and shown.agrees(section, text, moment(math.floor(number * 86400 + 1e-6) / 86400, is_1904)):
            return "explained: LibreOffice cuts off a second's fraction, lanmu rounds it"
        return "NOT the same moment"
    if "上午/下午" in code and float(text) == float(f"{number:.15G}"):
        return "explained: LibreOffice knows 上午/下午 in its own built-in formats only"
    if "[<" in code or "[>" in code:
        if number < 0 and text.lstrip("-") == ours.lstrip("-"):
            return "explained: in sections with conditions LibreOffice leaves out or doubles the sign, Excel shows it"
    if "#%" in code and text == ours.replace(".%", "%"):
        return "explained: Excel shows the point of ##.##% behind whole numbers, LibreOffice does not"
    if is_shortest(ours, number):
        if "%" in text and "%" not in "".join(re.findall(r'"[^"]*"|\\.', code)):
            return "NOT a percentage"
        if re.fullmatch(r"-?0\d+", text):
            return "NOT a code"
        return "the shortest text of the number"
    return "NOT equal"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("lanmu")
    parser.add_argument("--folder")
    parser.add_argument("--show", type=int, default=60)
    options = parser.parse_args()
    folder = options.folder or tempfile.mkdtemp(prefix="xlsx-shown-")
    profile = os.path.join(folder, "profile")
    os.makedirs(os.path.join(profile, "user"), exist_ok=True)
    with open(os.path.join(profile, "user", "registrymodifications.xcu"), "w", encoding="utf-8") as file:
        file.write(SETTING)
    counts, wrong = collections.Counter(), []
    for is_1904 in (False, True):
        path = os.path.join(folder, "1904.xlsx" if is_1904 else "1900.xlsx")
        write(path, is_1904)
        # Comma, quotes, UTF-8, from the first line on, no column types, no language, texts unquoted, as shown.
        programs.convert([path], "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true", folder, profile)
        with open(path[:-4] + "csv", encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        texts = {(cell["row"], cell["column"]): cell["text"]
                 for cell in programs.Reading(options.lanmu, path).tables[0]["cells"]}
        for column, code in enumerate(list(BUILT_IN) + CODES):
            for row, number in enumerate(NUMBERS):
                ours = texts.get((row, column), "")
                kind = verdict(BUILT_IN.get(code, code), number, rows[row][column], ours, is_1904)
                counts[kind] += 1
                if kind.startswith("NOT"):
                    wrong.append((kind, path[-9:-5], code, BUILT_IN.get(code, ""), number, "shown", rows[row][column], "lanmu", ours))
    for kind, count in sorted(counts.items()):
        print(f"{kind:90} {count}")
    for difference in wrong[:options.show]:
        print(*difference)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
