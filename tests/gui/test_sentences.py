"""Every error that lower layers can raise has words in the window, with what is safe and what comes next."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hubdesk import errors
from hubdesk.errors import BadInput, HubDeskError, StorageFailure, Unreachable
from hubdesk.gui.sentences import BY_CODE, BY_TYPE, UNFORESEEN, sentence

ROOT = Path(__file__).resolve().parents[2] / "hubdesk"
KINDS = [kind for kind in vars(errors).values() if isinstance(kind, type) and kind.__base__ is HubDeskError]


def raised_codes() -> set[str]:
    """The codes written in lower layers."""
    pattern = re.compile(rf"(?:{'|'.join(kind.__name__ for kind in KINDS)})\(\s*\"([a-z-]+)\"")
    below = [path for path in ROOT.rglob("*.py") if not {"gui", "cli"} & set(path.relative_to(ROOT).parts)]
    texts = [path.read_text(encoding="utf-8") for path in below]
    return {code for text in texts for code in pattern.findall(text)} | {
        code
        for text in texts
        for code in re.findall(r"\"([a-z]+(?:-[a-z]+)+|cut|busy|stalled|quota|storage|outdated)\"", text)
    }


@pytest.mark.parametrize("kind", KINDS)
def test_every_class_of_error_has_words(kind: type[HubDeskError]) -> None:
    what, then = sentence(kind("a-code-of-tomorrow"))
    assert what == BY_TYPE[kind.__name__][0]
    assert then.endswith("Details: a-code-of-tomorrow")


@pytest.mark.parametrize("code", BY_CODE)
def test_words_are_of_codes_that_exist(code: str) -> None:
    assert code in raised_codes()


@pytest.mark.parametrize(
    "said", [*BY_CODE.values(), *BY_TYPE.values(), UNFORESEEN], ids=lambda said: str(said[0])
)
def test_they_are_calm_and_say_what_is_safe(said: tuple[object, object]) -> None:
    what, then = (str(part) for part in said)
    assert not what.endswith(".")
    assert then.endswith(".")
    assert "!" not in what + then
    assert "oops" not in (what + then).lower()


def test_a_path_is_named_where_it_helps() -> None:
    assert "Look at the folder /tmp/x." in sentence(StorageFailure("disk-refuses", path="/tmp/x"))[1]
    assert "Look at the folder ." in sentence(StorageFailure("disk-refuses"))[1]


def test_a_bug_is_called_unforeseen_and_not_the_persons_fault() -> None:
    what, then = sentence(ZeroDivisionError("x"))
    assert what == "Something went wrong that HubDesk did not foresee"
    assert then == "What was saved before is safe. Details: ZeroDivisionError"


def test_secrets_in_an_errors_data_are_not_shown() -> None:
    assert "hunter2" not in "".join(sentence(BadInput("invite-used", secret="hunter2")))
    assert "hunter2" not in "".join(sentence(Unreachable("strange", url="https://hunter2")))
