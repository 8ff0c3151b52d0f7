"""The report in a real browser: filters, folds, both languages; no errors, nothing requested."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from hubops.model import Status
from hubops.reports import Lang, requirements, write
from tests.reports import estate, sample

CHROMIUM = os.environ.get("HUBOPS_CHROMIUM") or shutil.which("chromium")
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LANGUAGES: tuple[Lang, ...] = ("en", "zh")
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
WIDE, NARROW = (1280, 900), (390, 844)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert CHROMIUM, "no chromium on PATH: apt-get install chromium fonts-noto-cjk"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    for lang in LANGUAGES:
        write("html", folder / f"{lang}.html", sample.report(lang))
    return folder


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    assert len(estate.report().results.findings) >= 300
    assert {finding.status for finding in estate.report().results.findings} == set(Status)
    folder = tmp_path_factory.mktemp("large")
    for lang in LANGUAGES:
        write("html", folder / f"{lang}.html", estate.report(lang))
    return folder


class Opened:
    """One page, with all that it complained of and asked for."""

    def __init__(self, browser: Browser, size: tuple[int, int] = WIDE, script: bool = True) -> None:
        self.context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, java_script_enabled=script
        )
        self.page: Page = self.context.new_page()
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))

    def go(self, path: Path, address: str = "") -> Page:
        self.page.goto(path.as_uri() + address)
        return self.page

    def close(self) -> None:
        self.context.close()
        assert self.complaints == []
        assert [url for url in self.requests if not url.startswith(("file:", "data:"))] == []


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opened]:
    opened = Opened(browser)
    yield opened
    opened.close()


FINDINGS = "tbody.finding:visible"


def shown(page: Page) -> int:
    """How many findings are seen now; after a click, wait for a number with `expect` instead."""
    return page.locator(FINDINGS).count()


@pytest.mark.parametrize(("lang", "heading"), [("en", "Compliance report"), ("zh", "合规检查报告")])
def test_it_opens_in_its_language(opened: Opened, files: Path, lang: str, heading: str) -> None:
    page = opened.go(files / f"{lang}.html")
    expect(page.locator("h1")).to_have_text(heading, use_inner_text=True)
    assert heading in page.title()
    expect(page.locator(FINDINGS)).to_have_count(len(sample.results().findings))
    assert page.locator(".detail:visible").count() == 0


def test_the_language_changes_in_place_and_stays_in_the_address(opened: Opened, files: Path) -> None:
    page = opened.go(files / "en.html")
    page.get_by_role("button", name="中文").click()
    expect(page.locator("h1")).to_have_text("合规检查报告", use_inner_text=True)
    assert page.get_by_label("状态").locator("option").nth(1).inner_text() == "不通过"
    assert "Fail" not in page.locator("main").inner_text()
    page.reload()
    expect(page.locator("h1")).to_have_text("合规检查报告", use_inner_text=True)
    page.get_by_role("button", name="English").click()
    expect(page.locator("h1")).to_have_text("Compliance report", use_inner_text=True)


@pytest.mark.parametrize("address", ["?lang=zh", "#lang=zh", "?lang=zh-CN&status=fail"])
def test_an_address_may_name_the_language(opened: Opened, files: Path, address: str) -> None:
    page = opened.go(files / "en.html", address)
    expect(page.locator("h1")).to_have_text("合规检查报告", use_inner_text=True)


def test_filters_narrow_and_clear(opened: Opened, files: Path) -> None:
    page = opened.go(files / "en.html")
    findings = sample.results().findings
    page.locator("#filters").get_by_label("Status").select_option("fail")
    failing = [finding for finding in findings if finding.status == "fail"]
    assert shown(page) == len(failing) == int(page.locator("#shown").inner_text())
    page.locator("#filters").get_by_label("Subject").select_option("host/hub-1")
    assert shown(page) == sum(finding.subject == "hub-1" for finding in failing)
    page.get_by_role("button", name="Clear").click()
    expect(page.locator(FINDINGS)).to_have_count(len(findings))
    page.locator("#filters").get_by_label("Severity").select_option("high_risk")
    assert shown(page) == sum(finding.severity == "high_risk" for finding in findings)
    page.locator("#filters").get_by_label("Domain").select_option("ssh")
    expect(page.locator(FINDINGS)).to_have_count(4)
    page.reload()
    expect(page.locator(FINDINGS)).to_have_count(4)


def test_search_finds_titles_items_and_either_language(opened: Opened, files: Path) -> None:
    page = opened.go(files / "en.html")
    search = page.get_by_label("Search")
    search.fill("ROOT cannot")
    expect(page.locator(FINDINGS)).to_have_count(4)
    search.fill("/etc/shadow-")
    expect(page.locator(FINDINGS)).to_have_count(1)
    search.fill("高危端口")
    expect(page.locator(FINDINGS)).to_have_count(4)
    search.fill("no such thing")
    expect(page.locator(FINDINGS)).to_have_count(0)
    expect(page.locator("#none")).to_be_visible()


def test_a_finding_opens_by_mouse_and_by_keyboard(opened: Opened, files: Path) -> None:
    page = opened.go(files / "en.html")
    button = page.locator(".head button").first
    assert button.get_attribute("aria-expanded") == "false"
    button.click()
    assert button.get_attribute("aria-expanded") == "true"
    detail = page.locator(".detail:visible")
    assert detail.count() == 1
    for text in (
        "0.0.0.0:23/tcp",
        "absent",
        "telnetd",
        "sha256:",
        "collected 2026-11-23 15:59 UTC",
        "machine",
    ):
        expect(detail).to_contain_text(text, use_inner_text=True)
    page.keyboard.press("Enter")
    assert page.locator(".detail:visible").count() == 0


def test_the_overview_leads_to_the_findings(opened: Opened, files: Path) -> None:
    page = opened.go(files / "en.html")
    page.locator('.legend a[data-filter="status=unknown"]').click()
    expect(page.locator(FINDINGS)).to_have_count(4)
    page.locator('a[data-filter="domain=ssh"]').click()
    expect(page.locator(FINDINGS)).to_have_count(48)
    page.locator('a[data-filter="chapter=GBT22239-8.1.3"]').click()
    bound = [f for f in sample.results().findings if any("GBT22239-8.1.3." in r for r in f.requirements)]
    assert bound
    expect(page.locator(FINDINGS)).to_have_count(len(bound))
    assert page.locator("#filters").get_by_label("Chapter").input_value() == "GBT22239-8.1.3"
    page.locator(".failures .where a").first.click()
    target = page.locator('[id="listeners/risky_ports_closed@data-1"]')
    expect(target).to_have_class("finding open")
    expect(target).to_be_in_viewport()


def test_a_standard_tells_its_requirements_and_names_those_without_a_control(
    opened: Opened, files: Path
) -> None:
    page = opened.go(files / "en.html")
    (hub,) = (group for group in requirements.by_standard(sample.report()) if group.key == "hub")
    section = page.locator("section.standard", has=page.locator("#standard-hub"))
    for name, count in (("Requirements", hub.total), ("No control", len(hub.uncovered))):
        figure = section.locator(".figures div").filter(has_text=name)
        expect(figure.locator("dd")).to_have_text(str(count))
    missing = page.get_by_text(f"{len(hub.uncovered)} requirements without a control")
    expect(page.get_by_text("HUB-D1.1", exact=True)).to_be_hidden()
    missing.click()
    expect(page.get_by_text("HUB-D1.1", exact=True)).to_be_visible()
    page.get_by_text(f"{len(hub.covered)} requirements with a control").click()
    page.locator('a[data-filter="q=HUB-C4.7"]').click()
    expect(page.locator(FINDINGS)).to_have_count(1)


def test_what_is_waived_names_its_waiver_on_top_and_in_the_finding(opened: Opened, large: Path) -> None:
    page = opened.go(large / "en.html")
    section = page.locator("section", has=page.locator("h2#waived"))
    expect(section).to_contain_text("WVR-2026-011", use_inner_text=True)
    section.get_by_role("link", name="hub-1", exact=True).click()
    detail = page.locator(".detail:visible")
    for text in ("waived by WVR-2026-011", "allowtcpforwarding", "hubops apply --tags ssh_access"):
        expect(detail).to_contain_text(text, use_inner_text=True)
    failing = page.locator("section", has=page.locator("h2#mend-first"))
    expect(failing).to_contain_text("1 of 3 violations is waived by WVR-2026-007", use_inner_text=True)


def test_a_command_is_copied_whole_though_its_line_is_broken(browser: Browser, files: Path) -> None:
    opened = Opened(browser, NARROW)
    page = opened.go(files / "en.html")
    page.locator(".failures .command").first.click()
    assert page.evaluate("getSelection().toString()") == ("hubops apply --tags accounts_files --limit hub-2")
    opened.close()


def test_an_address_may_name_a_finding(opened: Opened, files: Path) -> None:
    page = opened.go(files / "en.html", "#kernel/ipv4_hardened@hub-1")
    detail = page.locator(".detail:visible")
    assert detail.count() == 1
    expect(detail).to_contain_text("belong to the machine below")
    opened.go(files / "en.html", "?broken=%E0%A4%A#%E0%A4%A")


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_nothing_is_wider_than_the_window(
    browser: Browser, large: Path, lang: str, size: tuple[int, int]
) -> None:
    opened = Opened(browser, size)
    page = opened.go(large / f"{lang}.html")
    page.evaluate(OPEN_ALL)
    assert page.evaluate("document.documentElement.scrollWidth") == size[0]
    opened.close()


@pytest.mark.parametrize(
    ("lang", "size", "scheme"),
    # Each pair of choices once.
    [("en", WIDE, "light"), ("en", NARROW, "dark"), ("zh", WIDE, "dark"), ("zh", NARROW, "light")],
)
def test_axe_finds_nothing_that_keeps_people_out(
    browser: Browser, large: Path, lang: str, size: tuple[int, int], scheme: str
) -> None:
    opened = Opened(browser, size)
    opened.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page = opened.go(large / f"{lang}.html")
    page.evaluate("document.querySelectorAll('details').forEach((fold) => (fold.open = true))")
    for status in Status:
        page.locator(f'[data-status="{status}"] .head button').first.click()
    page.evaluate(AXE)  # through the debugger, which the page's policy does not bind
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    told = [
        f"{v['impact']} {v['id']}: {[node['target'] for node in v['nodes'][:3]]}" for v in found["violations"]
    ]
    print(*told, sep="\n")
    assert [line for line in told if line.startswith(("serious", "critical"))] == []
    assert len(found["passes"]) > 20
    opened.close()


def test_without_script_it_is_the_whole_list(browser: Browser, files: Path) -> None:
    opened = Opened(browser, script=False)
    page = opened.go(files / "zh.html")
    count = len(sample.results().findings)
    assert page.locator(".detail:visible").count() == shown(page) == count
    expect(page.locator("#filters")).to_be_hidden()
    expect(page.locator("h1")).to_have_text("合规检查报告", use_inner_text=True)
    opened.close()


def test_print_opens_what_needs_work_and_hides_the_tools(opened: Opened, files: Path) -> None:
    page = opened.go(files / "en.html")
    page.emulate_media(media="print")
    expect(page.locator("#filters")).to_be_hidden()
    needs = {"fail", "error", "unknown", "stale", "waived"}
    wanted = sum(finding.status in needs for finding in sample.results().findings)
    assert page.locator(".detail:visible").count() == wanted
    expect(page.get_by_text("HUB-D1.1", exact=True)).to_be_visible()
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


OPEN_ALL = """() => {
  document.querySelectorAll("details").forEach((fold) => (fold.open = true));
  document.querySelectorAll(".head button").forEach((button) => button.click());
}"""
