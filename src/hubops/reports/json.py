"""The published form of results and controls: what other programs rely on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Literal

from pydantic import ConfigDict, Field, ValidationError

from hubops.errors import BrokenInput
from hubops.model import (
    RESULTS_SCHEMA,
    Control,
    Finding,
    Frozen,
    Remedy,
    Results,
    Run,
    Severity,
    Status,
    Subject,
    SubjectKind,
)
from hubops.reports.report import Report
from hubops.reports.rows import item_order


class PublishedResults(Frozen):
    """What one run found. Findings are sorted by control and subject; every status is in the summary."""

    model_config = ConfigDict(frozen=True, extra="forbid", title="HubOps results")

    schema_: Literal["hubops/results/1"] = Field("hubops/results/1", alias="schema")
    run: Run
    summary: dict[Status, int] = Field(json_schema_extra={"required": [s.value for s in Status]})
    subjects: tuple[Subject, ...]
    findings: tuple[Finding, ...]


class PublishedControl(Frozen):
    """One control as `hubops controls --format json` lists it."""

    id: str
    title: str
    title_zh: str
    subject: SubjectKind
    severity: Severity
    requirements: tuple[str, ...]
    evidence: tuple[str, ...]
    remedy: Remedy


def render(report: Report) -> str:
    """The results as JSON; the same results give the same text, whatever order they come in."""
    results = in_order(report.results)
    return _text(
        {
            "schema": RESULTS_SCHEMA,
            "run": results.run.model_dump(mode="json"),
            "summary": results.summary,
            "subjects": [subject.model_dump(mode="json") for subject in results.subjects],
            "findings": [finding.model_dump(mode="json") for finding in results.findings],
        }
    )


def load(text: str | bytes) -> Results:
    """The results that `render` wrote.

    Raises BrokenInput with the first thing that is wrong when the text is not of that form, or when
    its summary does not count its findings.
    """
    try:
        published = PublishedResults.model_validate(json.loads(text))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise BrokenInput(
            f"these are no {RESULTS_SCHEMA} results: {where or 'the document'}: {first['msg']}",
            f"这不是 {RESULTS_SCHEMA} 结果：{where or '整个文档'}：{first['msg']}",
        ) from error
    except (ValueError, RecursionError) as error:
        raise BrokenInput(
            f"these are no {RESULTS_SCHEMA} results: not JSON: {error}",
            f"这不是 {RESULTS_SCHEMA} 结果：不是合法的 JSON：{error}",
        ) from error
    results = Results(run=published.run, subjects=published.subjects, findings=published.findings)
    if {status.value: count for status, count in published.summary.items()} != results.summary:
        raise BrokenInput(
            f"these results were altered: the summary says {_counts(published.summary)}, "
            f"the findings are {_counts(results.summary)}",
            f"这些结果被改动过：汇总为 {_counts(published.summary)}，而检查结果为 {_counts(results.summary)}",
        )
    return results


def controls_json(controls: Mapping[str, Control]) -> str:
    """The controls as JSON, sorted by id."""
    fields = set(PublishedControl.model_fields)
    listed = [
        PublishedControl.model_validate(controls[id_].model_dump(include=fields)).model_dump(mode="json")
        for id_ in sorted(controls)
    ]
    return _text(listed)


def in_order(results: Results) -> Results:
    """The same results in the one order in which they are published."""
    findings = (
        finding.model_copy(
            update={
                "items": tuple(sorted(finding.items, key=item_order)),
                "evidence": tuple(
                    sorted(finding.evidence, key=lambda e: (e.section, e.digest, e.collected_at))
                ),
            }
        )
        for finding in results.findings
    )
    return Results(
        run=results.run,
        subjects=tuple(sorted(results.subjects, key=lambda s: (s.kind, s.name))),
        findings=tuple(sorted(findings, key=lambda f: (f.control, f.subject_kind, f.subject, f.status))),
    )


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _counts(summary: Mapping[Any, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in summary.items() if count) or "none"
