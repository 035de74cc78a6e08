"""A person's words against whatever else happens to the same record: none is lost, doubled or decided by somebody else."""

from __future__ import annotations

import pytest

from hubdesk.catalogue.drafts import NewRecord
from hubdesk.desk import Desk
from hubdesk.errors import NotFound
from tests.scenarios.open_desks import PUBLIC, Joining, desk, propose, publish, settle, write

__all__ = ["desk"]


def english(desk: Desk, record: str, name: str) -> str:
    """What is shown of a text."""
    return str(desk.show(record).fields[name]["en"])


def titles(desk: Desk, record: str) -> set[str]:
    """Every English title in the history of a record."""
    held = [desk.revision(record, item.hash) for item in desk.history(record) if item.held]
    return {view.fields["title"]["en"] for view in held if "title" in view.fields}


def two_clashes(coordinator: Desk, author: Desk) -> str:
    """Title and summary of a record were changed here, in a draft, and by the hub."""
    record = write(coordinator)
    publish(coordinator, record)
    author.sync()
    author.set(record, {"title.en": "Mine", "summary.en": "My summary."})
    publish(coordinator, record, **{"title.en": "Theirs", "summary.en": "Their summary."})
    assert author.sync().clashes == 2
    return record


def test_words_typed_after_a_decision_are_not_undone_by_it(desk: Joining) -> None:
    author = desk("contributor")
    record = two_clashes(desk("coordinator"), author)
    author.clashes.resolve(record, "title.en", "mine")
    author.set(record, {"title.en": "Mine, thought over"})
    author.clashes.resolve(record, "summary.en", "theirs")
    assert english(author, record, "title") == "Mine, thought over"


def test_what_a_draft_came_to_clash_in_is_asked_too(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = write(coordinator)
    publish(coordinator, record)
    author.sync()
    author.set(record, {"title.en": "Mine"})
    publish(coordinator, record, **{"title.en": "Theirs", "summary.en": "Their summary."})
    assert author.sync().clashes == 1
    author.set(record, {"summary.en": "My summary."})
    author.clashes.resolve(record, "title.en", "mine")
    assert [clash.field for clash in author.clashes.all()] == ["summary.en"]


def test_words_typed_after_a_decision_are_not_undone_by_a_newer_head(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = two_clashes(coordinator, author)
    author.clashes.resolve(record, "title.en", value="Decided")
    author.set(record, {"title.en": "Typed later"})
    publish(coordinator, record, **{"title.en": "Theirs again"})
    author.sync()
    assert english(author, record, "title") == "Typed later"
    assert {clash.field: clash.mine for clash in author.clashes.all()}["title.en"] == "Typed later"


def test_a_faster_coordinators_change_is_not_undone_by_what_was_accepted_before(desk: Joining) -> None:
    one, other, author = desk("coordinator", "one"), desk("coordinator", "other"), desk("contributor")
    record = write(one)
    publish(one, record)
    other.sync()
    author.sync()
    propose(author, record, **{"summary.en": "Of the author."})
    author.sync()
    other.sync()
    assert other.accept([record]).done == [record]
    propose(other, record, licence="CC0-1.0")  # waits, is not accepted
    publish(one, record, **{"title.en": "Of the one"})
    other.publish("latam")
    one.sync()
    assert english(one, record, "title") == "Of the one"
    assert english(one, record, "summary") == "Of the author."


def test_a_draft_goes_on_from_a_draft_that_withdraws_with_all_its_fields(desk: Joining) -> None:
    coordinator = desk("coordinator")
    record = write(coordinator, notes={"en": "Worth keeping."})
    publish(coordinator, record)
    coordinator.withdraw(record, "Out of date")
    coordinator.set(record, {"title.en": "Not so out of date"})
    assert english(coordinator, record, "notes") == "Worth keeping."


def test_words_of_a_draft_outlive_a_withdrawal_in_its_place(desk: Joining) -> None:
    coordinator = desk("coordinator")
    record = write(coordinator)
    publish(coordinator, record)
    coordinator.set(record, {"title.en": "An hour of work"})
    coordinator.withdraw(record, "By mistake")
    assert "An hour of work" in titles(coordinator, record)


def test_words_of_a_draft_outlive_an_import_and_an_earlier_version_in_its_place(desk: Joining) -> None:
    coordinator = desk("coordinator")
    record = write(coordinator)
    publish(coordinator, record)
    signed = coordinator.published(record)
    assert signed is not None
    coordinator.set(record, {"title.en": "An hour of work"})
    coordinator.new_many([NewRecord("tool", {**signed.fields, "title": {"en": "Imported"}}, record)], PUBLIC)
    coordinator.restore(record, str(signed.revision))
    said = titles(coordinator, record)
    assert {"An hour of work", "Imported", "A checklist"} <= said
    publish(coordinator, record, **{"summary.en": "After all that."})
    assert english(coordinator, record, "title") == "A checklist"
    assert {"An hour of work", "Imported"} <= titles(coordinator, record)


def test_a_new_draft_that_is_imported_again_keeps_its_words_too(desk: Joining) -> None:
    coordinator = desk("coordinator")
    record = write(coordinator)
    shown = coordinator.show(record)
    coordinator.new_many([NewRecord("tool", {**shown.fields, "title": {"en": "Imported"}}, record)], PUBLIC)
    publish(coordinator, record)
    assert english(coordinator, record, "title") == "Imported"
    assert "A checklist" in titles(coordinator, record)


def test_a_form_that_was_open_while_a_head_came_undoes_nothing_of_it(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = write(coordinator)
    publish(coordinator, record)
    author.sync()
    form = author.show(record).fields
    publish(coordinator, record, **{"title.en": "Theirs"})
    author.sync()
    typed = {**form, "summary": {"en": "My summary."}}
    state = author.save(record, typed, form)
    assert state.others == {"title": {"en": "Theirs"}}
    form = typed | state.others
    publish(coordinator, record, licence="CC0-1.0", **{"title.fr": "Le leur"})
    author.sync()
    author.save(record, {**form, "summary": {"en": "My better summary."}}, form)
    shown = author.show(record).fields
    assert shown["title"] == {"en": "Theirs", "fr": "Le leur"}
    assert (shown["summary"], shown["licence"]) == ({"en": "My better summary."}, "CC0-1.0")


def test_a_form_that_was_open_while_the_same_field_was_published_asks(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = write(coordinator)
    publish(coordinator, record)
    author.sync()
    form = author.show(record).fields
    publish(coordinator, record, **{"title.en": "Theirs"})
    author.sync()
    author.save(record, {**form, "title": {"en": "Mine"}}, form)
    [clash] = author.clashes.all()
    assert (clash.base, clash.mine, clash.theirs) == ("A checklist", "Mine", "Theirs")
    author.save(record, {**form, "title": {"en": "Mine, longer"}}, {**form, "title": {"en": "Mine"}})
    [clash] = author.clashes.all()
    assert (clash.mine, clash.theirs) == ("Mine, longer", "Theirs")


def test_only_what_was_looked_at_goes_back_with_a_comment(desk: Joining) -> None:
    coordinator, ana, ben = desk("coordinator"), desk("contributor", "ana"), desk("contributor", "ben")
    record = write(coordinator)
    publish(coordinator, record)
    for author, field in ((ana, "title.fr"), (ben, "title.es")):
        author.sync()
        propose(author, record, **{field: "Bueno"})
        author.sync()
    coordinator.sync()
    assert coordinator.accept([record]).done == [record]
    of_ana = next(item.number for item in coordinator.inbox() if item.by == ana.id)
    coordinator.return_(record, "In French, please", seen=[of_ana])
    coordinator.publish("latam")
    for author in (ana, ben):
        author.sync()
    assert [draft.comment for draft in ana.drafts()] == ["In French, please"]
    assert (ben.drafts(), ben.outbox()) == ([], [])
    assert coordinator.show(record).fields["title"] == {"en": "A checklist", "es": "Bueno"}


def test_a_decision_counts_only_about_what_was_read(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = two_clashes(coordinator, author)
    read = {clash.field: (clash.mine_revision, clash.theirs_revision) for clash in author.clashes.all()}
    publish(coordinator, record, **{"title.en": "Not read by anybody"})
    author.sync()
    with pytest.raises(NotFound, match="no-such-clash"):
        author.clashes.resolve(record, "title.en", "mine", seen=read["title.en"])
    author.clashes.resolve(record, "summary.en", "mine", seen=read["summary.en"])
    assert [clash.field for clash in author.clashes.all()] == ["title.en"]


def test_what_was_returned_whole_is_not_published_for_all_that(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = write(coordinator)
    publish(coordinator, record)
    author.sync()
    propose(author, record, **{"title.fr": "De l'auteur"})
    author.sync()
    coordinator.sync()
    propose(coordinator, record, **{"title.es": "De la coordinadora"})
    assert coordinator.accept([record]).done == [record]
    coordinator.return_(record, "Both of it is too early")
    coordinator.publish("latam")
    signed = coordinator.published(record)
    assert signed is not None
    assert signed.fields["title"] == {"en": "A checklist"}
    assert coordinator.show(record).fields["title"] == {"en": "A checklist", "es": "De la coordinadora"}


def test_an_own_change_that_goes_back_leaves_what_was_accepted_of_others(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = write(coordinator)
    publish(coordinator, record)
    author.sync()
    propose(author, record, **{"title.fr": "De l'auteur"})
    author.sync()
    coordinator.sync()
    propose(coordinator, record, **{"title.es": "De la coordinadora"})
    assert coordinator.accept([record]).done == [record]
    coordinator.return_(record, "Mine is too early", seen=[])
    coordinator.publish("latam")
    author.sync()
    assert author.show(record).fields["title"] == {"en": "A checklist", "fr": "De l'auteur"}
    assert author.outbox() == []
    assert coordinator.drafts()[0].comment == "Mine is too early"


def test_words_over_a_change_that_waits_undo_no_newer_head(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = write(coordinator)
    publish(coordinator, record)
    author.sync()
    propose(author, record, **{"title.fr": "Le mien"})
    author.sync()
    publish(coordinator, record, licence="CC0-1.0")
    author.sync()
    propose(author, record, **{"summary.en": "My summary."})
    author.sync()
    settle(coordinator, record)
    shown = coordinator.show(record).fields
    assert (shown["licence"], shown["title"]["fr"]) == ("CC0-1.0", "Le mien")
    assert shown["summary"] == {"en": "My summary."}


def test_a_form_over_a_change_that_waits_keeps_both(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = write(coordinator)
    publish(coordinator, record)
    author.sync()
    propose(author, record, **{"title.fr": "Le mien"})
    form = author.show(record).fields
    publish(coordinator, record, licence="CC0-1.0")
    author.sync()
    author.sync()
    author.save(record, {**form, "summary": {"en": "My summary."}}, form)
    author.propose([record])
    author.sync()
    settle(coordinator, record)
    shown = coordinator.show(record).fields
    assert (shown["licence"], shown["title"].get("fr")) == ("CC0-1.0", "Le mien")
    assert shown["summary"] == {"en": "My summary."}


def test_own_words_that_clash_with_what_was_accepted_are_not_dropped_by_later_ones(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = write(coordinator)
    publish(coordinator, record)
    author.sync()
    propose(author, record, **{"title.en": "Of the author"})
    author.sync()
    coordinator.sync()
    propose(coordinator, record, **{"title.en": "Mine", "title.es": "La mía"})
    assert coordinator.accept([record]).refused != []
    coordinator.set(record, {"summary.en": "My summary."})
    coordinator.clashes.resolve(record, "title.en", "mine", side="outbox")
    publish(coordinator, record)
    assert coordinator.show(record).fields["title"]["es"] == "La mía"
    assert english(coordinator, record, "summary") == "My summary."
    assert {"Mine", "Of the author"} <= titles(coordinator, record)
