"""A desk as a person uses it on the command line, in this process, each answer checked for its form."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from hubdesk.cli import main
from hubdesk.state.tree import EMPTY_ROOT

PUBLIC, MEMBERS = "latam/public", "latam/members"
NOTHING = EMPTY_ROOT.hex()


class CommandLine:
    """`desk("search", "budget")` runs `hubdesk --profile ... --json search budget` and returns its object."""

    def __init__(self, profile: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.profile = profile
        self._capsys = capsys

    def run(self, *words: str | Path) -> tuple[int, str, str]:
        """Run one verb; return the exit status, stdout and stderr."""
        self._capsys.readouterr()
        try:
            status = main.run(["--profile", str(self.profile), *map(str, words)])
        except SystemExit as ended:
            status = ended.code if isinstance(ended.code, int) else 1
        out, err = self._capsys.readouterr()
        return status, out, err

    def __call__(self, *words: str | Path) -> dict[str, Any]:
        status, out, err = self.run("--json", *words)
        # These end with 1 where something is not as it was signed, or nothing could be done, and say what.
        may_fail = words == ("verify",) or words[:1] in (("accept",), ("propose",))
        assert status == 0 or (status == 1 and may_fail), f"{words}: {out}{err}"
        return one_object(out)

    def fails(self, *words: str | Path, status: int = 1) -> str:
        """Run a verb that cannot be done; return the error's code. A sentence must say it, in both forms."""
        found, out, err = self.run("--json", *words)
        assert found == status, f"{words}: {found} {out}{err}"
        error = one_object(out)["error"]
        assert set(error) == {"code", "message"}
        assert_is_sentence(error["message"])
        if status == 1:
            assert err.strip() == error["message"]
        return str(error["code"])

    # What is done over and over

    def write(self, kind: str = "tool", *values: str, **texts: str) -> str:
        """Write a record that may be proposed; return its id."""
        given = {"title": "A checklist", "summary": "What to check.", "licence": "CC-BY-4.0"} | texts
        return str(self("new", kind, *(f"{name}={value}" for name, value in given.items()), *values)["id"])

    def published(self, *values: str, **texts: str) -> str:
        """Write, propose, accept and publish a tool as this desk's coordinator; return its id."""
        record = self.write("tool", *values, **texts)
        self("propose", record)
        self("accept", record)
        assert self("publish", "latam")["published"] == 1
        return record

    def shown(self, record: str) -> dict[str, Any]:
        """Return the fields of a record as they are shown."""
        return dict(self("show", record)["fields"])

    def root(self, collection: str = PUBLIC) -> str:
        """Return the root of a collection as this desk holds it."""
        return str(self("status")["collections"][collection]["root"])

    def counts(self) -> tuple[int, int, int]:
        """Return the numbers of drafts, of changes in the outbox and of open proposals in the inbox."""
        status = self("status")
        return status["drafts"], status["outbox"], status["inbox"]


def one_object(out: str) -> dict[str, Any]:
    """Read stdout, which must be exactly one JSON object in one line."""
    assert out.count("\n") == 1
    assert out.endswith("\n")
    value = json.loads(out)
    assert isinstance(value, dict)
    return value


def assert_is_sentence(text: str) -> None:
    """A person can read it: words with a full stop, no code, no traceback, nothing left to fill in."""
    assert text.rstrip().endswith((".", "?"))
    assert len(text.split()) >= 4
    assert "Traceback" not in text
    assert "could not be done:" not in text, f"no sentence for this error: {text}"
    assert " ?" not in text.replace(" ? ", " "), f"the sentence asks for data that the error has not: {text}"
