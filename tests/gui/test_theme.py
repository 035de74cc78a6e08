"""One look: sizes that follow the text, a switch without a restart, and icons of one style."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from hubdesk.gui.palette import DARK, LIGHT
from hubdesk.gui.theme import FLOOR, ROLES, Theme
from hubdesk.gui.widgets.label import Label
from hubdesk.gui.widgets.tile import letters, seat
from hubdesk.locations import resource
from hubdesk.model.kind import read_kinds

ICONS = sorted(resource("icons").glob("*.svg"))


def test_a_switch_reaches_an_open_window(application: QApplication, theme: Theme) -> None:
    label = Label(theme, "Waiting to be sent", "row")
    before = label.font().pointSizeF()
    theme.switch(mode="dark", text_scale=1.5)
    assert theme.colour("surface") == QColor(DARK["surface"])
    assert application.palette().base().color() == QColor(DARK["surface"])
    assert DARK["surface"] in application.styleSheet()
    assert label.font().pointSizeF() == pytest.approx(1.5 * before)
    theme.switch(mode="light", text_scale=1.0)
    assert theme.colour("surface") == QColor(LIGHT["surface"])


def test_sizes_grow_with_the_text_and_never_shrink(theme: Theme) -> None:
    theme.switch(text_scale=2.0)
    assert theme.unit(32) > 32
    theme.switch(text_scale=0.5)
    assert theme.unit(32) == 32
    assert all(theme.font(role).pointSizeF() >= FLOOR for role in ROLES)


def test_a_role_cannot_be_changed_by_whoever_uses_it(theme: Theme) -> None:
    theme.font("head").setPointSizeF(99)
    assert theme.font("head").pointSizeF() < 99


def test_figures_have_equal_width_in_every_role(theme: Theme) -> None:
    for role in ROLES:
        assert [tag.toString() for tag in theme.font(role).featureTags()] == ["tnum"]


def test_every_placeholder_of_the_sheet_is_filled(application: QApplication, theme: Theme) -> None:
    assert "$" not in application.styleSheet()
    text = resource("style/hubdesk.qss").read_text(encoding="utf-8")
    assert not re.search(r"#[0-9A-Fa-f]{3,8}\b", text), "the sheet names tokens, not colours"


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_icons_are_of_one_style(path: object) -> None:
    root = ElementTree.parse(path).getroot()  # type: ignore[arg-type]
    expected = {"viewBox": "0 0 24 24", "fill": "none", "stroke": "currentColor", "stroke-width": "1.75"}
    assert {name: root.get(name) for name in expected} == expected
    assert root.get("stroke-linecap") == root.get("stroke-linejoin") == "round"


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_each_icon_is_drawn_within_its_grid(theme: Theme, path: object) -> None:
    image = theme.pixmap(path.stem, "text", 24, 4.0).toImage()  # type: ignore[attr-defined]
    inked = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 0
    ]
    assert inked
    assert min(min(x, y) for x, y in inked) >= 3, "it touches the edge and would be cut"
    assert max(max(x, y) for x, y in inked) <= 92


def test_every_kind_has_its_icon() -> None:
    kinds = read_kinds(resource("kinds"), resource("fields.toml"))
    assert not {kind.icon for kind in kinds} - {path.stem for path in ICONS}


def test_an_icon_of_a_later_version_is_a_plain_record(theme: Theme) -> None:
    unknown = theme.pixmap("hologram", "text", 24, 1.0).toImage()
    assert unknown == theme.pixmap("record", "text", 24, 1.0).toImage()


def test_icons_with_a_direction_are_mirrored(application: QApplication, theme: Theme) -> None:
    before = [_ink(theme, name) for name in ("right", "clock")]
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert before[0] > 24 > _ink(theme, "right")
    assert _ink(theme, "clock") == before[1]


def _ink(theme: Theme, name: str) -> float:
    """Where the middle of an icon's ink lies, from 0 at the left to 48 at the right."""
    image = theme.pixmap(name, "text", 48, 1.0).toImage()
    alphas = [(x, image.pixelColor(x, y).alpha()) for x in range(48) for y in range(48)]
    return sum(x * alpha for x, alpha in alphas) / sum(alpha for _, alpha in alphas)


def test_a_hub_has_the_same_tile_everywhere() -> None:
    assert (letters("southern-africa"), seat("southern-africa")) == ("SA", 1)
    assert letters("caribbean") == "CA"
    assert 0 <= seat("a-hub-of-tomorrow") < 12


def test_a_buttons_icon_is_sharp_on_a_dense_screen(theme: Theme) -> None:
    pixmap = theme.icon("edit", "text").pixmap(QSize(16, 16), 2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (32, 2.0)
