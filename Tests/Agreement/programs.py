"""Runs lanmu and LibreOffice on many files."""

import json
import os
import subprocess


class Reading:
    """What lanmu reads of one file: its tables as in `lanmu tables --to json`, the codes of its diagnostics, an error."""

    def __init__(self, lanmu, path):
        run = subprocess.run([lanmu, "tables", path, "--to", "json"], capture_output=True, timeout=120, check=False)
        self.tables, self.notes, self.error = [], [], None
        if run.returncode != 0:
            self.error = run.stderr.decode().strip()
            return
        output = json.loads(run.stdout)
        self.tables = output["tables"]
        self.notes = [entry["code"] for entry in output["diagnostics"]]


def cells(table):
    """A table's cells as (row, column, rowSpan, columnSpan, text), in order."""
    return sorted(
        (cell["row"], cell["column"], cell["rowSpan"], cell["columnSpan"], cell["text"]) for cell in table["cells"])


def convert(paths, target, folder, profile):
    """Converts many files by few processes of LibreOffice; files that are there already stay as they are."""
    os.makedirs(folder, exist_ok=True)
    suffix = target.split(":")[0]

    def missing():
        names = set(os.listdir(folder))
        return [path for path in paths if os.path.splitext(os.path.basename(path))[0] + "." + suffix not in names]

    # A process that fails on one file leaves out those behind it: they get another chance, in smaller groups.
    for size in (100, 20, 1):
        left = missing()
        for start in range(0, len(left), size):
            subprocess.run(
                ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", "--convert-to",
                 target, "--outdir", folder] + left[start:start + size],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=900, check=False)
