"""Verbs that find and read: search, show, get, outbox, inbox."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from hubdesk.catalogue.search import Hit, Query
from hubdesk.catalogue.shared_files import WITHDRAWN
from hubdesk.cli.answer import Answer, plain
from hubdesk.cli.software import warnings_of
from hubdesk.cli.words import inbox_lines, outbox_line, record_lines
from hubdesk.desk import Desk
from hubdesk.model.text import choose

_WHAT_TO_DO = "`accept ID` takes one into the next publication, `return ID --comment TEXT` sends it back."
_FACETS = ("kind", "domain", "hub", "country", "language", "licence")


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verbs of this module."""
    search = verbs.add_parser("search", help="find records by words, in any language")
    search.add_argument("words", metavar="WORDS", nargs="*")
    for facet in _FACETS:
        search.add_argument(f"--{facet}", metavar=facet[0].upper(), action="append", default=[])
    search.add_argument("--limit", metavar="N", type=int, default=20)
    search.set_defaults(run=run_search)

    show = verbs.add_parser("show", help="show a record")
    show.add_argument("id", metavar="ID")
    show.set_defaults(run=run_show)

    get = verbs.add_parser("get", help="bring a record's file onto this computer")
    get.add_argument("id", metavar="ID")
    get.add_argument("name", metavar="NAME", nargs="?")
    get.add_argument("--to", metavar="DIR", type=Path)
    get.set_defaults(run=run_get)

    verbs.add_parser("outbox", help="what waits to be sent").set_defaults(run=run_outbox)
    verbs.add_parser("inbox", help="what is proposed to the hubs this desk coordinates").set_defaults(
        run=run_inbox
    )


def run_search(arguments: argparse.Namespace) -> Answer:
    """Search."""
    chosen = {facet: getattr(arguments, facet) for facet in _FACETS if getattr(arguments, facet)}
    desk = Desk.open(arguments.profile, to_read=True)
    try:
        languages = _languages(desk)
        query = Query(
            " ".join(arguments.words), chosen, limit=max(0, min(arguments.limit, 10_000)), languages=languages
        )
        results = desk.search(query)
    finally:
        desk.close()
    hits = [_hit(hit, languages) for hit in results.hits]
    facets = {name: {item.value: item.count for item in items} for name, items in results.facets.items()}
    lines = [f"{hit['id']}  {hit['kind']:<12} {hit['title']}" for hit in hits]
    return Answer(
        {"total": results.total, "hits": hits, "facets": facets}, [*lines, f"{results.total} records found."]
    )


def _languages(desk: Desk) -> tuple[str, ...]:
    return (*filter(None, [str(desk.settings["language"])]), "en")


def _hit(hit: Hit, languages: tuple[str, ...]) -> dict[str, Any]:
    title, language = choose(hit.title, languages)
    return {
        "id": hit.id,
        "kind": hit.kind,
        "title": title,
        "summary": choose(hit.summary, languages)[0],
        "language": language,
        "hub": hit.hub,
        "collection": hit.collection,
        "score": hit.score,
        "state": hit.state,
    }


def run_show(arguments: argparse.Namespace) -> Answer:
    """Show a record."""
    desk = Desk.open(arguments.profile, to_read=True)
    try:
        view = desk.show(arguments.id)
        languages, here = _languages(desk), desk.id
        shared = [(file.name, desk.software.file(file.sha256)) for file in view.files]
    finally:
        desk.close()
    lines = record_lines(view, languages, here)
    for name, file in shared:
        if file is not None and file.state == WITHDRAWN:
            lines += [f"{name}:", *warnings_of(file)]
    return Answer(plain(view), lines)


def run_get(arguments: argparse.Namespace) -> Answer:
    """Bring a file here."""
    desk = Desk.open(arguments.profile)
    try:
        got = desk.get(arguments.id, arguments.name, arguments.to)
        shared = desk.software.file(got.sha256)
    finally:
        desk.close()
    payload = plain(got) | {"software": None if shared is None else shared.state}
    return Answer(payload, [f"{got.path} ({got.bytes:,} bytes)", *warnings_of(shared)])


def run_outbox(arguments: argparse.Namespace) -> Answer:
    """Show what waits."""
    desk = Desk.open(arguments.profile, to_read=True)
    try:
        items = desk.outbox()
    finally:
        desk.close()
    return Answer({"items": plain(items)}, [outbox_line(item) for item in items] or ["Nothing waits."])


def run_inbox(arguments: argparse.Namespace) -> Answer:
    """Show what is proposed."""
    desk = Desk.open(arguments.profile, to_read=True)
    try:
        items = desk.inbox()
    finally:
        desk.close()
    lines = [line for item in items for line in inbox_lines(item)]
    lines += [_WHAT_TO_DO] if lines else ["Nothing is proposed."]
    return Answer({"items": plain(items)}, lines)
