"""Random workbooks by openpyxl and XlsxWriter: values and number formats of every kind, merged areas, odd sheets."""

import datetime
import random

import openpyxl
import xlsxwriter

FORMATS = [
    "General", "0", "0.00", "#,##0", "#,##0.00", "0%", "0.00%", "0.00E+00", "# ?/?", "m/d/yyyy", "d-mmm-yy", "d-mmm",
    "mmm-yy", "h:mm AM/PM", "h:mm:ss", "h:mm", "m/d/yy h:mm", "mm:ss", "[h]:mm:ss", "@", "yyyy-mm-dd",
    'yyyy"年"m"月"d"日"', 'yyyy"年"m"月"', 'm"月"d"日"', "yyyy/m/d h:mm:ss", "上午/下午h\"时\"mm\"分\"", "[$-804]aaaa",
    "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "yyyy-mm-dd;@", "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@", "000000", "00", "0000-00",
    "[Red]0.00;[Blue]-0.00", "[>=100]0%;0.0%", '0"件"', '#,##0"元"', "¥#,##0.00", "0.0%", "?0.0", '"№"000', "[h]:mm", "yyyy.mm.dd",
    "hh:mm:ss.000", "dd/mm/yyyy", "yy-m-d", "# ##0", "_ * #,##0.00_ ", '"是";"否";"无"', "0.000", "###0", "mmmm d, yyyy",
]
NUMBERS = [0, 1, -1, 7, 42, 123456, 0.1, 0.5, 1.5, -2.25, 1 / 3, 0.07, 1e21, 1.5e-7, 123456789012, 0.1 + 0.2, 99.995, 1e15 + 0.5,
           110101199001011234, 45000, 45000.75, 44197.999988425925, 60, 61, 59, 1.0, 0.999, 31.25]
TEXTS = ["栏目", "更新", " lead", "trail ", "two\nlines", "007", "1e5", "=not", "TRUE", "a\tb", "é", "😀", "<x>&\"", "_x0041_", "'quoted",
         "长" * 300]


def moment(generator):
    day = datetime.datetime(1900, 3, 1) + datetime.timedelta(days=generator.randint(0, 60000))
    kind = generator.randrange(4)
    if kind == 0:
        return day.date()
    if kind == 1:
        return day + datetime.timedelta(seconds=generator.randint(0, 86399))
    if kind == 2:
        return datetime.time(generator.randint(0, 23), generator.randint(0, 59), generator.randint(0, 59))
    return datetime.timedelta(seconds=generator.randint(0, 400000))


def areas(generator, rows, columns):
    """Merged areas that do not overlap, as (row, column, last row, last column)."""
    covered = set()
    result = []
    for _ in range(generator.randint(0, 6)):
        row, column = generator.randrange(rows), generator.randrange(columns)
        last_row, last_column = row + generator.randint(0, 3), column + generator.randint(0, 3)
        places = {(y, x) for y in range(row, last_row + 1) for x in range(column, last_column + 1)}
        if len(places) > 1 and not places & covered:
            covered |= places
            result.append((row, column, last_row, last_column))
    return result


def by_openpyxl(seed, path):
    generator = random.Random(seed)
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    if generator.random() < 0.2:
        workbook.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    for number in range(generator.randint(1, 3)):
        sheet = workbook.create_sheet(generator.choice(["栏目", "Sheet", "a&b", "“x”"]) + str(number))
        if number and generator.random() < 0.3:
            sheet.sheet_state = generator.choice(["hidden", "veryHidden"])
        rows, columns = generator.randint(1, 15), generator.randint(1, 8)
        for row in range(rows):
            if generator.random() < 0.1:
                sheet.row_dimensions[row + 1].hidden = True
            for column in range(columns):
                cell = sheet.cell(row + 1, column + 1)
                kind = generator.randrange(10)
                if kind < 3:
                    cell.value = generator.choice(TEXTS)
                    cell.data_type = "s"
                elif kind < 7:
                    cell.value = generator.choice(NUMBERS)
                    cell.number_format = generator.choice(FORMATS)
                elif kind == 7:
                    cell.value = generator.choice([True, False, "#N/A", "#DIV/0!"])
                elif kind == 8:
                    cell.value = moment(generator)
        for row, column, last_row, last_column in areas(generator, rows, columns):
            sheet.merge_cells(
                start_row=row + 1, start_column=column + 1, end_row=last_row + 1, end_column=last_column + 1)
    workbook.active = 0
    workbook.save(path)


def by_xlsxwriter(seed, path):
    generator = random.Random(seed)
    options = {"date_1904": generator.random() < 0.2, "constant_memory": generator.random() < 0.2,
               "strings_to_formulas": False, "strings_to_urls": False}
    workbook = xlsxwriter.Workbook(path, options)
    formats = {code: workbook.add_format({"num_format": code}) for code in FORMATS}
    for number in range(15, 59):
        formats[number] = workbook.add_format({"num_format": number})
    bold, red = workbook.add_format({"bold": True}), workbook.add_format({"font_color": "red"})
    for number in range(generator.randint(1, 3)):
        sheet = workbook.add_worksheet(generator.choice(["栏目", "Sheet", "a&b"]) + str(number))
        if number and generator.random() < 0.3:
            sheet.hide()
        rows, columns = generator.randint(1, 15), generator.randint(1, 8)
        merged = areas(generator, rows, columns) if not options["constant_memory"] else []
        covered = {(y, x) for row, column, last_row, last_column in merged
                   for y in range(row, last_row + 1) for x in range(column, last_column + 1)}
        for row in range(rows):
            for column in range(columns):
                if (row, column) in covered:
                    continue
                kind = generator.randrange(12)
                if kind < 3:
                    sheet.write_string(row, column, generator.choice(TEXTS))
                elif kind < 7:
                    code = generator.choice(list(formats))
                    sheet.write_number(row, column, generator.choice(NUMBERS), formats[code])
                elif kind == 7:
                    sheet.write_boolean(row, column, generator.random() < 0.5)
                elif kind == 8:
                    value = generator.choice([3.5, "text", "", True, "#REF!", 45000])
                    sheet.write_formula(row, column, "=A1+1", formats[generator.choice(FORMATS)], value)
                elif kind == 9:
                    sheet.write_rich_string(row, column, bold, "粗", red, "红 ", "plain")
                elif kind == 10:
                    sheet.write_blank(row, column, None, formats["0%"])
                    if generator.random() < 0.3:
                        sheet.write_comment(row, column, "note")
        for row, column, last_row, last_column in merged:
            sheet.merge_range(row, column, last_row, last_column, generator.choice(TEXTS), bold)
    workbook.close()


WRITERS = {"openpyxl": by_openpyxl, "xlsxwriter": by_xlsxwriter}
