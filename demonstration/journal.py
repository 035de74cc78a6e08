"""What the demonstration says: each step with its figures, and the step that did not do what it says.

Invariant: a step that fails is said by name and ends the tour.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType


class TourFailed(Exception):
    """A step did not do what it says."""


class Unheard:
    """Collects what fails inside a slot, which Qt would only print. `check` raises the first."""

    def __init__(self) -> None:
        self._errors: list[BaseException] = []
        self._before = sys.excepthook
        sys.excepthook = self._hear

    def _hear(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self._before(kind, error, trace)
        self._errors.append(error)

    def check(self) -> None:
        """Raise TourFailed when something failed unheard."""
        sys.excepthook = self._before
        if self._errors:
            raise TourFailed(f"{len(self._errors)} errors in the window, the first: {self._errors[0]}")


class Journal:
    """Prints steps as they are done."""

    def __init__(self) -> None:
        self._number = 0
        self._figures: list[str] = []
        self.began = time.monotonic()

    @contextmanager
    def step(self, sentence: str) -> Iterator[None]:
        """Say what is done now, and with `figures` what came of it."""
        self._number += 1
        self._figures = []
        began = time.monotonic()
        print(f"{self._number:2}  {sentence}", flush=True)
        try:
            yield
        except Exception as error:
            raise TourFailed(
                f"step {self._number}, {sentence}: {str(error) or type(error).__name__}"
            ) from error
        self.say(*self._figures, f"{time.monotonic() - began:.2f} s")

    def figures(self, *figures: str) -> None:
        """Note figures of the step that runs."""
        self._figures += figures

    def say(self, *parts: str) -> None:
        """Print a line under the step."""
        print(f"      {' · '.join(parts)}", flush=True)


def check(holds: object, sentence: str) -> None:
    """Raise TourFailed with a sentence unless something holds."""
    if not holds:
        raise TourFailed(sentence)


def size(count: int) -> str:
    """Return bytes as people read them."""
    if count < 1000:
        return f"{count} B"
    return f"{count / 1000:.1f} kB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"
