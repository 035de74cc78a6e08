"""The mark by which Windows knows that a file came from elsewhere, so that it asks before it runs it.

Invariant: every file that is handed out on Windows has the mark before it has its name. ([MS-FSCC] 5.6.1: the stream
Zone.Identifier; ZoneId 3 is the internet. A file system without streams, FAT, cannot keep one.)
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

STREAM = ":Zone.Identifier"
CONTENT = b"[ZoneTransfer]\r\nZoneId=3\r\n"


def mark_as_foreign(
    path: Path, platform: str = sys.platform, write: Callable[[str, bytes], None] | None = None
) -> None:
    """Give a file the mark, where the platform has one; `write` writes a stream by its name."""
    if platform != "win32":
        return
    with suppress(OSError):  # FAT and some network shares have no streams: the file is none the worse
        (write or _write)(str(path) + STREAM, CONTENT)


def _write(name: str, content: bytes) -> None:
    with open(name, "wb") as stream:  # noqa: PTH123 - a stream is no path of its own
        stream.write(content)
