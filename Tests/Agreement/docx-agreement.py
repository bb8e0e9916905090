#!/usr/bin/env python3
"""Reads random Word documents with lanmu, and what LibreOffice shows of them: cell texts, merged areas, automatic numbers.

Usage: docx-agreement.py LANMU [--documents 300] [--lists 300] [--from-seed 1] [--folder DIR]

Tables are compared with LibreOffice's export to HTML, cell by cell with their spans; automatic numbers with its export to
text, which writes them, line by line without white space. Prints a count for each kind of agreement; exits with 1 if any
difference is left unexplained.
"""

import argparse
import collections
import concurrent.futures
import os
import re
import sys
import tempfile
import zipfile

import documents
import grids
import programs
import readings


DIGITS = re.compile(r"\d+\.\d")
BULLETS = "•▪◦"


def plain(cells):
    """Cells as both sides have to read them: LibreOffice shows hidden text, writes control characters for bookmarks, fields
    and content controls, shows the codes of fields in these, and has the no-break hyphen as a character of its own."""
    result = []
    for cell in cells:
        text = re.sub(r"[\x00-\x08] ?", "", cell[4].replace("\u2011", "-")).replace(documents.HIDDEN, "")
        text = re.sub(r'HYPERLINK( "")? \\l "b" ?', "", text)
        lines = [re.sub(" +", " ", line).strip() for line in text.split("\n")]
        result.append((*cell[:4], "\n".join(lines).strip("\n")))
    return readings.listed(result)


def compare_tables(lanmu, source, page):
    """Whether the tables are equal, and a word on the first difference."""
    ours = programs.Reading(lanmu, source)
    got = [plain(programs.cells(table)) for table in ours.tables]
    want = [plain(table) for table in readings.page_tables(page)]
    if len(got) != len(want):
        return "other number of tables", (len(got), len(want))
    controls = any("\x04" in cell[4] for table in readings.page_tables(page) for cell in table)
    kinds = {"equal"}
    for mine, theirs in zip(got, want):
        if mine == theirs:
            continue
        difference = [c for c in mine if c not in theirs][:3], [c for c in theirs if c not in mine][:3]
        if grids.reduced(mine) == grids.reduced(theirs):
            kinds.add("equal but for rows and columns in which no cell begins")
        elif controls and unbroken(grids.reduced(mine)) == unbroken(grids.reduced(theirs)):
            kinds.add("explained: LibreOffice writes a line break within a content control around a cell in front of it")
        elif sorted(cell[4] for cell in mine if cell[4]) != sorted(cell[4] for cell in theirs if cell[4]):
            return "other texts", difference
        else:
            return "other spans", difference
    return max(kinds, key=len), None


def unbroken(cells):
    return sorted((*cell[:4], cell[4].replace("\n", "")) for cell in cells)


def squeezed(lines):
    """Lines without white space and without bullets, which are no text; those with something left."""
    lines = [re.sub(r"[\s\ufeff\u200b]+", "", line).lstrip(BULLETS) for line in lines]
    return [line for line in lines if line]


def compare_lists(lanmu, source, text):
    ours = programs.Reading(lanmu, source)
    got = squeezed(line for table in ours.tables for cell in programs.cells(table) for line in cell[4].split("\n"))
    with open(text, encoding="utf-8") as file:
        want = squeezed(file.read().split("\n"))
    if got == want:
        return "equal", None
    with zipfile.ZipFile(source) as archive:
        if b"isLgl" in archive.read("word/numbering.xml"):
            legal = squeezed(line for line in got)
            if len(legal) == len(want) and all(a == b or DIGITS.match(a) for a, b in zip(legal, want)):
                return "explained: LibreOffice 7.4 does not know w:isLgl, by which Word writes 3.1 for 三.1", None
    place = next((index for index, pair in enumerate(zip(got, want)) if pair[0] != pair[1]), min(len(got), len(want)))
    return "other lines", (place, got[place:place + 2], want[place:place + 2])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("lanmu")
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--lists", type=int, default=300)
    parser.add_argument("--from-seed", type=int, default=1)
    parser.add_argument("--folder")
    parser.add_argument("--show", type=int, default=8)
    options = parser.parse_args()
    folder = options.folder or tempfile.mkdtemp(prefix="docx-agreement-")
    profile = os.path.join(folder, "profile")
    jobs = [(name, write, options.documents, "html:HTML (StarWriter)", compare_tables)
            for name, write in documents.TABLES.items()]
    jobs.append(("lists", documents.lists_by_hand, options.lists, "txt:Text (encoded):UTF8", compare_lists))
    unexplained = 0
    for name, write, count, target, compare in jobs:
        place, shown = os.path.join(folder, name), os.path.join(folder, name + "-shown")
        os.makedirs(place, exist_ok=True)
        paths = [os.path.join(place, f"{seed}.docx") for seed in range(options.from_seed, options.from_seed + count)]
        for path in paths:
            if not os.path.exists(path):
                write(int(os.path.basename(path)[:-5]), path)
        programs.convert(paths, target, shown, profile)
        suffix = target.split(":")[0]
        pairs = [(path, os.path.join(shown, os.path.basename(path)[:-4] + suffix)) for path in paths]
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            results = list(pool.map(lambda pair: compare(options.lanmu, *pair), pairs))
        counts = collections.Counter(kind for kind, _ in results)
        print(name)
        for kind, number in sorted(counts.items()):
            print(f"  {kind:60} {number}")
        wrong = [(pair[0], kind, what) for pair, (kind, what) in zip(pairs, results) if not kind.startswith(("equal", "explained"))]
        unexplained += len(wrong)
        for path, kind, what in wrong[:options.show]:
            print("   ", os.path.basename(path), kind, *(what or ()))
    return 1 if unexplained else 0


if __name__ == "__main__":
    sys.exit(main())
