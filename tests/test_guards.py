"""The guards of conftest.py do guard: small suites that break each rule are run, and must fail for it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

BREAKS = {
    "a test reached for": "import socket\ndef test(): socket.socket().connect(('192.0.2.1', 80))",
    "a test looked up": "import socket\ndef test(): socket.getaddrinfo('example.org', 80)",
    "logged: hubdesk.x: lost": "import logging\ndef test(): logging.getLogger('hubdesk.x').warning('lost')",
    "no warning came from hubdesk": "import pytest\n@pytest.mark.logs('hubdesk')\ndef test(): pass",
    "a modal dialog waits": (
        "from PySide6.QtWidgets import QApplication, QDialog\n"
        "def test():\n    app = QApplication([])\n    QDialog().exec()"
    ),
    "DeprecationWarning: old": "import warnings\ndef test(): warnings.warn('old', DeprecationWarning)",
}
KEEPS = """
import logging, pathlib, socket, pytest

def test_loopback_is_open():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=1).close()

def test_home_is_elsewhere(no_home):
    assert pathlib.Path.home() == no_home

@pytest.mark.logs("hubdesk.x")
def test_an_expected_warning_passes():
    logging.getLogger("hubdesk.x.y").warning("expected")
"""


def run_suite(folder: Path, source: str) -> subprocess.CompletedProcess[str]:
    """Run a suite of one file under the guards."""
    (folder / "conftest.py").write_text("from tests.conftest import *\n", encoding="utf-8")
    (folder / "test_it.py").write_text(source, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-n0", "-c", str(ROOT / "pyproject.toml"), str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("said", BREAKS)
def test_a_suite_that_breaks_a_rule_fails(said: str, tmp_path: Path) -> None:
    done = run_suite(tmp_path, BREAKS[said])
    assert done.returncode == 1
    assert said in done.stdout


def test_a_suite_that_keeps_the_rules_passes(tmp_path: Path) -> None:
    done = run_suite(tmp_path, KEEPS)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "3 passed" in done.stdout
