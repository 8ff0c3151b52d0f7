"""JUnit XML, as GitLab, Jenkins and other CI systems read it."""

from __future__ import annotations

from xml.etree import ElementTree

from hubops.model import Item, Status, Text
from hubops.reports import show, words
from hubops.reports.report import Report
from hubops.reports.rows import UNSURE, Row, rows
from hubops.reports.words import STATUS, WORD

_SKIPPED = frozenset({Status.WAIVED, Status.NOT_APPLICABLE})


def render(report: Report) -> str:
    """One suite per subject, one case per control.

    `fail` is a failure; `unknown`, `stale` and `error` are errors; `waived` and `not_applicable` are
    skipped, with the reason. A case is named `<control> [<subject>]`, since CI systems tell cases
    apart by class and name alone.
    """
    suites: dict[tuple[str, str], list[Row]] = {
        (subject.kind, subject.name): [] for subject in report.results.subjects
    }
    for row in sorted(rows(report), key=lambda row: (row.finding.control, row.subject.name)):
        suites.setdefault((row.subject.kind, row.subject.name), []).append(row)
    every = [row for suite in suites.values() for row in suite]
    root = ElementTree.Element("testsuites", {"name": "hubops", **_counts(every)})
    for (_, subject), suite in sorted(suites.items()):
        root.append(_suite(report, subject, suite))
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _suite(report: Report, subject: str, suite: list[Row]) -> ElementTree.Element:
    run = report.results.run
    name = show.printable(subject)
    element = ElementTree.Element(
        "testsuite",
        {
            "name": name,
            "hostname": name,
            # The format's own schema knows no time zone; the time is UTC.
            "timestamp": show.printable(run.started).removesuffix("Z"),
            **_counts(suite),
        },
    )
    for row in suite:
        element.append(_case(row, report.lang))
    return element


def _counts(suite: list[Row]) -> dict[str, str]:
    statuses = [row.finding.status for row in suite]
    return {
        "tests": str(len(statuses)),
        "failures": str(statuses.count(Status.FAIL)),
        "errors": str(sum(status in UNSURE for status in statuses)),
        "skipped": str(sum(status in _SKIPPED for status in statuses)),
        "time": "0",
    }


def _case(row: Row, lang: str) -> ElementTree.Element:
    finding = row.finding
    name = f"{finding.control.partition('/')[2] or finding.control} [{row.subject.name}]"
    case = ElementTree.Element(
        "testcase", {"classname": show.printable(row.domain), "name": show.printable(name), "time": "0"}
    )
    title = show.printable(row.title.of(lang))
    reason = _reason(row, lang)
    if finding.status is Status.FAIL:
        attributes = {"type": finding.severity.value, "message": _headline(row, lang)}
        ElementTree.SubElement(case, "failure", attributes).text = _body(row, lang)
    elif finding.status in UNSURE:
        attributes = {"type": finding.status.value, "message": f"{title}: {reason}"}
        ElementTree.SubElement(case, "error", attributes).text = _body(row, lang)
    elif finding.status in _SKIPPED:
        message = f"{STATUS[finding.status].of(lang)}: {reason}"
        ElementTree.SubElement(case, "skipped", {"message": message})
    return case


def _reason(row: Row, lang: str) -> str:
    said = row.finding.reason or words.STATUS_MEANING[row.finding.status]
    return show.printable(said.of(lang))


def _headline(row: Row, lang: str) -> str:
    """The title, the first violation, how many more there are, and what mends it: all in one line."""
    lines = [_line(item, lang) for item in row.items]
    first = lines[0] if lines else _reason(row, lang)
    more = f" (+{len(lines) - 1})" if len(lines) > 1 else ""
    return f"{show.printable(row.title.of(lang))}: {first}{more}; {_remedy(row, lang)}"


def _body(row: Row, lang: str) -> str:
    finding = row.finding
    lines = [show.printable(row.description.of(lang))]
    lines += [_line(item, lang) for item in row.items]
    if finding.reason:
        lines.append(f"{WORD['reason'].of(lang)}: {_reason(row, lang)}")
    lines.append(f"{WORD['requirements'].of(lang)}: {show.printable(', '.join(finding.requirements))}")
    for ref in finding.evidence:
        seen = f"{ref.section} {ref.digest}, {WORD['collected_at'].of(lang)} {ref.collected_at}"
        lines.append(f"{WORD['evidence'].of(lang)}: {show.printable(seen)}")
    lines.append(_remedy(row, lang) if finding.items else WORD["check_again"].of(lang))
    return "\n" + "\n".join(lines) + "\n"


def _line(item: Item, lang: str) -> str:
    def told(word: str, value: Text) -> str:
        return f"{WORD[word].of(lang)} {value.of(lang)}"

    wrong = f"{told('expected', show.value(item.expected))}, {told('actual', show.value(item.actual))}"
    return f"{show.printable(item.item)}: {wrong}"


def _remedy(row: Row, lang: str) -> str:
    if row.command:
        return f"{WORD['apply_command'].of(lang)}: {row.command}"
    manual = row.finding.remedy.manual
    told = show.printable(manual.of(lang)) if manual else WORD["none"].of(lang)
    return f"{WORD['manual'].of(lang)}: {told}"
