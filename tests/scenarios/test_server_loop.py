"""A coordinator publishes, a reader receives, a contributor proposes, and everybody ends with the same roots."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hubdesk.server.centre import create_centre
from hubdesk.state.outcome import SIGNED_AS, Outcomes, Settled, SignedOutcomes, body_of
from hubdesk.sync.wire import SettledEvents
from hubdesk.trust.keys import check_signature, seal
from tests.unit.server.driver import RunningHub, running_hub

PUBLIC = "latam/public"


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[RunningHub]:
    create_centre(tmp_path / "hub", datetime.now(UTC))
    with running_hub(tmp_path / "hub") as running:
        yield running


def test_what_a_coordinator_publishes_reaches_a_reader_with_the_same_root(hub: RunningHub) -> None:
    coordinator = hub.desk("coordinator")
    coordinator.sync(PUBLIC, "centre/public")
    records = [coordinator.write(title={"en": f"Checklist {number}"}) for number in range(40)]
    down = coordinator.sync(PUBLIC, publications=[coordinator.publication(PUBLIC, records)])
    assert [answer.code for answer in down.published] == [""]

    reader = hub.desk("reader")
    reader.sync(PUBLIC, "centre/public")
    assert reader.of(PUBLIC).root == coordinator.of(PUBLIC).root
    assert len(reader.of(PUBLIC).records) == 40
    assert [revision.content.kind for revision in reader.of("centre/public").records.values()] == [
        "admission"
    ]

    edited = coordinator.edit(records[7], title={"en": "A better checklist"})
    coordinator.sync(PUBLIC, publications=[coordinator.publication(PUBLIC, [edited, coordinator.write()])])
    down = reader.sync(PUBLIC)
    assert down.collections[0].snapshot is None
    assert reader.of(PUBLIC).version == 2
    assert reader.of(PUBLIC).root == coordinator.of(PUBLIC).root

    down = reader.sync(PUBLIC, "centre/public")
    assert down == type(down)()


def test_a_proposal_is_weighed_published_and_answered_for_its_author_alone(hub: RunningHub) -> None:
    coordinator, contributor = hub.desk("coordinator"), hub.desk("contributor")
    proposed = contributor.write(title={"en": "A case"}, summary={"en": "What happened"})
    sent = contributor.batch(PUBLIC, [proposed])
    down = contributor.sync(PUBLIC, batches=[sent])
    assert (down.receipts[0].code, down.receipts[0].known, down.receipts[0].refused) == ("", 2, {})

    received = coordinator.sync(PUBLIC, inbox={"latam": 0}).inbox["latam"][0]
    assert (received.desk, received.open) == (contributor.keys.id, [0])
    assert received.admission is not None

    publication = coordinator.publication(PUBLIC, [proposed])
    head = publication.head.head()
    body = body_of(
        Outcomes(
            author=contributor.keys.id,
            by=coordinator.keys.id,
            collection=PUBLIC,
            version=head.version,
            root=head.root,
            settled=[Settled(sequence=1, record=proposed.content.id, result="accepted")],
        )
    )
    signed = SignedOutcomes(body, coordinator.keys.signing.sign(SIGNED_AS + body))
    from hubdesk.sync.wire import pack, unpack

    settled = SettledEvents(
        author=contributor.keys.id,
        collection=PUBLIC,
        sequences=[1],
        sealed=seal(contributor.keys.recipient, pack(signed)),
    )
    down = coordinator.sync(
        PUBLIC, publications=[publication], settled=[settled], inbox={"latam": received.number}
    )
    assert down.published[0].code == ""
    assert [(batch.open, batch.contents) for batch in down.inbox["latam"]] == [([], b"")]

    down = contributor.sync(PUBLIC)
    told = unpack(contributor.keys.open(down.outcomes[0].sealed), SignedOutcomes)
    check_signature(coordinator.keys.signing.public, told.signature, SIGNED_AS + told.body)
    assert told.outcomes().settled[0].result == "accepted"
    assert contributor.of(PUBLIC).root == coordinator.of(PUBLIC).root
    assert not contributor.sync(PUBLIC, outcomes=down.outcomes[0].number).outcomes
