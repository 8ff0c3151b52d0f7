"""The report as one page for people: no other file, no server, both languages inside."""

from __future__ import annotations

import base64
import functools
import hashlib
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from hubops.model import Status, Text
from hubops.reports import operations, requirements, rows, show, words
from hubops.reports.report import Report

if TYPE_CHECKING:
    import jinja2
    from markupsafe import Markup

# Bars are 100 wide; a status that occurs at all is at least this wide, or one failure in a
# thousand would not be seen.
_LEAST = 1.2
_CODE = re.compile("`([^`]+)`")
_MOST_ITEMS = 100
_MOST_FAILURES = 12
_MOST_ROWS = 20


def render(report: Report) -> str:
    """One HTML page that opens from a file; `report.lang` is the language it opens in.

    Everything that came from a host or a person is escaped, and a content security policy lets
    nothing run or load but the page's own script and style.
    """
    listed = rows.rows(report)
    chapters = {tally.key: tally for tally in rows.by_chapter(report)}
    style, script = _asset("report.css"), _asset("report.js")
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            report=report,
            rows=listed,
            failures=rows.failures(listed),
            unsure=rows.alike(listed, rows.UNSURE),
            waived=rows.alike(listed, {Status.WAIVED}),
            not_shown=_by_reason(rows.not_shown(listed)),
            overall=rows.overall(report),
            domains=rows.by_domain(report),
            subjects=rows.by_subject(report),
            standards=requirements.by_standard(report),
            chapters=chapters,
            other_chapters=[
                tally for key, tally in chapters.items() if key not in rows.chapter_titles(report)
            ],
            state=operations.operations(report),
            verdict=rows.verdict(report),
            style=style,
            script=script,
            style_hash=_hash(style),
            script_hash=_hash(script),
            most_items=_MOST_ITEMS,
            most_failures=_MOST_FAILURES,
            most_rows=_MOST_ROWS,
        )
    )


def segments(counts: Mapping[Any, int]) -> list[tuple[str, str, str]]:
    """A bar's parts as (status, x, width) on a scale of 100, those that occur only.

    What has no status, for want of a control, is called `uncovered`.
    """
    total = sum(counts.values())
    widths = {s: max(100 * n / total, _LEAST) for s, n in counts.items() if n}
    scale = 100 / sum(widths.values()) if widths else 1
    parts, x = [], 0.0
    for status, width in widths.items():
        parts.append((status or "uncovered", f"{x:.2f}", f"{width * scale:.2f}"))
        x += width * scale
    return parts


def anchor(row: rows.Row) -> str:
    """The id of a finding in the page, such as `ssh/root_login_denied@hub-1`; the same in every run."""
    return re.sub(r"[^\w./@-]", "_", f"{row.finding.control}@{row.subject.name}")


def _unsure(counts: Mapping[Any, int]) -> int:
    return sum(counts[status] for status in rows.UNSURE)


def _labels(tallies: Iterable[rows.Tally]) -> list[tuple[str, Text]]:
    return [(tally.key, tally.label) for tally in tallies]


def _by_reason(hidden: list[rows.NotShown]) -> list[tuple[Text | None, list[rows.NotShown]]]:
    """What containers could not show, by the reason they gave, in order of first appearance."""
    groups: dict[Text | None, list[rows.NotShown]] = {}
    for entry in hidden:
        groups.setdefault(entry.control.finding.reason, []).append(entry)
    return list(groups.items())


@functools.cache
def _environment() -> jinja2.Environment:
    # Here and not above: a command that writes no HTML should not wait for it.
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("hubops.reports"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"plain": show.printable, "coded": _coded, "value": show.value}
    environment.filters |= {"time": show.time, "named": _named}
    environment.globals |= {"word": words.WORD, "words": words, "segments": segments}
    environment.globals |= {"anchor": anchor, "labels": _labels, "unsure_in": _unsure}
    return environment


def _coded(text: str) -> Markup:
    """Text as it is printed, escaped, with what stands between backticks as code."""
    from markupsafe import Markup, escape

    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(show.printable(text)))))  # noqa: S704


def _named(key: str, table: dict[str, Text]) -> Text:
    return words.named(table, key)


@functools.cache
def _asset(name: str) -> str:
    loader = _environment().loader
    assert loader is not None  # noqa: S101  (set five lines above)
    return loader.get_source(_environment(), name)[0].strip()


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
