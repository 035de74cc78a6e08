"""Runs each benchmark in a process of its own and prints one table with the machine named.

`python3 dev.py bench [NAME...]` runs all, or those named; no benchmark sees the imports or the memory of another. What
begins with `--` is for the benchmarks themselves.
"""

from __future__ import annotations

import dataclasses
import importlib
import json
import os
import platform
import subprocess
import sys
from pathlib import Path

from benchmarks.measure import Measure

FOLDER = Path(__file__).resolve().parent


def names() -> list[str]:
    """The benchmarks there are: the modules that define `measure()`."""
    return sorted(
        file.stem for file in FOLDER.glob("*.py") if "\ndef measure(" in file.read_text(encoding="utf-8")
    )


def machine() -> str:
    """What the figures were measured on."""
    model = platform.processor() or platform.machine()
    if Path("/proc/cpuinfo").exists():
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        model = next((line.partition(": ")[2] for line in lines if line.startswith("model name")), model)
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30 if hasattr(os, "sysconf") else 0
    memory = f", {pages:.0f} GB" if pages else ""
    return f"{model}, {os.cpu_count()} cores{memory}, {platform.system()}, Python {platform.python_version()}"


def row(measure: Measure) -> str:
    """A line of the table."""
    floor = f"{measure.floor:.3g} {measure.unit}" if measure.floor else ""
    ratio = f"{measure.ratio:.2f}" if measure.ratio is not None else ""
    limit = "" if measure.limit is None else f"{measure.limit:g}"
    kept = {True: "yes", False: "NO", None: ""}[measure.is_kept]
    return f"| {measure.name} | {measure.value:.4g} {measure.unit} | {floor} | {ratio} | {limit} | {kept} |"


def run_alone(name: str, options: list[str]) -> list[Measure]:
    """Run one benchmark in a fresh process; raises CalledProcessError where it fails."""
    command = [sys.executable, "-m", "benchmarks", "--alone", name, *options]
    done = subprocess.run(command, cwd=FOLDER.parent, stdout=subprocess.PIPE, text=True, check=True)
    return [Measure(**item) for item in json.loads(done.stdout.splitlines()[-1])]


def main(arguments: list[str]) -> int:
    """Print the table; 1 where a benchmark failed or a limit is not kept."""
    if arguments[:1] == ["--alone"]:
        measures = importlib.import_module(f"benchmarks.{arguments[1]}").measure()
        print(json.dumps([dataclasses.asdict(measure) for measure in measures]))
        return 0
    options = [argument for argument in arguments if argument.startswith("--")]
    asked = [argument for argument in arguments if argument not in options]
    unknown = sorted(set(asked) - set(names()))
    if unknown:
        print(f"no such benchmark: {', '.join(unknown)}; there are: {', '.join(names())}", file=sys.stderr)
        return 2
    print(f"{machine()}\n\n| what | figure | floor | ratio | at most | kept |\n|---|---|---|---|---|---|")
    is_good = True
    for name in asked or names():
        try:
            measures = run_alone(name, options)
        except subprocess.CalledProcessError as failure:
            print(f"| {name} | failed with status {failure.returncode} | | | | NO |", flush=True)
            is_good = False
            continue
        for measure in measures:
            print(row(measure), flush=True)
            is_good = is_good and measure.is_kept is not False
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
