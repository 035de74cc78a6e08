"""A person who edits while 2 % of all calls that read, write or sync fail: run by `fiu-run -x`, which lets libfiu in.

The calls fail only while a step is being taken, not while Python loads the program or the diary is written.
"""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path
from typing import Any

from hubdesk.cli.sentences import UNKNOWN, sentence
from hubdesk.desk import Desk
from hubdesk.errors import HubDeskError
from tests.faults.editing import Editor
from tests.faults.killing import Diary

_CALLS = (b"posix/io/rw/*", b"posix/io/sync/*")
_ALWAYS_COUNTS = -1


class Failing:
    """Lets a share of all calls fail while it is on."""

    def __init__(self, share: float) -> None:
        self._library = ctypes.CDLL("libfiu.so.0")
        text, number = ctypes.c_char_p, ctypes.c_int
        self._library.fiu_enable_random.argtypes = (
            text,
            number,
            ctypes.c_void_p,
            ctypes.c_uint,
            ctypes.c_float,
        )
        self._share = share

    def on(self) -> None:
        for name in _CALLS:
            self._library.fiu_enable_random(name, _ALWAYS_COUNTS, None, 0, self._share)

    def off(self) -> None:
        for name in _CALLS:
            self._library.fiu_disable(name)


class DryDiary(Diary):
    """A diary that is always written."""

    def __init__(self, path: Path, failing: Failing) -> None:
        super().__init__(path)
        self._failing = failing

    def write(self, value: Any) -> None:
        self._failing.off()
        super().write(value)
        self._failing.on()


def main(folder: str, diary: str, seed: str) -> None:
    """Edit; a step that cannot be taken must be said in a sentence, which ends the day."""
    failing = Failing(0.02)
    desk = Desk.open(Path(folder))
    editor = Editor(desk, DryDiary(Path(diary), failing), int(seed))
    try:
        for _ in range(40):
            editor.step()
            editor.done()
    except HubDeskError as error:
        failing.off()
        print(error.code, flush=True)
        if sentence(error).startswith(UNKNOWN.partition("(")[0]):
            raise
    os._exit(0)  # without closing: as a program that ends there


if __name__ == "__main__":
    main(*sys.argv[1:])
