"""Draws the editor, My records and the inbox to PNG files, in every look: `PYTHONPATH=. python tests/gui/render_writing.py DIR`.

Invariant: no screen is needed and no real profile is touched.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QElapsedTimer, QEvent, QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QWidget

from hubdesk.gui.application import make_application, speak
from hubdesk.gui.main_window import MainWindow
from hubdesk.gui.tasks import Tasks
from hubdesk.gui.theme import Theme
from tests.gui.written_desk import WrittenDesk, make_desk

CASE = {
    "title": {"en": "How we moved committee papers off paper", "fr": "Comment nous avons quitté le papier"},
    "summary": {"en": "Offline tablets replaced 40 printed sets per meeting: what it cost, what broke."},
    "text": {
        "en": "Committee clerks used to print 40 sets of papers for each meeting. Since March 2025 members read them "
        "on tablets that also work without a network; the file server copies new papers at night."
    },
    "domains": ["documents-archives"],
    "country": "ZM",
    "keywords": ["tablets", "committees"],
    "start": "2025-03",
    "end": "2023",
    "objective": {"en": "No paper in committees."},
    "x_local_code": {"n": 7},
    "contact": {"name": "Committee office", "email": "committees@example.org"},
}
FULL = {
    **CASE,
    "licence": "CC-BY-4.0",
    "end": "2026",
    "languages": ["en", "fr"],
    "owner": "National Assembly",
    "last_verified": "2026-11-02",
}


def fill(desk: WrittenDesk, folder: Path) -> dict[str, str]:
    """Write what the pictures show; return the ids by name."""
    plan = folder / "Plan of the server room.pdf"
    plan.write_bytes(b"%PDF" + bytes(26_000))
    draft = desk.new("case_study", CASE, "southern-africa/public")
    desk.attach(draft, [plan])
    ready = desk.new("case_study", {**FULL, "title": {"en": "Plenary votes, published the same evening"}})
    published = desk.receive_published("case_study", "southern-africa/public", FULL)
    changed = {
        **FULL,
        "summary": {
            "en": "Offline tablets replaced 60 printed sets per meeting: what it cost and what we learnt."
        },
        "keywords": ["tablets", "committees", "offline"],
        "end": "2027",
    }
    desk.receive_proposal("case_study", "southern-africa/public", changed, record_id=published)
    desk.receive_proposal(
        "tool", "southern-africa/public", {"title": {"en": "Checklist for a small server room"}}, sequence=2
    )
    desk.receive_proposal(
        "case_study",
        "southern-africa/public",
        {**FULL, "title": {"en": "Network security for two chambers"}},
        sequence=3,
    )
    waiting = desk.new("case_study", {**FULL, "title": {"en": "A records room that fits in a cupboard"}})
    desk.propose([waiting])
    back = desk.new("document", {"title": {"en": "Guidelines for remote hearings"}, "licence": "unknown"})
    desk.propose([back])
    desk.return_(back, "Please say under which licence it may be reused, and add a sentence in French.")
    return {"draft": draft, "ready": ready, "published": published, "waiting": waiting, "back": back}


def settle(application: QApplication, milliseconds: int = 400) -> None:
    """Let the lanes answer and the window draw."""
    timer = QElapsedTimer()
    timer.start()
    while timer.elapsed() < milliseconds:
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def main() -> int:
    """Draw what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--looks", default="light,dark,french,arabic,1024")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    application = make_application()
    theme = Theme(application, "light")
    with tempfile.TemporaryDirectory() as name:
        desk = make_desk(Path(name) / "profile", {"southern-africa": "coordinator", "latam": "contributor"})
        ids = fill(desk, Path(name))
        for look in given.looks.split(","):
            draw(application, theme, desk, ids, look, given.folder, given.only)
        desk.close()
    return 0


def scenes(window: MainWindow, ids: dict[str, str]) -> dict[str, Callable[[], None]]:
    """Return what to draw by name."""

    def page() -> QWidget:
        return window.stack.currentWidget()

    return {
        "records": lambda: window.go("records"),
        "editor": lambda: window.go("editor", ids["draft"]),
        "editor-part": lambda: page().sheet.groups._buttons[3].click(),  # type: ignore[attr-defined]
        "editor-upkeep": lambda: page().sheet.groups._buttons[4].click(),  # type: ignore[attr-defined]
        "editor-steps": lambda: page().sheet.tabs.bar.setCurrentIndex(page().sheet.tabs.bar.count() - 1),  # type: ignore[attr-defined]
        "editor-published": lambda: window.go("editor", ids["published"]),
        "editor-preview": lambda: page().preview.click(),  # type: ignore[attr-defined]
        "editor-new": lambda: window.go("editor", ("new", "software")),
        "inbox": lambda: window.go("inbox"),
    }


def draw(
    application: QApplication,
    theme: Theme,
    desk: WrittenDesk,
    ids: dict[str, str],
    look: str,
    folder: Path,
    only: str,
) -> None:
    """Draw all scenes in one look."""
    speak(application, "fr" if look == "french" else "en")
    rtl = look == "arabic"
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    theme.switch(mode="dark" if look == "dark" else "light", text_scale=1.5 if look == "large" else 1.0)
    tasks = Tasks(application)
    window = MainWindow(theme, tasks, lambda: desk)
    window.resize(*((1024, 700) if look in ("1024", "large") else (1280, 800)))
    window.show()
    settle(application, 700)
    for name, act in scenes(window, ids).items():
        if only and not name.startswith(only):
            continue
        act()
        settle(application)
        window.grab().save(str(folder / f"{name}-{look}.png"))
    window.close()
    tasks.close()
    window.deleteLater()


if __name__ == "__main__":
    raise SystemExit(main())
