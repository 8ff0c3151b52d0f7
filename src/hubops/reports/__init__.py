"""Reports: one module per format, each a pure function from a Report to text or, where a format asks for it, bytes.

    json    the published form, for programs; `json.load` reads it back
    junit   for CI systems
    html    one page for people, in both languages
    csv     for spreadsheets
    xlsx    for assessors: each requirement with its result, evidence and advice
    metrics for Prometheus: how many findings of each status

A new format is a module with `render` and its line in FORMATS. `terminal` prints to a console.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from pathlib import Path

from hubops.errors import UsageError, unknown_name
from hubops.reports import csv, html, json, junit, metrics, xlsx
from hubops.reports.report import Lang, Report

__all__ = ["FORMATS", "Lang", "Report", "parse_output", "write"]

FORMATS: dict[str, Callable[[Report], str | bytes]] = {
    "json": json.render,
    "junit": junit.render,
    "html": html.render,
    "csv": csv.render,
    "xlsx": xlsx.render,
    "metrics": metrics.render,
}


def parse_output(text: str) -> tuple[str, Path]:
    """The format and the path that `-o` names: `html=build/report.html`.

    Raises UsageError when there is no path or the format is none of FORMATS.
    """
    format_, equals, path = text.partition("=")
    if format_ not in FORMATS:
        raise unknown_name("format", format_, FORMATS)
    if not equals or not path:
        raise UsageError(
            f"{text!r} names no file; valid: {format_}=PATH", f"{text!r} 未指定文件；格式应为 {format_}=PATH"
        )
    return format_, Path(path)


def write(format_: str, path: Path | str, report: Report) -> None:
    """Writes one report, making its folder; readers see the old file or the whole new one.

    Raises UsageError for an unknown format and for a path that cannot be written.
    """
    if format_ not in FORMATS:
        raise unknown_name("format", format_, FORMATS)
    # A half of a surrogate pair has no UTF-8; JSON spells it as this does, so nothing is lost.
    made = FORMATS[format_](report)
    content = made if isinstance(made, bytes) else made.encode("utf-8", "backslashreplace")
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file() and not target.is_dir():
            target.write_bytes(content)  # a device or a pipe: there is nothing to put in its place
        else:
            _replace(target, content)
    except OSError as error:
        why = error.strerror or error
        raise UsageError(
            f"cannot write the {format_} report to {path}: {why}", f"无法将 {format_} 报告写入 {path}：{why}"
        ) from error


def _replace(target: Path, content: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".hubops-{secrets.token_hex(8)}.tmp")
    try:
        with draft.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
