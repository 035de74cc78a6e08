"""A request that is answered with a failure: an HTTP status, a code and data.

Invariant: whatever goes wrong, a client gets one of these and never a traceback.
"""

from __future__ import annotations

from hubdesk.errors import BadInput, HubDeskError, NotAllowed, NotFound, StorageFailure, Untrusted


class Refusal(HubDeskError):
    """What was asked for is refused with `status`; `retry_after` in seconds, 0 for none."""

    def __init__(self, status: int, code: str, *, retry_after: int = 0, **data: object) -> None:
        super().__init__(code, **data)
        self.status = status
        self.retry_after = retry_after


_STATUSES: tuple[tuple[type[HubDeskError], int], ...] = (
    (BadInput, 400),
    (NotFound, 404),
    (NotAllowed, 403),
    (Untrusted, 403),
    (StorageFailure, 507),
)


def refusal_of(error: HubDeskError) -> Refusal:
    """Return the refusal that tells a client of `error`."""
    if isinstance(error, Refusal):
        return error
    status = next((status for kind, status in _STATUSES if isinstance(error, kind)), 500)
    refusal = Refusal(status, error.code)
    refusal.data = error.data
    return refusal
