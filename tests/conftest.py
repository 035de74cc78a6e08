"""The guards of the whole suite: no test reaches the network, a person's own files, a dialog nobody answers, or warns unseen."""

from __future__ import annotations

import ipaddress
import logging
import os
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import settings

os.environ["QT_QPA_PLATFORM"] = "offscreen"

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"


class NetworkRefused(AssertionError):
    """A test tried to reach another machine."""


def is_loopback(host: object) -> bool:
    """Whether a host, by name or address, is this machine; an empty name binds here too."""
    name = host.decode() if isinstance(host, bytes) else str(host or "localhost")
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(name.partition("%")[0]).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sockets reach loopback only, and no name is looked up elsewhere."""

    def guarded(name: str) -> Callable[..., Any]:
        original = getattr(socket.socket, name)

        def connect(self: socket.socket, address: Any) -> Any:
            if self.family in (socket.AF_INET, socket.AF_INET6) and not is_loopback(address[0]):
                raise NetworkRefused(f"a test reached for {address}")
            return original(self, address)

        return connect

    look_up = socket.getaddrinfo

    def getaddrinfo(host: Any, *args: Any, **kwargs: Any) -> Any:
        # 0.0.0.0 and :: are where a server listens; connecting there is refused above.
        if host not in ("0.0.0.0", "::") and not is_loopback(host):
            raise NetworkRefused(f"a test looked up {host}")
        return look_up(host, *args, **kwargs)

    monkeypatch.setattr(socket.socket, "connect", guarded("connect"))
    monkeypatch.setattr(socket.socket, "connect_ex", guarded("connect_ex"))
    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)


@pytest.fixture(autouse=True)
def no_home(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every folder and secret of the person who runs the tests is out of reach; the stand-in is returned."""
    home = tmp_path_factory.mktemp("home")
    for variable in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, str(home))
    for variable in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{variable}_HOME", str(home / variable.lower()))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    return home


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line that was cut is tried again at once; only what a test itself sets is waited for."""
    monkeypatch.setattr("hubdesk.sync.patience.FIRST_SECONDS", 0.0)


class Warnings(logging.Handler):
    """Keeps what is logged as a warning or worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def no_logged_warning(request: pytest.FixtureRequest) -> Iterator[None]:
    """A logged warning fails the test, unless `@pytest.mark.logs(NAME)` expects one; then its absence fails it."""
    expected = {name for mark in request.node.iter_markers("logs") for name in mark.args}
    handler = Warnings()
    logging.getLogger().addHandler(handler)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(handler)
    seen = {name: [r for r in handler.records if is_under(r.name, name)] for name in expected}
    silent = sorted(name for name, records in seen.items() if not records)
    stray = [r for r in handler.records if not any(is_under(r.name, name) for name in expected)]
    if stray:
        pytest.fail("logged: " + "; ".join(f"{r.name}: {r.getMessage()}" for r in stray))
    if silent:
        pytest.fail(f"no warning came from {', '.join(silent)}")


def is_under(logger: str, name: str) -> bool:
    """Whether a logger is the one of this name or below it."""
    return logger == name or logger.startswith(f"{name}.")


@pytest.fixture(autouse=True)
def no_modal_dialog(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog that waits for a person fails the test, unless `@pytest.mark.dialog` says that it is answered.

    Qt is not loaded for the sake of this: a test that shows a window has imported it with its module.
    """
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or request.node.get_closest_marker("dialog"):
        return

    def refuse(*args: object, **kwargs: object) -> NoReturn:
        raise AssertionError("a modal dialog waits for somebody")

    for owner, names in {
        "QDialog": ["exec"],
        "QMenu": ["exec"],
        "QMessageBox": ["exec", "about", "critical", "information", "question", "warning"],
        "QFileDialog": [
            "exec",
            "getExistingDirectory",
            "getOpenFileName",
            "getOpenFileNames",
            "getSaveFileName",
        ],
        "QInputDialog": ["exec", "getDouble", "getInt", "getItem", "getMultiLineText", "getText"],
    }.items():
        for name in names:
            monkeypatch.setattr(getattr(widgets, owner), name, refuse)


@pytest.fixture(scope="session")
def shared_data() -> Callable[[str], Path]:
    """The path of real input that others wrote, by its name; skips where that folder is not beside the checkout."""

    def find(name: str) -> Path:
        path = SHARED / name
        if not path.exists():
            pytest.skip(f"needs {name} of ../shared/data, which is not beside this checkout")
        return path

    return find
