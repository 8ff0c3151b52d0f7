"""Makes the README's pictures from a demonstration's reports: `make pictures` after `make demo`."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.terminal_theme import MONOKAI

from hubops import bundle, catalog
from hubops.reports import Report, json, terminal

HERE = Path(__file__).parent
CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def main(folder: Path) -> None:
    """Writes `terminal` and `report` pictures in both languages; `folder` holds what the demonstration left."""
    after = json.load((folder / "results.json").read_text())
    before = json.load((folder / "before.json").read_text())
    controls = catalog.load(bundle.find())
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        for lang, suffix in (("en", ""), ("zh", ".zh")):
            report = Report(after, controls, "zh" if lang == "zh" else "en", before=before)
            _terminal(browser, report, HERE / f"terminal{suffix}.png")
            _page(
                browser,
                f"{(folder / 'report.html').resolve().as_uri()}?lang={lang}",
                HERE / f"report{suffix}.png",
            )
        browser.close()


def _terminal(browser: Browser, report: Report, path: Path) -> None:
    console = Console(record=True, width=80, force_terminal=True, file=open("/dev/null", "w"))  # noqa: SIM115
    console.print("[bold green]$[/] hubops demo")
    terminal.print_comparison(console, report)
    terminal.print_summary(console, report)
    page = browser.new_page(viewport={"width": 1000, "height": 700}, device_scale_factor=1.5)
    drawn = console.export_html(inline_styles=True, theme=MONOKAI, code_format=_WINDOW)
    page.set_content(drawn.replace("─", "-"))  # which this font draws too wide
    page.locator("pre").screenshot(path=str(path))
    page.close()


# In this font a Chinese character is exactly as wide as two letters, as in a terminal.
_WINDOW = """<pre style="margin:0;padding:18px 22px;width:max-content;color:{foreground};background:{background};
font:15px/1.35 'Noto Sans Mono CJK SC',monospace;border-radius:8px">{code}</pre>"""


def _page(browser: Browser, url: str, path: Path) -> None:
    page = browser.new_page(viewport={"width": 1200, "height": 1000}, color_scheme="light")
    page.goto(url)
    page.screenshot(path=str(path))
    page.close()


main(Path(sys.argv[1] if len(sys.argv) > 1 else "build/demo"))
