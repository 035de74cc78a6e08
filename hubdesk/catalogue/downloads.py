"""The list of files that are to come here: asked for by a person, or by themselves as a choice says.

Invariant: what is on the list stays there over restarts until the file lies here whole or a person cancels it; one that
failed stands behind all others with its reason. To pause keeps what was fetched, to cancel throws it away.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, Select, case, delete, exists, func, select, update
from sqlalchemy.dialects.sqlite import insert

from hubdesk.catalogue import blobs, facts, records, tables
from hubdesk.catalogue.choice import Wanted, chosen
from hubdesk.catalogue.chunks import bytes_here
from hubdesk.catalogue.database import Database
from hubdesk.catalogue.limits import Choice, Limits
from hubdesk.catalogue.store import Store
from hubdesk.errors import BadInput, NotFound
from hubdesk.model.identity import id_from_bytes, is_hash
from hubdesk.model.kind import Kinds

CHOSEN, ASKED = 0, 10
"""Priorities: what comes by itself, what a person asked for; above it what shall be first."""
WAITING, PAUSED, FAILED, CANCELLED, RUNNING = "waiting", "paused", "failed", "cancelled", "running"
IN_VAIN = ("blob-mismatch", "blob-size")
"""Reasons why all bytes of a file came for nothing: it is not fetched again unless a person says so."""
_TABLE = tables.download
_TELLING_BYTES = 20_000
_LOOKED_AT = 20


class DownloadView(Struct, frozen=True):
    """A file on the list. `record`: id; `state`: waiting, running, paused or failed, with the `code` of the reason;
    `priority`: above 0 when a person asked; `bytes_wanted`: what is still to come; `left`: seconds for that at the
    measured speed, None while none was measured."""

    sha256: str
    record: str
    name: str
    size: int
    bytes_here: int
    state: str
    priority: int
    code: str | None
    bytes_wanted: int
    left: float | None


class Estimate(Struct, frozen=True):
    """What a choice would bring: `files` with `bytes` in all, of which the bytes `here` lie on this computer, and the
    `seconds` that the rest takes at the measured speed, None while none was measured."""

    files: int
    bytes: int
    here: int
    seconds: float | None


class Waiting(Struct, frozen=True):
    """How many files are still to come, with their bytes in all."""

    files: int
    bytes: int


class Download(Struct, frozen=True):
    """The next file to be fetched; `record`: id."""

    sha256: bytes
    size: int
    record: str
    name: str
    asked: bool


class Downloads:
    """The list of one desk. `limits` gives what may come by itself and how fast, `now` RFC 3339 in UTC. From any thread."""

    def __init__(
        self,
        database: Database,
        profile: Path,
        store: Store,
        kinds: Callable[[], Kinds],
        limits: Callable[[], Limits],
        now: Callable[[], str],
    ) -> None:
        self._database = database
        self._profile = profile
        self._store = store
        self._kinds = kinds
        self._limits = limits
        self._now = now
        self._running: bytes | None = None

    def all(self) -> list[DownloadView]:
        """Return what is to come, in the order in which it is fetched."""
        with self._database.read() as connection:
            speed = self._speed(connection)
            return [self._view(row, speed) for row in connection.execute(_listed())]

    def waiting(self, states: Sequence[str] = (WAITING, PAUSED, FAILED)) -> Waiting:
        """Return what is to come in two figures; what of it lies here already is not looked for."""
        figures = select(func.count(), func.sum(_TABLE.c.size)).where(_TABLE.c.state.in_(states), ~_is_here())
        with self._database.read() as connection:
            files, amount = connection.execute(figures).one()
        return Waiting(files, amount or 0)

    def ask(self, record_id: str, name: str | None = None, *, first: bool = False) -> list[DownloadView]:
        """Put the file `name` of a record on the list, all its files without a name; return those that are to come.

        With `first` before everything else. Raises NotFound("no-such-record" | "no-such-file"), BadInput.
        """
        files = self._store.show(record_id).files
        asked = [file for file in files if name is None or file.name == name]
        if not asked:
            names = [file.name for file in files]
            raise NotFound("no-such-file", id=record_id, name=name or "", names=names)
        hashes = {bytes.fromhex(file.sha256) for file in asked}
        with self._database.write() as connection:
            number = records.find(connection, record_id).number
            priority = _above_all(connection) if first else ASKED
            here = blobs.held(connection, sorted(hashes))
            wanted = {
                bytes.fromhex(file.sha256): Wanted(file.size, number, file.name)
                for file in asked
                if bytes.fromhex(file.sha256) not in here
            }
            self._put(connection, wanted, priority)
        return [view for view in self.all() if bytes.fromhex(view.sha256) in hashes]

    def pause(self, sha256: str | None = None) -> None:
        """Let a file wait, all without a name, until a person resumes it. Raises NotFound("no-such-download")."""
        self._turn(sha256, (WAITING, FAILED), PAUSED)

    def resume(self, sha256: str | None = None) -> None:
        """Let a file that was paused or failed come again, all without a name. Raises NotFound."""
        self._turn(sha256, (PAUSED, FAILED), WAITING)

    def cancel(self, sha256: str | None = None) -> None:
        """Take a file off the list, all without a name, and throw away what was fetched of it; it comes again when a
        person asks. Raises NotFound("no-such-download")."""
        for gone in self._turn(sha256, (WAITING, PAUSED, FAILED), CANCELLED):
            if gone != self._running:
                self._discard(gone)

    def first(self, sha256: str) -> None:
        """Fetch a file before all others. Raises NotFound("no-such-download")."""
        self._turn(sha256, (WAITING, PAUSED, FAILED), WAITING)
        with self._database.write() as connection:
            match = _TABLE.c.sha256 == bytes.fromhex(sha256)
            connection.execute(update(_TABLE).where(match).values(priority=_above_all(connection)))

    def estimate(self, choice: Choice) -> Estimate:
        """Return what a choice would bring."""
        with self._database.read() as connection:
            wanted = chosen(connection, self._kinds(), choice)
            held = blobs.held(connection, list(wanted))
            speed = self._speed(connection)
        here = sum(
            file.size if sha256 in held else self._bytes_here(sha256, file.size)
            for sha256, file in wanted.items()
        )
        whole = sum(file.size for file in wanted.values())
        return Estimate(len(wanted), whole, here, (whole - here) / speed if speed else None)

    def choose(self) -> int:
        """Let the list follow the choice: what it names and is not here comes, what it names no more and nobody asked
        for does not. Return the number of files that were added."""
        with self._database.read() as connection:
            wanted = chosen(connection, self._kinds(), self._limits().files)
            is_followed = not self._fresh(connection, wanted) and not self._left(connection, wanted)
        if is_followed:
            return 0
        with self._database.write() as connection:
            left = self._left(connection, wanted)
            gone = _TABLE.c.sha256.in_(left)
            connection.execute(delete(_TABLE).where(gone | _is_here()))
            fresh = self._fresh(connection, wanted)
            self._put(connection, fresh, CHOSEN)
        for sha256 in left:
            self._discard(sha256)
        return len(fresh)

    def next(self, tried: Collection[bytes]) -> Download | None:
        """Return what is to be fetched now, None when nothing is; each of `tried` had its turn."""
        with self._database.read() as connection:
            for row in connection.execute(_listed()):
                in_turn = row.state == WAITING or (row.state == FAILED and row.code not in IN_VAIN)
                if in_turn and row.sha256 not in tried:
                    record = id_from_bytes(row.id)
                    return Download(row.sha256, row.size, record, row.name, row.priority >= ASKED)
        return None

    def failed(self, sha256: bytes, code: str) -> None:
        """Set a file behind all others, with the reason."""
        match = (_TABLE.c.sha256 == sha256) & _TABLE.c.state.in_((WAITING, FAILED))
        with self._database.write() as connection:
            connection.execute(update(_TABLE).where(match).values(state=FAILED, code=code))

    def came(self, sha256: bytes) -> None:
        """Take a file off the list that lies here now."""
        with self._database.write() as connection:
            connection.execute(delete(_TABLE).where(_TABLE.c.sha256 == sha256))

    def sweep(self, sha256: bytes) -> None:
        """Throw away what was fetched of a file that was cancelled meanwhile."""
        with self._database.read() as connection:
            state = connection.scalar(select(_TABLE.c.state).where(_TABLE.c.sha256 == sha256))
        if state == CANCELLED:
            self._discard(sha256)

    def measured(self, amount: int, seconds: float) -> None:
        """Remember how fast the line was, from enough bytes to tell."""
        if amount < _TELLING_BYTES or seconds <= 0:
            return
        with self._database.write() as connection:
            before = facts.get_number(connection, facts.SPEED_DOWN)
            found = amount / seconds
            facts.put_number(
                connection, facts.SPEED_DOWN, round((before + found) / 2 if before else found) or 1
            )

    def speed(self) -> float | None:
        """Return the measured bytes a second, or the rate that limits them; None while nothing was measured."""
        with self._database.read() as connection:
            return self._speed(connection)

    def _speed(self, connection: Connection) -> float | None:
        speed, rate = _measured(connection), self._limits().rate
        return min(speed, rate) if speed and rate else speed

    def _put(self, connection: Connection, wanted: dict[bytes, Wanted], priority: int) -> None:
        at = self._now()
        for sha256, file in wanted.items():
            row: dict[str, Any] = {
                "sha256": sha256,
                "size": file.size,
                "record": file.record,
                "name": file.name,
                "priority": priority,
                "state": WAITING,
                "code": None,
                "asked_at": at,
            }
            statement = insert(_TABLE).values(row)
            raised = func.max(_TABLE.c.priority, priority)
            connection.execute(statement.on_conflict_do_update(["sha256"], set_={**row, "priority": raised}))

    @staticmethod
    def _left(connection: Connection, wanted: Collection[bytes]) -> list[bytes]:
        """Return what came by itself and is named no more; what a person cancelled too, for it cannot come again."""
        alone = (_TABLE.c.priority < ASKED) | (_TABLE.c.state == CANCELLED)
        return [sha for sha in connection.scalars(select(_TABLE.c.sha256).where(alone)) if sha not in wanted]

    @staticmethod
    def _fresh(connection: Connection, wanted: dict[bytes, Wanted]) -> dict[bytes, Wanted]:
        """Return what is neither here nor on the list."""
        if not wanted:
            return {}
        known = set(connection.scalars(select(_TABLE.c.sha256)))
        known.update(blobs.held(connection, list(wanted)))
        return {sha256: file for sha256, file in wanted.items() if sha256 not in known}

    def _turn(self, sha256: str | None, states: Sequence[str], state: str) -> list[bytes]:
        """Bring one or all files in one of these states into another; return them."""
        match: ColumnElement[bool] = _TABLE.c.state.in_(states)
        if sha256 is not None:
            if not is_hash(sha256):
                raise BadInput("not-a-download", value=sha256[:80])
            match = match & (_TABLE.c.sha256 == bytes.fromhex(sha256))
        with self._database.write() as connection:
            statement = update(_TABLE).where(match).values(state=state, code=None)
            turned = list(connection.scalars(statement.returning(_TABLE.c.sha256)))
            if sha256 is not None and not turned and not _is_listed(connection, bytes.fromhex(sha256)):
                raise NotFound("no-such-download", value=sha256)
        return turned

    def _view(self, row: Any, speed: float | None) -> DownloadView:
        here = self._bytes_here(row.sha256, row.size)
        return DownloadView(
            sha256=row.sha256.hex(),
            record=id_from_bytes(row.id),
            name=row.name,
            size=row.size,
            bytes_here=here,
            state=RUNNING if row.sha256 == self._running else row.state,
            priority=row.priority,
            code=row.code,
            bytes_wanted=row.size - here,
            left=(row.size - here) / speed if speed else None,
        )

    def _bytes_here(self, sha256: bytes, size: int) -> int:
        return bytes_here(self._profile, sha256, size)

    def _discard(self, sha256: bytes) -> None:
        """Throw away what was fetched of a file; what is still open somewhere stays until it is fetched or asked for
        again."""
        for part in (self._profile / blobs.FOLDER / "part").glob(f"{sha256.hex()}*"):
            with suppress(OSError):
                part.unlink()


def _is_here() -> Any:
    return exists().where(tables.blob.c.sha256 == _TABLE.c.sha256)


def _listed() -> Select[Any]:
    """What is to come, in order: asked before chosen, small before large, what failed behind all."""
    return (
        select(_TABLE, tables.record.c.id)
        .join(tables.record)
        .where(_TABLE.c.state != CANCELLED, ~_is_here())
        .order_by(
            case((_TABLE.c.state == FAILED, 1), else_=0),
            _TABLE.c.priority.desc(),
            _TABLE.c.size,
            _TABLE.c.number,
        )
    )


def _is_listed(connection: Connection, sha256: bytes) -> bool:
    query = select(_TABLE.c.number).where(_TABLE.c.sha256 == sha256, _TABLE.c.state != CANCELLED)
    return connection.scalar(query) is not None


def _above_all(connection: Connection) -> int:
    return max(int(connection.scalar(select(func.max(_TABLE.c.priority))) or 0), ASKED) + 1


def _measured(connection: Connection) -> float | None:
    """Return bytes a second: of the last files; before the first one, of the quickest of the last syncs that tell."""
    measured = facts.get_number(connection, facts.SPEED_DOWN)
    if measured:
        return float(measured)
    table = tables.contact
    amount = table.c.bytes_up + table.c.bytes_down
    query = (
        select(amount * 1000.0 / table.c.milliseconds)
        .where(amount >= _TELLING_BYTES, table.c.milliseconds > 0, table.c.road == "server")
        .order_by(table.c.number.desc())
        .limit(_LOOKED_AT)
    )
    return max(map(float, connection.scalars(query)), default=None)
