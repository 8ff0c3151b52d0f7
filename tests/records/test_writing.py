"""What is written into a hub's files leaves everything else as it was, and is whole or absent."""

from __future__ import annotations

import os
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hubops.errors import UsageError
from hubops.records import loader, writing

PARTIES = """\
- {id: ORG-1, name: {en: a, zh: 甲}, role: competent_authority, access: true}
- {id: ORG-2, name: {en: b, zh: 乙}, role: operator, access: true}
"""
PEOPLE = """\
# People by number.
- {id: P-001, party: ORG-1, employment: full_time, access: true, joined: 2023-03-01}
- id: P-002
  party: ORG-2
  employment: full_time
  access: true
  joined: 2023-05-08
  certificates: [{name: system_engineer, expires: 2028-05-31}]
- {id: P-003, party: ORG-2, employment: full_time, access: true, joined: 2024-02-19}
"""
POSTS = """\
- id: POST-01
  title: {en: Head of operation, zh: 运行负责人}
  role: manager
  key: true
  primary: P-001
  deputy: P-002
"""
PERSON = {"party": "ORG-2", "employment": "full_time", "access": True, "joined": "2026-03-01"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The records of a small hub, to be changed."""
    made = tmp_path / "records"
    made.mkdir()
    for name, text in (("party", PARTIES), ("person", PEOPLE), ("post", POSTS)):
        (made / f"{name}.yaml").write_text(text, encoding="utf-8")
    return made


def person(id_: str, **more: Any) -> Any:
    return writing.checked("person", {"id": id_, **PERSON, **more})


def save(folder: Path, *new: Any, **changes: dict[str, Any]) -> list[Path]:
    there = {one.record.id: one for one in loader.whole(folder)}
    updates = [writing.Update(there[id_.replace("_", "-")], values) for id_, values in changes.items()]
    return writing.save(folder, "person", new, updates, lock=folder.parent / "lock")


def test_a_record_is_added_at_the_end_and_nothing_else_changes(folder: Path) -> None:
    before = (folder / "person.yaml").read_text()
    (path,) = save(folder, person("P-901"))
    assert path == folder / "person.yaml"
    line = "- {id: P-901, party: ORG-2, employment: full_time, access: true, joined: 2026-03-01}\n"
    assert path.read_text() == before + line


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("# head\n- {ID}\n# foot", "# head\n- {ID}\n# foot\n- {NEW}\n"),
        ("# head\n\n  - {ID}\n\n\n", "# head\n\n  - {ID}\n  - {NEW}\n"),
        ("---\n- {ID}\n", "---\n- {ID}\n- {NEW}\n"),
    ],
)
def test_comments_and_indentation_stay(tmp_path: Path, text: str, added: str) -> None:
    fields = "id: %s, party: ORG-2, employment: full_time, access: true, joined: 2026-03-01"
    (tmp_path / "party.yaml").write_text(
        "- {id: ORG-2, name: {en: a, zh: 甲}, role: operator, access: true}\n", encoding="utf-8"
    )
    path = tmp_path / "person.yaml"
    path.write_text(text.replace("ID", fields % "P-001"))
    save(tmp_path, person("P-002"))
    assert path.read_text() == added.replace("ID", fields % "P-001").replace("NEW", fields % "P-002")


@pytest.mark.parametrize("text", ["[{ID}]\n", "ID_BLOCK\n"])
def test_where_nothing_can_be_added_a_file_of_its_own_is_made(folder: Path, text: str) -> None:
    save(folder, person("P-901"))
    (one,) = [one for one in loader.whole(folder) if one.record.id == "P-901"]
    fields = writing.dumped([one.record]).strip().removeprefix("- {").removesuffix("}")
    (folder / "post.yaml").unlink()
    block = fields.replace(", ", "\n")
    (folder / "person.yaml").write_text(text.replace("ID_BLOCK", block).replace("ID", fields))
    (path,) = save(folder, person("P-902"))
    assert path == folder / "person/person-01.yaml"
    assert {one.record.id for one in loader.whole(folder) if one.kind == "person"} == {"P-901", "P-902"}


def test_a_change_is_made_in_its_place(folder: Path) -> None:
    path = folder / "person.yaml"
    before = path.read_text()
    save(
        folder,
        P_002={
            "left": "2026-11-01",
            "certificates": [{"name": "a", "expires": "2027-01-01"}, {"name": "b", "expires": None}],
        },
        P_001={"employment": "part_time", "left": "2026-11-01"},
    )
    expected = before.replace(
        "- {id: P-001, party: ORG-1, employment: full_time, access: true, joined: 2023-03-01}",
        "- {id: P-001, party: ORG-1, employment: part_time, access: true, joined: 2023-03-01, left: 2026-11-01}",
    ).replace(
        "  certificates: [{name: system_engineer, expires: 2028-05-31}]\n",
        "  certificates: [{name: a, expires: 2027-01-01}, {name: b, expires: null}]\n  left: 2026-11-01\n",
    )
    assert path.read_text() == expected


def test_values_over_several_lines_are_changed_and_comments_around_them_stay(folder: Path) -> None:
    path = folder / "person.yaml"
    text = path.read_text().replace(
        "  certificates: [{name: system_engineer, expires: 2028-05-31}]\n",
        "  certificates:  # held\n  - name: system_engineer\n    expires: 2028-05-31  # soon\n  # the next one\n",
    )
    path.write_text(text)
    save(folder, P_002={"certificates": [{"name": "数据库", "expires": None}]})
    assert (
        "  certificates: [{expires: null, name: 数据库}]  # soon\n  # the next one\n- {id: P-003"
        in path.read_text().replace("{name: 数据库, expires: null}", "{expires: null, name: 数据库}")
    )


@pytest.mark.parametrize(
    ("new", "why"),
    [
        (lambda: person("P-001"), "the id 'P-001' is already used at"),
        (lambda: person("ORG-1"), "the id 'ORG-1' is already used at"),
        (lambda: person("P-901", party="ORG-9"), "`party` names 'ORG-9', which is no record"),
        (lambda: person("P-901", party="P-002"), "`party` names 'P-002', which is a person"),
        (lambda: person("P-901", left="2020-01-01"), "`left` is before `joined`"),
        (lambda: person("P-901", employment="forever"), "`employment` is 'forever'"),
    ],
)
def test_what_would_not_be_valid_is_refused_and_no_file_changes(folder: Path, new: Any, why: str) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with pytest.raises(UsageError, match=why):
        save(folder, new())
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_file_in_a_form_that_cannot_be_edited_is_left_alone(folder: Path) -> None:
    path = folder / "person.yaml"
    path.write_text(path.read_text() + "...\n")
    before = path.read_text()
    with pytest.raises(UsageError):
        save(folder, person("P-901"))
    assert path.read_text() == before


def test_when_one_file_cannot_be_written_the_others_are_put_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    real = os.replace

    def full(source: str, target: Path) -> None:
        if Path(target).name == "post.yaml" and not full.failed:  # type: ignore[attr-defined]
            full.failed = True  # type: ignore[attr-defined]
            raise OSError(28, "No space left on device", str(target))
        real(source, target)

    full.failed = False  # type: ignore[attr-defined]
    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(UsageError, match="nothing was changed"):
        save(folder, person("P-901"), POST_01={"key": False})
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_many_records_are_split_into_files_that_can_be_read(folder: Path) -> None:
    many = [
        person(f"P-{n}", certificates=[{"name": "x" * 90} for _ in range(8)]) for n in range(10_000, 16_000)
    ]
    paths = save(folder, *many)
    assert len(paths) > 1
    assert all(path.stat().st_size < 4_000_000 for path in paths)


def _added(folder: Path, number: int) -> None:
    save(folder, person(f"P-9{number:02}"))


def test_two_that_write_at_once_wait_for_each_other(folder: Path) -> None:
    context = get_context("fork")
    processes = [context.Process(target=_added, args=(folder, number)) for number in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(120)
    assert {f"P-9{number:02}" for number in range(4)} <= {one.record.id for one in loader.whole(folder)}


texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=texts,
    other=texts,
    day=st.dates(min_value=date(2023, 6, 1), max_value=date(2199, 1, 1)),
)
def test_whatever_is_written_is_read_again(folder: Path, name: str, other: str, day: Any) -> None:
    path = folder / "person.yaml"
    before = path.read_text()
    try:
        save(
            folder,
            person("P-901", certificates=[{"name": name, "expires": day.isoformat()}]),
            P_002={"certificates": [{"name": other, "expires": None}], "left": day.isoformat()},
        )
        read = {one.record.id: one.record for one in loader.whole(folder)}
        assert read["P-901"].certificates[0].name == name  # type: ignore[attr-defined]
        assert read["P-002"].certificates[0].name == other  # type: ignore[attr-defined]
    finally:
        path.write_text(before)
