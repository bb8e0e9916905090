"""Turns a workbook that Lanmu has written into a plain C program that writes the very same one with libxlsxwriter.

The program writes as many copies as it is told, each formats, strings and all from the beginning, as anybody would write it by
hand. `task_sheets.py` times it against the command.
"""

import re
import xml.etree.ElementTree as ET
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
HORIZONTAL = {"left": 1, "center": 2, "right": 3}


def quoted(text):
    """A C string literal of UTF-8."""
    plain = (chr(b) if 32 <= b < 127 and chr(b) not in '"\\?' else f"\\{b:03o}" for b in text.encode())
    return '"' + "".join(plain) + '"'


def place(reference):
    letters, row = re.fullmatch(r"([A-Z]+)(\d+)", reference).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return f"{int(row) - 1},{column - 1}"


def area(reference):
    first, _, last = reference.replace("$", "").partition(":")
    return place(first) + "," + place(last or first)


class Book:
    """The parts of a workbook that make up a task sheet."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.workbook = self.xml("xl/workbook.xml")
        self.styles = self.xml("xl/styles.xml")
        self.strings = [si.find(MAIN + "t").text or "" for si in self.xml("xl/sharedStrings.xml")]
        relations = {r.get("Id"): r.get("Target") for r in self.xml("xl/_rels/workbook.xml.rels")}
        self.sheets = [
            (s.get("name"), s.get("state"), self.xml("xl/" + relations[s.get(RELATION)]))
            for s in self.workbook.find(MAIN + "sheets")
        ]

    def xml(self, part):
        return ET.fromstring(self.parts[part])


def formats(book):
    """The calls that make the formats, in the order of the workbook's style numbers; number 0 is none."""
    styles = book.styles
    fonts, fills, borders = (styles.find(MAIN + name) for name in ("fonts", "fills", "borders"))
    codes = {n.get("numFmtId"): n.get("formatCode") for n in styles.iter(MAIN + "numFmt")}
    codes |= {"1": "0", "9": "0%", "49": "@"}
    lines = []
    for number, xf in enumerate(styles.find(MAIN + "cellXfs")):
        if number == 0:
            continue
        name = f"f[{number}]"
        lines.append(f"{name}=workbook_add_format(w);")
        font = fonts[int(xf.get("fontId"))]
        lines.append(f"format_set_font_name({name},{quoted(font.find(MAIN + 'name').get('val'))});")
        lines.append(f"format_set_font_size({name},{font.find(MAIN + 'sz').get('val')});")
        if font.find(MAIN + "b") is not None:
            lines.append(f"format_set_bold({name});")
        color = fills[int(xf.get("fillId"))].find(f".//{MAIN}fgColor")
        if color is not None:
            lines.append(f"format_set_bg_color({name},0x{color.get('rgb')[2:]});")
        border = borders[int(xf.get("borderId"))]
        for side in ("left", "right", "top", "bottom"):
            if border.find(MAIN + side).get("style"):
                lines.append(f"format_set_{side}({name},1);")
        alignment = xf.find(MAIN + "alignment")
        if alignment is not None:
            if alignment.get("horizontal") in HORIZONTAL:
                lines.append(f"format_set_align({name},{HORIZONTAL[alignment.get('horizontal')]});")
            if alignment.get("vertical") in ("center", "top"):
                lines.append(f"format_set_align({name},LXW_ALIGN_VERTICAL_{alignment.get('vertical').upper()});")
            if alignment.get("wrapText"):
                lines.append(f"format_set_text_wrap({name});")
        if xf.get("numFmtId") != "0":
            lines.append(f"format_set_num_format({name},{quoted(codes[xf.get('numFmtId')])});")
        protection = xf.find(MAIN + "protection")
        if protection is not None and protection.get("locked") == "0":
            lines.append(f"format_set_unlocked({name});")
    return lines


def columns(sheet):
    for column in sheet.iter(MAIN + "col"):
        width = float(column.get("width")) - 5 / 7
        hidden = int(column.get("hidden") == "1")
        first, last = int(column.get("min")) - 1, int(column.get("max")) - 1
        yield f"{{lxw_row_col_options o={{.hidden={hidden}}};worksheet_set_column_opt(s,{first},{last},{width!r},NULL,&o);}}"


def rows(sheet, strings):
    for row in sheet.find(MAIN + "sheetData"):
        if row.get("ht"):
            yield f"worksheet_set_row(s,{int(row.get('r')) - 1},{row.get('ht')},NULL);"
        for cell in row:
            style = f"f[{cell.get('s')}]" if cell.get("s", "0") != "0" else "NULL"
            value = cell.find(MAIN + "v")
            where = place(cell.get("r"))
            if value is None:
                yield f"worksheet_write_blank(s,{where},{style});"
            elif cell.get("t") == "s":
                yield f"worksheet_write_string(s,{where},{quoted(strings[int(value.text)])},{style});"
            else:
                yield f"worksheet_write_number(s,{where},{value.text},{style});"


KINDS = {
    "list": ".validate=LXW_VALIDATION_TYPE_LIST_FORMULA,.value_formula={0}",
    "date": ".validate=LXW_VALIDATION_TYPE_DATE_FORMULA,.criteria=LXW_VALIDATION_CRITERIA_BETWEEN,"
    ".minimum_formula={0},.maximum_formula={1}",
    "whole": ".validate=LXW_VALIDATION_TYPE_INTEGER,.criteria=LXW_VALIDATION_CRITERIA_BETWEEN,.minimum_number={2},"
    ".maximum_number={3}",
}
WORDS = {"promptTitle": "input_title", "prompt": "input_message", "errorTitle": "error_title", "error": "error_message"}


def validations(sheet):
    for validation in sheet.iter(MAIN + "dataValidation"):
        bounds = [(validation.findtext(MAIN + f"formula{n}") or "") for n in (1, 2)]
        rule = KINDS[validation.get("type")].format(*(quoted("=" + b) for b in bounds), *bounds)
        for name, field in WORDS.items():
            if validation.get(name):
                rule += f",.{field}={quoted(validation.get(name))}"
        where = area(validation.get("sqref"))
        yield f"{{lxw_data_validation d={{{rule}}};worksheet_data_validation_range(s,{where},&d);}}"


def page(book, number, sheet):
    margins = sheet.find(MAIN + "pageMargins")
    setup = sheet.find(MAIN + "pageSetup")
    pane = sheet.find(f".//{MAIN}pane")
    footer = sheet.findtext(f".//{MAIN}oddFooter")
    if pane is not None:
        yield f"worksheet_freeze_panes(s,{place(pane.get('topLeftCell'))});"
    if setup is not None:
        yield f"worksheet_set_paper(s,{setup.get('paperSize', '9')});"
        if setup.get("orientation") == "landscape":
            yield "worksheet_set_landscape(s);"
        if setup.get("fitToHeight") == "0":
            yield "worksheet_fit_to_pages(s,1,0);"
    yield "worksheet_set_margins(s,{},{},{},{});".format(*(margins.get(n) for n in ("left", "right", "top", "bottom")))
    if sheet.find(MAIN + "printOptions") is not None:
        yield "worksheet_center_horizontally(s);"
    if footer:
        yield f"worksheet_set_footer(s,{quoted(footer)});"
    if sheet.find(f".//{MAIN}sheetView").get("showGridLines") == "0":
        yield "worksheet_gridlines(s,LXW_HIDE_ALL_GRIDLINES);"
    for name in book.workbook.iter(MAIN + "definedName"):
        if name.get("name") == "_xlnm.Print_Titles" and name.get("localSheetId") == str(number):
            first, last = re.findall(r"\$(\d+)", name.text)
            yield f"worksheet_repeat_rows(s,{int(first) - 1},{int(last) - 1});"
    if sheet.find(MAIN + "sheetProtection") is not None:
        yield "{lxw_protection p={.format_rows=1,.format_columns=1,.insert_hyperlinks=1};worksheet_protect(s,NULL,&p);}"


def program(path):
    """The C program as text: `peer COUNT FOLDER` writes that many copies."""
    book = Book(path)
    count = len(book.styles.find(MAIN + "cellXfs"))
    title = ET.fromstring(book.parts["docProps/core.xml"]).findtext("{http://purl.org/dc/elements/1.1/}title") or ""
    lines = [
        "#include <stdio.h>", "#include <stdlib.h>", "#include <xlsxwriter.h>",
        "int main(int n, char **a) {", "for (int i = 0; i < atoi(a[1]); i++) {", "char path[1000];",
        'snprintf(path, sizeof path, "%s/%d.xlsx", a[2], i);', "lxw_workbook *w = workbook_new(path);",
        f"lxw_format *f[{count}];", *formats(book),
        f"{{lxw_doc_properties p={{.title={quoted(title)},.created=1577836800}};workbook_set_properties(w,&p);}}",
    ]
    for number, (name, state, sheet) in enumerate(book.sheets):
        lines.append(f"{{lxw_worksheet *s=workbook_add_worksheet(w,{quoted(name)});")
        if state == "hidden":
            lines.append("worksheet_hide(s);")
        lines += columns(sheet)
        lines += page(book, number, sheet)
        lines += validations(sheet)
        for merge in sheet.iter(MAIN + "mergeCell"):
            lines.append(f'worksheet_merge_range(s,{area(merge.get("ref"))},"",NULL);')
        lines += rows(sheet, book.strings)
        lines.append("}")
    for name in book.workbook.iter(MAIN + "definedName"):
        if name.get("localSheetId") is None:
            lines.append(f"workbook_define_name(w,{quoted(name.get('name'))},{quoted('=' + name.text)});")
    return "\n".join(lines + ["if (workbook_close(w)) return 1;", "}", "return 0;", "}", ""])
