"""The program with a window: made in an order that paints first and imports later.

Invariant: until the window has been painted, nothing of the desk is imported, and nothing of it ever runs on the
window's thread.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from hubdesk.locations import default_profile, resource
from hubdesk.settings import Settings

if TYPE_CHECKING:
    from hubdesk.desk import Desk
    from hubdesk.gui.main_window import MainWindow
    from hubdesk.gui.theme import Mode

TRANSLATORS: Final = "translators"
MODES: Final[dict[str, Mode]] = {"light": "light", "dark": "dark"}


def main(
    profile: Path | None = None,
    ready: Callable[[MainWindow], object] | None = None,
    edition: Path | None = None,
) -> int:
    """Open the window on a profile, the person's own unless another is named; return the exit status.

    `ready` gets the window before it is shown; `edition` is what a double-click opened.
    """
    gc.disable()  # what is made before the first paint stays; looking through it for rubbish costs a tenth of the time
    from hubdesk.gui.main_window import MainWindow
    from hubdesk.gui.tasks import Tasks
    from hubdesk.gui.theme import Theme

    folder = profile or default_profile()
    application = make_application()
    settings = Settings(folder)
    speak(application, str(settings["language"] or ""))
    mode = MODES.get(str(settings["theme"]), "system")
    theme = Theme(application, mode, float(settings["text_scale"] or 1.0))
    tasks = Tasks(application)

    def open_desk() -> Desk:
        from hubdesk.desk import Desk  # on a worker, after the first paint

        return Desk.create(folder)

    window = MainWindow(theme, tasks, open_desk)
    window.painted.connect(gc.enable)
    if edition is not None:
        window.show_edition(edition)
    if ready is not None:
        ready(window)
    window.show()
    status = application.exec()
    tasks.close(window.let_go)
    return status


def make_application() -> QApplication:
    """Return the one application object, with the style that the sheet is written for."""
    # Fusion is named to Qt itself: setStyle() hands a QStyle to Python, whose enums alone cost 4 ms.
    application = QApplication([sys.argv[0], "-style", "fusion"])
    application.setApplicationName("HubDesk")
    application.setApplicationDisplayName("HubDesk")
    application.setDesktopFileName("hubdesk")
    return application


def speak(application: QApplication, language: str) -> list[str]:
    """Speak a language (BCP 47; "" for the system's) from now on; returns the translations that were found.

    A language without a translation is spoken in English, with its own numbers and dates.
    """
    locale = QLocale(language) if language else QLocale.system()
    QLocale.setDefault(locale)
    found: list[str] = []
    translators: list[QTranslator] = []
    silence(application)
    short = locale.name().partition("_")[0]
    own = resource("translations")
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    # The last one installed is asked first: English plurals stand below everything.
    qt_words = [qt / f"qtbase_{name}.qm" for name in (short, locale.name())]  # some only of a country: pt_BR
    for path in (own / "hubdesk_en.qm", *qt_words, own / f"hubdesk_{short}.qm"):
        translator = QTranslator(application)
        if path.name not in found and path.is_file() and translator.load(str(path)):
            application.installTranslator(translator)
            translators.append(translator)
            found.append(path.name)
    application.setProperty(TRANSLATORS, translators)
    is_rtl = locale.textDirection() == Qt.LayoutDirection.RightToLeft and f"hubdesk_{short}.qm" in found
    application.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
    )
    return found


def silence(application: QApplication) -> None:
    """Take the translations away that `speak` put in."""
    for old in application.property(TRANSLATORS) or []:
        application.removeTranslator(old)
    application.setProperty(TRANSLATORS, [])
