"""Two people change one record: what can be merged is, the rest waits for a person, and no word of anybody is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from hubdesk.desk import Desk
from hubdesk.errors import BadInput, NotAllowed, NotFound
from tests.scenarios.command_line import CommandLine
from tests.scenarios.open_desks import Joining, desk, only, propose, publish, settle, write

__all__ = ["desk"]

FIVE = "One is here. Two is here. Three is here. Four is here. Five is here."


def titles_in_history(desk: Desk, record: str) -> set[str]:
    """Every English title that the history of a record shows, once what is elsewhere was fetched."""
    held = [item for item in desk.fetch_history(record) if item.held]
    views = [desk.revision(record, item.hash) for item in held]
    return {view.fields["title"]["en"] for view in views if "title" in view.fields}


def test_two_authors_of_one_paragraph_never_notice(desk: Joining) -> None:
    coordinator, ana, ben = desk("coordinator"), desk("contributor", "ana"), desk("contributor", "ben")
    record = write(coordinator, text={"en": FIVE})
    publish(coordinator, record)
    for author, here in ((ana, "One"), (ben, "Four")):
        author.sync()
        propose(author, record, **{"text.en": FIVE.replace(here, f"{here} of mine")})
        author.sync()
    settle(coordinator, record)
    for author in (ana, ben):
        report = author.sync()
        assert (report.clashes, author.clashes.all(), author.outbox()) == (0, [], [])
        said = author.show(record).fields["text"]["en"]
        assert said == FIVE.replace("One", "One of mine").replace("Four", "Four of mine")


def test_the_same_sentence_waits_at_the_coordinators_for_a_person(desk: Joining) -> None:
    coordinator, ana, ben = desk("coordinator"), desk("contributor", "ana"), desk("contributor", "ben")
    record = write(coordinator)
    publish(coordinator, record)
    for author, title, language in ((ana, "Of Ana", "fr"), (ben, "Of Ben", "es")):
        author.sync()
        propose(author, record, **{"title.en": title, f"title.{language}": title})
        author.sync()
    coordinator.sync()
    [refused] = coordinator.accept([record]).refused
    assert [(problem.field, problem.code) for problem in refused.problems] == [("title.en", "clash")]
    clash = only(coordinator)
    assert (clash.side, clash.base, clash.mine, clash.theirs) == ("inbox", "A checklist", "Of Ana", "Of Ben")
    assert (clash.mine_by, clash.theirs_by) == (ana.id, ben.id)

    assert coordinator.clashes.resolve(record, "title.en", "both").state == "accepted"
    coordinator.publish("latam")

    for author in (ana, ben):
        author.sync()
        assert (author.outbox(), author.clashes.all()) == ([], [])
        assert author.show(record).fields["title"]["en"] == "Of Ana / Of Ben"
        assert len(author.show(record).fields["title"]) == 3  # what did not clash is there as well
        assert {"A checklist", "Of Ana", "Of Ben"} <= titles_in_history(author, record)


def test_a_change_that_was_not_sent_waits_on_its_desk_and_goes_on_as_decided(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = write(coordinator)
    publish(coordinator, record)
    author.sync()
    propose(author, record, **{"title.en": "Mine", "title.fr": "Le mien"})
    publish(coordinator, record, **{"title.en": "Theirs", "summary.en": "A better summary."})

    assert author.sync().clashes == 1  # it goes up in the request that brings the newer head down
    clash = only(author)
    assert (clash.side, clash.field, clash.mine, clash.theirs) == ("outbox", "title.en", "Mine", "Theirs")
    assert author.show(record).fields["title"]["en"] == "Mine"
    author.clashes.resolve(record, "title.en", "mine")
    author.sync()
    settle(coordinator, record)
    author.sync()
    assert author.outbox() == []
    shown = author.show(record).fields
    assert shown["title"] == {"en": "Mine", "fr": "Le mien"}
    assert shown["summary"] == {"en": "A better summary."}
    assert "Theirs" in titles_in_history(coordinator, record)


def test_a_change_held_back_by_a_clash_is_not_sent_before_it_is_decided(
    desk: Joining,
) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = write(coordinator)
    publish(coordinator, record)
    author.sync()
    author.set(record, {"title.en": "Mine"})
    publish(coordinator, record, **{"title.en": "Theirs"})
    author.sync()
    assert only(author).side == "draft"
    [refused] = author.propose([record]).refused
    assert [(problem.field, problem.code) for problem in refused.problems] == [("title.en", "clash")]
    assert author.clashes.resolve(record, "title.en", "theirs").state == "draft"
    assert author.propose([record]).done == [record]
    assert (author.drafts(), author.outbox()) == ([], [])  # nothing was left to propose
    assert author.show(record).fields["title"] == {"en": "Theirs"}


def test_a_drafts_own_words_are_kept_when_others_take_their_place(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = write(coordinator)
    publish(coordinator, record)
    author.sync()
    author.set(record, {"title.en": "Mine", "title.fr": "Le mien"})
    publish(coordinator, record, **{"title.en": "Theirs"})
    assert author.sync().clashes == 1
    assert author.show(record).fields["title"] == {"en": "Mine", "fr": "Le mien"}  # nothing moved meanwhile
    author.clashes.resolve(record, "title.en", "theirs")
    assert author.show(record).fields["title"] == {"en": "Theirs", "fr": "Le mien"}
    assert {"Mine", "Theirs", "A checklist"} <= titles_in_history(author, record)
    author.propose([record])
    author.sync()
    settle(coordinator, record)
    author.sync()
    assert author.show(record).state == "confirmed"
    assert "Mine" in titles_in_history(author, record)


def test_a_withdrawal_and_a_change_are_decided_whole(desk: Joining) -> None:
    coordinator, ana, ben = desk("coordinator"), desk("contributor", "ana"), desk("contributor", "ben")
    record = write(coordinator)
    publish(coordinator, record)
    for author in (ana, ben):
        author.sync()
        author.set(record, {"title.en": "Still needed"})
    coordinator.withdraw(record, "Out of date")
    publish(coordinator, record)
    for author in (ana, ben):
        author.sync()
        clash = only(author)
        assert (clash.field, clash.mine, clash.theirs, clash.can_join) == (
            "withdrawn", None, "Out of date", False,
        )  # fmt: skip
        with pytest.raises(BadInput, match="cannot-join"):
            author.clashes.resolve(record, "withdrawn", "both")
    ana.clashes.resolve(record, "withdrawn", "theirs")
    assert ana.propose([record]).done == [record]
    assert (ana.outbox(), ana.show(record).withdrawn) == ([], "Out of date")
    ben.clashes.resolve(record, "withdrawn", "mine")
    ben.propose([record])
    ben.sync()
    settle(coordinator, record)
    ana.sync()
    assert ana.show(record).withdrawn is None
    assert ana.show(record).fields["title"] == {"en": "Still needed"}


def test_what_the_other_coordinator_published_first_waits_beside_what_was_accepted_here(
    desk: Joining,
) -> None:
    one, other = desk("coordinator", "one"), desk("coordinator", "other")
    record = write(one)
    publish(one, record)
    other.sync()
    for coordinator, title in ((one, "Of the one"), (other, "Of the other")):
        coordinator.set(record, {"title.en": title})
        coordinator.propose([record])
        coordinator.accept([record])
    one.publish("latam")
    assert other.publish("latam").published == 0
    clash = only(other)
    assert (clash.side, clash.mine, clash.theirs) == ("outbox", "Of the other", "Of the one")
    other.clashes.resolve(record, "title.en", value="Of both")
    assert other.accept([record]).refused == []
    assert other.publish("latam").published == 1
    one.sync()
    assert one.show(record).fields["title"] == {"en": "Of both"}
    assert {"Of the one", "A checklist"} <= titles_in_history(one, record)


def test_a_received_change_is_replaced_by_what_its_author_decides(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = write(coordinator)
    publish(coordinator, record)
    author.sync()
    propose(author, record, **{"title.en": "Mine"})
    author.sync()
    publish(coordinator, record, **{"title.en": "Theirs"})
    author.sync()
    assert (only(author).side, author.outbox()[0].state) == ("outbox", "received")
    author.clashes.resolve(record, "title.en", value="Of both")
    assert [item.state for item in author.outbox()] == ["waiting"]
    author.sync()
    settle(coordinator, record)
    author.sync()
    assert (author.outbox(), author.show(record).fields["title"]) == ([], {"en": "Of both"})
    assert {"Mine", "Theirs"} <= titles_in_history(coordinator, record)


def test_a_newer_head_may_end_a_clash_and_never_a_decision(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = write(coordinator)
    publish(coordinator, record)
    author.sync()
    author.set(record, {"title.en": "Mine", "summary.en": "My summary."})
    publish(coordinator, record, **{"title.en": "Theirs", "summary.en": "Their summary."})
    assert author.sync().clashes == 2
    author.clashes.resolve(record, "summary.en", value="The summary of both.")
    publish(coordinator, record, **{"title.en": "Mine"})  # the hub comes to the same words
    author.sync()
    assert author.clashes.all() == []
    shown = author.show(record).fields
    assert (shown["title"], shown["summary"]) == ({"en": "Mine"}, {"en": "The summary of both."})


def test_a_decision_that_was_overtaken_is_asked_for_again_with_its_words(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = write(coordinator)
    publish(coordinator, record)
    author.sync()
    author.set(record, {"title.en": "Mine", "summary.en": "My summary."})
    publish(coordinator, record, **{"title.en": "Theirs", "summary.en": "Their summary."})
    author.sync()
    author.clashes.resolve(record, "summary.en", value="Hours of thought.")
    publish(coordinator, record, **{"summary.en": "Yet another summary."})
    author.sync()
    waits = {clash.field: (clash.mine, clash.theirs) for clash in author.clashes.all()}
    assert waits == {
        "title.en": ("Mine", "Theirs"),
        "summary.en": ("Hours of thought.", "Yet another summary."),
    }


def test_the_open_clashes_of_a_change_go_with_it(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = write(coordinator)
    publish(coordinator, record)
    author.sync()
    propose(author, record, **{"title.en": "Mine"})
    author.sync()
    publish(coordinator, record, **{"title.en": "Theirs"})
    author.sync()
    author.take_back(record)
    assert only(author).side == "draft"
    author.discard(record)
    assert author.clashes.all() == []
    with pytest.raises(NotFound, match="no-such-clash"):
        author.clashes.resolve(record, "title.en", "mine")
    coordinator.sync()
    assert coordinator.clashes.all() == []


def test_a_proposal_that_is_returned_leaves_no_clash(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = write(coordinator)
    publish(coordinator, record)
    author.sync()
    propose(author, record, **{"title.en": "Mine"})
    author.sync()
    publish(coordinator, record, **{"title.en": "Theirs"})
    coordinator.accept([record])
    assert only(coordinator).side == "inbox"
    with pytest.raises(NotAllowed, match="not-a-coordinator"):
        author.return_(record, "Not mine to return")
    coordinator.return_(record, "We wrote at the same time")
    assert coordinator.clashes.all() == []


def test_only_what_was_seen_is_accepted(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = write(author, text={"en": FIVE})
    assert author.propose([record]).done == [record]
    author.sync()
    coordinator.sync()
    [seen] = coordinator.inbox()
    propose(author, record, **{"title.en": "Words that nobody has read"})
    author.sync()
    coordinator.sync()
    done = coordinator.accept([record], seen={record: [seen.number]})
    assert (done.done, done.refused[0].problems[0].code) == ([], "nothing-to-accept")
    [now] = coordinator.inbox()
    assert coordinator.accept([record], seen={record: [now.number]}).done == [record]


def test_a_chain_of_three_changes_comes_out_whole(desk: Joining) -> None:
    """The author goes on writing while earlier words are sent, accepted and merged with others'."""
    coordinator, ana, ben = desk("coordinator"), desk("contributor", "ana"), desk("contributor", "ben")
    record = write(coordinator, text={"en": FIVE})
    publish(coordinator, record)
    for author in (ana, ben):
        author.sync()
    propose(ana, record, **{"text.en": FIVE.replace("One", "Uno"), "title.en": "First"})
    ana.sync()
    propose(ana, record, **{"title.en": "Second"})
    ana.sync()
    ana.set(record, {"title.en": "Third"})
    propose(ben, record, **{"text.en": FIVE.replace("Five", "Cinco")})
    ben.sync()
    settle(coordinator, record)
    ana.sync()
    assert ana.clashes.all() == []
    assert ana.propose([record]).refused == []
    ana.sync()
    settle(coordinator, record)
    for each in (ana, ben):
        each.sync()
        shown = each.show(record).fields
        assert shown["title"] == {"en": "Third"}
        assert shown["text"]["en"] == FIVE.replace("One", "Uno").replace("Five", "Cinco")
        assert (each.outbox(), each.drafts(), each.clashes.all()) == ([], [], [])


def test_everybody_can_read_on_to_words_that_were_merged_again_before_they_were_published(
    desk: Joining,
) -> None:
    """Three proposals become one revision by two steps; the first step never stood in a signed state."""
    coordinator, reader = desk("coordinator"), desk("reader")
    authors = [desk("contributor", name) for name in ("ana", "ben", "eva")]
    record = write(coordinator, text={"en": FIVE})
    publish(coordinator, record)
    for author, place in zip(authors, ("One", "Three", "Five"), strict=True):
        author.sync()
        propose(author, record, **{"text.en": FIVE.replace(place, f"{place} of mine"), "title.en": place})
        author.sync()
    coordinator.sync()
    for choice in ("mine", "theirs"):
        coordinator.accept([record])
        coordinator.clashes.resolve(record, "title.en", choice)
    coordinator.publish("latam")
    reader.sync()
    assert reader.show(record).fields["title"] == {"en": "Five"}
    assert reader.show(record).fields["text"]["en"].count("of mine") == 3
    assert titles_in_history(reader, record) == {"A checklist", "One", "Three", "Five"}
    assert all(item.held for item in reader.history(record))


def test_a_newer_head_changes_what_clashes_with_a_proposal(desk: Joining) -> None:
    one, other, author = desk("coordinator", "one"), desk("coordinator", "other"), desk("contributor")
    record = write(one)
    publish(one, record)
    for each in (other, author):
        each.sync()
    propose(author, record, **{"title.en": "Of the author", "summary.en": "A new summary."})
    author.sync()
    publish(one, record, **{"title.en": "Of the one"})
    other.sync()
    assert other.accept([record]).done == []
    assert only(other).mine == "Of the one"
    publish(one, record, **{"title.en": "Of the one again"})
    other.sync()
    assert only(other).mine == "Of the one again"
    publish(one, record, **{"title.en": "Of the author"})
    other.sync()
    assert other.clashes.all() == []
    settle(other, record)
    author.sync()
    assert author.show(record).fields["summary"] == {"en": "A new summary."}
    assert author.outbox() == []


def test_a_person_reads_before_mine_and_theirs(
    desk: Joining, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    coordinator, author = desk("coordinator"), desk("contributor", "author")
    record = write(coordinator)
    publish(coordinator, record)
    author.sync()
    author.set(record, {"title.en": "Mine", "keywords": ["a"], "country": "CL"})
    publish(coordinator, record, **{"title.en": "Theirs", "country": "ZM"})
    author.sync()
    author.close()
    terminal = CommandLine(tmp_path / "author", capsys)
    status, said, _ = terminal.run("clashes")
    assert status == 0
    assert said.splitlines()[6:] == [
        f"{record} title.en  Mine (your draft)", "  before: A checklist", "  mine:   Mine", "  theirs: Theirs",
        f"  mine is of this desk, theirs of desk {coordinator.id[:16]};",
        f"  decide with `resolve {record} title.en mine|theirs|both|VALUE`.",
    ]  # fmt: skip
    assert said.splitlines()[:2] == [f"{record} country  Mine (your draft)", "  before: -"]
    assert terminal("resolve", record, "country", "BR") == {
        "id": record, "field": "country", "value": "BR", "left": ["title.en"], "state": None,
    }  # fmt: skip
    assert terminal.fails("resolve", record, "summary.en", "mine") == "no-such-clash"
    status, said, _ = terminal.run("resolve", record, "title.en", "both")
    assert said.splitlines() == [
        f"title.en of {record} is decided.", "Nothing else clashes; your draft goes on.",
    ]  # fmt: skip
    shown = terminal.shown(record)
    assert (shown["title"], shown["country"], shown["keywords"]) == ({"en": "Mine / Theirs"}, "BR", ["a"])
