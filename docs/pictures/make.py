"""Makes the pictures of the README and of docs/ from a demonstration's reports: `make pictures` after `make demo`.

`python docs/pictures/make.py FOLDER NAME...` makes those of these names alone: `operations` needs `report.html` and nothing
else, whichever check wrote it.
"""

from __future__ import annotations

import sys
from collections.abc import Collection
from pathlib import Path

from playwright.sync_api import Browser, FloatRect, Page, sync_playwright
from rich.console import Console
from rich.terminal_theme import MONOKAI

from hubops import bundle, catalog
from hubops.reports import Report, json, terminal

HERE = Path(__file__).parent
MARGIN = 24
CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def main(folder: Path, names: Collection[str]) -> None:
    """Writes the pictures of these names in both languages; `folder` holds what the demonstration left."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        for lang, suffix in (("en", ""), ("zh", ".zh")):
            for name in names:
                PICTURES[name](browser, folder, lang, HERE / f"{name}{suffix}.png")
        browser.close()


def _terminal(browser: Browser, folder: Path, lang: str, path: Path) -> None:
    after = json.load((folder / "results.json").read_text())
    before = json.load((folder / "before.json").read_text())
    controls = catalog.load(bundle.find())
    report = Report(after, controls, "zh" if lang == "zh" else "en", before=before)
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


def _report(browser: Browser, folder: Path, lang: str, path: Path) -> None:
    page = _opened(browser, folder, lang)
    page.screenshot(path=str(path))
    page.close()


def _operations(browser: Browser, folder: Path, lang: str, path: Path) -> None:
    page = _opened(browser, folder, lang)
    box = page.locator("section.operations").bounding_box()
    if box is None:
        raise SystemExit(f"{folder / 'report.html'} shows no monitoring and backups")
    clip: FloatRect = {
        "x": 0,
        "y": box["y"] - MARGIN,
        "width": box["width"] + 2 * box["x"],
        "height": box["height"] + 2 * MARGIN,
    }
    page.screenshot(path=str(path), clip=clip, full_page=True)
    page.close()


def _opened(browser: Browser, folder: Path, lang: str) -> Page:
    page = browser.new_page(viewport={"width": 1200, "height": 1000}, color_scheme="light")
    page.goto(f"{(folder / 'report.html').resolve().as_uri()}?lang={lang}")
    return page


PICTURES = {"terminal": _terminal, "report": _report, "operations": _operations}

if __name__ == "__main__":
    folder, *names = sys.argv[1:] or ["build/demo"]
    main(Path(folder), names or PICTURES)
