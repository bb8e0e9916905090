#!/usr/bin/env python3
"""Times a workbook of many rows in constant memory against a plain C program that writes the same one with libxlsxwriter.

    swift build -c release --product LanmuBenchmarks
    python3 Tests/Speed/ledger.py .build/release/LanmuBenchmarks [--rows 100000] [--rounds 5]

The two programs run in turn, their files are compared part by part, and the median of the ratios is printed, Lanmu to C, by
processor time and by the clock.
"""

import argparse
import pathlib
import statistics
import subprocess
import tempfile
import zipfile

from task_sheets import run


def parts(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("benchmarks")
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--cores", type=int, default=2)
    choice = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        source = pathlib.Path(__file__).with_name("ledger.c")
        subprocess.run(["cc", "-O2", "-o", folder / "ledger", source, "-lxlsxwriter"], check=True)
        ratios = []
        for _ in range(choice.rounds):
            ours = run([pathlib.Path(choice.benchmarks).resolve(), "write", str(choice.rows), folder / "ours.xlsx"], choice.cores)
            theirs = run([folder / "ledger", str(choice.rows), folder / "theirs.xlsx"], choice.cores)
            ratios.append((ours[0] / theirs[0], ours[1] / theirs[1], ours[1]))
        if parts(folder / "ours.xlsx") != parts(folder / "theirs.xlsx"):
            raise SystemExit("the two workbooks differ")
        cpu, clock, seconds = (statistics.median(column) for column in zip(*ratios))
        print(f"{choice.rows} rows: cpu {cpu:.2f}  clock {clock:.2f}  {seconds:.2f} s")


if __name__ == "__main__":
    main()
