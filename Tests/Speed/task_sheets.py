#!/usr/bin/env python3
"""Times `lanmu tasks` against a plain C program that writes the same files with libxlsxwriter, on one thread.

    swift build -c release --product lanmu
    python3 Tests/Speed/task_sheets.py .build/release/lanmu [--units 1000] [--rounds 3] [--cores 1]

Three cases: all units share their entries, each unit has entries of its own, and the sheets are made through the exported
template. The two programs run in turn; what is printed is the median of the ratios, Lanmu to C, by processor time and by
the clock. Lanmu's figures include reading the plan and writing the index.
"""

import argparse
import hashlib
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import tempfile
import time

import peer

REQUIREMENT = "发布本单位第{}类工作信息，内容应当准确、完整，并附有关附件和解读材料。"
MONTH = ["--month", "2026-12"]


def entry(row, unit, seed):
    """An entry as a plan has it; every third requirement is long."""
    return {
        "id": hashlib.sha256(f"{seed}/{row}".encode()).hexdigest()[:16],
        "table": 0, "number": str(row + 1), "path": [f"频道{row // 6}", f"栏目{row}", f"子栏目{row}{seed}"],
        "starred": row % 5 == 0, "requirement": REQUIREMENT.format(row) * (1 + row % 3), "target": "",
        "supply": {"text": "信息形成之日起3个工作日内提供", "rules": []},
        "update": {
            "text": "每月更新",
            "rules": [{"kind": "interval", "every": {"count": 1, "unit": "month"}, "atLeast": 1, "text": "每月更新"}],
        },
        "mode": "", "lead": "", "responsible": unit, "remarks": "",
        "assignments": [{"unit": unit, "role": "responsible", "scope": "", "duty": ""}],
        "origin": {"table": 0, "row": row + 1}, "confidence": 1.0, "doubts": [],
    }


def plan(units, shares, tasks=30):
    names = [f"测试县第{number + 1}号单位" for number in range(units)]
    bodies = [{"name": name, "aliases": [], "kind": "unit", "members": []} for name in names]
    if shares:
        bodies.append({"name": "各单位", "aliases": [], "kind": "group", "members": names})
        entries = [entry(row, "各单位", "") for row in range(tasks)]
    else:
        entries = [entry(row, name, str(number)) for number, name in enumerate(names) for row in range(tasks)]
    return {
        "schema": "lanmu-plan/1", "title": "测试县人民政府门户网站栏目内容保障方案", "documentNumber": "测政办发〔2026〕1号",
        "source": {"file": "plan.docx", "format": "docx", "sha256": ""}, "tables": [], "units": bodies,
        "entries": entries, "diagnostics": [],
    }


def run(words, cores):
    """Processor seconds and seconds by the clock."""
    start = time.monotonic()
    process = subprocess.Popen(
        words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        preexec_fn=lambda: os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores]))
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{words[0]} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lanmu")
    parser.add_argument("--units", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--cores", type=int, default=1, help="how many cores Lanmu may use; the C program has one thread")
    parser.add_argument("--cases", default="shared,distinct,template")
    choice = parser.parse_args()
    lanmu = str(pathlib.Path(choice.lanmu).resolve())
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "shared.json").write_text(json.dumps(plan(choice.units, True), ensure_ascii=False))
        (folder / "distinct.json").write_text(json.dumps(plan(choice.units, False), ensure_ascii=False))
        subprocess.run([lanmu, "template", "export", "tasks", "-o", folder / "template.xlsx", "--quiet"], check=True)
        subprocess.run(
            [lanmu, "tasks", folder / "distinct.json", *MONTH, "-o", folder / "model", "--unit", "测试县第1号单位", "--quiet"],
            check=True)
        model = next(path for path in (folder / "model").iterdir() if "第1号" in path.name)
        (folder / "peer.c").write_text(peer.program(model))
        subprocess.run(["cc", "-O2", "-o", folder / "peer", folder / "peer.c", "-lxlsxwriter"], check=True)
        for case in choice.cases.split(","):
            source = "distinct" if case == "distinct" else "shared"
            template = ["--template", folder / "template.xlsx"] if case == "template" else []
            ratios = []
            for _ in range(choice.rounds):
                for place in ("ours", "theirs"):
                    shutil.rmtree(folder / place, ignore_errors=True)
                (folder / "theirs").mkdir()
                words = [lanmu, "tasks", folder / f"{source}.json", *MONTH, "-o", folder / "ours", "--quiet", *template]
                ours = run(words, choice.cores)
                theirs = run([folder / "peer", str(choice.units), folder / "theirs"], 1)
                ratios.append((ours[0] / theirs[0], ours[1] / theirs[1], choice.units / ours[1], choice.units / theirs[1]))
            cpu, clock, files, peers = (statistics.median(column) for column in zip(*ratios))
            print(f"{case:9} cpu {cpu:.2f}  clock {clock:.2f}  {files:.0f} files/s, C {peers:.0f}", flush=True)


if __name__ == "__main__":
    main()
