"""Kills at random moments: a mother that has loaded the program forks a child for each job, and the child is killed -9.

Invariant: nothing is asked of the child but its diary, a file to which it adds a line when something is done.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Any

import pytest

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this platform cannot fork")
_PATIENCE = 20.0


class Diary:
    """What a child wrote before it was killed: one JSON value a line; a torn last line was not written."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, value: Any) -> None:
        """Add a line, at once: the file outlives the process."""
        descriptor = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.write(descriptor, json.dumps(value).encode() + b"\n")
        os.close(descriptor)

    def read(self) -> Iterator[Any]:
        """Yield what was written."""
        if self.path.exists():
            lines = self.path.read_bytes().split(b"\n")
            yield from (json.loads(line) for line in lines[:-1])


class Mother:
    """A process whose children run `run(diary, *arguments)` of one module."""

    def __init__(self, module: str) -> None:
        command = [sys.executable, "-m", __name__, module]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> Mother:
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(_PATIENCE)
        self._process.stdout.close()

    def let_live(self, diary: Diary, seconds: float, *arguments: Any) -> bool:
        """Run a child, and kill it that long after the first line of its diary; tell whether it was still alive."""
        diary.path.unlink(missing_ok=True)
        child = int(self._ask([str(diary.path), *arguments]))
        begun = time.monotonic()
        while not any(diary.read()) and time.monotonic() - begun < _PATIENCE and _is_alive(child):
            time.sleep(0.001)
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        return os.waitstatus_to_exitcode(int(self._ask(None))) == -signal.SIGKILL

    def _ask(self, words: Any) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(words) + "\n")
        self._process.stdin.flush()
        return self._process.stdout.readline()


def _is_alive(process: int) -> bool:
    try:
        status = Path(f"/proc/{process}/stat").read_text(encoding="ascii")
    except FileNotFoundError:
        return not Path("/proc/self").exists()
    return status.rpartition(")")[2].split()[0] != "Z"


@contextmanager
def killing(module: str) -> Iterator[Mother]:
    """A mother for the block."""
    with Mother(module) as mother:
        yield mother


def moments(count: int, longest: float, seed: int) -> Iterator[tuple[int, float]]:
    """Yield (number, seconds to live)."""
    chance = random.Random(seed)
    for number in range(count):
        yield number, longest * chance.random()


def main(name: str) -> None:
    """Fork a child for each request on stdin; answer its number, and when asked its status."""
    run = import_module(name).run
    for line in sys.stdin:
        diary, *arguments = json.loads(line)
        child = os.fork()
        if child == 0:
            run(Diary(Path(diary)), *arguments)
            os._exit(0)
        print(child, flush=True)
        sys.stdin.readline()
        print(os.waitpid(child, 0)[1], flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
