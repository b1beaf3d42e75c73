"""Draws the load of a day: curves by the minute over each other, with what happened when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

__all__ = ["Curve", "Panel", "picture"]

WIDTH, LEFT, RIGHT, TOP = 920, 62, 16, 46
HEIGHT, GAP = 120, 30
"""Of a panel, and between two."""

FROM_H, TO_H = 7, 19

COLORS = ("#1f6fb2", "#c2571a", "#3f8f3f", "#8a4fb0")
STYLE = (
    "text{font:12px sans-serif;fill:#222}.small{font-size:10.5px;fill:#555}"
    ".curve{fill:none;stroke-width:1.3}.grid{stroke:#ddd}.when{fill:#f2c14e;fill-opacity:.28}"
)


@dataclass(frozen=True, slots=True)
class Curve:
    """One load, by the minute of the day."""

    name: str
    minutes: Sequence[float]


@dataclass(frozen=True, slots=True)
class Panel:
    """Curves of one unit over each other."""

    name: str
    curves: Sequence[Curve]


def picture(title: str, panels: Sequence[Panel], story: Mapping[str, tuple[float, float]]) -> str:
    """An SVG document.

    :param story: from when to when what happened, seconds of the day.
    """
    height = TOP + len(panels) * (HEIGHT + GAP) + 10
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">',
        f"<title>{escape(title)}</title><style>{STYLE}</style>",
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>',
        f'<text x="{LEFT}" y="16" font-weight="bold">{escape(title)}</text>',
    ]
    bottom = TOP + len(panels) * (HEIGHT + GAP) - GAP
    for number, (name, (begins, ends)) in enumerate(story.items()):
        x, width = _x(begins / 60), max(1.5, _x(ends / 60) - _x(begins / 60))
        parts.append(
            f'<rect class="when" x="{x:.1f}" y="{TOP}" width="{width:.1f}" '
            f'height="{bottom - TOP}"/>'
        )
        y = TOP - 5 - 11 * (number % 2)
        parts.append(f'<text class="small" x="{x:.1f}" y="{y}">{escape(name)}</text>')
    for number, panel in enumerate(panels):
        parts += _panel(panel, TOP + number * (HEIGHT + GAP))
    for hour in range(FROM_H, TO_H + 1):
        parts.append(
            f'<text class="small" x="{_x(hour * 60):.1f}" y="{bottom + 30}" '
            f'text-anchor="middle">{hour}:00</text>'
        )
    parts.append("</svg>\n")
    return "\n".join(parts)


def _panel(panel: Panel, top: int) -> list[str]:
    shown = slice(FROM_H * 60, TO_H * 60)
    most = max(max(curve.minutes[shown]) for curve in panel.curves) or 1.0
    parts = [
        f'<text x="{LEFT}" y="{top + HEIGHT + 14}" class="small">{escape(panel.name)}</text>',
    ]
    for share in (0.0, 0.5, 1.0):
        y = top + HEIGHT * (1 - share)
        parts.append(
            f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>'
        )
        parts.append(
            f'<text class="small" x="{LEFT - 5}" y="{y + 4:.1f}" text-anchor="end">'
            f"{most * share:.3g}</text>"
        )
    for number, curve in enumerate(panel.curves):
        color = COLORS[number % len(COLORS)]
        points = " ".join(
            f"{_x(FROM_H * 60 + minute):.1f},{top + HEIGHT * (1 - value / most):.1f}"
            for minute, value in enumerate(curve.minutes[shown])
        )
        parts.append(f'<polyline class="curve" stroke="{color}" points="{points}"/>')
        x = LEFT + 230 + 130 * number
        parts.append(
            f'<text class="small" x="{x}" y="{top + HEIGHT + 14}" style="fill:{color}">'
            f"{escape(curve.name)}</text>"
        )
    return parts


def _x(minute: float) -> float:
    share = (minute - FROM_H * 60) / ((TO_H - FROM_H) * 60)
    return LEFT + max(0.0, min(1.0, share)) * (WIDTH - LEFT - RIGHT)
