"""Writes a grid in each format, with the tools that offices' documents come from and by hand."""

import ctypes
import ctypes.util
import html
import unicodedata
import zipfile

import docx
import openpyxl

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def write_docx_by_hand(grid, path):
    owners = grid.owners()
    body = "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>"
    body += '<w:gridCol w:w="1200"/>' * grid.columns + "</w:tblGrid>"
    for row in range(grid.rows):
        body += "<w:tr>"
        for index in dict.fromkeys(owners[row]):
            start, _, height, width, text = grid.cells[index]
            body += f'<w:tc><w:tcPr><w:tcW w:w="{1200 * width}" w:type="dxa"/><w:gridSpan w:val="{width}"/>'
            if height > 1:
                body += '<w:vMerge w:val="restart"/>' if start == row else "<w:vMerge/>"
            body += "</w:tcPr>"
            for line in (text if start == row else "").split("\n"):
                body += f'<w:p><w:r><w:t xml:space="preserve">{html.escape(line, quote=False)}</w:t></w:r></w:p>'
            body += "</w:tc>"
        body += "</w:tr>"
    body += "</w:tbl><w:p/><w:sectPr/>"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{WORD_TYPE}"/></Types>')
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" '
            'Target="word/document.xml"/></Relationships>')
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')


def write_docx_by_python_docx(grid, path):
    document = docx.Document()
    table = document.add_table(rows=grid.rows, cols=grid.columns)
    for row, column, height, width, text in grid.cells:
        cell = table.cell(row, column)
        if height > 1 or width > 1:
            cell = cell.merge(table.cell(row + height - 1, column + width - 1))
        cell.text = text
    document.save(path)


def write_xlsx_by_openpyxl(grid, path):
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    for row, column, height, width, text in grid.cells:
        cell = sheet.cell(row + 1, column + 1)
        if text:
            cell.value = text
            cell.data_type = "s"
        if height > 1 or width > 1:
            sheet.merge_cells(
                start_row=row + 1, start_column=column + 1, end_row=row + height, end_column=column + width)
    workbook.save(path)


_writer = None


def _libxlsxwriter():
    global _writer
    if _writer is None:
        _writer = ctypes.CDLL(ctypes.util.find_library("xlsxwriter"))
        for name in ("workbook_new", "workbook_add_worksheet"):
            getattr(_writer, name).restype = ctypes.c_void_p
    return _writer


def write_xlsx_by_libxlsxwriter(grid, path):
    library = _libxlsxwriter()
    workbook = ctypes.c_void_p(library.workbook_new(path.encode()))
    sheet = ctypes.c_void_p(library.workbook_add_worksheet(workbook, None))
    for row, column, height, width, text in grid.cells:
        place = ctypes.c_uint32(row), ctypes.c_uint16(column)
        if height > 1 or width > 1:
            end = ctypes.c_uint32(row + height - 1), ctypes.c_uint16(column + width - 1)
            library.worksheet_merge_range(sheet, *place, *end, ctypes.c_char_p(text.encode()), None)
        elif text:
            library.worksheet_write_string(sheet, *place, ctypes.c_char_p(text.encode()), None)
    library.workbook_close(workbook)


def write_html(grid, path):
    owners = grid.owners()
    page = '<!DOCTYPE html><html><head><meta charset="utf-8"><title>x</title></head><body><table border="1">\n'
    for row in range(grid.rows):
        page += "<tr>"
        for index in dict.fromkeys(owners[row]):
            start, _, height, width, text = grid.cells[index]
            if start != row:
                continue
            spans = (f' rowspan="{height}"' if height > 1 else "") + (f' colspan="{width}"' if width > 1 else "")
            page += f"<td{spans}>" + html.escape(text).replace("\n", "<br>") + "</td>"
        page += "</tr>\n"
    with open(path, "w", encoding="utf-8") as file:
        file.write(page + "</table></body></html>\n")


def display_width(text):
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def write_box_drawing(grid, path):
    """Draws the grid; a merged cell's text starts at its top and may run over the rules that it covers."""
    owners = grid.owners()
    widths = [2] * grid.columns
    for _, column, _, width, text in grid.cells:
        need = max(display_width(line) for line in text.split("\n"))
        while sum(widths[column:column + width]) + 3 * (width - 1) < need:
            widths[column + width - 1] += 1
    heights = [1] * grid.rows
    for row, _, height, _, text in grid.cells:
        need = text.count("\n") + 1
        while sum(heights[row:row + height]) + height - 1 < need:
            heights[row + height - 1] += 1
    pending = [text.split("\n") if text else [] for *_, text in grid.cells]

    def piece(index):
        _, column, _, width, _ = grid.cells[index]
        room = sum(widths[column:column + width]) + 3 * (width - 1)
        line = pending[index].pop(0) if pending[index] else ""
        return " " + line + " " * (room - display_width(line)) + " "

    def wall(row, column):
        return 0 <= row < grid.rows and (
            column in (0, grid.columns) or owners[row][column - 1] != owners[row][column])

    def rule(row, column):
        return 0 <= column < grid.columns and (
            row in (0, grid.rows) or owners[row - 1][column] != owners[row][column])

    strokes = {
        (0, 1, 0, 1): "┌", (1, 1, 0, 1): "┬", (1, 0, 0, 1): "┐", (0, 1, 1, 1): "├", (1, 1, 1, 1): "┼",
        (1, 0, 1, 1): "┤", (0, 1, 1, 0): "└", (1, 1, 1, 0): "┴", (1, 0, 1, 0): "┘", (1, 1, 0, 0): "─",
        (0, 0, 1, 1): "│",
    }
    lines = []
    for row in range(grid.rows + 1):
        line = ""
        column = 0
        while column <= grid.columns:
            left, right = rule(row, column - 1), rule(row, column)
            line += strokes[left, right, wall(row - 1, column), wall(row, column)]
            if column == grid.columns:
                break
            if right:
                line += "─" * (widths[column] + 2)
                column += 1
            else:
                index = owners[row][column]
                line += piece(index)
                column = grid.cells[index][1] + grid.cells[index][3]
        lines.append(line)
        if row == grid.rows:
            break
        for _ in range(heights[row]):
            line = ""
            for index in dict.fromkeys(owners[row]):
                line += "│" + piece(index)
            lines.append(line + "│")
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


WRITERS = {
    "hand.docx": write_docx_by_hand,
    "python-docx.docx": write_docx_by_python_docx,
    "openpyxl.xlsx": write_xlsx_by_openpyxl,
    "libxlsxwriter.xlsx": write_xlsx_by_libxlsxwriter,
    "hand.html": write_html,
    "box.txt": write_box_drawing,
}
