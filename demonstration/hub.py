"""The hub of a demonstration: a server in a process of its own, on loopback, with the sample content.

Invariant: the process ends with the one that started it, however that ends.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any

from demonstration.leash import FAREWELL

_LISTENS = "listening on "
_PATIENCE = 10.0
# Ctrl+C is for the demonstration, which then ends the hub in good order.
_APART: dict[str, Any] = (
    {"creationflags": 0x200} if os.name == "nt" else {"start_new_session": True}
)  # CREATE_NEW_PROCESS_GROUP


class Hub:
    """A trial Centre in `folder`. `throw_away` goes with it when the demonstration dies; "" for nothing."""

    def __init__(self, folder: Path, throw_away: str = "") -> None:
        self.folder = folder
        self.url = ""
        self._throw_away = throw_away
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Hub:
        self._run("init", str(self.folder), "--sample")
        self.start()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Serve, under the same address as before; raises OSError with what the server said."""
        port = self.url.rpartition(":")[2] or "0"
        program = [sys.executable, "-P", "-m", "demonstration.leash", self._throw_away]
        with (self.folder / "console").open("a", encoding="utf-8") as console:
            self._process = subprocess.Popen(
                [*program, "server", "serve", str(self.folder), "--port", port],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=console, text=True, **_APART,
            )  # fmt: skip
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line.startswith(_LISTENS):
            self.stop()
            said = (self.folder / "console").read_text(encoding="utf-8")
            raise OSError(f"the hub does not serve: {said.strip()[-500:]}")
        self.url = line.removeprefix(_LISTENS).strip()

    def stop(self) -> None:
        """End the process; what the hub holds stays in its folder."""
        process, self._process = self._process, None
        if process is None:
            return
        with contextlib.suppress(OSError):
            process.communicate(FAREWELL, timeout=_PATIENCE)
        if process.poll() is None:
            process.kill()
            process.wait()

    def invite(self, role: str, hub: str = "") -> str:
        """Return an invite for one desk."""
        return self._run("invite", str(self.folder), "--role", role, *(["--hub", hub] if hub else []))

    def _run(self, *verb: str) -> str:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "hubdesk", "server", *verb],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise OSError(f"hubdesk server {verb[0]}: {done.stderr.strip()}")
        return done.stdout.strip().rpartition("\n")[2]
