"""An edition's index.html: its records and files for a person who has a browser and nothing else.

Invariant: everything that comes from a record is escaped; nothing is loaded, nothing is executed, and every link stays
inside the edition. It is below LARGEST bytes: what does not fit is counted, records without files and summaries first.
"""

from __future__ import annotations

import html
import re
from base64 import b64encode
from collections.abc import Iterable, Sequence
from hashlib import sha256 as sha256_of
from typing import NamedTuple

from pathvalidate import sanitize_filename

from hubdesk.model.kind import Kinds
from hubdesk.model.text import base_language, choose, is_language_tag, label
from hubdesk.packages import layout
from hubdesk.packages.layout import Contents
from hubdesk.packages.page_words import Words, words_in
from hubdesk.packages.plan import Selection
from hubdesk.packages.survey import Entry, NamedFile, Texts

LARGEST = 1_900_000
_SPARE = 4_000
"""Bytes for what is said of what does not fit."""
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
"""Control characters, and those that turn the direction of what stands beside them."""
_STYLE = """
:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:auto;padding:1rem;overflow-wrap:anywhere}
ul{padding-inline-start:1.2rem}
main li{margin-block:.7rem}
main p{margin:.1rem 0}
b+b{font-weight:normal}
b+b::before{content:"· "}
i,small{opacity:.8}
a:focus,main:focus{outline:3px solid;outline-offset:2px}
.skip{position:absolute;inset-inline-start:-99rem}
.skip:focus{position:static}
""".strip()
_POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; "
    f"style-src 'sha256-{b64encode(sha256_of(_STYLE.encode()).digest()).decode()}'"
)


def write_page(
    contents: Contents, entries: Iterable[Entry], selection: Selection, kinds: Kinds, languages: Sequence[str]
) -> bytes:
    """Return the page in these languages, in all that it knows when there are none; records stand in the first that
    they have of these. Raises BadInput("edition-page-language")."""
    words = words_in(languages)
    rows = _Rows(selection, kinds, words)
    shown = [entry for entry in entries if entry.is_shown]
    head, foot = _head(contents, words, len(shown)), "</main></body></html>\n"
    names = sorted(contents.collections)
    titles = {name: _section(number, name) for number, name in enumerate(names)}
    room = LARGEST - _SPARE - _size(head, foot, *titles.values())
    fitted = _fitted([(entry.id, rows.row(entry)) for entry in sorted(shown, key=rows.rank)], room)
    body = [head]
    for name in names:
        inside = [entry for entry in shown if entry.collection == name and entry.id in fitted]
        body.append(titles[name])
        body += [fitted[entry.id] for entry in sorted(inside, key=rows.order)]
        body.append("</ul></section>\n")
    if len(fitted) < len(shown):
        count = len(shown) - len(fitted)
        body += [_said(language, said.more, count=count) for language, said in words.items()]
    return "".join([*body, foot]).encode("utf-8")


def _fitted(rows: list[tuple[str, _Row]], room: int) -> dict[str, str]:
    """Return record id -> row of those that fit: as many as possible first, then as much of each as possible."""
    fitted: dict[str, str] = {}
    sizes: dict[str, int] = {}
    for detail in range(3):
        for record, row in rows:
            more = row.sizes[detail] - sizes.get(record, 0)
            if more <= room and (detail == 0 or record in fitted):
                fitted[record], sizes[record] = row.texts[detail], row.sizes[detail]
                room -= more
    return fitted


class _Row(NamedTuple):
    """A record's row: without its summary, with it, and in every language of the page; and their bytes."""

    texts: tuple[str, str, str]
    sizes: tuple[int, int, int]


class _Rows:
    """Writes records as rows of a list."""

    def __init__(self, selection: Selection, kinds: Kinds, words: dict[str, Words]) -> None:
        self._files = selection.files
        self._new = {record.id for record in selection.new}
        self._kinds = kinds
        self._words = words
        self._languages = tuple(words)
        self._main = self._languages[0]
        self._labels: dict[str, str] = {}

    def rank(self, entry: Entry) -> tuple[bool, bool, str]:
        """Which records are kept before others: new ones, then those with files here."""
        has_files = any(file.sha256 in self._files for file in entry.files)
        return (entry.id not in self._new, not has_files, entry.id)

    def order(self, entry: Entry) -> tuple[str, str]:
        """Where a record stands in its list."""
        return (choose(entry.title, self._languages)[0].casefold(), entry.id)

    def row(self, entry: Entry) -> _Row:
        """Return a record's row."""
        titles = self._texts(entry.title, "b") or [f"<b>{_plain(entry.id)}</b>"]
        summaries = self._texts(entry.summary, "p") or [""]
        mark = f" <mark>{_plain(self._words[self._main].new)}</mark>" if entry.id in self._new else ""
        files = "".join(self._file(file) for file in entry.files if file.sha256 in self._files)
        said = f"{mark} <i>{_plain(self._kind(entry.kind) + self._licence(entry.licence))}</i>"
        end = f"<ul>{files}</ul>\n" if files else "\n"
        texts = (
            f"<li>{titles[0]}{said}{end}",
            f"<li>{titles[0]}{said}{summaries[0]}{end}",
            f"<li>{' '.join(titles)}{said}{' '.join(summaries)}{end}",
        )
        return _Row(texts, (_size(texts[0]), _size(texts[1]), _size(texts[2])))

    def _kind(self, kind: str) -> str:
        if kind not in self._labels:
            self._labels[kind] = label(self._kinds.of(kind).label, self._main) or kind
        return self._labels[kind]

    def _licence(self, licence: str) -> str:
        """Return what is said of a licence: many kinds, such as organisations, have none."""
        said = self._words[self._main]
        known = said.unknown if licence == "unknown" else said.licence.format(licence=licence)
        return f", {known}" if licence else ""

    def _texts(self, texts: Texts, tag: str) -> list[str]:
        """Return a text in the page's language or the best that it has, then in the page's others as far as it has
        them."""
        text, best = choose(texts, self._languages)
        chosen = {best: text} if text else {}
        for language in self._languages:
            if texts.get(language):
                chosen.setdefault(language, texts[language])
        return [
            f'<{tag}{self._lang(language)} dir="auto">{_plain(text)}</{tag}>'
            for language, text in chosen.items()
        ]

    def _lang(self, language: str) -> str:
        if not is_language_tag(language) or base_language(language) == self._main:
            return ""
        return f' lang="{language}"'

    def _file(self, file: NamedFile) -> str:
        name = _safe_name(file)
        size = _amount(self._files[file.sha256].size, self._main)
        link = layout.blob_name(file.sha256)
        return f'<li><a href="{link}" download="{_plain(name)}"><bdi>{_plain(file.name)}</bdi></a> <small>{size}</small>'


def _head(contents: Contents, words: dict[str, Words], count: int) -> str:
    main = next(iter(words))
    date = contents.made[:10]
    title = _plain(words[main].title.format(date=date))
    start = (
        f'<!doctype html>\n<html lang="{main}" dir="ltr"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="referrer" content="no-referrer">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{_STYLE}</style></head><body>\n"
        f'<a class="skip" href="#records">{_plain(words[main].skip)}</a><header><h1>{title}</h1>\n'
    )
    parts = [start]
    for language, said in words.items():
        sentences = [said.what.format(date=date), said.find, said.save, said.believe]
        if contents.since is not None:
            sentences.append(said.since.format(date=contents.since[:10]))
        parts.append(f'<p lang="{language}">{_plain(" ".join(sentences))}</p>\n')
    parts.append(_said(main, words[main].records, count=count))
    named = "".join(
        f'<li><a href="#c{number}">{_plain(name)}</a>'
        for number, name in enumerate(sorted(contents.collections))
    )
    parts.append(f'</header><nav aria-label="{_plain(words[main].collections)}"><ul>{named}</ul></nav>\n')
    return "".join([*parts, '<main id="records" tabindex="-1">\n'])


def _section(number: int, name: str) -> str:
    return f'<section aria-labelledby="c{number}"><h2 id="c{number}">{_plain(name)}</h2><ul>\n'


def _said(language: str, text: str, **values: object) -> str:
    return f'<p lang="{language}">{_plain(text.format(**values))}</p>\n'


def _plain(text: str) -> str:
    """Return foreign text as it may stand in HTML: without tags, without signs that nobody sees."""
    return html.escape(_UNSEEN.sub("", text), quote=True)


def _safe_name(file: NamedFile) -> str:
    """Return the name under which a browser may save a file, on every system."""
    name = sanitize_filename(_UNSEEN.sub("", file.name), platform="universal", max_len=150)
    return name.strip(". ") or file.sha256.hex()[:16]


def _amount(size: int, language: str) -> str:
    for unit, factor in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if size >= factor:
            text = f"{size / factor:.1f}"
            return f"{text if language == 'en' else text.replace('.', ',')} {unit}"
    return f"{size} B"


def _size(*texts: str) -> int:
    return sum(len(text.encode("utf-8")) for text in texts)
