"""What is typed reaches the disk, whatever happens on the way."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from hubdesk.catalogue.drafts import DraftState
from hubdesk.errors import StorageFailure
from hubdesk.gui.pages.editor import draft as draft_module
from hubdesk.gui.pages.editor.draft import Draft, Origin
from hubdesk.gui.tasks import Tasks
from tests.gui.conftest import Until
from tests.gui.written_desk import WrittenDesk, make_desk

PLACE = "southern-africa/public"


class StubbornDesk(WrittenDesk):
    """A desk whose disk refuses as often as `refusals` says, and which waits for `gate` while it saves."""

    refusals = 0
    gate: threading.Event | None = None

    def save(
        self, record_id: str, fields: Mapping[str, Any], known: Mapping[str, Any] | None = None
    ) -> DraftState:
        if self.gate is not None:
            assert self.gate.wait(5)
        if self.refusals:
            self.refusals -= 1
            raise StorageFailure("disk-full", path="here")
        return super().save(record_id, fields, known)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[StubbornDesk]:
    """A contributor's desk."""
    made = make_desk(tmp_path / "profile", kind=StubbornDesk)
    assert isinstance(made, StubbornDesk)
    yield made
    made.close()


def begin(desk: WrittenDesk, tasks: Tasks, **fields: Any) -> Draft:
    """A draft on disk with these fields, opened."""
    record_id = desk.new("case_study", fields, PLACE)
    return Draft(desk, tasks, Origin(record_id, "case_study", PLACE, fields, has_draft=True))


def on_disk(desk: WrittenDesk, draft: Draft) -> dict[str, Any]:
    """What the disk has of a draft."""
    assert draft.id is not None
    return desk.show(draft.id).fields


def test_what_is_typed_is_on_disk_after_a_pause(desk: StubbornDesk, tasks: Tasks, until: Until) -> None:
    draft = begin(desk, tasks, title={"en": "Before"})
    draft.set("title", {"en": "After"})
    assert not draft.is_kept
    until(lambda: draft.is_kept)
    assert on_disk(desk, draft)["title"] == {"en": "After"}


def test_flush_returns_when_it_is_on_disk(desk: StubbornDesk, tasks: Tasks) -> None:
    draft = begin(desk, tasks)
    draft.set("title", {"en": "Typed a moment ago"})
    assert draft.flush()
    assert on_disk(desk, draft)["title"] == {"en": "Typed a moment ago"}


def test_a_new_record_is_made_with_its_first_letter(desk: StubbornDesk, tasks: Tasks) -> None:
    draft = Draft(desk, tasks, Origin(None, "case_study", PLACE, {}))
    assert draft.flush()
    assert desk.drafts() == []
    draft.set("title", {"en": "A"})
    assert draft.flush()
    assert [view.title for view in desk.drafts()] == [{"en": "A"}]


def test_a_full_disk_is_told_and_tried_again(
    desk: StubbornDesk, tasks: Tasks, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(draft_module, "AGAIN_MS", 10)
    draft = begin(desk, tasks)
    failures: list[Exception] = []
    draft.failed.connect(failures.append)
    desk.refusals = 2
    draft.set("title", {"en": "Not lost"})
    until(lambda: draft.is_kept)
    assert [getattr(error, "code", "") for error in failures] == ["disk-full", "disk-full"]
    assert on_disk(desk, draft)["title"] == {"en": "Not lost"}


def test_flush_says_when_the_disk_refuses(desk: StubbornDesk, tasks: Tasks) -> None:
    draft = begin(desk, tasks)
    desk.refusals = 1
    draft.set("title", {"en": "Only in the window"})
    assert not draft.flush()
    assert draft.fields["title"] == {"en": "Only in the window"}
    assert draft.flush()


def test_what_is_typed_while_a_save_runs_is_saved_after_it(
    desk: StubbornDesk, tasks: Tasks, until: Until
) -> None:
    draft = begin(desk, tasks)
    desk.gate = threading.Event()
    draft.set("title", {"en": "First"})
    draft.save()
    draft.set("title", {"en": "Second"})
    desk.gate.set()
    until(lambda: draft.is_kept)
    assert on_disk(desk, draft)["title"] == {"en": "Second"}


def test_flush_gives_up_on_a_save_that_does_not_end(desk: StubbornDesk, tasks: Tasks, until: Until) -> None:
    draft = begin(desk, tasks)
    desk.gate = threading.Event()
    draft.set("title", {"en": "Waiting"})
    assert not draft.flush(patience=0.05)
    desk.gate.set()
    until(lambda: draft.is_kept)
    assert on_disk(desk, draft)["title"] == {"en": "Waiting"}


def test_a_new_record_moves_to_another_hub(desk: StubbornDesk, tasks: Tasks) -> None:
    desk.take_role("latam", "contributor")
    draft = Draft(desk, tasks, Origin(None, "case_study", PLACE, {}))
    draft.set("title", {"en": "For another hub"})
    assert draft.flush()
    draft.move("latam/public")
    assert draft.flush()
    assert [(view.collection, view.title) for view in desk.drafts()] == [
        ("latam/public", {"en": "For another hub"})
    ]


def test_a_file_is_attached_beside_what_is_being_typed(
    desk: StubbornDesk, tasks: Tasks, until: Until, tmp_path: Path
) -> None:
    plan = tmp_path / "plan.pdf"
    plan.write_bytes(b"a plan")
    draft = begin(desk, tasks, title={"en": "With a file"})
    done: list[bool] = []
    draft.attached.connect(lambda: done.append(True))
    draft.attach([plan], lambda _done, _whole: None)
    draft.set("summary", {"en": "Typed meanwhile"})
    until(lambda: done and draft.is_kept)
    kept = on_disk(desk, draft)
    assert kept["summary"] == {"en": "Typed meanwhile"}
    assert [file["name"] for file in kept["files"]] == ["plan.pdf"]


def test_a_file_arrives_in_its_record_when_another_is_open_by_then(
    desk: StubbornDesk, tasks: Tasks, until: Until, tmp_path: Path
) -> None:
    plan = tmp_path / "plan.pdf"
    plan.write_bytes(b"a plan")
    draft = begin(desk, tasks, title={"en": "Left behind"})
    record_id = str(draft.id)
    gone: list[bool] = []
    draft.destroyed.connect(lambda: gone.append(True))
    draft.attach([plan], lambda _done, _whole: None)
    draft.set("summary", {"en": "Typed last"})
    draft.retire()
    until(lambda: gone)
    kept = desk.show(record_id).fields
    assert kept["summary"] == {"en": "Typed last"}
    assert [file["name"] for file in kept["files"]] == ["plan.pdf"]


def test_a_draft_that_was_thrown_away_does_not_come_back(
    desk: StubbornDesk, tasks: Tasks, application: QApplication
) -> None:
    draft = begin(desk, tasks, title={"en": "Away"})
    draft.set("title", {"en": "Still typing"})
    draft.end()
    draft.discarding()()
    draft.save()
    application.processEvents()
    assert desk.drafts() == []


def test_an_earlier_version_takes_the_place_of_all_and_can_be_undone(
    desk: StubbornDesk, tasks: Tasks
) -> None:
    draft = begin(desk, tasks, title={"en": "Now"}, x_unknown=[1])
    before = draft.replace({"title": {"en": "Then"}})
    assert draft.fields == {"title": {"en": "Then"}}
    draft.replace(before)
    assert draft.flush()
    assert on_disk(desk, draft) == {"title": {"en": "Now"}, "x_unknown": [1]}


def test_what_others_changed_on_disk_is_shown_and_never_saved_over(
    desk: StubbornDesk, tasks: Tasks, until: Until
) -> None:
    draft = begin(desk, tasks, title={"en": "Before"}, summary={"en": "Before"})
    renewed: list[frozenset[str]] = []
    draft.renewed.connect(renewed.append)
    desk.set(str(draft.id), {"title.en": "Of another"})
    draft.look()
    until(lambda: draft.fields["title"] == {"en": "Of another"})
    assert renewed == [{"title"}]
    desk.set(str(draft.id), {"title.en": "Of another again"})
    draft.set("summary", {"en": "Typed meanwhile"})
    assert draft.flush()
    assert draft.fields["title"] == {"en": "Of another again"}
    fields = on_disk(desk, draft)
    assert (fields["title"], fields["summary"]) == ({"en": "Of another again"}, {"en": "Typed meanwhile"})


def test_looking_changes_nothing_of_what_is_typed(desk: StubbornDesk, tasks: Tasks, until: Until) -> None:
    draft = begin(desk, tasks, title={"en": "Before"})
    desk.set(str(draft.id), {"title.en": "Of another"})
    draft.look()
    draft.set("title", {"en": "Typed before it was seen "})
    until(lambda: draft.is_kept)
    assert draft.fields["title"] == {"en": "Typed before it was seen "}
    assert on_disk(desk, draft)["title"] == {"en": "Typed before it was seen"}
    draft.look()
    desk_was_asked = threading.Event()
    tasks.run(lambda: None, lambda _nothing: desk_was_asked.set())
    until(desk_was_asked.is_set)
    assert draft.fields["title"] == {"en": "Typed before it was seen "}
    draft.set("title", {"en": "Typed before it was seen by"})
    assert draft.flush()
    assert on_disk(desk, draft)["title"] == {"en": "Typed before it was seen by"}
