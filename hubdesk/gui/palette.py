"""The colours, as data: every widget names a token, never a value.

Invariant: each pair in TEXT_PAIRS reaches a contrast of 4.5 and each in SHAPE_PAIRS one of 3 (WCAG 2.2, 1.4.3 and
1.4.11), in light and in dark; a test computes them all.
"""

from __future__ import annotations

from typing import Final

_BOTH: Final = {  # of each token the light and the dark colour
    "ground": ("#EDF1F0", "#0D1413"),  # window behind cards
    "surface": ("#FFFFFF", "#151E1D"),  # cards, lists, panes
    "sunken": ("#F5F8F7", "#111918"),  # facets, table heads, wells
    "hover": ("#EEF4F3", "#1D2927"),
    "line": ("#D8E0DE", "#2A3735"),  # hairlines and troughs: decoration only
    "edge": ("#7D8B88", "#6F7F7B"),  # borders of inputs, buttons, checks
    "text": ("#14211F", "#E7EEEC"),
    "text2": ("#435350", "#BAC7C4"),
    "muted": ("#566562", "#97A7A3"),
    "accent": ("#0B5F5B", "#5FC7BE"),
    "accent2": ("#084C49", "#7AD6CE"),  # the accent under the pointer
    "onaccent": ("#FFFFFF", "#05211F"),
    "soft": ("#DDEEEB", "#183B38"),  # selected row, chips, kind icons
    "onsoft": ("#0A4F4C", "#A9E3DD"),
    "rail": ("#0E2E2D", "#081010"),
    "railsel": ("#1D4C4A", "#17312F"),
    "railtext": ("#C3D6D3", "#A9BDBA"),
    "railon": ("#FFFFFF", "#FFFFFF"),
    "ok": ("#1C6A3B", "#7FD09A"),
    "oks": ("#E2F2E7", "#17301F"),
    "warn": ("#7E4B00", "#F0BC62"),
    "warns": ("#FCEFD6", "#38290D"),
    "err": ("#A02529", "#FF9C96"),
    "errs": ("#FCE9E7", "#421B1B"),
    "info": ("#1C4E90", "#96BFFA"),
    "infos": ("#E4EDF9", "#18294A"),
    "plan": ("#57469A", "#BDB0F5"),
    "plans": ("#ECE9F8", "#2A2450"),
    "hit": ("#FFE8A3", "#5C4A10"),  # search hits, counters on the rail
    "onhit": ("#3A2B00", "#FFE9B0"),
    "focus": ("#0B57D0", "#8AB8FF"),
    "focusrail": ("#8AB8FF", "#8AB8FF"),
    "gold": ("#F2C14E", "#F2C14E"),  # seats of the hemicycle, on the rail
    "teal": ("#6FD3CB", "#6FD3CB"),
    "s1": ("#0B5F5B", "#5FC7BE"),  # series in painted figures, in this order
    "s2": ("#3E8C95", "#4A93C0"),
    "s3": ("#8A6FB0", "#A48AD0"),
    "s4": ("#B9822B", "#D9A451"),
    "s5": ("#6B7A8F", "#8695A8"),
}
LIGHT: Final = {token: pair[0] for token, pair in _BOTH.items()}
DARK: Final = {token: pair[1] for token, pair in _BOTH.items()}

TILES: Final = (
    # twelve fixed grounds for white letters (light, dark): hubs never choose a colour freely
    ("#9A3B1E", "#A94427"),
    ("#2C682C", "#31742F"),
    ("#1F4F8F", "#2A5EA6"),
    ("#67409A", "#7A4DB3"),
    ("#00657A", "#007088"),
    ("#815300", "#8A5B05"),
    ("#8B2F5C", "#A03A6C"),
    ("#3F4CA3", "#4F5DB8"),
    ("#4D5F1F", "#5A6E26"),
    ("#7A3B3B", "#944A4A"),
    ("#1E6657", "#247263"),
    ("#54585F", "#626770"),
)
ON_TILE: Final = "#FFFFFF"

_SHEETS: Final = ("surface", "sunken", "ground", "hover", "soft")
TEXT_PAIRS: Final = (
    *((ink, sheet) for ink in ("text", "text2", "muted", "accent", "accent2") for sheet in _SHEETS),
    ("onaccent", "accent"),
    ("onaccent", "accent2"),
    ("onsoft", "soft"),
    ("railtext", "rail"),
    ("railtext", "railsel"),
    ("railon", "rail"),
    ("railon", "railsel"),
    *(
        (tone, sheet)
        for tone in ("ok", "warn", "err", "info", "plan")
        for sheet in ("surface", "soft", f"{tone}s")
    ),
    *((ink, f"{tone}s") for tone in ("ok", "warn", "err", "info", "plan") for ink in ("text", "text2")),
    ("onhit", "hit"),
)
SHAPE_PAIRS: Final = (
    *(("edge", sheet) for sheet in ("surface", "sunken", "ground")),
    *(("focus", sheet) for sheet in _SHEETS),
    ("focusrail", "rail"),
    ("focusrail", "railsel"),
    *((f"s{number}", "surface") for number in range(1, 6)),
)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio, 1 to 21, of two colours `#RRGGBB` (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
