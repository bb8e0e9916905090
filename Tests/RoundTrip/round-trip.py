#!/usr/bin/env python3
"""Writes random grids in every format, lets LibreOffice convert them, and reads all of them back with lanmu.

Usage: round-trip.py LANMU [--grids 500] [--from-seed 1] [--folder DIR] [--no-conversions] [--keep]

Takes python3-docx, python3-openpyxl, libxlsxwriter and LibreOffice. Prints a table of what agreed, and each first
difference; exits with 1 if there was any.
"""

import argparse
import concurrent.futures
import json
import os
import shutil
import subprocess
import sys
import tempfile

import grids
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


def convert(files, target, folder, profile):
    """Converts many files by few processes of LibreOffice."""
    os.makedirs(folder, exist_ok=True)
    for start in range(0, len(files), 100):
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", "--convert-to", target,
             "--outdir", folder] + files[start:start + 100],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600, check=False)


def read(lanmu, path):
    run = subprocess.run([lanmu, "tables", path, "--to", "json"], capture_output=True, timeout=60)
    if run.returncode != 0:
        return run.stderr.decode(), []
    output = json.loads(run.stdout)
    notes = [entry["code"] for entry in output["diagnostics"]]
    tables = [table for table in output["tables"] if table["cells"]]
    if not tables:
        return [], notes
    if len(tables) > 1:
        return f"{len(tables)} tables", notes
    return sorted(
        (cell["row"], cell["column"], cell["rowSpan"], cell["columnSpan"], cell["text"])
        for cell in tables[0]["cells"]), notes


def comparable(cells, name):
    """What a format can keep of a grid; all of it where a spreadsheet or nothing stood between."""
    exact = "→" not in name and name != "box.txt" or name.startswith(("openpyxl", "libxlsxwriter"))
    return cells if exact or isinstance(cells, str) else grids.reduced(cells)


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
    os.makedirs(folder, exist_ok=True)
    seeds = range(options.from_seed, options.from_seed + options.grids)
    truth = {seed: grids.random_grid(seed) for seed in seeds}
    sets = {}
    for name, write in writers.WRITERS.items():
        place = os.path.join(folder, name)
        os.makedirs(place, exist_ok=True)
        suffix = name.split(".")[-1]
        sets[name] = {seed: os.path.join(place, f"{seed}.{suffix}") for seed in seeds}
        for seed in seeds:
            if not os.path.exists(sets[name][seed]):
                write(truth[seed], sets[name][seed])
    if not options.no_conversions:
        profile = os.path.join(folder, "profile")
        for source, suffix, target in CONVERSIONS:
            name = f"{source}→{suffix}"
            place = os.path.join(folder, name.replace("→", "-to-"))
            files = {seed: os.path.join(place, f"{seed}.{suffix}") for seed in seeds}
            convert([sets[source][seed] for seed in seeds if not os.path.exists(files[seed])], target, place, profile)
            if suffix in BACK:
                back = BACK[suffix]
                place_back = place + "-to-" + back
                behind = {seed: os.path.join(place_back, f"{seed}.{back}") for seed in seeds}
                convert([files[seed] for seed in seeds if not os.path.exists(behind[seed])], FILTERS[back],
                        place_back, profile)
                sets[f"{name}→{back}"] = behind
            else:
                sets[name] = files
    failures = 0
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for name, files in sets.items():
            present = [seed for seed in seeds if os.path.exists(files[seed])]
            results = dict(zip(present, pool.map(lambda seed: read(options.lanmu, files[seed]), present)))
            wrong = [seed for seed in present if comparable(results[seed][0], name) != comparable(truth[seed].shown(), name)]
            noted = sum(bool(results[seed][1]) for seed in present)
            print(f"{name:45} {len(present) - len(wrong):4} of {len(seeds)} equal, {noted} with diagnostics", flush=True)
            failures += len(wrong) + len(seeds) - len(present)
            for seed in wrong[:3]:
                got, notes = comparable(results[seed][0], name), results[seed][1]
                want = comparable(truth[seed].shown(), name)
                print(f"  {files[seed]} {notes[:3]}")
                if isinstance(got, str):
                    print("   ", got.strip())
                else:
                    print("    read only:    ", [cell for cell in got if cell not in want][:4])
                    print("    expected only:", [cell for cell in want if cell not in got][:4])
    if not options.keep and not options.folder:
        shutil.rmtree(folder)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
