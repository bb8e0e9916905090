"""Random web pages, tidy and careless, as editors, exporters and people write them."""

import random

WORDS = ["栏目", "更新", "news", "A&amp;B", "1&nbsp;000", "政务公开", "每月", "&lt;x&gt;", "x&middot;y", "“引”", "&#9733;", "a  b",
         "市政府\n办公室", "one\ntwo", "&hellip;", "&ldquo;a&rdquo;", "é"]


# What Word, old editors and government sites leave in cells.
LEFTOVERS = [
    '<?xml:namespace prefix = o ns = "urn:schemas-microsoft-com:office:office" /><o:p>&nbsp;</o:p>',
    '<st1:chsdate w:st="on" Year="2020">2020年</st1:chsdate>',
    "<![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span><![endif]>",
    '<font face="宋体"><span lang="EN-US">x<o:p></o:p></span></font>',
    "<!--[if gte mso 9]><xml><w:View>Normal</w:View><table><tr><td>no</td></tr></table></xml><![endif]-->",
    "<span style='mso-spacerun:yes'>&nbsp; </span>y", '<img src="x.gif" width=1 alt="">', "<a name=x></a>z", "5<sup>2</sup>",
    '<span style="display:block">block</span>', '<div style="display: inline">inline</div>',
    '<span style="white-space:pre-wrap">kept\n  white</span>', '<p style="text-indent:2em;display:none">hidden</p>',
    '<script type="text/javascript"><!--\ndocument.title = "<td>";\n//--></script>', "<style>td { color: red }</style>",
    "&nbsp&copy 2024", "AT&T&amp", "a=1&b=2&lt", "&starf;&lpar;1&rpar;&check;", "<!-->", "<!-- a --!>b", "<! c>d", "</ e>f",
    "3 < 5", "x<wbr>y", "&#9733&#x2605;", "<!-- <td>no</td> -->", "<input type=checkbox>是", "<label>名</label>", "<nobr>不 断</nobr>",
]


class PageWriter:
    def __init__(self, seed, careless):
        self.random = random.Random(seed)
        self.careless = careless

    def chance(self, likelihood):
        return self.random.random() < likelihood

    def messy(self, likelihood=0.15):
        return self.careless and self.chance(likelihood)

    def words(self):
        return " ".join(self.random.choice(WORDS) for _ in range(self.random.randint(1, 3)))

    def inline(self):
        text = self.words()
        kind = self.random.randrange(18)
        if kind == 0:
            return f"<b>{text}</b>"
        if kind == 1:
            return f'<span style="color:red">{text}</span>'
        if kind == 2:
            return f'<a href="x">{text}</a>'
        if kind == 3:
            return f"{text}<br>{self.words()}"
        if kind == 4:
            return f'{text}<span style="display:none">hidden</span>'
        if kind == 5:
            return f"<font size=2>{text}</font>"
        if kind == 6:
            return f"{text}<!-- note -->{self.words()}"
        if kind == 8:
            return f"{text}<script>var x = '<td>';</script>"
        if kind == 9 and self.messy(0.5):
            return f"<b>{text}<i>{self.words()}</b>{self.words()}</i>"
        if kind == 10 and self.messy(0.5):
            return f"<b>{text}"
        if kind == 11 and self.messy(0.5):
            return f"{text}</p>{self.words()}"
        if kind == 12:
            return f"{text}<o:p></o:p>"
        if kind in (13, 14, 15):
            return text + self.random.choice(LEFTOVERS) + (self.words() if self.chance(0.5) else "")
        return text

    def content(self, depth):
        kind = self.random.randrange(12)
        if kind == 0:
            return f"<p>{self.inline()}</p><p>{self.inline()}</p>"
        if kind == 1:
            return f"<p>{self.inline()}<p>{self.inline()}" if self.careless else f"<div>{self.inline()}</div>"
        if kind == 2:
            close = "" if self.messy() else "</div>"
            return f"<div>{self.inline()}{close}{self.inline()}"
        if kind == 3:
            close = "" if self.messy(0.5) else "</li>"
            return f"<ul><li>{self.inline()}{close}<li>{self.inline()}{close}</ul>"
        if kind == 4 and depth < 2:
            return self.inline() + self.table(depth + 1)
        if kind == 5:
            return ""
        if kind == 6:
            return f"&nbsp;"
        if kind == 7:
            return f"\n   {self.inline()}\n  "
        if kind == 8 and self.messy():
            return f"</div>{self.inline()}"
        if kind == 9 and self.messy():
            return f"<form>{self.inline()}"
        if kind == 10:
            return f"<center>{self.inline()}</center>"
        return self.inline()

    def cell(self, depth):
        name = self.random.choice(["td", "td", "td", "td", "th"])
        if self.messy(0.1):
            name = name.upper()
        attributes = ""
        if self.chance(0.15):
            attributes += f" rowspan={self.random.choice([2, 3, 2, 0, 9, '2 ', '1'])}"
        if self.chance(0.15):
            attributes += f' colspan="{self.random.choice([2, 3, 2, "2px", "", "-1", "0"])}"'
        if self.chance(0.1):
            attributes += " nowrap align='left'"
        if self.chance(0.2):
            attributes += self.random.choice([
                " style='width:45.5pt;border:solid windowtext 1.0pt;mso-border-alt:solid windowtext .5pt'", ' title="a > b"',
                " class=xl24 x:num", " valign=top\nheight=20", " bgcolor=#FFFFFF", ' onclick="f(\'<td>\')"'])
        close = "" if self.messy(0.3) else self.random.choice([f"</{name}>"] * 4 + [f"</{name} >", f"</{name}\n>"])
        if self.messy(0.03):
            close += self.random.choice(["</body>", "</html>", "</body></html>"])
        if self.chance(0.02):
            return f"<{name}{attributes} />"
        return f"<{name}{attributes}>{self.content(depth)}{close}"

    def row(self, depth):
        row = "" if self.messy(0.07) else ("<tr>" if self.chance(0.95) else "<tr style='height:0'>")
        row += "".join(self.cell(depth) + ("\n" if self.chance(0.3) else "") for _ in range(self.random.randint(0 if self.careless else 1, 5)))
        if self.messy(0.06):
            row += self.words()
        if self.messy(0.05):
            row += "<input type=hidden><p>stray"
        return row + ("" if self.messy(0.3) else "</tr>") + "\n"

    def rows(self, depth):
        return "".join(self.row(depth) for _ in range(self.random.randint(1, 4)))

    def table(self, depth=0):
        table = "<table border=1>"
        if self.chance(0.2):
            table += f"<caption>{self.words()}</caption>"
        if self.chance(0.2):
            table += "<colgroup><col width=10><col></colgroup>"
        if self.chance(0.3):
            for group in self.random.sample(["thead", "tbody", "tfoot", "tbody"], self.random.randint(1, 4)):
                table += f"<{group}>{self.rows(depth)}" + ("" if self.messy(0.3) else f"</{group}>")
        else:
            table += self.rows(depth)
        if self.messy(0.05):
            table += "</td></div>"
        return table + ("" if self.messy(0.04) else "</table>")

    def page(self):
        page = "<!DOCTYPE html>\n<html><head><meta charset=utf-8><title>t</title></head><body>\n"
        for _ in range(self.random.randint(1, 3)):
            page += f"<p>{self.words()}</p>\n" if self.chance(0.5) else self.words()
            page += self.table() + "\n"
        return page + "</body></html>\n"


def page(seed):
    return PageWriter(seed, careless=seed % 2 == 1).page()
