#!/usr/bin/env python3
"""Reads random workbooks with lanmu, openpyxl and python-calamine, and compares every cell.

Usage: xlsx-agreement.py LANMU [--workbooks 200] [--from-seed 1] [--folder DIR] [--libreoffice]

With --libreoffice each workbook is also read as LibreOffice writes it anew; `xlsx-shown.py` compares what is shown. Prints
a count for each kind of cell and how it agreed.
"""

import argparse
import collections
import datetime
import os
import re
import sys
import tempfile
import warnings

import openpyxl
import python_calamine

import programs
import workbooks


def as_seconds(text):
    match = re.fullmatch(r"(-?)(\d+):(\d\d):(\d\d(?:\.\d+)?)", text) or re.fullmatch(r"(-?)(\d+):(\d\d)()", text)
    if not match:
        return None
    total = int(match[2]) * 3600 + int(match[3]) * 60 + float(match[4] or 0)
    return -total if match[1] else total


def agrees_with_number(text, value, code):
    """A number that is no moment: its shortest text, or what the format makes of it."""
    try:
        if float(text) == float(value) and len(text) <= len(repr(value)):
            return "number, as its shortest text"
        if re.fullmatch(r"-?0\d+", text) and abs(abs(float(text)) - abs(float(value))) <= 0.5:
            return "number, as a code with leading zeros"
    except ValueError:
        pass
    if "%" in code and text.endswith("%") and abs(float(text[:-1].replace(",", "")) / 100 - value) < 0.0051 + abs(value) * 1e-14:
        return "number, as a percentage"
    return None


def verdict(text, value, code):
    """How our text of a cell agrees with openpyxl's value; None if it does not."""
    if isinstance(value, bool):
        return "boolean" if text == ("TRUE" if value else "FALSE") else None
    if isinstance(value, str):
        return "text" if text == value.replace("\r\n", "\n") else None
    if isinstance(value, datetime.datetime):
        for form in ("%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M:%S.%f", "%Y-%m-%d", "%H:%M:%S", "%H:%M:%S.%f"):
            try:
                got = datetime.datetime.strptime(text, form)
            except ValueError:
                continue
            if "%Y" not in form:
                return "moment, its time shown" if abs(
                    (datetime.datetime.combine(value.date(), got.time()) - value).total_seconds()) <= 1 else None
            if "%H" not in form:
                return "moment, its date shown" if got.date() in (
                    value.date(), (value + datetime.timedelta(seconds=0.5)).date()) else None
            return "moment, date and time" if abs((got - value).total_seconds()) <= 1 else None
        return None
    if isinstance(value, datetime.time):
        seconds = as_seconds(text)
        want = value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1e6
        return "time of day" if seconds is not None and abs(seconds - want) <= 1 else None
    if isinstance(value, datetime.timedelta):
        seconds = as_seconds(text)
        if seconds is None or abs(seconds - value.total_seconds()) > (60 if text.count(":") == 1 else 1):
            return None
        return "elapsed time"
    if isinstance(value, datetime.date):
        return "date" if text in (value.isoformat(), value.isoformat() + "T00:00:00") else None
    return agrees_with_number(text, value, code)


def explanation(text, value, code, number=0):
    """Why openpyxl reads something else, where that is known; None if it is not. `number` is the format's."""
    if 27 <= number <= 36 or 50 <= number <= 58:
        if isinstance(value, (int, float)) and re.fullmatch(r"\d{4}-\d\d-\d\d|\d\d:\d\d:\d\d(\.\d+)?", text):
            return "openpyxl does not know the Chinese built-in formats 27 to 36 and 50 to 58"
        if isinstance(value, datetime.time):
            return "a fraction of day 0 with a date's format: openpyxl shows the time, lanmu the number"
    if isinstance(value, str) and re.search(r"_x[0-9A-Fa-f]{4}_", value):
        return "openpyxl keeps escapes such as _x0041_, which stand for characters"
    try:
        read = float(text)
    except ValueError:
        read = None
    if value == "#VALUE!" and read is not None and read >= 2958466:
        return "openpyxl makes an error of a number beyond the last date; lanmu keeps the number"
    if isinstance(value, datetime.date) and (value.year, value.month) < (1900, 3):
        return "openpyxl counts days before March 1900 and below 0 as LibreOffice does; Excel otherwise"
    if isinstance(value, (datetime.date, datetime.time, datetime.timedelta)) and read is not None and read < 0:
        return "a number below 0 is no date: Excel shows ####, openpyxl and calamine a time, lanmu the number"
    if isinstance(value, datetime.time) and text.startswith("1904-01-01"):
        return "day 0 of the 1904 system is 1904-01-01; openpyxl and calamine show a time only"
    if isinstance(value, datetime.time) and text == "0":
        return "day 0 is no date; openpyxl shows midnight"
    if isinstance(value, datetime.time) and re.search("[dy]", code) and read is not None and 0 <= read < 1:
        return "a fraction of day 0 with a date's format: openpyxl shows the time, lanmu the number"
    if isinstance(value, (int, float)) and re.search("a{3,4}", code, re.I) and re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return "openpyxl does not know aaaa (the day of the week) as a date's format"
    if isinstance(value, (int, float)) and "上午/下午" in code:
        return "openpyxl does not know this format as a time's"
    if isinstance(value, (int, float)) and code.count("0") >= 2 and "." not in code and "," not in code:
        return "a code with leading zeros is as shown, rounded to whole numbers and with its literals"
    return None


def calamine_explanation(text, value, code, number):
    if text.startswith("#") and value == "":
        return "calamine reads errors as empty"
    if isinstance(value, datetime.date) and text.startswith("00:00:00"):
        return "a whole day with a format of time only: calamine shows the date, lanmu what the format shows"
    if isinstance(value, datetime.date) and (value.year, value.month) <= (1900, 3) and "1900" in text:
        return "day 60 of the 1900 system is 29 February 1900; calamine counts otherwise"
    return explanation(text, value, code, number)


def calamine_agrees(text, value):
    """Whether calamine's value of a cell is the same, as far as it knows formats."""
    if value == "" or value is None:
        return text == ""
    if isinstance(value, bool):
        return text == ("TRUE" if value else "FALSE")
    if isinstance(value, str):
        return text == value.replace("\r\n", "\n")
    if isinstance(value, (int, float)):
        return agrees_with_number(text, value, "%") is not None
    return verdict(text, value, "") is not None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("lanmu")
    parser.add_argument("--workbooks", type=int, default=200)
    parser.add_argument("--from-seed", type=int, default=1)
    parser.add_argument("--folder")
    parser.add_argument("--libreoffice", action="store_true")
    parser.add_argument("--show", type=int, default=20)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    folder = options.folder or tempfile.mkdtemp(prefix="xlsx-agreement-")
    os.makedirs(folder, exist_ok=True)
    paths = []
    for name, write in workbooks.WRITERS.items():
        for seed in range(options.from_seed, options.from_seed + options.workbooks):
            paths.append(os.path.join(folder, f"{name}-{seed}.xlsx"))
            write(seed, paths[-1])
    if options.libreoffice:
        anew = os.path.join(folder, "anew")
        programs.convert(paths, "xlsx", anew, os.path.join(folder, "profile"))
        paths += [path.replace(folder, anew) for path in paths if os.path.exists(path.replace(folder, anew))]
    counts, calamine = collections.Counter(), collections.Counter()
    differences = []
    for path in paths:
        book = openpyxl.load_workbook(path, data_only=True, rich_text=False)
        other = python_calamine.load_workbook(path)
        reading = programs.Reading(options.lanmu, path)
        if reading.error:
            differences.append((path, reading.error))
            continue
        tables = reading.tables
        sheets = book.worksheets
        if [sheet.title for sheet in sheets] != [table["name"] for table in tables]:
            differences.append((path, "sheets", [table["name"] for table in tables], book.sheetnames))
            continue
        for sheet, table in zip(sheets, tables):
            merged = {(r.min_row - 1, r.min_col - 1): (r.max_row - r.min_row + 1, r.max_col - r.min_col + 1)
                      for r in sheet.merged_cells.ranges}
            covered = {(y, x) for (row, column), (high, wide) in merged.items()
                       for y in range(row, row + high) for x in range(column, column + wide)} - set(merged)
            spans = {(c["row"], c["column"]): (c["rowSpan"], c["columnSpan"]) for c in table["cells"]
                     if c["rowSpan"] > 1 or c["columnSpan"] > 1}
            counts["merged areas, equal" if spans == merged else "merged areas, NOT equal"] += 1
            if spans != merged:
                differences.append((path, sheet.title, spans, merged))
            texts = {(c["row"], c["column"]): c["text"] for c in table["cells"]}
            for row in sheet.iter_rows():
                for cell in row:
                    at = (cell.row - 1, cell.column - 1)
                    text = texts.pop(at, "")
                    if cell.value is None or cell.value == "" or at in covered:
                        if text:
                            counts["text where openpyxl has none, NOT equal"] += 1
                            differences.append((path, sheet.title, cell.coordinate, text, cell.value))
                        continue
                    kind = verdict(text, cell.value, cell.number_format)
                    if not kind:
                        reason = explanation(text, cell.value, cell.number_format, cell._style.numFmtId)
                        if reason:
                            counts["explained: " + reason] += 1
                            continue
                    counts[kind or "NOT equal"] += 1
                    if not kind:
                        differences.append((path, sheet.title, cell.coordinate, text, cell.value, cell.number_format))
            if any(texts.values()):
                counts["text beyond openpyxl's, NOT equal"] += 1
                differences.append((path, sheet.title, {at: text for at, text in texts.items() if text}))
            try:
                grid = other.get_sheet_by_name(sheet.title).to_python(skip_empty_area=False)
            except Exception as error:
                calamine[f"not read by calamine ({type(error).__name__})"] += 1
                continue
            texts = {(c["row"], c["column"]): c["text"] for c in table["cells"]}
            for y, values in enumerate(grid):
                for x, value in enumerate(values):
                    if (y, x) in covered:
                        continue
                    same = calamine_agrees(texts.get((y, x), ""), value)
                    reason = None
                    if not same:
                        styled = sheet.cell(y + 1, x + 1)
                        reason = calamine_explanation(
                            texts.get((y, x), ""), value, styled.number_format, styled._style.numFmtId)
                    calamine["equal" if same else "explained: " + reason if reason else "NOT equal"] += 1
                    if not same and not reason:
                        differences.append(("calamine", path, sheet.title, (y, x), texts.get((y, x), ""), value,
                                            sheet.cell(y + 1, x + 1).number_format))
    for name, count in (("openpyxl", counts), ("calamine", calamine)):
        print(name)
        for kind, number in sorted(count.items()):
            print(f"  {kind:50} {number}")
    for difference in differences[:options.show]:
        print(*difference)
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
