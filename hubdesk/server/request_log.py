"""One line for every request: when, which desk, what, how it ended, bytes up and down, milliseconds.

Invariant: no secret, no token and no query stands in a line; files are kept for 90 days.
"""

from __future__ import annotations

import logging
import logging.handlers
import sys
import time
from pathlib import Path

import msgspec

_DAYS = 90


class Entry(msgspec.Struct):
    """What is known of a request while it runs; `desk` stays empty until its signature or token was checked."""

    method: str
    path: str
    desk: str = ""
    status: int = 0
    up: int = 0
    down: int = 0
    code: str = ""


class RequestLog:
    """Writes to standard error and, given a folder, to `folder`/requests.log, a new file each day."""

    def __init__(self, folder: Path | None = None, *, quiet: bool = False) -> None:
        # A logger of this object's own, so that two servers in one process never write into each other's files.
        self._logger = logging.Logger("hubdesk.requests", logging.INFO)  # noqa: LOG001
        handlers: list[logging.Handler] = [] if quiet else [logging.StreamHandler(sys.stderr)]
        if folder is not None:
            folder.mkdir(exist_ok=True)
            handlers.append(
                logging.handlers.TimedRotatingFileHandler(
                    folder / "requests.log", when="midnight", backupCount=_DAYS, utc=True, encoding="utf-8"
                )
            )
        formatter = logging.Formatter("%(asctime)sZ %(message)s", "%Y-%m-%dT%H:%M:%S")
        formatter.converter = time.gmtime
        for handler in handlers:
            handler.setFormatter(formatter)
            self._logger.addHandler(handler)

    def write(self, entry: Entry, seconds: float) -> None:
        """Write the line of a finished request."""
        self._logger.info(
            "%s %s %s %d up=%d down=%d ms=%.1f%s",
            entry.desk or "-",
            entry.method,
            entry.path,
            entry.status,
            entry.up,
            entry.down,
            seconds * 1000,
            f" {entry.code}" if entry.code else "",
        )

    def fault(self, error: BaseException) -> None:
        """Write a bug down with its traceback."""
        self._logger.error("internal error", exc_info=error)

    def close(self) -> None:
        """Close the file."""
        for handler in list(self._logger.handlers):
            self._logger.removeHandler(handler)
            handler.close()
