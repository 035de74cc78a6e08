"""Verbs for other formats: import publiccode, import records, export publiccode, export records."""

from __future__ import annotations

import argparse
import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import msgspec

from hubdesk.cli.answer import Answer
from hubdesk.cli.sentences import sentence
from hubdesk.desk import Desk
from hubdesk.errors import BadInput, HubDeskError, StorageFailure

if TYPE_CHECKING:
    from hubdesk.formats.importing import Importing
    from hubdesk.formats.record_lines import Line

_LISTED = 100
_TOGETHER = 1_000


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verbs of this module."""
    importing = verbs.add_parser("import", help="take in other formats, as drafts")
    formats = importing.add_subparsers(dest="format", metavar="FORMAT", required=True)
    publiccode = formats.add_parser("publiccode", help="publiccode.yml files or folders of them")
    publiccode.add_argument("paths", metavar="PATH", nargs="+", type=Path)
    publiccode.add_argument("--check", action="store_true", help="judge only, import nothing")
    publiccode.add_argument("--collection", metavar="C")
    publiccode.set_defaults(run=run_import_publiccode)
    records = formats.add_parser("records", help="records as lines of JSON")
    records.add_argument("paths", metavar="FILE.jsonl", nargs="+", type=Path)
    records.add_argument("--collection", metavar="C")
    records.set_defaults(run=run_import_records)

    exporting = verbs.add_parser("export", help="hand out records in other formats")
    formats = exporting.add_subparsers(dest="format", metavar="FORMAT", required=True)
    publiccode = formats.add_parser("publiccode", help="a software record as publiccode.yml")
    publiccode.add_argument("id", metavar="ID")
    publiccode.add_argument("--to", metavar="FILE", type=Path)
    publiccode.set_defaults(run=run_export_publiccode)
    records = formats.add_parser("records", help="records as lines of JSON")
    records.add_argument("--collection", metavar="C")
    records.add_argument("--to", metavar="FILE.jsonl", type=Path)
    records.set_defaults(run=run_export_records)


def run_import_publiccode(arguments: argparse.Namespace) -> Answer:
    """Import or judge publiccode.yml files."""
    if arguments.check:
        return _imported(_judged(arguments), "would be imported")
    desk = Desk.open(arguments.profile)
    try:
        items = desk.importing(arguments.collection).publiccode(arguments.paths)
    finally:
        desk.close()
    return _imported(items, "imported as drafts")


def _judged(arguments: argparse.Namespace) -> list[dict[str, Any]]:
    """Judge without a profile: no desk is needed to check a file."""
    from hubdesk.formats.publiccode_files import find_files, read_files
    from hubdesk.locations import resource
    from hubdesk.model.kind import read_kinds

    kinds = read_kinds(resource("kinds"), resource("fields.toml"))
    return [
        {
            "path": str(f.path),
            "id": None,
            "valid": f.valid,
            "problems": f.problems,
            "rejected": f.fields is None,
        }
        for f in read_files(find_files(arguments.paths), kinds)
    ]


def _imported(items: list[dict[str, Any]], word: str) -> Answer:
    rejected = sum(item.pop("rejected") for item in items)
    payload = {"imported": len(items) - rejected, "rejected": rejected, "items": items}
    lines = []
    for item in items:
        item["problems"] = [_in_words(problem) for problem in item["problems"]]
        lines.append(f"{item['path']}: {'valid' if item['valid'] else 'not valid'}")
        lines += [
            f"    {problem['key']}: {problem['message']} ({problem['level']})" for problem in item["problems"]
        ]
    return Answer(payload, [*lines, f"{payload['imported']} {word}, {rejected} rejected."])


def _in_words(problem: dict[str, Any]) -> dict[str, Any]:
    """Return a problem with its message; one that makes a file no publiccode.yml at all comes as an error's code."""
    if "code" not in problem:
        return problem
    error = HubDeskError(problem["code"], **problem["data"])
    return {"key": problem["key"], "message": sentence(error), "level": problem["level"]}


def run_import_records(arguments: argparse.Namespace) -> Answer:
    """Import lines of JSON."""
    from hubdesk.formats.record_lines import read_lines

    items: list[dict[str, Any]] = []
    imported = rejected = 0
    desk = Desk.open(arguments.profile)
    try:
        importing = desk.importing(arguments.collection)
        for path in arguments.paths:
            lines = read_lines(path, desk.kinds)
            while together := list(islice(lines, _TOGETHER)):
                together = [_judged_line(line, importing) for line in together]
                ids = iter(importing.records([line.record for line in together if line.record]))
                for line in together:
                    item: dict[str, Any] = {"path": str(line.path), "line": line.number, "problems": []}
                    if line.record is not None:
                        imported += 1
                        item["id"] = next(ids)
                        item["not_available"] = _names(line.record.fields.get("files"))
                    else:
                        rejected += 1
                        code = line.error.code if line.error else ""
                        message = sentence(line.error) if line.error else ""
                        item |= {"id": None, "problems": [{"code": code, "message": message}]}
                    items.append(item)
                items = _first(items)
    finally:
        desk.close()
    payload = {"imported": imported, "rejected": rejected, "items": items}
    lines_out = [
        f"{i['path']} line {i['line']}: {i['problems'][0]['message']}" for i in items if i["problems"]
    ]
    return Answer(payload, [*lines_out, f"{imported} imported as drafts, {rejected} rejected."])


def _judged_line(line: Line, importing: Importing) -> Line:
    """Return the line, without its record where that may not stand in its place."""
    fault = importing.fault(line.record) if line.record is not None else None
    return line if fault is None else msgspec.structs.replace(line, record=None, error=fault)


def _first(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Keep what is listed: what was rejected before what was not, a hundred in all."""
    return sorted(items, key=lambda item: not item["problems"])[:_LISTED]


def _names(files: Any) -> list[str]:
    return (
        [str(file.get("name")) for file in files if isinstance(file, dict)] if isinstance(files, list) else []
    )


def run_export_publiccode(arguments: argparse.Namespace) -> Answer:
    """Export one record as publiccode.yml."""
    from hubdesk.formats import publiccode
    from hubdesk.formats.publiccode_files import KIND

    desk = Desk.open(arguments.profile, to_read=True)
    try:
        view = desk.show(arguments.id)
        if view.kind != KIND:
            raise BadInput("not-software", id=view.id, kind=view.kind)
        content = publiccode.write(view.fields)
    finally:
        desk.close()
    payload: dict[str, Any] = {"id": arguments.id, "bytes": len(content), "path": None}
    if arguments.to is not None:
        with _target(arguments.to) as file:
            file.write(content)
        payload["path"] = str(arguments.to)
        return Answer(payload, [f"{arguments.to} written."])
    payload["content"] = content.decode("utf-8")
    return Answer(payload, content.decode("utf-8").splitlines())


def run_export_records(arguments: argparse.Namespace) -> Answer:
    """Export records as lines of JSON."""
    from hubdesk.formats.record_lines import write_line

    desk = Desk.open(arguments.profile, to_read=True)
    try:
        views = (desk.show(record_id) for record_id in desk.record_ids(arguments.collection))
        lines = (write_line(view.id, view.kind, view.fields, view.withdrawn) for view in views)
        if arguments.to is None and arguments.json:
            content = [line.decode("utf-8").rstrip("\n") for line in lines]
            return Answer({"records": len(content), "path": None, "lines": content}, [])
        count = 0
        with _target(arguments.to) if arguments.to is not None else sys.stdout.buffer as file:
            for line in lines:
                file.write(line)
                count += 1
    finally:
        desk.close()
    path = str(arguments.to) if arguments.to is not None else None
    return Answer({"records": count, "path": path}, [f"{count} records written to {path}."] if path else [])


def _target(path: Path) -> BinaryIO:
    try:
        return path.open("wb")
    except OSError as error:
        raise StorageFailure("disk-refuses", path=str(path)) from error
