#!/usr/bin/env python3
"""Reads random web pages with lanmu and with Chromium's parser, layout and DOM, and compares table by table.

Usage: html-agreement.py LANMU [--pages 400] [--from-seed 1] [--folder DIR]

White space is compared collapsed, lines as lines; texts that Chromium shows and lanmu leaves out on purpose (phonetic
guides) are not written into the pages.
"""

import argparse
import collections
import html
import json
import os
import re
import subprocess
import sys
import tempfile

import pages
import programs

HERE = os.path.dirname(os.path.abspath(__file__))


def chromium_tables(sources, folder):
    """The tables of many pages, each in a frame of one page that Chromium renders."""
    script = open(os.path.join(HERE, "dom-tables.js"), encoding="utf-8").read()
    result = []
    for start in range(0, len(sources), 50):
        frames = "".join(f'<iframe srcdoc="{html.escape(source)}"></iframe>\n' for source in sources[start:start + 50])
        page = f"""<!DOCTYPE html><meta charset=utf-8>{frames}<pre id=result></pre><script>{script}
          addEventListener("load", () => {{
            const all = [...document.querySelectorAll("iframe")].map((frame) => domTables(frame.contentDocument));
            document.getElementById("result").textContent = JSON.stringify(all);
            for (const frame of document.querySelectorAll("iframe")) frame.remove();
          }});</script>"""
        path = os.path.join(folder, "frames.html")
        with open(path, "w", encoding="utf-8") as file:
            file.write(page)
        run = subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/chromium",
             "--virtual-time-budget=60000", "--dump-dom", f"file://{path}"],
            capture_output=True, timeout=300, check=False)
        text = run.stdout.decode("utf-8", "replace")
        match = re.search(r'<pre id="result">(.*?)</pre>', text, re.S)
        result += json.loads(html.unescape(match.group(1)))
    return result


def plain(text):
    """Lines without white space at their ends and between them; runs of white space as one space."""
    text = text.replace("\u00a0", " ").replace("\u200b", "")
    lines = [re.sub(r"[ \t]+", " ", line).strip() for line in text.split("\n")]
    return "\n".join(line for line in lines if line)


def ours(lanmu, path):
    return [
        {"rows": table["rows"], "columns": table["columns"], "nested": table["nestedIn"] is not None,
         "cells": [list(cell[:4]) + [plain(cell[4])] for cell in programs.cells(table)]}
        for table in programs.Reading(lanmu, path).tables]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("lanmu")
    parser.add_argument("--pages", type=int, default=400)
    parser.add_argument("--from-seed", type=int, default=1)
    parser.add_argument("--folder")
    parser.add_argument("--show", type=int, default=8)
    options = parser.parse_args()
    folder = options.folder or tempfile.mkdtemp(prefix="html-agreement-")
    os.makedirs(folder, exist_ok=True)
    seeds = list(range(options.from_seed, options.from_seed + options.pages))
    sources = [pages.page(seed) for seed in seeds]
    theirs = chromium_tables(sources, folder)
    counts = collections.Counter()
    shown = 0
    for seed, source, reference in zip(seeds, sources, theirs):
        path = os.path.join(folder, f"{seed}.html")
        with open(path, "w", encoding="utf-8") as file:
            file.write(source)
        got = ours(options.lanmu, path)
        for table in reference:
            cells = [cell[:4] + [plain(cell[4])] for cell in table["cells"]]
            table["cells"] = sorted(cell for cell in cells if cell[4] or cell[2] > 1 or cell[3] > 1)
        kind = "careless" if seed % 2 else "tidy"
        verdict = "equal"
        if len(got) != len(reference):
            verdict = "other number of tables"
        else:
            for mine, theirs_ in zip(got, reference):
                if [c[:4] for c in mine["cells"]] != [c[:4] for c in theirs_["cells"]]:
                    verdict = "other places"
                    break
                if mine["cells"] != theirs_["cells"]:
                    verdict = "other texts"
                elif verdict == "equal" and (mine["rows"], mine["columns"], mine["nested"]) != (
                        theirs_["rows"], theirs_["columns"], theirs_["nested"]):
                    verdict = "other size"
        counts[kind, verdict] += 1
        if verdict != "equal" and shown < options.show:
            shown += 1
            print(f"{path}: {verdict}: {len(got)} and {len(reference)} tables")
            for index, (mine, theirs_) in enumerate(zip(got, reference)):
                a = [cell for cell in mine["cells"] if cell not in theirs_["cells"]]
                b = [cell for cell in theirs_["cells"] if cell not in mine["cells"]]
                if a or b or mine["rows"] != theirs_["rows"]:
                    print(f"  table {index}: {mine['rows']}×{mine['columns']} and {theirs_['rows']}×{theirs_['columns']}")
                    print("    lanmu:   ", a[:3])
                    print("    chromium:", b[:3])
    for (kind, verdict), count in sorted(counts.items()):
        print(f"{kind:10} {verdict:25} {count}")
    return 0 if all(verdict == "equal" for _, verdict in counts) else 1


if __name__ == "__main__":
    sys.exit(main())
