"""The report as one page in one language: no other file, no script; the PDF is made of it as well."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from hubops.reporting import plots
from hubops.reporting.content import Compiled
from hubops.reporting.words import WORD

if TYPE_CHECKING:
    import jinja2


def render(report: Compiled, lang: str) -> bytes:
    """Everything that came from a record is escaped, and a policy lets nothing run or load."""
    page = (
        _environment().get_template("report.html.j2").render(report=report, lang=lang, word=WORD, plots=plots)
    )
    return page.encode("utf-8", "backslashreplace")


@functools.cache
def _environment() -> jinja2.Environment:
    import jinja2  # here: a command that writes no report should not wait for it
    from markupsafe import Markup

    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("hubops.reporting"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"drawn": Markup}  # what plots.py makes has escaped its texts itself
    environment.filters["kind"] = lambda block: type(block).__name__
    return environment
