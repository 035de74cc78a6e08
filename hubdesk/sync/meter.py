"""What goes over a line, counted, and what may say no to it.

Invariant: every byte is counted once, as it goes over the socket, also when the line is cut after it.
"""

from __future__ import annotations

from typing import Protocol


class Meter:
    """Requests made, and bytes in both directions: of HTTP (request lines, headers and bodies), and on the wire with
    what TLS adds."""

    def __init__(self) -> None:
        self.requests = 0
        self.bytes_up = 0
        self.bytes_down = 0
        self.wire_up = 0
        self.wire_down = 0


class Purse(Protocol):
    """What a person lets the line cost."""

    def may_go(self) -> None:
        """Raise Unreachable when no request may be made now."""

    def spend(self, up: int, down: int) -> None:
        """Take note of bytes that went over the wire, TLS included, piece by piece."""


class FullPurse:
    """A purse for whoever set no limits."""

    def may_go(self) -> None:
        """Go."""

    def spend(self, up: int, down: int) -> None:
        """Need no note."""
