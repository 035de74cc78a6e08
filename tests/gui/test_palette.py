"""Everybody can read it: each pair of colours that meets has the contrast that WCAG asks for, in light and in dark."""

from __future__ import annotations

import pytest

from hubdesk.gui.palette import DARK, LIGHT, ON_TILE, SHAPE_PAIRS, TEXT_PAIRS, TILES, contrast

PALETTES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


def test_contrast_is_the_one_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#0B5F5B", "#0B5F5B") == 1


@PALETTES
@pytest.mark.parametrize(("ink", "sheet"), TEXT_PAIRS)
def test_text_can_be_read(palette: dict[str, str], ink: str, sheet: str) -> None:
    assert contrast(palette[ink], palette[sheet]) >= 4.5


@PALETTES
@pytest.mark.parametrize(("shape", "sheet"), SHAPE_PAIRS)
def test_shapes_can_be_seen(palette: dict[str, str], shape: str, sheet: str) -> None:
    assert contrast(palette[shape], palette[sheet]) >= 3


@pytest.mark.parametrize("tile", TILES)
def test_letters_on_tiles_can_be_read(tile: tuple[str, str]) -> None:
    assert contrast(tile[0], ON_TILE) >= 6.6
    assert contrast(tile[1], ON_TILE) >= 5.6


def test_there_are_twelve_tiles_and_no_two_are_alike() -> None:
    assert len({light for light, _ in TILES}) == len({dark for _, dark in TILES}) == 12
