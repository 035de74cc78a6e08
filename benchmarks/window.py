"""The window's first paint, its first results and its idle memory with 100,000 records, against bare Qt in the same run.

Programs are started alternately, each in a process of its own; times run from the start of the process.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import insert

from benchmarks.filled import RECORDS, fill
from benchmarks.measure import ROOT, Measure, as_installed
from hubdesk.catalogue import facts, tables
from hubdesk.catalogue.database import FILE

RUNS = 9
IDLE_SECONDS = 60

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Bare(QWidget):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, self.told)

    def told(self):
        print("painted", flush=True)
        if sys.argv[2] == "leave":
            app.quit()

app = QApplication(sys.argv[:1])
bare = Bare()
bare.resize(1280, 800)
bare.show()
app.exec()
"""

OURS = """
import sys
from pathlib import Path
from hubdesk.gui import application

def painted(window):
    print("painted", flush=True)
    if sys.argv[2] == "leave":
        window.close()
        return
    from hubdesk.gui.models import results
    replace = results.ResultsModel.replace

    def shown(model, rows, total):
        replace(model, rows, total)
        print("results", total, flush=True)

    results.ResultsModel.replace = shown

application.main(Path(sys.argv[1]), lambda window: window.painted.connect(lambda: painted(window)))
"""


def start(code: str, profile: Path, manner: str) -> tuple[subprocess.Popen[str], float]:
    """Start a program; returns it and the time."""
    begun = time.perf_counter()
    command = [sys.executable, "-c", code, str(profile), manner]
    environment = as_installed(profile / "caches") | {"QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True), begun


def wait_for(program: subprocess.Popen[str], word: str) -> float:
    """Return when a program said a word; raises RuntimeError where it ended without."""
    assert program.stdout is not None
    for line in program.stdout:
        if line.startswith(word):
            return time.perf_counter()
    raise RuntimeError(f"the program ended without saying {word}")


def first_paint(code: str, profile: Path) -> float:
    """Seconds from the start of the process to what it painted first."""
    program, begun = start(code, profile, "leave")
    painted = wait_for(program, "painted")
    program.wait(30)
    return painted - begun


def memory(program: subprocess.Popen[str]) -> float:
    """Megabytes that are this process's own (proportional set size), or its resident set where that is not told."""
    folder = Path(f"/proc/{program.pid}")
    for name, key in (("smaps_rollup", "Pss:"), ("status", "VmRSS:")):
        if (folder / name).exists():
            lines = (folder / name).read_text(encoding="utf-8").splitlines()
            return float(next(line.split()[1] for line in lines if line.startswith(key))) * 1024 / 1e6
    raise RuntimeError("this system does not tell a process's memory")


def make_profile(folder: Path) -> None:
    """Make a profile that has joined a hub and holds RECORDS records."""
    filled = fill(folder / FILE)
    with filled.database.write() as connection:
        facts.put_text(connection, facts.DESK_ID, "0" * 64)
        connection.execute(
            insert(tables.membership).values(hub="latam", role="contributor", admission=b"", signature=b"")
        )
    filled.database.close()


def measure() -> Iterator[Measure]:
    """Yield first paint, first results and idle memory."""
    with tempfile.TemporaryDirectory() as name:
        profile = Path(name)
        make_profile(profile)
        for code in (BARE, OURS):  # once unmeasured, so that both find their files read
            first_paint(code, profile)
        bare, ours = [], []
        for _ in range(RUNS):
            bare.append(first_paint(BARE, profile))
            ours.append(first_paint(OURS, profile))
        floor = statistics.median(bare)
        yield Measure("first paint of the window", statistics.median(ours), "s", floor, limit=1.6)
        times = []
        for _ in range(3):
            program, begun = start(OURS, profile, "stay")
            times.append(wait_for(program, "results") - begun)
            program.kill()
            program.wait()
        yield Measure(f"first results of {RECORDS:,} records", statistics.median(times), "s", limit=1.0)
        yield from idle(profile)


def idle(profile: Path) -> Iterator[Measure]:
    """Yield the memory after a minute without a touch."""
    bare, _ = start(BARE, profile, "stay")
    ours, _ = start(OURS, profile, "stay")
    wait_for(ours, "results")
    time.sleep(IDLE_SECONDS)
    used = memory(ours), memory(bare)
    for program in (ours, bare):
        program.kill()
        program.wait()
    yield Measure(f"idle memory after {IDLE_SECONDS} s", used[0], "MB", used[1])
    yield Measure("  above bare Qt", used[0] - used[1], "MB", limit=90)
