#!/usr/bin/env python3
"""Censuses of many sites in parallel, rolled up into one: python3 Samples/census-dask.py SITES --month 2026-11 -o province.json

SITES is a folder with a folder for each site, named as the site, which holds `plan.*` (docx, xlsx, csv …) and, where there are, `records*.*`,
`letters*.*`, `links*.*`, `probes*.*`, `previous.*`, and `since` (the day from which the records are complete). Each site is a
task that runs `lanmu census --to json`; the results are joined by a tree of tasks that run `lanmu census --merge`. Joining is
associative, so that neither the number of workers nor the shape of the tree changes a byte of the result.

The work is spread by Dask (https://www.dask.org; python3-dask and python3-distributed in Debian): over `--workers` workers on
this machine, or over the cluster of `--scheduler ADDRESS`, whose machines see the same folders and have `lanmu` installed.
"""

import argparse
import pathlib
import subprocess
import sys

import dask
import dask.distributed

OPTIONS = {"records": "--records", "letters": "--letters", "links": "--links", "probes": "--probes", "previous": "--previous"}


def run(lanmu, words, output):
    """Runs the command; its message is the task's error."""
    done = subprocess.run(
        [lanmu, "census", *words, "--to", "json", "--quiet", "--force", "-o", str(output)], capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stderr.strip())
    return str(output)


def site_words(site, month):
    """The command's words for a site, by the names of its files."""
    files = sorted(path for path in site.iterdir() if path.is_file())
    plan = next(path for path in files if path.stem == "plan")
    words = [str(plan), "--month", month, "--site", site.name]
    for name, option in OPTIONS.items():
        for path in files:
            if path.name.startswith(name):
                words += [option, str(path)]
    since = site / "since"
    if since.exists():
        words += ["--records-since", since.read_text(encoding="utf-8").strip()]
    return words


def tree(lanmu, sites, month, work, fan):
    """The tasks: a census for each site, then merges of at most `fan` results until one is left."""
    census = dask.delayed(run, pure=False)
    level = [census(lanmu, site_words(site, month), work / f"{site.name}.census") for site in sites]
    depth = 0
    while len(level) > 1 or depth == 0:
        groups = [level[start:start + fan] for start in range(0, len(level), fan)]
        level = [
            dask.delayed(merge, pure=False)(lanmu, group, work / f"level-{depth}-{number}.merged")
            for number, group in enumerate(groups)]
        depth += 1
    return level[0]


def merge(lanmu, results, output):
    return run(lanmu, ["--merge", *results], output)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sites", type=pathlib.Path)
    parser.add_argument("--month", required=True)
    parser.add_argument("-o", "--output", type=pathlib.Path, required=True)
    parser.add_argument("--lanmu", default="lanmu", help="the command, if it is not on the path")
    parser.add_argument("--work", type=pathlib.Path, help="a folder for the sites' results (default: beside the output)")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--scheduler", help="the address of a Dask scheduler (default: one on this machine)")
    parser.add_argument("--fan", type=int, default=16, help="how many results one task joins")
    options = parser.parse_args()
    sites = sorted(path for path in options.sites.iterdir() if path.is_dir())
    if not sites or options.fan < 2:
        parser.error("there is no folder of a site, or --fan is below 2")
    work = (options.work or options.output.with_suffix(".sites")).resolve()
    work.mkdir(parents=True, exist_ok=True)
    if options.scheduler:
        client = dask.distributed.Client(options.scheduler)
    else:
        # A task's work is done by a process of its own, so the workers themselves may share one.
        client = dask.distributed.Client(
            n_workers=options.workers, threads_per_worker=1, dashboard_address=None, processes=False)
    with client:
        result = tree(options.lanmu, [site.resolve() for site in sites], options.month, work, options.fan)
        options.output.write_bytes(pathlib.Path(client.compute(result).result()).read_bytes())
    print(f"{len(sites)} sites: {options.output}", file=sys.stderr)


if __name__ == "__main__":
    main()
