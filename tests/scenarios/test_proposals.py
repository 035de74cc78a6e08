"""A proposal on its way: taken back, written again, returned, overtaken by others; no word of anybody is lost."""

from __future__ import annotations

from collections.abc import Callable

from tests.scenarios.command_line import PUBLIC, CommandLine

Joining = Callable[..., CommandLine]


def settle(coordinator: CommandLine, *records: str) -> None:
    """What a coordinator does with proposals that are good."""
    coordinator("sync")
    coordinator("accept", *records)
    coordinator("publish", "latam")


def propose(author: CommandLine, record: str) -> None:
    assert author("propose", record) == {"done": [record], "refused": []}
    author("sync")


def pending(author: CommandLine, record: str) -> str:
    return next(str(item["state"]) for item in author("outbox")["items"] if item["id"] == record)


def test_a_change_taken_back_before_it_was_sent_never_leaves(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = author.write(title="Too early")
    author("propose", record)
    author("take-back", record)
    assert author.counts() == (1, 0, 0)
    assert author("sync")["events_sent"] == 0
    coordinator("sync")
    assert coordinator("inbox")["items"] == []
    assert author.shown(record)["title"] == {"en": "Too early"}
    assert author.fails("take-back", record) == "nothing-pending"


def test_where_nothing_that_was_named_can_be_accepted_the_command_fails(desk: Joining) -> None:
    coordinator = desk("coordinator")
    status, out, _ = coordinator.run("accept", "nope")
    assert status == 1
    assert "36 characters" in out
    assert coordinator.run("accept", "--all")[0] == 0


def test_a_change_taken_back_after_it_was_sent_leaves_the_inbox(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = author.write(title="Too early")
    propose(author, record)
    coordinator("sync")
    assert len(coordinator("inbox")["items"]) == 1
    author("take-back", record)
    assert author.counts() == (1, 0, 0)
    author("sync")
    coordinator("sync")
    assert coordinator("inbox")["items"] == []
    assert coordinator("accept", record)["refused"][0]["problems"][0]["code"] == "nothing-to-accept"
    author("set", record, "title=At the right time")
    propose(author, record)
    settle(coordinator, record)
    author("sync")
    assert author.counts() == (0, 0, 0)
    assert author("show", record)["state"] == "confirmed"


def test_what_was_accepted_and_is_taken_back_is_not_published(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = author.write()
    propose(author, record)
    coordinator("sync")
    coordinator("accept", record)
    author("take-back", record)
    author("sync")
    coordinator("sync")
    assert coordinator("publish", "latam")["published"] == 0
    assert coordinator.fails("show", record) == "no-such-record"


def test_a_pending_change_written_again_is_one_proposal_with_the_last_words(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = author.write(title="First words")
    propose(author, record)
    coordinator("sync")
    author("set", record, "title=Last words", "title.fr=Derniers mots")
    propose(author, record)
    assert author.counts() == (0, 1, 0)
    coordinator("sync")
    [item] = coordinator("inbox")["items"]
    assert item["title"] == {"en": "Last words", "fr": "Derniers mots"}
    settle(coordinator, record)
    author("sync")
    assert author.counts() == (0, 0, 0)
    assert author.shown(record)["title"] == {"en": "Last words", "fr": "Derniers mots"}
    assert coordinator("verify")["ok"]
    assert author("verify")["ok"]


def test_what_was_accepted_is_replaced_by_later_words_before_it_is_published(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = author.write(title="First words")
    propose(author, record)
    coordinator("sync")
    coordinator("accept", record)
    author("set", record, "title=Last words")
    propose(author, record)
    settle(coordinator, record)
    author("sync")
    assert author.counts() == (0, 0, 0)
    assert author.shown(record)["title"] == {"en": "Last words"}
    assert coordinator("show", record)["state"] == "confirmed"


def test_own_accepted_words_may_be_written_again_before_they_are_published(desk: Joining) -> None:
    coordinator = desk("coordinator")
    record = coordinator.write(title="First words")
    coordinator("propose", record)
    coordinator("accept", record)
    coordinator("set", record, "title=Last words")
    coordinator("propose", record)
    assert coordinator("accept", record) == {"done": [record], "refused": []}
    assert coordinator("publish", "latam")["published"] == 1
    view = coordinator("show", record)
    assert (view["state"], view["fields"]["title"]) == ("confirmed", {"en": "Last words"})
    assert coordinator.counts() == (0, 0, 0)


def test_later_words_after_a_publication_can_be_accepted_too(desk: Joining) -> None:
    """The author wrote again before knowing that the first words were published."""
    coordinator, author = desk("coordinator"), desk("contributor")
    record = author.write(title="First words")
    propose(author, record)
    settle(coordinator, record)
    author("set", record, "title=Last words")
    propose(author, record)
    coordinator("sync")
    assert coordinator("accept", record) == {"done": [record], "refused": []}
    coordinator("publish", "latam")
    author("sync")
    assert author.counts() == (0, 0, 0)
    assert author.shown(record)["title"] == coordinator.shown(record)["title"] == {"en": "Last words"}


def test_what_is_returned_becomes_a_draft_with_the_comment(desk: Joining) -> None:
    coordinator, author, reader = desk("coordinator"), desk("contributor"), desk("reader")
    record = author.write(title="Half a sentence")
    propose(author, record)
    coordinator("sync")
    assert coordinator.fails("return", record, "--comment", "  ") == "comment-missing"
    coordinator("return", record, "--comment", "Please say which committee")
    assert coordinator("inbox")["items"] == []
    assert coordinator("publish", "latam")["published"] == 0  # tells the author
    assert author("sync")["outcomes"] == {"returned": 1}
    assert author.counts() == (1, 0, 0)
    view = author("show", record)
    assert (view["state"], view["comment"]) == ("draft", "Please say which committee")
    assert view["fields"]["title"] == {"en": "Half a sentence"}

    author("set", record, "title=Half a sentence of the budget committee")
    propose(author, record)
    settle(coordinator, record)
    author("sync")
    reader("sync")
    assert reader.shown(record)["title"] == {"en": "Half a sentence of the budget committee"}
    assert author.counts() == (0, 0, 0)


def test_what_is_returned_reaches_its_author_without_a_publication(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = author.write(title="Half a sentence")
    propose(author, record)
    coordinator("sync")
    coordinator("return", record, "--comment", "Please say which committee")

    coordinator("sync")

    assert author("sync")["outcomes"] == {"returned": 1}
    assert author("show", record)["comment"] == "Please say which committee"
    assert coordinator("sync")["requests"] == 1


def test_two_coordinators_publish_at_once_and_nothing_is_lost(desk: Joining) -> None:
    one, other = desk("coordinator", name="one"), desk("coordinator", name="other")
    for coordinator in (one, other):
        coordinator("sync")
    mine, theirs = one.write(title="Of the one"), other.write(title="Of the other")
    for coordinator, record in ((one, mine), (other, theirs)):
        coordinator("propose", record)
        coordinator("accept", record)
    assert one("publish", "latam")["collections"][PUBLIC]["version"] == 1
    late = other("publish", "latam")  # is outdated: takes the newer head in, signs again
    assert (late["published"], late["collections"][PUBLIC]["version"]) == (1, 2)
    one("sync")
    assert one.root() == other.root()
    assert one.shown(theirs)["title"] == {"en": "Of the other"}
    assert other.shown(mine)["title"] == {"en": "Of the one"}
    assert one("verify")["ok"]
    assert other("verify")["ok"]


def test_two_coordinators_change_one_record_at_once(desk: Joining) -> None:
    one, other = desk("coordinator", name="one"), desk("coordinator", name="other")
    record = one.published(title="A title")
    other("sync")
    one("set", record, "title.fr=Un titre")
    other("set", record, "summary=Another summary")
    for coordinator in (one, other):
        coordinator("propose", record)
        coordinator("accept", record)
    one("publish", "latam")
    assert other("publish", "latam")["published"] == 1
    one("sync")
    assert one.root() == other.root()
    assert one.shown(record)["title"] == {"en": "A title", "fr": "Un titre"}
    assert one.shown(record)["summary"] == {"en": "Another summary"}


def test_the_same_words_changed_by_two_coordinators_are_a_clash_and_stay(desk: Joining) -> None:
    one, other = desk("coordinator", name="one"), desk("coordinator", name="other")
    record = one.published(title="A title")
    other("sync")
    for coordinator, words in ((one, "Mine"), (other, "Yours")):
        coordinator("set", record, f"title={words}")
        coordinator("propose", record)
        coordinator("accept", record)
    one("publish", "latam")
    assert other("publish", "latam")["published"] == 0  # theirs cannot be merged: it waits for a decision
    assert pending(other, record) == "waiting"
    assert other.shown(record)["title"] == {"en": "Yours"}
    [refused] = other("accept", record)["refused"]
    assert [(problem["field"], problem["code"]) for problem in refused["problems"]] == [("title.en", "clash")]
    other("take-back", record)
    assert other.shown(record)["title"] == {"en": "Yours"}
    hashes = [item["hash"] for item in other("history", record)["revisions"]]
    assert len(hashes) == 3  # the first words, those of the one, and those that wait here


def test_a_clash_is_decided_by_its_author_and_then_accepted(desk: Joining) -> None:
    """Returned for a clash, written against the newer words, proposed again: there is a way out."""
    coordinator, author = desk("coordinator"), desk("contributor")
    record = coordinator.published(title="A title")
    author("sync")
    author("set", record, "title=The author's words")
    propose(author, record)
    coordinator("set", record, "title=The coordinator's words", "summary=A better summary")
    coordinator("propose", record)
    coordinator("accept", record)
    coordinator("publish", "latam")
    [refused] = coordinator("accept", record)["refused"]
    assert refused["problems"][0]["code"] == "clash"
    coordinator("return", record, "--comment", "We wrote at the same time")
    coordinator("publish", "latam")
    author("sync")
    assert author("show", record)["comment"] == "We wrote at the same time"
    assert author.shown(record)["title"] == {"en": "The author's words"}
    [refused] = author("propose", record)["refused"]  # the coordinator's words would be lost
    assert [(problem["field"], problem["code"]) for problem in refused["problems"]] == [("title.en", "clash")]
    assert author("resolve", record, "title.en", "The words of both")["state"] == "draft"
    propose(author, record)
    coordinator("sync")
    assert coordinator("accept", record) == {"done": [record], "refused": []}
    coordinator("publish", "latam")
    author("sync")
    assert author.counts() == (0, 0, 0)
    assert author.shown(record)["title"] == {"en": "The words of both"}
    assert author.shown(record)["summary"] == {"en": "A better summary"}  # what did not clash was not undone


def test_a_change_that_was_not_sent_yet_moves_onto_a_newer_head(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = coordinator.published(title="A title")
    author("sync")
    author("set", record, "title.fr=Un titre")
    author("propose", record)  # waits: there is no line today
    coordinator("set", record, "summary=A better summary")
    coordinator("propose", record)
    coordinator("accept", record)
    coordinator("publish", "latam")
    author("sync")
    settle(coordinator, record)
    author("sync")
    assert author.counts() == (0, 0, 0)
    assert author.shown(record)["title"] == {"en": "A title", "fr": "Un titre"}
    assert author.shown(record)["summary"] == {"en": "A better summary"}
    assert coordinator.root() == author.root()
    assert len(author("history", record)["revisions"]) >= 3


def test_a_draft_outlives_a_newer_head(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = coordinator.published(title="A title")
    author("sync")
    author("set", record, "title.pt=Um título")
    coordinator("set", record, "summary=A better summary")
    coordinator("propose", record)
    coordinator("accept", record)
    coordinator("publish", "latam")
    author("sync")
    assert author.shown(record)["title"]["pt"] == "Um título"
    propose(author, record)
    settle(coordinator, record)
    author("sync")
    assert author.shown(record)["title"] == {"en": "A title", "pt": "Um título"}
    assert author.shown(record)["summary"] == {"en": "A better summary"}


def test_a_withdrawal_and_a_change_at_once_are_a_clash(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = coordinator.published()
    author("sync")
    author("set", record, "title=Still needed")
    propose(author, record)
    coordinator("withdraw", record, "--reason", "Old")
    coordinator("propose", record)
    coordinator("accept", record)
    coordinator("publish", "latam")
    [refused] = coordinator("accept", record)["refused"]
    assert refused["problems"][0]["code"] == "clash"
    author("sync")
    assert author.shown(record)["title"] == {"en": "Still needed"}
    assert pending(author, record) == "received"


def test_readers_cannot_propose_and_contributors_cannot_accept(desk: Joining) -> None:
    author, reader = desk("contributor"), desk("reader")
    record = reader.write()
    [refused] = reader("propose", record)["refused"]
    assert refused["problems"][0]["code"] == "not-allowed"
    assert reader.counts() == (1, 0, 0)
    mine = author.write()
    author("propose", mine)
    [refused] = author("accept", mine)["refused"]
    assert refused["problems"][0]["code"] == "not-allowed"
    assert author("accept", "--all") == {"done": [], "refused": []}
    assert author.fails("publish", "latam") == "not-a-coordinator"
    assert author.counts() == (0, 1, 0)


def test_what_is_missing_stops_a_proposal_by_its_field_and_nothing_else(desk: Joining) -> None:
    author = desk("contributor")
    whole = author.write()
    bare = author("new", "tool", "summary=No title")["id"]
    answer = author("propose", "--all")
    assert answer["done"] == [whole]
    assert {problem["field"] for problem in answer["refused"][0]["problems"]} == {"title", "licence"}
    assert (answer["refused"][0]["id"], author.counts()) == (bare, (1, 1, 0))
    unknown = "00000000-0000-4000-8000-000000000000"
    mixed = author("propose", whole, unknown, "not-an-id")
    assert [item["id"] for item in mixed["refused"]] == [unknown, "not-an-id"]
    assert [item["problems"][0]["code"] for item in mixed["refused"]] == ["no-such-record", "not-an-id"]
