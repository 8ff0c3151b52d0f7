"""Tables as the tests of imports need them, and a hub to import them into."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from hubops import bundle
from hubops.records import importing, sheets, writing

LAB = bundle.find().inventories / "lab/records"
HEADER = ["协议编号", "协议类别", "人员编号", "签署日期", "有效期至"]
GOOD = ["AGR-901", "保密", "P-002", "2026-03-01", "2028-02-29"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The lab's records, to be changed."""
    return Path(shutil.copytree(LAB, tmp_path / "records"))


def csv_of(path: Path, rows: Iterable[Sequence[Any]], encoding: str = "utf-8", mark: str = ",") -> Path:
    lines = [mark.join("" if cell is None else str(cell) for cell in row) for row in rows]
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


def xlsx_of(
    path: Path, rows: Iterable[Sequence[Any]], merged: Iterable[str] = (), title: str = "台账"
) -> Path:
    book = Workbook()
    sheet: Any = book.active
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    for span in merged:
        sheet.merge_cells(span)
    book.save(path)
    return path


def planned(
    folder: Path, path: Path, kind: str = "agreement", given: Mapping[str, str] | None = None, sheet: str = ""
) -> importing.Plan:
    return importing.plan(folder, kind, sheets.read(path, sheet, []), given or {})


def carried_out(folder: Path, plan: importing.Plan) -> list[Path]:
    """Writes what the plan says, as the command does."""
    updates = [
        writing.Update(entry.there, {one.field: one.after for one in entry.changes})
        for entry in plan.of("changed")
        if entry.there
    ]
    new = [entry.record for entry in plan.of("new")]
    return writing.save(folder, plan.kind, new, updates, lock=folder.parent / "lock")


def states(plan: importing.Plan) -> dict[str, str]:
    return {entry.record.id: entry.state for entry in plan.entries}


def faults(plan: importing.Plan) -> dict[str, str]:
    """What is wrong, by cell."""
    return {fault.cell: fault.why.en for fault in plan.faults}
