#!/usr/bin/env python3
"""Makes the sample plans in every format from plan_source.py: python3 Samples/make-samples.py

Needs openpyxl. The same source gives the same bytes, so that a sample changes only when its source does.
"""

import html
import io
import pathlib
import re
import zipfile
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side

import plan_source as source

HERE = pathlib.Path(__file__).parent
# A page break falls before this row: the header is repeated there, and merged cells start anew.
BREAKS = {"政务公开/重点领域/生态环境"}
EPOCH = (1980, 1, 1, 0, 0, 0)


class Version:
    """One version of the plan: its rows, and which places of a row belong to the cell above."""

    def __init__(self, name, number, date, rows, shared):
        self.name, self.number, self.date, self.rows, self.shared = name, number, date, rows, shared

    @property
    def prose(self):
        return [source.TITLE, self.number, *source.PROSE, source.ISSUER, self.date, source.HEADING]

    def breaks(self, index):
        return "/".join(source.path(self.rows[index])) in BREAKS

    def pieces(self):
        """The row numbers of the pieces between page breaks."""
        cuts = [0] + [i for i in range(1, len(self.rows)) if self.breaks(i)] + [len(self.rows)]
        return [range(a, b) for a, b in zip(cuts, cuts[1:])]

    def merged_above(self, index, place, start):
        """Whether the cell at a place is part of the one above it, within a piece that starts at `start`."""
        if index <= start:
            return False
        row, above = self.rows[index], self.rows[index - 1]
        if place == 0:
            return row[0] == above[0]
        if place == 1:
            return row[:2] == above[:2] and row[2] is not None and above[2] is not None
        return place in self.shared[index]

    def span(self, index, place, piece):
        """How many rows the cell at a place covers."""
        count = 1
        while index + count < piece.stop and self.merged_above(index + count, place, piece.start):
            count += 1
        return count


def versions():
    rows, shared = source.resolved(source.ROWS)
    revised = source.revised_rows()
    known = {tuple(source.path(row)): marks for row, marks in zip(rows, shared)}
    revised_shared = []
    for index, row in enumerate(revised):
        marks = known.get(tuple(source.path(row)))
        candidates = {3, 4, 5, 6} if marks is None else marks
        revised_shared.append({p for p in candidates if index and row[p] == revised[index - 1][p]})
    return [
        Version("plan", source.NUMBER, source.DATE, rows, shared),
        Version("plan-revised", source.REVISED_NUMBER, source.REVISED_DATE, revised, revised_shared),
    ]


def broken(label):
    """A label as narrow columns break it: 县情 / 概览."""
    bare = label.replace("★", "")
    return label if len(bare) != 4 else label[:-2] + "\n" + label[-2:]


def zipped(parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, text in parts:
            data = text.encode() if isinstance(text, str) else text
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data, compresslevel=9)
    return buffer.getvalue()


# DOCX

def run(text, bold=False):
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r>{'<w:rPr><w:b/></w:rPr>' if bold else ''}{lines}</w:r>"


def paragraph(text, bold=False, centred=False, page_break=False):
    properties = '<w:pPr><w:jc w:val="center"/></w:pPr>' if centred else ""
    before = '<w:r><w:br w:type="page"/></w:r>' if page_break else ""
    return f"<w:p>{properties}{before}{run(text, bold) if text else ''}</w:p>"


def docx_cell(text, width, merge=None, columns=1, bold=False):
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    if columns > 1:
        properties += f'<w:gridSpan w:val="{columns}"/>'
    if merge:
        properties += '<w:vMerge w:val="restart"/>' if merge == "restart" else "<w:vMerge/>"
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text, bold)}</w:tc>"


def docx_table(widths, rows):
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>")


def docx(version):
    widths = [900, 1200, 1200, 3900, 1900, 1500, 2200, 1200]
    body = [paragraph(line, bold=index == 0, centred=index < 2) for index, line in enumerate(version.prose)]
    header = "<w:tr><w:trPr><w:tblHeader/></w:trPr>" + "".join(
        docx_cell(label, width, bold=True) for label, width in zip(source.HEADER, widths)) + "</w:tr>"
    for piece in version.pieces():
        if piece.start:
            body.append(paragraph("", page_break=True))
        rows = [header]
        for index in piece:
            row, cells, place = version.rows[index], [], 0
            while place < 8:
                columns = 2 if place == 1 and row[2] is None else 1
                covered = version.merged_above(index, place, piece.start)
                merge = "continue" if covered else "restart" if version.span(index, place, piece) > 1 else None
                text = "" if covered else broken(row[place] or "") if place < 3 else row[place]
                cells.append(docx_cell(text, sum(widths[place:place + columns]), merge, columns))
                place += columns
            rows.append("<w:tr>" + "".join(cells) + "</w:tr>")
        body.append(docx_table(widths, rows))
    body.append(paragraph(source.NOTE))
    body.append(paragraph(source.UNITS_HEADING, bold=True))
    widths = [900, 4000, 9100]
    rows = ["<w:tr><w:trPr><w:tblHeader/></w:trPr>" + "".join(
        docx_cell(label, width, bold=True) for label, width in zip(source.UNITS_HEADER, widths)) + "</w:tr>"]
    rows += ["<w:tr>" + "".join(docx_cell(t, w) for t, w in zip(row, widths)) + "</w:tr>" for row in source.unit_rows()]
    body.append(docx_table(widths, rows))
    section = ('<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
               '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>')
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    packages = "http://schemas.openxmlformats.org/package/2006"
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
                      for side in ["top", "left", "bottom", "right", "insideH", "insideV"])
    return zipped([
        ("[Content_Types].xml", head + f'<Types xmlns="{packages}/content-types">'
         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Default Extension="xml" ContentType="application/xml"/>'
         f'<Override PartName="/word/document.xml" ContentType="{word}.document.main+xml"/>'
         f'<Override PartName="/word/styles.xml" ContentType="{word}.styles+xml"/></Types>'),
        ("_rels/.rels", head + f'<Relationships xmlns="{packages}/relationships"><Relationship Id="rId1" '
         f'Type="{office}/officeDocument" Target="word/document.xml"/></Relationships>'),
        ("word/_rels/document.xml.rels", head + f'<Relationships xmlns="{packages}/relationships"><Relationship Id="rId1" '
         f'Type="{office}/styles" Target="styles.xml"/></Relationships>'),
        ("word/styles.xml", head + f'<w:styles xmlns:w="{main}"><w:docDefaults><w:rPrDefault><w:rPr>'
         '<w:rFonts w:ascii="宋体" w:eastAsia="宋体" w:hAnsi="宋体"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>'
         '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>'
         f"{borders}</w:tblBorders></w:tblPr></w:style></w:styles>"),
        ("word/document.xml", head + f'<w:document xmlns:w="{main}"><w:body>{"".join(body)}{section}</w:body></w:document>'),
    ])


# XLSX

def xlsx(version):
    book = Workbook()
    sheet = book.active
    sheet.title = "责任表"
    thin = Side(style="thin")
    border, wrap = Border(thin, thin, thin, thin), Alignment(wrap_text=True, vertical="center")
    for number, text in enumerate([source.TITLE, version.number, source.ISSUER, version.date, source.HEADING], 1):
        sheet.cell(number, 1, text).font = Font(bold=number == 1, size=16 if number == 1 else 11)
        sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=8)
    first = 7
    for column, label in enumerate(source.HEADER, 1):
        cell = sheet.cell(first - 1, column, label)
        cell.font, cell.border, cell.alignment = Font(bold=True), border, wrap
    piece = range(0, len(version.rows))
    for index in piece:
        row = version.rows[index]
        for place in range(8):
            cell = sheet.cell(first + index, place + 1)
            cell.border, cell.alignment = border, wrap
            if place == 2 and row[2] is None or version.merged_above(index, place, 0):
                continue
            cell.value = (broken(row[place] or "") if place < 3 else row[place]) or None
            rows = version.span(index, place, piece)
            columns = 2 if place == 1 and row[2] is None else 1
            if rows > 1 or columns > 1:
                sheet.merge_cells(start_row=first + index, end_row=first + index + rows - 1,
                                  start_column=place + 1, end_column=place + columns)
    last = first + len(version.rows)
    sheet.cell(last, 1, source.NOTE).alignment = wrap
    sheet.merge_cells(start_row=last, end_row=last, start_column=1, end_column=8)
    for letter, width in zip("ABCDEFGH", [10, 12, 14, 46, 24, 18, 30, 14]):
        sheet.column_dimensions[letter].width = width
    sheet.print_title_rows = f"{first - 1}:{first - 1}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    units = book.create_sheet("信息公开专区")
    units.cell(1, 1, source.UNITS_HEADING).font = Font(bold=True)
    units.merge_cells("A1:C1")
    for number, row in enumerate([source.UNITS_HEADER, *source.unit_rows()], 2):
        for column, text in enumerate(row, 1):
            value = int(text) if column == 1 and text.isdigit() else text
            cell = units.cell(number, column, value)
            cell.border, cell.alignment = border, wrap
    for letter, width in zip("ABC", [6, 30, 70]):
        units.column_dimensions[letter].width = width
    return saved(book)


def saved(book):
    """The workbook's bytes without the time of its making."""
    buffer = io.BytesIO()
    book.save(buffer)
    parts = []
    with zipfile.ZipFile(buffer) as archive:
        for name in archive.namelist():
            data = archive.read(name)
            if name == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:(created|modified)[^>]*>)[^<]*", rb"\g<1>2026-01-01T00:00:00Z", data)
            parts.append((name, data))
    return zipped(parts)


# HTML

def html_page(version):
    lines = ["<!DOCTYPE html>", '<html lang="zh-CN"><head><meta charset="utf-8">',
             f"<title>{source.TITLE}</title></head><body>", f"<h1>{source.TITLE}</h1>"]
    lines += [f"<p>{html.escape(line)}</p>" for line in version.prose[1:-1]]
    lines.append(f"<h2>{source.HEADING}</h2>")
    header = "<tr>" + "".join(f"<td><b>{label}</b></td>" for label in source.HEADER) + "</tr>"
    lines.append('<table border="1">')
    for piece in version.pieces():
        lines.append(header)
        for index in piece:
            row, cells = version.rows[index], []
            for place in range(8):
                if place == 2 and row[2] is None or version.merged_above(index, place, piece.start):
                    continue
                rows = version.span(index, place, piece)
                attributes = f' rowspan="{rows}"' if rows > 1 else ""
                attributes += ' colspan="2"' if place == 1 and row[2] is None else ""
                text = html.escape(broken(row[place] or "") if place < 3 else row[place]).replace("\n", "<br>")
                cells.append(f"<td{attributes}>{text or '&nbsp;'}</td>")
            lines.append("<tr>" + "".join(cells) + "</tr>")
    lines += ["</table>", f"<p>{source.NOTE}</p>", f"<h2>{source.UNITS_HEADING}</h2>", '<table border="1"><thead><tr>']
    lines.append("".join(f"<th>{label}</th>" for label in source.UNITS_HEADER) + "</tr></thead><tbody>")
    lines += ["<tr>" + "".join(f"<td>{html.escape(text)}</td>" for text in row) + "</tr>" for row in source.unit_rows()]
    lines.append("</tbody></table></body></html>")
    return ("\n".join(lines) + "\n").encode()


# Text: merged cells are lost

def text_rows(version):
    """For each piece its rows, covered cells empty."""
    for piece in version.pieces():
        yield [[(version.rows[index][place] or "") if not version.merged_above(index, place, piece.start) else ""
                for place in range(8)] for index in piece]


def tsv(version):
    lines = list(version.prose)
    for rows in text_rows(version):
        lines += ["\t".join(row) for row in [source.HEADER, *rows]]
    lines += [source.NOTE, "", source.UNITS_HEADING]
    lines += ["\t".join(row) for row in [source.UNITS_HEADER, *source.unit_rows()]]
    return ("\r\n".join(lines) + "\r\n").encode("gb18030")


def indented(version):
    lines = []
    for line in version.prose:
        lines += [line, ""]
    for number, rows in enumerate(text_rows(version)):
        if number:
            lines += ["— 2 —", ""]
        for row in [source.HEADER, *rows]:
            for place, cell in enumerate(row):
                pieces = (broken(cell) if place < 3 else cell).split("\n")
                lines += ["\t" + pieces[0], *pieces[1:]]
            lines.append("")
    lines += [source.NOTE, "", source.UNITS_HEADING, ""]
    for row in [source.UNITS_HEADER, *source.unit_rows()]:
        lines += ["\t" + cell for cell in row] + [""]
    return ("\n".join(lines) + "\n").encode()


def main():
    for version in versions():
        for ending, render in [("docx", docx), ("xlsx", xlsx), ("html", html_page), ("tsv", tsv), ("txt", indented)]:
            (HERE / f"{version.name}.{ending}").write_bytes(render(version))
        print(version.name, len(version.rows), "entries")


if __name__ == "__main__":
    main()
