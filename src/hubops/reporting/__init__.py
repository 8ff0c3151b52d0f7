"""Management reports: compiled from data, carried through their steps, archived and verified.

period   the months, quarters and years that are reported on
content  what a compiled report is made of
sections builds the sections from what the hub knows; history, listed and analysis are their parts
html     one page with pictures, for reading, for printing and as what the PDF is made of
pdf      the same by WeasyPrint
docx     the same for Word
life     who may take which step, and when
archive  digest files and signatures on disk, and what is wrong with them
signing  OpenSSH's signatures
"""

from __future__ import annotations

from collections.abc import Callable

from hubops.errors import UsageError, unknown_name
from hubops.reporting import docx, html, pdf
from hubops.reporting.content import Compiled

FORMATS: dict[str, Callable[[Compiled, str], bytes]] = {
    "html": html.render,
    "pdf": pdf.render,
    "docx": docx.render,
}


def formats(text: str) -> list[str]:
    """The formats that a comma-separated list names. Raises UsageError for another or none."""
    names = [name.strip() for name in text.split(",") if name.strip()]
    for name in names:
        if name not in FORMATS:
            raise unknown_name("format", name, FORMATS)
    if not names:
        raise UsageError(
            f"no format; valid: {', '.join(FORMATS)}, separated by commas",
            f"未指定格式；可用：{'、'.join(FORMATS)}（以逗号分隔）",
        )
    return names


def rendered(report: Compiled, names: list[str], lang: str) -> dict[str, bytes]:
    """The report's files by name: each format, and its content for programs."""
    return {**{f"report.{name}": FORMATS[name](report, lang) for name in names}, "report.json": report.json}
