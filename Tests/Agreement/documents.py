"""Random Word documents: tables as Word, WPS and python-docx write them, and automatic lists in them."""

import html
import random
import zipfile

import docx
import docx.enum.text
import docx.oxml

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"

WORDS = ["栏目", "更新", "政务公开", "每月", "A&B", "<x>", "“引”", "★", "3个工作日", "one two", "é", "1.5", "①", "——"]

HIDDEN = "隐藏的文字"


def words(generator):
    return "".join(generator.choice(WORDS) for _ in range(generator.randint(1, 3)))


def package(path, body, numbering="", styles=""):
    """Writes a document of that body, with a numbering part and a styles part where they hold anything."""
    parts = {"numbering": numbering, "styles": styles}
    parts = {name: content for name, content in parts.items() if content}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{TYPES}.document.main+xml"/>'
            + "".join(f'<Override PartName="/word/{name}.xml" ContentType="{TYPES}.{name}+xml"/>' for name in parts)
            + "</Types>")
        archive.writestr(
            "_rels/.rels", f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>')
        archive.writestr(
            "word/_rels/document.xml.rels", f'<Relationships xmlns="{PACKAGE}/relationships">' + "".join(
                f'<Relationship Id="r{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>' for name in parts)
            + "</Relationships>")
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{WORD}" xmlns:r="{OFFICE}"><w:body>{body}<w:sectPr/></w:body></w:document>')
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", f'<w:{name} xmlns:w="{WORD}">{content}</w:{name}>')


class TableWriter:
    """Tables by hand, with what Word's and WPS's files have in and around them."""

    def __init__(self, generator):
        self.random = generator
        self.changes = 0

    def run(self, text, properties=""):
        return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{html.escape(text, quote=False)}</w:t></w:r>'

    def tracked(self, name, content):
        self.changes += 1
        return f'<w:{name} w:id="{self.changes}" w:author="x" w:date="2024-01-01T00:00:00Z">{content}</w:{name}>'

    def inline(self):
        text = words(self.random)
        kind = self.random.randrange(16)
        if kind == 0:
            return self.run(text, "<w:b/>") + self.run(words(self.random))
        if kind == 1:
            return self.run(text) + "<w:r><w:br/></w:r>" + self.run(words(self.random))
        if kind == 2:
            return f'<w:hyperlink w:anchor="b">{self.run(text)}</w:hyperlink>'
        if kind == 3:
            return (
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> HYPERLINK \\l "b" '
                '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' + self.run(text)
                + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")
        if kind == 4:
            return self.run(text) + "<w:r><w:noBreakHyphen/></w:r>" + self.run(words(self.random))
        if kind == 5:
            return self.run(text) + self.run(HIDDEN, "<w:vanish/>")
        if kind == 6:
            return f"<w:sdt><w:sdtPr/><w:sdtContent>{self.run(text)}</w:sdtContent></w:sdt>"
        if kind == 7:
            return f'<w:smartTag w:uri="x" w:element="y">{self.run(text)}</w:smartTag>'
        if kind == 8:
            return f'<w:proofErr w:type="spellStart"/>{self.run(text)}<w:bookmarkStart w:id="1" w:name="b"/>'
        if kind == 9:
            return self.tracked("ins", self.run(text))
        return self.run(text)

    def paragraphs(self):
        count = self.random.choice([1, 1, 1, 1, 2, 3])
        return "".join(f"<w:p>{self.inline() if self.random.random() < 0.9 else ''}</w:p>" for _ in range(count))

    def table(self, depth=0):
        columns, rows = self.random.randint(1, 6), self.random.randint(1, 6)
        widths = [self.random.randint(6, 20) * 100 for _ in range(columns)]
        content = '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>'
        content += "".join(f'<w:gridCol w:w="{width}"/>' for width in widths) + "</w:tblGrid>"
        covered = {}
        for row in range(rows):
            cells, column = "", 0
            while column < columns:
                if (row, column) in covered:
                    width = covered[row, column]
                    cells += self.cell(widths, column, width, "<w:vMerge/>", "<w:p/>")
                    column += width
                    continue
                width = 1
                while (column + width < columns and (row, column + width) not in covered
                       and self.random.random() < 0.2):
                    width += 1
                height = 1
                while row + height < rows and self.random.random() < 0.2:
                    height += 1
                for further in range(1, height):
                    covered[row + further, column] = width
                merge = '<w:vMerge w:val="restart"/>' if height > 1 else ""
                inner = self.paragraphs()
                if depth == 0 and self.random.random() < 0.05:
                    inner += self.table(depth + 1) + "<w:p/>"
                cell = self.cell(widths, column, width, merge, inner)
                if self.random.random() < 0.05:
                    cell = f"<w:sdt><w:sdtPr/><w:sdtContent>{cell}</w:sdtContent></w:sdt>"
                cells += cell
                column += width
            header = "<w:trPr><w:tblHeader/></w:trPr>" if row == 0 and self.random.random() < 0.3 else ""
            line = f"<w:tr>{header}{cells}</w:tr>"
            if self.random.random() < 0.05:
                line = f"<w:sdt><w:sdtPr/><w:sdtContent>{line}</w:sdtContent></w:sdt>"
            content += line
        return content + "</w:tbl>"

    def cell(self, widths, column, width, merge, inner):
        span = f'<w:gridSpan w:val="{width}"/>' if width > 1 else ""
        total = sum(widths[column:column + width])
        return f'<w:tc><w:tcPr><w:tcW w:w="{total}" w:type="dxa"/>{span}{merge}</w:tcPr>{inner}</w:tc>'


def tables_by_hand(seed, path):
    writer = TableWriter(random.Random(seed))
    body = "".join(
        f"<w:p>{writer.run(words(writer.random))}</w:p>{writer.table()}" for _ in range(writer.random.randint(1, 3)))
    package(path, body + "<w:p/>")


def tables_by_python_docx(seed, path):
    generator = random.Random(seed)
    document = docx.Document()
    for _ in range(generator.randint(1, 3)):
        document.add_paragraph(words(generator))
        rows, columns = generator.randint(1, 6), generator.randint(1, 6)
        table = document.add_table(rows=rows, cols=columns)
        if generator.random() < 0.5:
            table.style = "Table Grid"
        for row in range(rows):
            for column in range(columns):
                cell = table.cell(row, column)
                cell.text = words(generator)
                if generator.random() < 0.2:
                    run = cell.add_paragraph().add_run(words(generator))
                    run.bold = True
                    if generator.random() < 0.3:
                        run.add_break(docx.enum.text.WD_BREAK.LINE)
                        run.add_text(words(generator))
        taken = set()
        for _ in range(generator.randint(0, 4)):
            row, column = generator.randrange(rows), generator.randrange(columns)
            last_row = min(rows - 1, row + generator.randint(0, 2))
            last_column = min(columns - 1, column + generator.randint(0, 2))
            area = {(y, x) for y in range(row, last_row + 1) for x in range(column, last_column + 1)}
            if not area & taken:
                taken |= area
                table.cell(row, column).merge(table.cell(last_row, last_column))
    document.save(path)


# Formats that LibreOffice writes as Word does, within the numbers that the documents reach. It does not know
# decimalFullWidth, decimalEnclosedParen, decimalEnclosedFullstop, ordinal and ideographEnclosedCircle, and writes
# ideographDigital by place values.
FORMATS = ["decimal", "decimal", "decimal", "chineseCounting", "chineseCountingThousand", "decimalEnclosedCircle",
           "decimalEnclosedCircleChinese", "upperLetter", "lowerLetter", "upperRoman", "lowerRoman", "decimalZero",
           "ideographTraditional", "ideographZodiac", "japaneseCounting", "taiwaneseCountingThousand",
           "chineseLegalSimplified", "bullet", "russianLower", "aiueo"]
TEXTS = ["%{n}", "%{n}.", "%{n}、", "（%{n}）", "(%{n})", "第%{n}条", "%{n})", "%{all}", "%{all}."]
# The levels of Chinese official documents, and of Word's galleries.
FAMILIES = [
    [("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."), ("decimal", "（%4）")],
    [("chineseCountingThousand", "第%1章"), ("chineseCountingThousand", "第%2条"), ("chineseCounting", "（%3）")],
    [("decimal", "%1"), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3")],
    [("chineseCounting", "%1、"), ("decimalEnclosedCircleChinese", "%2"), ("lowerLetter", "%3)")],
    [("decimal", "%1."), ("lowerLetter", "%2)"), ("lowerRoman", "%3.")],
    [("chineseCounting", "第%1部分"), ("decimal", "%1.%2", "legal"), ("decimal", "%1.%2.%3", "legal")],
    [("upperLetter", "%1"), ("decimalZero", "%1%2"), ("ideographTraditional", "%3、")],
]


class ListWriter:
    """A numbering part with a few lists, and for each list instances that go on with it or start it anew."""

    def __init__(self, generator):
        self.random = generator
        self.families = [generator.choice(FAMILIES) if generator.random() < 0.6 else None
                         for _ in range(generator.randint(1, 3))]
        self.starts = [generator.choice([1, 1, 1, 3, 9]) for _ in self.families]
        # The list of each instance; the first ones go on, the later ones start anew.
        self.instances = list(range(len(self.families)))

    def level(self, number, index):
        family = self.families[number]
        legal = False
        if family and index < len(family):
            kind, text, *rest = family[index]
            legal = bool(rest)
        else:
            kind, text = self.random.choice(FORMATS), self.random.choice(TEXTS)
            text = text.replace("%{n}", f"%{index + 1}").replace(
                "%{all}", ".".join(f"%{place + 1}" for place in range(index + 1)))
            if kind == "bullet":
                text = "•"
        options = f'<w:start w:val="{self.starts[number] if index == 0 else 1}"/><w:numFmt w:val="{kind}"/>'
        if index < 2:
            options += f'<w:pStyle w:val="S{number}{index}"/>'
        if legal:
            options += "<w:isLgl/>"
        options += f'<w:suff w:val="{self.random.choice(["tab", "space", "nothing"])}"/>'
        return f'<w:lvl w:ilvl="{index}">{options}<w:lvlText w:val="{text}"/></w:lvl>'

    def anew(self, number):
        """A new instance that starts a list anew."""
        self.instances.append(number)
        return len(self.instances)

    def numbering(self):
        content = "".join(
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
            + "".join(self.level(number, index) for index in range(9)) + "</w:abstractNum>"
            for number in range(len(self.families)))
        for place, number in enumerate(self.instances):
            override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
            content += (f'<w:num w:numId="{place + 1}"><w:abstractNumId w:val="{number}"/>'
                        f'{override if place >= len(self.families) else ""}</w:num>')
        return content

    def styles(self):
        return "".join(
            f'<w:style w:type="paragraph" w:styleId="S{number}{level}"><w:name w:val="S{number}{level}"/><w:pPr><w:numPr>'
            f'<w:ilvl w:val="{level}"/><w:numId w:val="{number + 1}"/></w:numPr></w:pPr></w:style>'
            for number in range(len(self.families)) for level in range(2))

    def paragraph(self, instance, level, text):
        if 0 < instance <= len(self.families) and level < 2 and self.random.random() < 0.3:
            properties = f'<w:pStyle w:val="S{instance - 1}{level}"/>'
        elif instance:
            properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{instance}"/></w:numPr>'
        else:
            properties = ""
        run = f'<w:r><w:t xml:space="preserve">{html.escape(text, quote=False)}</w:t></w:r>' if text else ""
        return f"<w:p><w:pPr>{properties}</w:pPr>{run}</w:p>"

    def plain(self):
        return f'<w:p><w:r><w:t xml:space="preserve">{html.escape(words(self.random), quote=False)}</w:t></w:r></w:p>'


def lists_by_hand(seed, path):
    """A table whose first column is an automatic list, and whose other columns hold lists of their own."""
    generator = random.Random(seed)
    writer = ListWriter(generator)
    rows, columns = generator.randint(2, 14), generator.randint(2, 4)
    body = "<w:tbl><w:tblPr/><w:tblGrid>" + '<w:gridCol w:w="2000"/>' * columns + "</w:tblGrid>"
    others = [number + 1 for number in range(1, len(writer.families))] or [0]
    for row in range(rows):
        level = 0 if row == 0 or generator.random() < 0.7 else 1
        cells = [writer.paragraph(1, level, words(generator) if generator.random() < 0.3 else "")]
        for _ in range(1, columns):
            if generator.random() < 0.5:
                cells.append(writer.plain())
                continue
            instance = generator.choice(others)
            if instance and generator.random() < 0.5:
                instance = writer.anew(instance - 1)
            level, cell = 0, ""
            for _ in range(generator.randint(1, 4)):
                cell += writer.paragraph(instance, level, words(generator))
                if generator.random() < 0.1:
                    cell += writer.plain()
                level = generator.choice([0, min(level, 2), min(level + 1, 2)])
            cells.append(cell)
        body += "<w:tr>" + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{cell}</w:tc>' for cell in cells) + "</w:tr>"
    package(path, body + "</w:tbl><w:p/>", writer.numbering(), writer.styles())


TABLES = {"hand": tables_by_hand, "python-docx": tables_by_python_docx}
