"""Independent readings of what other programs wrote: the tables of DOCX and HTML files and the sheets of XLSX files.

Each gives tables as lists of (row, column, rowSpan, columnSpan, text), those cells only that have text or a span.
"""

import re
import zipfile

import lxml.etree
import lxml.html
import openpyxl

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def listed(cells):
    return sorted(cell for cell in cells if cell[4] or cell[2] > 1 or cell[3] > 1)


def word_tables(path):
    """The tables of a DOCX file: each row's cells by their gridSpan, continued vMerge cells joined to the one above."""
    with zipfile.ZipFile(path) as archive:
        body = lxml.etree.fromstring(archive.read("word/document.xml")).find(f"{WORD}body")
    return [_word_table(table) for table in body.iter(f"{WORD}tbl")]


def _number(element, path, default):
    found = element.find(path) if element is not None else None
    return int(found.get(f"{WORD}val", default)) if found is not None else default


def _word_table(table):
    cells, open_above = [], {}
    for row, element in enumerate(table.iterchildren(f"{WORD}tr")):
        column = _number(element.find(f"{WORD}trPr"), f"{WORD}gridBefore", 0)
        open_here = {}
        for cell in element.iterchildren(f"{WORD}tc"):
            properties = cell.find(f"{WORD}tcPr")
            width = _number(properties, f"{WORD}gridSpan", 1)
            merge = properties.find(f"{WORD}vMerge") if properties is not None else None
            above = open_above.get(column)
            if merge is not None and merge.get(f"{WORD}val") != "restart" and above and above[3] == width:
                above[2] += 1
                open_here[column] = above
            else:
                anchor = [row, column, 1, width, word_text(cell)]
                cells.append(anchor)
                if merge is not None:
                    open_here[column] = anchor
            column += width
        open_above = open_here
    return listed(tuple(cell) for cell in cells)


def word_text(cell):
    """A cell's paragraphs as lines; breaks are lines too. Nested tables are left out."""
    return "\n".join(_paragraph(paragraph) for paragraph in cell.iterchildren(f"{WORD}p"))


def _paragraph(paragraph):
    text = ""
    for element in paragraph.iter(f"{WORD}t", f"{WORD}br", f"{WORD}tab"):
        kind = element.tag[len(WORD):]
        text += (element.text or "") if kind == "t" else "\n" if kind == "br" else "\t"
    return text


def page_tables(path):
    """The tables of an HTML file, formed as the standard says (HTML 4.9.12.1), and their texts by lines."""
    return [_page_table(table) for table in lxml.html.parse(path).getroot().iter("table")]


def _page_table(table):
    cells, covered = [], {}
    rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
    for y, row in enumerate(rows):
        x = 0
        for cell in row.iterchildren("td", "th"):
            while (y, x) in covered:
                x += 1
            high, wide = min(int(cell.get("rowspan", 1)), len(rows) - y), int(cell.get("colspan", 1))
            for dy in range(high):
                for dx in range(wide):
                    covered[y + dy, x + dx] = True
            cells.append((y, x, high, wide, page_text(cell)))
            x += wide
    return listed(cells)


def page_text(cell):
    """A cell's text by lines: each block and each br ends one, white space is collapsed."""
    parts = []

    def walk(element):
        if not isinstance(element.tag, str) or element.tag in ("table", "script", "style"):
            return
        block = element.tag in ("p", "div", "li", "ol", "ul", "h1", "h2", "h3", "h4", "h5", "h6", "dl", "dd", "dt")
        if block:
            parts.append("\0")
        if element.tag == "br":
            parts.append("\n")
        parts.append(re.sub(r"[ \t\r\n]+", " ", element.text or ""))
        for child in element:
            walk(child)
            parts.append(re.sub(r"[ \t\r\n]+", " ", child.tail or ""))
        if block:
            parts.append("\0")

    parts.append(re.sub(r"[ \t\r\n]+", " ", cell.text or ""))
    for child in cell:
        walk(child)
        parts.append(re.sub(r"[ \t\r\n]+", " ", child.tail or ""))
    # A break right before a block's end shows nothing.
    text = re.sub(r"\n?[ ]*\0[ \0]*", "\n", "".join(parts))
    lines = [re.sub(" +", " ", line).strip() for line in text.split("\n")]
    return "\n".join(lines).strip("\n")


def sheet_tables(path):
    """The sheets of an XLSX file by openpyxl, which keeps values and merged areas."""
    result = []
    for sheet in openpyxl.load_workbook(path, data_only=True).worksheets:
        spans, covered = {}, set()
        for area in sheet.merged_cells.ranges:
            high, wide = area.max_row - area.min_row + 1, area.max_col - area.min_col + 1
            spans[area.min_row - 1, area.min_col - 1] = high, wide
            covered |= {(y, x) for y in range(area.min_row - 1, area.max_row)
                        for x in range(area.min_col - 1, area.max_col)}
        covered -= set(spans)
        cells = []
        for row in sheet.iter_rows():
            for cell in row:
                place = cell.row - 1, cell.column - 1
                if place not in covered:
                    text = "" if cell.value is None else str(cell.value)
                    cells.append(place + spans.get(place, (1, 1)) + (text,))
        result.append(listed(cells))
    return result


def tables(path):
    """The tables of a file by the independent reading for its format."""
    suffix = path.rsplit(".", 1)[-1]
    return {"docx": word_tables, "xlsx": sheet_tables, "html": page_tables}[suffix](path)
