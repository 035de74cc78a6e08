"""Draws measured points as SVG: panels side by side with logarithmic axes, a limit as a dashed line.

Invariant: every point is one that was measured; nothing is smoothed or fitted.
"""

from __future__ import annotations

import math
from html import escape
from typing import NamedTuple

WIDTH, HEIGHT = 300, 220
LEFT, RIGHT, TOP, BOTTOM = 46, 14, 34, 40
COLOURS = ("#1f5fa8", "#b4560f", "#2f7d4f")
_TEXT = 'font-family="sans-serif" font-size="11" fill="#333"'


class Panel(NamedTuple):
    """A title, lines of (x, y) by name, and a limit of y."""

    title: str
    lines: dict[str, list[tuple[float, float]]]
    limit: float | None


def draw(panels: list[Panel], below: str) -> str:
    """Return an SVG document of the panels, `below` written under each."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH * len(panels)}" height="{HEIGHT}" role="img">',
        '<rect width="100%" height="100%" fill="white"/>',
    ]
    for place, panel in enumerate(panels):
        parts += [f'<g transform="translate({place * WIDTH} 0)">', *_panel(panel, below), "</g>"]
    return "\n".join([*parts, "</svg>", ""])


def _panel(panel: Panel, below: str) -> list[str]:
    points = [point for line in panel.lines.values() for point in line]
    heights = [y for _, y in points] + ([panel.limit] if panel.limit else [])
    across = _Axis([x for x, _ in points], LEFT, WIDTH - RIGHT)
    upward = _Axis(heights, HEIGHT - BOTTOM, TOP)
    parts = [f'<text x="{LEFT}" y="18" {_TEXT} font-weight="bold">{escape(panel.title)}</text>']
    for value in across.ticks():
        x = across.at(value)
        parts.append(f'<path d="M{x:.1f} {TOP}V{HEIGHT - BOTTOM}" stroke="#e4e4e4"/>')
        parts.append(
            f'<text x="{x:.1f}" y="{HEIGHT - 24}" {_TEXT} text-anchor="middle">{_short(value)}</text>'
        )
    for value in upward.ticks():
        y = upward.at(value)
        parts.append(f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="#e4e4e4"/>')
        parts.append(f'<text x="{LEFT - 5}" y="{y + 4:.1f}" {_TEXT} text-anchor="end">{_short(value)}</text>')
    parts.append(
        f'<text x="{(LEFT + WIDTH) / 2}" y="{HEIGHT - 7}" {_TEXT} text-anchor="middle">{below}</text>'
    )
    if panel.limit:
        y = upward.at(panel.limit)
        parts.append(f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="#a00" stroke-dasharray="5 4"/>')
        parts.append(f'<text x="{LEFT + 4}" y="{y - 4:.1f}" {_TEXT}>at most {panel.limit:g}</text>')
    for number, (name, line) in enumerate(panel.lines.items()):
        parts += _line([(across.at(x), upward.at(y)) for x, y in line], COLOURS[number])
        place = f'x="{WIDTH - RIGHT}" y="{HEIGHT - BOTTOM - 8 - 14 * number}"'
        named = f'<tspan fill="{COLOURS[number]}">{escape(name)}</tspan>'
        parts.append(f'<text {place} {_TEXT} text-anchor="end">{named}</text>')
    return parts


def _line(points: list[tuple[float, float]], colour: str) -> list[str]:
    if not points:
        return []
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    dots = [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in points]
    return [f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="1.5"/>', *dots]


class _Axis:
    """Powers of ten that hold all values, between two places on the paper."""

    def __init__(self, values: list[float], start: float, end: float) -> None:
        self._low = math.floor(math.log10(min(values)))
        self._high = max(math.ceil(math.log10(max(values))), self._low + 1)
        self._start, self._end = start, end

    def at(self, value: float) -> float:
        """Return the place of a value."""
        share = (math.log10(value) - self._low) / (self._high - self._low)
        return self._start + share * (self._end - self._start)

    def ticks(self) -> list[float]:
        """Return the powers of ten."""
        return [10.0**power for power in range(self._low, self._high + 1)]


def _short(value: float) -> str:
    return f"{value / 1e6:g}M" if value >= 1e6 else f"{value / 1e3:g}k" if value >= 1e3 else f"{value:g}"
