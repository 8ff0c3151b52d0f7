"""A month is compiled from a real store: what it says is what is stored, in both languages and every format."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from reporting.month import SILENT, fill
from reports import sample

from hubops import bundle, hub, records
from hubops.cli.reported import gather
from hubops.hub import Hub
from hubops.model import Text, digest
from hubops.reporting import FORMATS, html, period, sections
from hubops.reporting.content import Compiled, Data, Kind, Note, Table
from hubops.store import Store, open_store

OCTOBER = period.parse("2026-10")
HERE = bundle.find()
LAB = hub.find(HERE, "lab")
RECORDS = records.load(LAB.records)
DEFINITION = next(one for one in RECORDS if one["id"] == "RDEF-01")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    opened = open_store(f"sqlite:///{tmp_path_factory.mktemp('state')}/results.db")
    fill(opened, "lab", OCTOBER)
    return opened


@pytest.fixture(scope="module")
def data(store: Store) -> Data:
    return gather(LAB, store, OCTOBER, sample.CONTROLS, RECORDS)


@pytest.fixture(scope="module")
def compiled(data: Data) -> Compiled:
    return sections.compile(data, DEFINITION, "RPT-operation-2026-10", "P-008", date(2026, 11, 4))


def section(report: Compiled, name: str) -> tuple[Any, ...]:
    return next(one.blocks for one in report.sections if one.name == name)


def text(report: Compiled, lang: str) -> str:
    return html.render(report, lang).decode("utf-8")


def test_it_holds_what_its_definition_asks_for(compiled: Compiled) -> None:
    assert list(compiled.contents) == DEFINITION["contents"]
    assert all(one.blocks for one in compiled.sections)


def test_runs_of_the_period_alone_are_counted(data: Data, compiled: Compiled) -> None:
    assert len(data.runs) == 31 - len(SILENT)
    assert [run.finished for run, _ in data.runs] == sorted(run.finished for run, _ in data.runs)
    assert {run.finished[:7] for run, _ in data.runs} == {"2026-10"}
    assert "checked on 27 of 31 days, in 27 runs; the longest time without a check was 3 days" in text(
        compiled, "en"
    )


def test_changes_are_those_since_the_period_began(data: Data, compiled: Compiled) -> None:
    """The baseline was applied in the middle of the month: what it mends is mended, the rest is there still."""
    before = {(f.control, f.subject) for f in sample.results(False).findings if f.status == "fail"}
    after = {(f.control, f.subject) for f in sample.results(True).findings if f.status == "fail"}
    said = compiled.analysis.en
    assert said.startswith(
        f"{len(after)} findings fail at the end of the period ({len(after - before)} new, "
    )
    assert f"{len(after & before)} from before" in said


def test_every_source_is_named_with_its_kind_span_count_and_digest(compiled: Compiled, data: Data) -> None:
    sources = {one.name: one for one in compiled.sources}
    assert {"run", "evidence", "drill"} <= set(sources)
    assert {(one.starts, one.ends) for one in compiled.sources} == {("2026-10-01", "2026-10-31")}
    assert sources["run"].entries == len(data.runs)
    held = [one for one in RECORDS if one["kind"] == "drill" and one["held"].startswith("2026-10")]
    plain = [{name: value for name, value in one.items() if name != "kind"} for one in held]
    assert (sources["drill"].entries, sources["drill"].digest) == (1, digest(plain))
    assert all(one.digest.removeprefix("sha256:") in text(compiled, "zh") for one in compiled.sources)


def test_another_fact_makes_another_digest(data: Data, compiled: Compiled, store: Store) -> None:
    changed = [{**one, "weaknesses": 1} if one["id"] == "DRL-2026-03" else one for one in RECORDS]
    other = sections.compile(
        gather(LAB, store, OCTOBER, sample.CONTROLS, changed), DEFINITION, "RPT-1", "P-008", date(2026, 11, 4)
    )
    digests = [{one.name: one.digest for one in report.sources} for report in (compiled, other)]
    assert {name for name in digests[0] if digests[0][name] != digests[1][name]} == {"drill"}


def test_indicators_and_drills_come_from_the_evidence_of_the_period(data: Data, compiled: Compiled) -> None:
    assert any(figure.target.en.startswith("<= ") and figure.mark == "good" for figure in data.figures)
    assert {one.day[:7] for one in data.drills} == {"2026-10"}
    page = text(compiled, "en")
    assert "As the hosts last showed it in this period, on 2026-10-31." in page
    assert "DRL-2026-03" in page
    assert "DRL-2026-04" not in page, "it was held in September"


def test_a_month_without_runs_says_so_and_makes_nothing_up(store: Store) -> None:
    march = period.parse("2026-03")
    report = sections.compile(
        gather(LAB, store, march, sample.CONTROLS, RECORDS), DEFINITION, "RPT-1", "P-008", date(2026, 4, 4)
    )
    assert report.analysis.en.startswith("No compliance run is stored of this period")
    assert "本期没有保存的合规检查运行" in report.analysis.zh
    assert [one.entries for one in report.sources if one.name in ("run", "evidence")] == [0, 0]
    assert "No evidence of monitoring or backups is stored" in text(report, "en")


def with_kind(data: Data, kind: Kind) -> Compiled:
    others = {name: replace(known, records=[]) for name, known in data.kinds.items()}
    given = Data(data.hub, data.period, {**others, kind.name: kind}, data.controls, data.domains)
    definition = {**DEFINITION, "contents": ["problems", "analysis"]}
    return sections.compile(given, definition, "RPT-1", "P-008", date(2026, 11, 4))


PROBLEM = Text(en="Problem", zh="运维问题")
FIELDS = {"opened": Text(en="Day it was recorded", zh="登记日期"), "closed": Text(en="Closed", zh="解决日期")}


def test_a_kind_that_the_hub_lacks_or_has_nothing_of_is_said(data: Data) -> None:
    (note,) = section(with_kind(data, Kind("problem", PROBLEM, FIELDS, [])), "problems")
    assert note == Note(
        Text(en="Problem: no records of this kind.", zh="运维问题：没有此类记录。"), quiet=True
    )
    absent = Data(data.hub, data.period, {}, data.controls, data.domains)
    report = sections.compile(absent, {**DEFINITION, "contents": ["problems"]}, "R", "P", date(2026, 11, 4))
    (note,) = section(report, "problems")
    assert note.text == Text(en="Problems: no records of this kind.", zh="运维问题：没有此类记录。")


def test_what_was_open_at_the_end_is_listed_and_what_was_over_before_is_not(data: Data) -> None:
    def problem(id_: str, opened: str, closed: str | None, due: str) -> dict[str, Any]:
        title = {"en": f"Problem {id_}", "zh": f"问题 {id_}"}
        return {"id": id_, "title": title, "opened": opened, "due": due, "closed": closed}

    listed = [
        problem("OLD", "2026-08-01", "2026-09-30", "2026-09-30"),
        problem("OPEN", "2026-08-01", None, "2026-12-31"),
        problem("LATE", "2026-08-02", None, "2026-10-01"),
        problem("LATER", "2026-09-02", "2026-11-02", "2026-11-30"),
        problem("NEW", "2026-10-31", "2026-10-31", "2026-11-30"),
        problem("NEXT", "2026-11-01", None, "2026-11-30"),
    ]
    report = with_kind(data, Kind("problem", PROBLEM, FIELDS, listed))
    (table,) = section(report, "problems")
    assert isinstance(table, Table)
    assert [(row[0].text.en, row[3].text.en, row[3].mark) for row in table.rows] == [
        ("OPEN", "open", "missing"),
        ("LATE", "overdue", "bad"),
        ("LATER", "open", "missing"),
        ("NEW", "closed 2026-10-31", "good"),
    ]
    assert "3 records are open, 1 of them overdue" in report.analysis.en
    assert "Problem: 1 new, 1 closed, 3 open at the end, 1 of them overdue." in text(report, "en")


def test_satisfaction_is_the_mean_of_five_grades(data: Data) -> None:
    scores = {"very_dissatisfied": 1, "dissatisfied": 1, "neutral": 2, "satisfied": 3, "very_satisfied": 3}
    survey = {"id": "SUR-1", "starts": "2026-10-01", "ends": "2026-10-31", "group": "citizens", "asked": 20}
    kind = Kind("survey", Text(en="Survey", zh="满意度调查"), {}, [{**survey, "scores": scores}])
    given = Data(data.hub, data.period, {"survey": kind}, data.controls, data.domains)
    report = sections.compile(given, {**DEFINITION, "contents": ["surveys"]}, "R", "P", date(2026, 11, 4))
    table = section(report, "surveys")[0]
    assert [cell.text.en for cell in table.rows[0]] == ["SUR-1", "citizens", "10 / 20", "3.60", "60 %"]
    assert [(one.name, one.entries) for one in report.sources] == [("survey", 1)]


def test_what_records_say_is_escaped_and_runs_nothing(data: Data) -> None:
    evil = {"id": "X-1", "title": {"en": "<script>alert(1)</script>", "zh": "<b>"}, "opened": "2026-10-02"}
    page = text(with_kind(data, Kind("problem", PROBLEM, FIELDS, [evil])), "en")
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "default-src 'none'" in page


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_pages_are_in_one_language_with_pictures_inside(compiled: Compiled, lang: str) -> None:
    page = text(compiled, lang)
    assert f'lang="{"zh-CN" if lang == "zh" else "en"}"' in page
    assert ("运维分析" in page) == (lang == "zh")
    assert ("Analysis of operation" in page) == (lang == "en")
    assert page.count("<svg") >= 3
    assert "http" not in page.replace("http-equiv", "").replace("http://www.w3.org/2000/svg", "")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_word_opens_it_again(compiled: Compiled, lang: str) -> None:
    document = docx.Document(io.BytesIO(FORMATS["docx"](compiled, lang)))
    heads = [
        p.text for p in document.paragraphs if p.style is not None and p.style.name.startswith("Heading")
    ]
    assert heads == [f"{n} {one.title.of(lang)}" for n, one in enumerate(compiled.sections, start=1)]
    tables = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    source = compiled.sources[0]
    assert any(str(source.entries) in row and source.digest.removeprefix("sha256:") in row for row in tables)
    assert any(compiled.analysis.of(lang) in p.text for p in document.paragraphs)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_pdf_has_pages_and_its_own_fonts(compiled: Compiled, lang: str) -> None:
    made = FORMATS["pdf"](compiled, lang)
    assert made.startswith(b"%PDF-")
    assert len(made) > 20_000, "the fonts are inside"


def test_the_content_is_there_for_programs(compiled: Compiled) -> None:
    plain = json.loads(compiled.json)
    assert plain["id"] == "RPT-operation-2026-10"
    assert [one["name"] for one in plain["sections"]] == DEFINITION["contents"]
    assert [one["digest"] for one in plain["sources"]] == [one.digest for one in compiled.sources]


def test_the_hub_s_reports_have_a_folder_of_their_own() -> None:
    assert Hub("city", Path("/srv/city"), None).reports == Path("/srv/city/reports")
