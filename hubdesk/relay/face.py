"""The hub's HTTP face as far as a relay has it: exchanges and blobs for anybody in the house.

Invariant: every cap of the hub's face holds here too; the allowance is that of the address that asks.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.routing import Route, Router
from starlette.types import ASGIApp

from hubdesk.relay.store import RelayStore
from hubdesk.server.app import Face, Recorded
from hubdesk.server.limits import Limits, Rates
from hubdesk.server.request_log import RequestLog
from hubdesk.sync.wire import BLOBS, CHUNKS, EXCHANGE

RATES = Rates(requests=3_000, bytes=20_000_000_000)
"""A minute of one address: a local network is quick, and who polls while something is fetched asks often."""


class RelayFace(Face):
    """The endpoints of a relay."""

    def routes(self) -> list[Route]:
        """Return what is served."""
        return [
            Route(EXCHANGE, self.exchange, methods=["POST"]),
            Route(BLOBS + "{hash}", self.blob, methods=["GET", "HEAD"]),
            Route(BLOBS + "{hash}" + CHUNKS, self.chunks, methods=["GET"]),
            Route("/health", self.health, methods=["GET"]),
        ]

    async def _desk(self, request: Request) -> str:
        self._limits.check_address(_address(request))
        self._admit(request, "")
        return ""

    def _admit(self, request: Request, desk: str) -> None:  # noqa: ARG002 - nobody is a desk here
        super()._admit(request, _address(request))


def make_app(store: RelayStore, limits: Limits, log: RequestLog) -> ASGIApp:
    """Return the ASGI application of a relay."""
    return Recorded(Router(RelayFace(store, limits).routes(), redirect_slashes=False), limits, log)


def _address(request: Request) -> str:
    return request.client.host if request.client else ""
