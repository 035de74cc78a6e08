"""The server as a program: made, served, invited to while it runs, ended by a signal, started again."""

from __future__ import annotations

import argparse
import os
import signal
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest
import urllib3
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from hubdesk.cli import server as verbs
from hubdesk.errors import BadInput
from hubdesk.model.identity import digest
from hubdesk.server.centre import load_keys
from hubdesk.trust.invite import read_invite
from tests.unit.server.driver import DriverDesk

PROGRAM = "import sys; from hubdesk.cli.main import run; sys.exit(run(sys.argv[1:]))"
ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str) -> str:
    finished = subprocess.run(
        [sys.executable, "-c", PROGRAM, "server", *arguments],
        capture_output=True, text=True, check=True, cwd=ROOT, timeout=60,
    )  # fmt: skip
    return finished.stdout


@contextmanager
def serving(folder: Path, *arguments: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "server", "serve", str(folder), "--port", "0", *arguments],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line.startswith("listening on ")
        yield line.removeprefix("listening on ").strip(), process
    finally:
        process.kill()
        process.communicate()


def invited(folder: Path, role: str, *arguments: str) -> DriverDesk:
    desk = DriverDesk()
    desk.server_key = load_keys(folder).online.public
    desk.join(run("invite", str(folder), "--role", role, *arguments).splitlines()[-1])
    return desk


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to send")
def test_a_server_is_made_served_and_ended_and_forgets_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "hub"
    run("init", str(folder))
    with serving(folder) as (url, process):
        assert url.startswith("http://127.0.0.1:")
        coordinator = invited(folder, "coordinator", "--hub", "latam")
        contributor = invited(folder, "contributor", "--hub", "latam")
        coordinator.sync(
            "latam/public", publications=[coordinator.publication("latam/public", [coordinator.write()])]
        )
        contributor.exchange(batches=[contributor.batch("latam/public", [contributor.write()])])
        began = time.monotonic()
        process.send_signal(signal.SIGTERM)  # with two lines kept open
        assert process.wait(5) == 0
        assert time.monotonic() - began < 5
    with serving(folder) as (url, _):
        for desk in (coordinator, contributor):
            desk.url = url
        heard = contributor.counter
        contributor.counter = 0
        with pytest.raises(Exception, match="counter"):
            contributor.exchange()
        contributor.counter = heard
        contributor.chain = coordinator.chain
        contributor.sync("latam/public")
        assert contributor.of("latam/public").root == coordinator.of("latam/public").root
        assert len(coordinator.exchange(inbox={"latam": 0}).inbox["latam"][0].open) == 1
        health = msgspec.json.decode(urllib3.request("GET", url + "/health", retries=False).data)
        assert (health["ok"], health["collections"]) == (True, 9)


def test_https_shows_the_key_that_the_invite_names(tmp_path: Path) -> None:
    folder = tmp_path / "hub"
    run("init", str(folder))
    with serving(folder, "--tls") as (url, _):
        assert url.startswith("https://")
        invite = read_invite(run("invite", str(folder), "--role", "steering").splitlines()[-1])
        assert (invite.hub, invite.url) == ("centre", url)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        address = urllib3.util.parse_url(url)
        with (
            socket.create_connection((address.host, address.port), 10) as plain,
            context.wrap_socket(plain) as line,
        ):
            certificate = x509.load_der_x509_certificate(line.getpeercert(binary_form=True) or b"")
            line.sendall(b"GET /health HTTP/1.1\r\nHost: h\r\n\r\n")
            assert line.recv(1000).startswith(b"HTTP/1.1 200")
        key = certificate.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        assert digest(key) == invite.server_key


def test_keys_are_for_their_owner_alone(tmp_path: Path) -> None:
    run("init", str(tmp_path / "hub"))
    if os.name == "posix":
        assert all(file.stat().st_mode & 0o077 == 0 for file in (tmp_path / "hub" / "keys").iterdir())
        assert (tmp_path / "hub").stat().st_mode & 0o077 == 0


def parsed(*arguments: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    verbs.add_verbs(parser.add_subparsers())
    return parser.parse_args(["server", *arguments])


def test_what_cannot_be_done_is_said_by_name_and_changes_nothing(tmp_path: Path) -> None:
    def code(*arguments: str) -> str:
        wanted = parsed(*arguments)
        with pytest.raises(BadInput) as refused:
            wanted.run(wanted)
        return refused.value.code

    folder = tmp_path / "hub"
    assert code("serve", str(folder)) == "server-missing"
    assert code("invite", str(folder), "--role", "reader", "--hub", "latam") == "server-missing"
    assert not folder.exists()
    wanted = parsed("init", str(folder))
    assert wanted.run(wanted).status == 0
    before = {path.name: path.read_bytes() for path in (folder / "keys").iterdir()}
    assert code("init", str(folder)) == "server-exists"
    assert code("invite", str(folder), "--role", "reader", "--hub", "latam") == "url-missing"
    assert code("invite", str(folder), "--role", "reader", "--url", "http://a") == "role-needs-hub"
    assert before == {path.name: path.read_bytes() for path in (folder / "keys").iterdir()}
    other = tmp_path / "full"
    other.mkdir()
    (other / "mine.txt").write_text("mine")
    assert code("init", str(other)) == "folder-not-empty"
    assert [path.name for path in other.iterdir()] == ["mine.txt"]


def test_a_port_in_use_is_said_by_name(tmp_path: Path) -> None:
    folder, other = tmp_path / "hub", tmp_path / "other"
    for each in (folder, other):
        run("init", str(each))
    with serving(folder) as (url, _):
        wanted = parsed("serve", str(other), "--port", url.rpartition(":")[2])
        with pytest.raises(BadInput, match="cannot-listen"):
            wanted.run(wanted)
        wanted = parsed("serve", str(folder), "--port", "0")
        with pytest.raises(BadInput, match="server-in-use"):
            wanted.run(wanted)


def test_a_server_without_its_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "hub"
    run("init", str(folder))
    for file in folder.glob("hub.sqlite*"):
        file.unlink()
    before = sorted(path.name for path in folder.iterdir())
    wanted = parsed("serve", str(folder), "--port", "0")
    with pytest.raises(BadInput, match="server-database-missing"):
        wanted.run(wanted)
    assert sorted(path.name for path in folder.iterdir()) == before
