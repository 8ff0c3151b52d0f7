"""The page as text: one file, both languages, nothing a host says becomes markup."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

from hubops.model import Item, Remedy, Status, Text
from hubops.reports import Lang, Report, html
from tests.reports import estate, sample
from tests.reports.strategies import reports

VOID = {"meta", "link", "input", "br", "img"}


class Page(HTMLParser):
    """What elements a page has, its text, and whether they are closed in order."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words = ""
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), f"an attribute twice in {self.get_starttag_text()}"
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data

    def all(self, tag: str, **attributes: str) -> list[dict[str, str | None]]:
        return [found for name, found in self.elements if name == tag and attributes.items() <= found.items()]


def findings(page: Page) -> list[dict[str, str | None]]:
    return page.all("tbody", **{"class": "finding"})


@pytest.mark.parametrize(("lang", "said"), [("en", "en"), ("zh", "zh-CN")])
def test_the_page_opens_in_its_language_and_holds_both(lang: Lang, said: str) -> None:
    page = Page(html.render(sample.report(lang)))
    assert page.all("html") == [{"lang": said}]
    assert "Root cannot log in over SSH" in page.words
    assert "禁止 root 通过 SSH 登录" in page.words
    assert page.words.count("is checked on its own") == page.words.count("由宿主机单独检查") > 0
    assert not page.open


def test_nothing_is_loaded_from_elsewhere() -> None:
    source = html.render(sample.report())
    page = Page(source)
    for _, attributes in page.elements:
        for name in ("src", "href", "action", "srcset", "style"):
            value = attributes.get(name) or ""
            assert value.startswith(("#", "data:,")) or not value, value
    assert "@import" not in source
    assert "url(" not in source


def test_the_policy_allows_the_script_and_the_style_of_the_page_alone() -> None:
    source = html.render(sample.report())
    policy = next(m["content"] for m in Page(source).all("meta") if m.get("http-equiv"))
    for tag in ("script", "style"):
        inside = re.findall(f"<{tag}>(.*?)</{tag}>", source, re.DOTALL)
        assert len(inside) == 1
        hashed = base64.b64encode(hashlib.sha256(inside[0].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{hashed}'" in str(policy)
    assert "unsafe" not in str(policy)


def test_every_finding_is_there_with_what_filters_need() -> None:
    report = sample.report()
    listed = findings(Page(html.render(report)))
    assert len(listed) == len(report.results.findings)
    assert len({row["id"] for row in listed}) == len(listed)
    assert listed[0] == {
        "class": "finding",
        "id": "listeners/risky_ports_closed@data-1",
        "data-status": "fail",
        "data-severity": "high_risk",
        "data-subject": "host/data-1",
        "data-domain": "listeners",
        "data-chapter": "GBT22239-8.1.3 GBT22239-8.1.4 HUB-C4",
    }


def test_every_requirement_is_listed_with_or_without_a_control() -> None:
    words = Page(html.render(sample.report())).words
    for standard in sample.STANDARDS.values():
        for requirement in standard.requirements.values():
            assert requirement.id in words
            assert requirement.title.zh in words
    bare = Page(html.render(Report(sample.results(), sample.CONTROLS)))
    assert not bare.all("h2", id="by-standard")
    assert bare.all("a", **{"data-filter": "chapter=GBT22239"})


def test_a_failure_says_what_is_waived_of_it_and_a_waived_finding_by_what() -> None:
    words = Page(html.render(estate.report())).words
    assert estate.PARTLY.en in words
    assert estate.WAIVER.zh in words


def test_failures_are_listed_with_their_command() -> None:
    page = Page(html.render(sample.report()))
    assert "hubops apply --tags accounts_files --limit hub-2" in page.words
    nothing = sample.results().model_copy(update={"findings": ()})
    empty = Page(html.render(Report(nothing, sample.CONTROLS)))
    assert not empty.all("h2", id="mend-first")
    assert "Nothing was judged." in empty.words


def test_a_remedy_by_hand_sets_its_commands_apart() -> None:
    failing = next(f for f in sample.results().findings if f.status is Status.FAIL)
    told = Text(en="Run `hubops drill <KIND>` first; a lone ` stays.", zh="先执行 `hubops drill <KIND>`。")
    by_hand = failing.model_copy(update={"remedy": Remedy(manual=told)})
    drawn = html.render(Report(sample.results().model_copy(update={"findings": (by_hand,)}), sample.CONTROLS))
    assert "Run <code>hubops drill &lt;KIND&gt;</code> first; a lone ` stays." in drawn
    assert "先执行 <code>hubops drill &lt;KIND&gt;</code>。" in drawn


def test_what_a_container_could_not_show_has_its_own_part() -> None:
    assert Page(html.render(sample.report())).all("h2", id="not-shown")
    machines = tuple(host for host in sample.HOSTS if host.platform != "container")
    assert not Page(html.render(sample.report(hosts=machines))).all("h2", id="not-shown")


def test_a_very_long_list_of_items_is_cut_and_says_so() -> None:
    failing = next(f for f in sample.results().findings if f.status is Status.FAIL)
    many = tuple(Item(item=f"/srv/{n:04}", expected="0600", actual="0666") for n in range(140))
    results = sample.results().model_copy(update={"findings": (failing.model_copy(update={"items": many}),)})
    page = Page(html.render(Report(results, sample.CONTROLS)))
    assert "+ 40" in page.words
    assert "/srv/0099" in page.words
    assert "/srv/0100" not in page.words


def test_a_bar_shows_even_one_in_a_thousand_and_is_full() -> None:
    counts = {status: 0 for status in Status} | {Status.FAIL: 1, Status.PASS: 999}
    parts = html.segments(counts)
    assert [part[0] for part in parts] == ["fail", "pass"]
    assert float(parts[0][2]) > 1
    assert float(parts[1][1]) + float(parts[1][2]) == pytest.approx(100, abs=0.02)
    assert html.segments({status: 0 for status in Status}) == []


@given(reports())
@settings(deadline=None, max_examples=60)
def test_no_text_becomes_markup(report: Report) -> None:
    page = Page(html.render(report))
    assert not page.open
    assert len(page.all("script")) == 1
    assert not page.all("img")
    assert not [name for _, attributes in page.elements for name in attributes if name.startswith("on")]
    assert len(findings(page)) == len(report.results.findings)
