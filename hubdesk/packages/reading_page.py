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

from pathvalidate import sanitize_filename

from hubdesk.model.kind import Kinds
from hubdesk.model.text import base_language, choose, is_language_tag, label
from hubdesk.packages import layout
from hubdesk.packages.layout import Contents
from hubdesk.packages.page_words import Words, words_in
from hubdesk.packages.plan import Selection
from hubdesk.packages.survey import Entry, NamedFile, Texts

LARGEST = 1_900_000
_FULL = 2
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
    fitted = _fitted(sorted(shown, key=rows.rank), rows, room)
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


def _fitted(entries: list[Entry], rows: _Rows, room: int) -> dict[str, str]:
    """Return record id -> row of those that fit: as many as possible first, then as much of each as possible."""
    fitted = {entry.id: rows.row(entry, _FULL) for entry in entries}
    if _size(*fitted.values()) <= room:
        return fitted
    fitted = {}
    for detail in range(_FULL + 1):
        for entry in entries:
            row = rows.row(entry, detail)
            more = _size(row) - _size(fitted.get(entry.id, ""))
            if more <= room and (detail == 0 or entry.id in fitted):
                fitted[entry.id] = row
                room -= more
    return fitted


class _Rows:
    """Writes records as rows of a list."""

    def __init__(self, selection: Selection, kinds: Kinds, words: dict[str, Words]) -> None:
        self._files = selection.files
        self._new = {record.id for record in selection.new}
        self._kinds = kinds
        self._words = words
        self._languages = tuple(words)
        self._main = self._languages[0]
        self._links: dict[str, str] = {}

    def rank(self, entry: Entry) -> tuple[bool, bool, str]:
        """Which records are kept before others: new ones, then those with files here."""
        has_files = any(file.sha256 in self._files for file in entry.files)
        return (entry.id not in self._new, not has_files, entry.id)

    def order(self, entry: Entry) -> tuple[str, str]:
        """Where a record stands in its list."""
        return (choose(entry.title, self._languages)[0].casefold(), entry.id)

    def row(self, entry: Entry, detail: int) -> str:
        """Return a record's row: 0 without its summary, 1 with it, 2 in every language of the page."""
        said = self._words[self._main]
        wanted = self._languages if detail > 1 else self._languages[:1]
        titles = self._texts(entry.title, wanted, "b") or f"<b>{_plain(entry.id)}</b>"
        kind = label(self._kinds.of(entry.kind).label, self._main) or entry.kind
        known = said.unknown if entry.licence == "unknown" else said.licence.format(licence=entry.licence)
        licence = f", {known}" if entry.licence else ""  # many kinds, such as organisations, have none
        mark = f" <mark>{_plain(said.new)}</mark>" if entry.id in self._new else ""
        summary = self._texts(entry.summary, wanted, "p") if detail else ""
        return f"<li>{titles}{mark} <i>{_plain(kind + licence)}</i>{summary}{self._list(entry)}\n"

    def _list(self, entry: Entry) -> str:
        """Return the links to a record's files, made once."""
        if entry.id not in self._links:
            files = "".join(self._file(file) for file in entry.files if file.sha256 in self._files)
            self._links[entry.id] = f"<ul>{files}</ul>" if files else ""
        return self._links[entry.id]

    def _texts(self, texts: Texts, wanted: Sequence[str], tag: str) -> str:
        """Return a text in the wanted languages that it has, or else in the best that it has."""
        chosen = dict(choose(texts, (language, *self._languages))[::-1] for language in wanted)
        return " ".join(
            f'<{tag}{self._lang(language)} dir="auto">{_plain(text)}</{tag}>'
            for language, text in chosen.items()
            if text
        )

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
