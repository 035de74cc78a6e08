"""Whether this computer's connection is paid by volume, where the platform tells.

Invariant: asking never fails and takes at most a second; who does not know says None.

NetworkManager on Linux tells, over D-Bus, asked through systemd's `busctl`. Windows and macOS tell only programs that
bring more than Python has (WinRT's NetworkCostType, Network.framework): there nothing is known.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable

_ASK = (
    "--system", "get-property", "org.freedesktop.NetworkManager", "/org/freedesktop/NetworkManager",
    "org.freedesktop.NetworkManager", "Metered",
)  # fmt: skip
_SECONDS = 1.0
_FRESH = 30.0


def ask_platform() -> bool | None:
    """Return what the platform says of the connection now, None where it does not say."""
    program = shutil.which("busctl") if sys.platform.startswith("linux") else None
    if program is None:
        return None
    try:
        said = subprocess.run(
            [program, *_ASK], capture_output=True, text=True, timeout=_SECONDS, check=False
        ).stdout
    except (OSError, subprocess.TimeoutExpired):
        return None
    return read_metered(said)


def read_metered(said: str) -> bool | None:
    """Return what "u 4" means: 1 yes, 2 no, 3 yes by its kind, 4 no by its kind (NMMetered of NetworkManager)."""
    kind, _, value = said.strip().partition(" ")
    if kind != "u":
        return None
    return {"1": True, "2": False, "3": True, "4": False}.get(value)


class Metered:
    """Remembers the answer for half a minute: a connection does not change while a file is fetched."""

    def __init__(
        self, ask: Callable[[], bool | None] = ask_platform, seconds: Callable[[], float] = time.monotonic
    ) -> None:
        self._ask = ask
        self._seconds = seconds
        self._said: tuple[float, bool | None] | None = None

    def __call__(self) -> bool | None:
        """Return whether the connection is metered, None where nobody says."""
        now = self._seconds()
        if self._said is None or now - self._said[0] > _FRESH:
            self._said = (now, self._ask())
        return self._said[1]
