"""What tools wrote is what they would write today: forms, translations, lock files."""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

import dev


@pytest.fixture(scope="module")
def translations(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the .ts files, brought up to date with the words that stand in the source now."""
    folder = tmp_path_factory.mktemp("translations")
    for file in dev.TRANSLATIONS.glob("*.ts"):
        shutil.copy(file, folder)
    dev.update_translations(folder)
    return folder


def unfinished(file: Path) -> Iterator[str]:
    """The source texts of a .ts file that have no finished translation."""
    for message in ElementTree.parse(file).iter("message"):
        translation = message.find("translation")
        if translation is None or translation.get("type") or not "".join(translation.itertext()).strip():
            yield message.findtext("source") or ""


def spoken_texts(module: Path) -> Iterator[str]:
    """The literal texts that a module hands to tr() or translate()."""
    for call in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(call, ast.Call):
            name = getattr(call.func, "attr", getattr(call.func, "id", ""))
            texts = {"tr": call.args[:1], "translate": call.args[1:2]}.get(name, [])
            yield from (t.value for t in texts if isinstance(t, ast.Constant) and isinstance(t.value, str))


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
def test_every_text_is_translated(language: str, translations: Path) -> None:
    file = translations / f"hubdesk_{language}.ts"
    assert not list(unfinished(file)), "run: python3 dev.py translations, and translate what is new"


def marks(text: str) -> list[str]:
    """What a translation must repeat: fields, counts, the tab before a key's name."""
    return sorted(re.findall(r"\{\w+\}|%L?n|\t", text))


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
def test_a_translation_repeats_every_field_and_count(language: str) -> None:
    messages = ElementTree.parse(dev.TRANSLATIONS / f"hubdesk_{language}.ts").iter("message")
    pairs = [
        (message.findtext("source") or "", form.text or "")
        for message in messages
        for form in (*message.iter("numerusform"), *message.iter("translation"))
        if (form.text or "").strip()
    ]
    assert len(pairs) > 100
    assert [pair for pair in pairs if marks(pair[0]) != marks(pair[1])] == []


def test_lupdate_finds_every_text_and_every_plural(translations: Path) -> None:
    messages = {
        message.findtext("source"): message.get("numerus")
        for message in ElementTree.parse(translations / "hubdesk_fr.ts").iter("message")
    }
    modules = [path for folder in ("gui", "cli") for path in (dev.ROOT / "hubdesk" / folder).rglob("*.py")]
    spoken = {text for module in modules if dev.FORMS not in module.parents for text in spoken_texts(module)}
    assert not {text for text in spoken if text not in messages}
    assert not {text for text in spoken if "%n" in text and messages[text] != "yes"}


@pytest.mark.parametrize(
    "call",
    [
        'translate("Page", "%n files", "", count)',
        'QCoreApplication.translate("Page", "%n files", None, len(files))',
        'translate("Page", "%n files", n=self.count)',
    ],
)
def test_a_plural_is_written_as_lupdate_knows_it(call: str) -> None:
    assert dev.with_literal_numbers(call).endswith("translate('Page', '%n files', '', 2)")


def test_a_text_inside_an_f_string_is_written_as_lupdate_knows_it() -> None:
    assert (
        dev.with_literal_numbers("words = f\"{here} · {self.tr('checked')}\"")
        == "words = (here, self.tr('checked'))"
    )


def test_forms_are_what_their_sources_give(tmp_path: Path) -> None:
    dev.make_forms(tmp_path, only_older=False)
    fresh, held = (
        {path.name: path.read_bytes() for path in place.glob("ui_*.py")} for place in (tmp_path, dev.FORMS)
    )
    assert fresh == held, "run: python3 dev.py forms"


@pytest.mark.parametrize("lock", dev.LOCKS)
def test_a_lock_was_made_from_the_requirements_as_they_stand(lock: str) -> None:
    text = (dev.REQUIREMENTS / f"{lock}.txt").read_text(encoding="utf-8")
    assert text.startswith(dev.INPUTS + dev.requirements_hash() + "\n"), "run: python3 dev.py lock"


@pytest.mark.parametrize("lock", dev.LOCKS)
def test_a_lock_names_hashes_and_no_place(lock: str) -> None:
    text = (dev.REQUIREMENTS / f"{lock}.txt").read_text(encoding="utf-8")
    assert "--hash=sha256:" in text
    assert "://" not in text
    assert "index-url" not in text
