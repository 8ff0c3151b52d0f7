"""A kind that nobody has thought of yet is shown, written, imported and told to be due by its model alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import ClassVar, Literal

import pytest
from jsonschema import Draft7Validator
from records.tables import carried_out, csv_of, faults, folder, planned, states

from hubops.model import Text
from hubops.records import KINDS, due, example, forms, headings, loader, published
from hubops.records.base import Day, Id, Name, Record, Value, said

__all__ = ["folder"]


class Step(Value):
    who: Id = said("Person", "经办人员")
    until: Day = said("Day by which it is done", "完成期限", due=True)
    tools: tuple[str, ...] = said("Tools", "工具", default=())


class Odd(Record):
    label: ClassVar[Text] = Text(en="Odd thing", zh="特殊事项")
    refers: ClassVar[dict[str, str]] = {"owner": "post"}

    title: Name = said("Title", "名称")
    owner: Id = said("Post that keeps it", "归口岗位")
    level: Literal["low", "high"] = said("How bad", "等级：低、高")
    share: float = said("Share", "占比（百分比）", ge=0, le=100)
    hour: str = said("Hour", "时刻", pattern=r"^[0-2]\d:[0-5]\d$")
    code: str = said("Code", "代码", pattern=r"^Q-[A-Z]{3}$", example="Q-ABC")
    begins: Day = said("First day", "日期：开始")
    due: Day = said("Last day", "日期：截止")
    closed: Day | None = said("Day it was closed", "关闭日期", default=None)
    steps: tuple[Step, ...] = said("Steps", "步骤", default=())
    either: int | str | None = said("Number or text", "数或文字", default=None)

    def references(self) -> Iterator[tuple[str, str, str]]:
        yield from super().references()
        for number, step in enumerate(self.steps):
            yield f"steps.{number}.who", "person", step.who


@pytest.fixture(autouse=True)
def _known(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    caches = (forms.form, forms.parts, headings._names)
    monkeypatch.setitem(KINDS, "odd", Odd)
    for one in caches:
        one.cache_clear()
    yield
    for one in caches:
        one.cache_clear()


HEADER = [
    "编号",
    "名称",
    "归口岗位编号",
    "等级",
    "占比",
    "时刻",
    "代码（code）",
    "日期（begins）",
    "日期（due）",
    "步骤1·经办人员",
    "步骤1·完成期限",
]
ROW = [
    "ODD-1",
    "甲",
    "POST-02",
    "高",
    "12.5",
    "08:30",
    "Q-XYZ",
    "2026年3月1日",
    "2026.12.1",
    "P-002",
    "2026/12/3",
]


def test_its_columns_are_told_apart_and_its_example_is_one() -> None:
    columns = {column.name: column for column in forms.form("odd").columns}
    assert columns["begins"].header.zh == "日期（begins）"
    assert columns["due"].header.zh == "日期（due）"
    assert forms.form("odd").outside == ("either",)
    assert example.is_valid("odd", example.cells_of("odd"))
    assert example.cells_of("odd")["hour"] == "08:00"
    assert example.cells_of("odd")["code"] == "Q-ABC"


def test_it_is_imported_and_due(folder: Path, tmp_path: Path) -> None:
    plan = planned(folder, csv_of(tmp_path / "a.csv", [HEADER, ROW]), "odd")
    assert faults(plan) == {}
    carried_out(folder, plan)
    assert states(planned(folder, csv_of(tmp_path / "a.csv", [HEADER, ROW]), "odd")) == {"ODD-1": "same"}
    ends = [one for one in due.find(loader.whole(folder), date(2026, 11, 27), 30) if one.kind == "odd"]
    assert [(one.field, one.owners) for one in ends] == [
        ("due", ("POST-02 (P-002)", "P-002")),
        ("steps.1.until", ("POST-02 (P-002)", "P-002")),
    ]


def test_a_reference_from_a_part_is_told_at_its_cell(folder: Path, tmp_path: Path) -> None:
    plan = planned(folder, csv_of(tmp_path / "a.csv", [HEADER, [*ROW[:9], "P-999", ROW[10]]]), "odd")
    assert faults(plan) == {"J2": "P-999 is no record; valid: the id of a person that is recorded"}


def test_what_is_closed_is_not_due(folder: Path, tmp_path: Path) -> None:
    rows = [[*HEADER, "关闭日期"], [*ROW, "2026-11-01"]]
    carried_out(folder, planned(folder, csv_of(tmp_path / "a.csv", rows), "odd"))
    assert [one for one in due.find(loader.whole(folder), date(2026, 11, 27), 30) if one.kind == "odd"] == []


def test_its_schema_is_one() -> None:
    Draft7Validator.check_schema(published.schema("odd"))
