#!/usr/bin/env python3
"""Writes random grids in every format, lets LibreOffice convert them, and reads all of them back with lanmu.

Usage: round-trip.py LANMU [--grids 500] [--from-seed 1] [--folder DIR] [--no-conversions] [--keep]

Takes python3-docx, python3-openpyxl, python3-lxml, libxlsxwriter and LibreOffice. What LibreOffice wrote is read a second
time without lanmu: where both readings agree, a difference is LibreOffice's own, and is listed by what it lost. Exits with
1 if any difference is left that this does not explain.
"""

import argparse
import collections
import concurrent.futures
import os
import shutil
import sys
import tempfile

import grids
import programs
import readings
import writers

# From which file, by which export filter, to which file. A second step leads back to what is read without LibreOffice:
# it is the conversion by which lanmu reads old formats, made here for many files at once.
CONVERSIONS = [
    ("hand.docx", "odt", "odt"), ("hand.docx", "doc", "doc:MS Word 97"), ("hand.docx", "rtf", "rtf"),
    ("hand.docx", "html", "html:HTML (StarWriter)"), ("hand.docx", "docx", "docx"),
    ("python-docx.docx", "docx", "docx"), ("python-docx.docx", "html", "html:HTML (StarWriter)"),
    ("python-docx.docx", "odt", "odt"),
    ("openpyxl.xlsx", "xls", "xls:MS Excel 97"), ("openpyxl.xlsx", "ods", "ods"), ("openpyxl.xlsx", "xlsx", "xlsx"),
    ("openpyxl.xlsx", "html", "html:HTML (StarCalc)"),
    ("libxlsxwriter.xlsx", "xls", "xls:MS Excel 97"), ("libxlsxwriter.xlsx", "ods", "ods"),
    ("libxlsxwriter.xlsx", "html", "html:HTML (StarCalc)"),
    ("hand.html", "odt", "odt:writer8"), ("hand.html", "docx", "docx:MS Word 2007 XML"),
]
BACK = {"odt": "docx", "doc": "docx", "rtf": "docx", "xls": "xlsx", "ods": "xlsx"}
FILTERS = {"docx": "docx:MS Word 2007 XML", "xlsx": "xlsx"}


def read(lanmu, path):
    """The cells of the one table that a file holds, or a word on why there are none."""
    reading = programs.Reading(lanmu, path)
    if reading.error:
        return reading.error, reading.notes
    tables = [table for table in reading.tables if table["cells"]]
    if len(tables) > 1:
        return f"{len(tables)} tables", reading.notes
    return programs.cells(tables[0]) if tables else [], reading.notes


def read_independently(path):
    tables = [table for table in readings.tables(path) if table]
    return tables[0] if len(tables) == 1 else [] if not tables else f"{len(tables)} tables"


def comparable(cells, name):
    """What a format can keep of a grid; all of it where a spreadsheet or nothing stood between."""
    exact = "→" not in name and name != "box.txt" or name.startswith(("openpyxl", "libxlsxwriter"))
    return cells if exact or isinstance(cells, str) else grids.reduced(cells)


def documents(options, seeds, truth, folder):
    """Writes what is not written yet; for each way that a grid took, the files by seed, and those of old formats on it."""
    result, old = {}, {}
    for name, write in writers.WRITERS.items():
        place = os.path.join(folder, name)
        os.makedirs(place, exist_ok=True)
        result[name] = {seed: os.path.join(place, f"{seed}.{name.split('.')[-1]}") for seed in seeds}
        for seed in seeds:
            if not os.path.exists(result[name][seed]):
                write(truth[seed], result[name][seed])
    if options.no_conversions:
        return result, old
    profile = os.path.join(folder, "profile")
    for source, suffix, target in CONVERSIONS:
        name = f"{source}→{suffix}"
        place = os.path.join(folder, name.replace("→", "-to-"))
        files = {seed: os.path.join(place, f"{seed}.{suffix}") for seed in seeds}
        programs.convert([result[source][seed] for seed in seeds], target, place, profile)
        if suffix in BACK:
            back = BACK[suffix]
            behind = {seed: os.path.join(f"{place}-to-{back}", f"{seed}.{back}") for seed in seeds}
            programs.convert(list(files.values()), FILTERS[back], f"{place}-to-{back}", profile)
            result[f"{name}→{back}"] = behind
            old[f"{name}→{back}"] = files
        else:
            result[name] = files
    return result, old


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("lanmu")
    parser.add_argument("--grids", type=int, default=500)
    parser.add_argument("--from-seed", type=int, default=1)
    parser.add_argument("--folder")
    parser.add_argument("--no-conversions", action="store_true")
    parser.add_argument("--keep", action="store_true")
    options = parser.parse_args()
    folder = options.folder or tempfile.mkdtemp(prefix="round-trip-")
    seeds = range(options.from_seed, options.from_seed + options.grids)
    truth = {seed: grids.random_grid(seed) for seed in seeds}
    unexplained = 0
    ways, old = documents(options, seeds, truth, folder)
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for name, files in ways.items():
            present = [seed for seed in seeds if os.path.exists(files[seed])]
            results = dict(zip(present, pool.map(lambda seed: read(options.lanmu, files[seed]), present)))
            equal, losses, wrong = 0, collections.defaultdict(list), []
            for seed in present:
                got, want = comparable(results[seed][0], name), comparable(truth[seed].shown(), name)
                if got != want and name in old:
                    # Of a conversion lanmu knows more when it makes it itself.
                    got = comparable(read(options.lanmu, old[name][seed])[0], name)
                if got == want:
                    equal += 1
                    continue
                written = "→" in name and comparable(read_independently(files[seed]), name) == got
                loss = grids.loss(truth[seed], got, sheet=".xlsx" in name) if written else None
                if loss:
                    losses[loss].append(seed)
                else:
                    wrong.append((seed, got, want))
            noted = sum(bool(results[seed][1]) for seed in present)
            print(f"{name:34} {equal:4} of {len(seeds)} equal, {len(seeds) - len(present)} not converted, "
                  f"{noted} with diagnostics", flush=True)
            for loss, lost in sorted(losses.items()):
                print(f"    {len(lost):4} as LibreOffice wrote them: {loss} {lost[:12]}")
            unexplained += len(wrong) + len(seeds) - len(present)
            for seed, got, want in wrong[:3]:
                print(f"    NOT explained: {files[seed]} {results[seed][1][:3]}")
                if isinstance(got, str):
                    print("     ", got)
                else:
                    print("      read only:    ", [cell for cell in got if cell not in want][:4])
                    print("      expected only:", [cell for cell in want if cell not in got][:4])
            if len(wrong) > 3:
                print(f"    NOT explained: {len(wrong)} in all")
    if not options.keep and not options.folder:
        shutil.rmtree(folder)
    return 1 if unexplained else 0


if __name__ == "__main__":
    sys.exit(main())
