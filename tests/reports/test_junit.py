"""JUnit: the right element for each status, well-formed whatever the text."""

from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given, settings

from hubops.model import Status
from hubops.reports import Report
from hubops.reports.junit import render
from tests.reports import sample
from tests.reports.strategies import reports


def cases(report: Report) -> dict[str, ElementTree.Element]:
    return {case.attrib["name"]: case for case in ElementTree.fromstring(render(report)).iter("testcase")}


def test_one_suite_per_subject_and_one_case_per_finding() -> None:
    report = sample.report()
    root = ElementTree.fromstring(render(report))
    assert [suite.attrib["name"] for suite in root] == ["data-1", "hub-1", "hub-2", "ops-1", "hub", "lab"]
    assert len(cases(report)) == len(report.results.findings)
    for suite in root:
        assert int(suite.attrib["tests"]) == len(suite.findall("testcase"))
        assert int(suite.attrib["failures"]) == len(suite.findall("testcase/failure"))
        assert int(suite.attrib["errors"]) == len(suite.findall("testcase/error"))
        assert int(suite.attrib["skipped"]) == len(suite.findall("testcase/skipped"))


def test_each_status_has_its_element() -> None:
    report = sample.report()
    named = cases(report)
    elements = {
        Status.FAIL: "failure", Status.ERROR: "error", Status.UNKNOWN: "error", Status.STALE: "error",
        Status.WAIVED: "skipped", Status.NOT_APPLICABLE: "skipped",
    }  # fmt: skip
    for finding in report.results.findings:
        domain, _, name = finding.control.partition("/")
        case = named[f"{name} [{finding.subject}]"]
        assert case.attrib["classname"] == domain
        expected = elements.get(finding.status)
        assert [child.tag for child in case] == ([expected] if expected else [])


def test_a_failure_says_what_is_wrong_and_what_mends_it() -> None:
    case = cases(sample.report())["identity_files_protected [hub-2]"]
    failure = case[0]
    assert failure.attrib["message"] == (
        "Files of users and passwords are protected: /etc/shadow-: Expected <= 0640, Actual 0644; "
        "Run: hubops apply --tags accounts_files --limit hub-2"
    )
    assert failure.attrib["type"] == "high"
    chinese = cases(sample.report("zh"))["identity_files_protected [hub-2]"][0].attrib["message"]
    assert "应为 <= 0640, 实际 0644" in chinese


def test_a_skip_says_why() -> None:
    case = cases(sample.report())["ipv4_hardened [hub-1]"]
    assert "belong to the machine below" in case[0].attrib["message"]


@given(reports())
@settings(deadline=None, max_examples=60)
def test_any_text_gives_well_formed_xml(report: Report) -> None:
    root = ElementTree.fromstring(render(report).encode())
    assert len(list(root.iter("testcase"))) == len(report.results.findings)
    assert root.attrib["tests"] == str(len(report.results.findings))
