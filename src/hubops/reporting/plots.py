"""Pictures as inline SVG: bars beside one another, and lines over days. Numbers always stand beside them as text."""

from __future__ import annotations

from html import escape

from hubops.reporting.content import Bars, Lines

_WIDTH, _LABEL, _VALUE, _ROW = 640, 190, 60, 24
_HEIGHT, _LEFT, _BOTTOM, _TOP, _RIGHT = 200, 40, 26, 12, 150
COLOURS = {"bad": "#b3261e", "missing": "#9a6700", "good": "#1a7f37", "": "#3b5b92"}
"""Each dark enough on white; what a colour says stands there in words as well."""
_FONTS = "Noto Sans, Noto Sans CJK SC, sans-serif"
_DASH = {"missing": ' stroke-dasharray="5 3"'}


def bars(plot: Bars, lang: str) -> str:
    most = max((bar.value for bar in plot.bars), default=0) or 1
    height = len(plot.bars) * _ROW + 4
    parts = []
    for place, bar in enumerate(plot.bars):
        y = place * _ROW + 4
        width = (_WIDTH - _LABEL - _VALUE) * bar.value / most
        parts.append(_text(_LABEL - 8, y + 13, _short(bar.label.of(lang)), "end"))
        parts.append(
            f'<rect x="{_LABEL}" y="{y}" width="{width:.1f}" height="16" fill="{COLOURS[bar.mark]}"/>'
        )
        parts.append(_text(_LABEL + width + 6, y + 13, bar.shown.of(lang), "start"))
    return _svg(height, plot.title.of(lang), parts)


def lines(plot: Lines, lang: str) -> str:
    """The lines of a plot; a single day is a point."""
    most = max((value for _, _, values in plot.lines for value in values), default=0) or 1
    step = (_WIDTH - _LEFT - _RIGHT) / max(len(plot.days) - 1, 1)
    tall = _HEIGHT - _TOP - _BOTTOM

    def y(value: float) -> float:
        return _TOP + tall * (1 - value / most)

    parts = []
    for share in (0, 0.5, 1):
        value = most * share
        parts.append(
            f'<line x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y(value):.1f}" y2="{y(value):.1f}" stroke="#d0d7de"/>'
        )
        parts.append(_text(_LEFT - 6, y(value) + 4, f"{value:g}", "end"))
    for place in sorted({0, len(plot.days) // 2, len(plot.days) - 1}):
        if plot.days:
            parts.append(_text(_LEFT + place * step, _HEIGHT - 6, plot.days[place][5:], "middle"))
    ends = _spread([y(values[-1]) if values else _TOP for _, _, values in plot.lines])
    for (label, mark, values), end in zip(plot.lines, ends, strict=True):
        colour = COLOURS[mark]
        points = " ".join(f"{_LEFT + place * step:.1f},{y(value):.1f}" for place, value in enumerate(values))
        parts.append(
            f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"{_DASH.get(mark, "")}/>'
        )
        for place, value in enumerate(values):
            parts.append(
                f'<circle cx="{_LEFT + place * step:.1f}" cy="{y(value):.1f}" r="2.5" fill="{colour}"/>'
            )
        last = f" {values[-1]:g}" if values else ""
        parts.append(_text(_WIDTH - _RIGHT + 8, end + 4, label.of(lang) + last, "start", colour))
    return _svg(_HEIGHT, plot.title.of(lang), parts)


def _spread(ends: list[float]) -> list[float]:
    """Places for the names of lines, so that two that end alike can both be read."""
    placed: dict[int, float] = {}
    for index, end in sorted(enumerate(ends), key=lambda entry: entry[1]):
        placed[index] = max(end, max(placed.values(), default=-100) + 15)
    return [placed[index] for index in range(len(ends))]


def _short(text: str) -> str:
    return text if len(text) <= 26 else text[:25] + "…"


def _text(x: float, y: float, text: str, anchor: str, colour: str = "#1f2328") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}" font-size="12">{escape(text)}</text>'


def _svg(height: float, title: str, parts: list[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height:g}" font-family="{_FONTS}" role="img" '
        f'aria-label="{escape(title, quote=True)}">{"".join(parts)}</svg>'
    )
