"""What is generated is fresh, what is written by hand is held against the product, and every link leads somewhere."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import typer
from checkout import ROOT, copy_to
from markdown_it import MarkdownIt
from markdown_it.token import Token

from hubops.cli.app import app

CHINESE = re.compile(r"[\u4e00-\u9fff]")
PAGES = sorted([*ROOT.glob("README*.md"), *ROOT.glob("CONTRIBUTING*.md"), *ROOT.glob("docs/**/*.md")])
every_page = pytest.mark.parametrize("page", PAGES, ids=[str(p.relative_to(ROOT)) for p in PAGES])


def test_what_is_generated_is_fresh() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "docs/make.py"), "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"run make docs:\n{done.stdout}{done.stderr}"


def test_stale_missing_and_extra_pages_are_named_and_mended(tmp_path: Path) -> None:
    copy = copy_to(tmp_path)
    copy.edit("docs/settings.md", "HUBOPS_CACHE", "HUBOPS_CASH")
    (tmp_path / "docs/controls/ssh.zh-CN.md").unlink()
    (tmp_path / "docs/controls/telepathy.md").write_text(copy.text("docs/controls/ssh.md"))
    wrong = {
        "docs/settings.md": "stale",
        "docs/controls/ssh.zh-CN.md": "missing",
        "docs/controls/telepathy.md": "extra",
    }
    checked = copy.run("docs/make.py", "--check")
    assert checked.returncode == 1
    assert sorted(checked.stdout.splitlines()) == sorted(
        f"{p}: {f}: run `make docs`" for p, f in wrong.items()
    )
    assert sorted(copy.run("docs/make.py").stdout.splitlines()) == sorted(wrong)
    assert copy.run("docs/make.py", "--check").returncode == 0


def test_a_page_does_not_tell_whose_machine_made_it(tmp_path: Path) -> None:
    """Another folder, another home, other settings: the same pages to the byte."""
    made = copy_to(tmp_path).run(
        "docs/make.py", "--check",
        HOME=str(tmp_path), XDG_CACHE_HOME="/elsewhere", HUBOPS_LANG="zh", HUBOPS_INVENTORY="other", COLUMNS="40",
    )  # fmt: skip
    assert made.stdout == ""
    assert made.returncode == 0


def test_every_description_of_evidence_is_in_both_languages() -> None:
    def described(node: Any) -> Iterator[dict[str, Any]]:
        if isinstance(node, list):
            for entry in node:
                yield from described(entry)
        elif isinstance(node, dict):
            if isinstance(node.get("description"), str):
                yield node
            for entry in node.values():
                yield from described(entry)

    for path in sorted(ROOT.glob("policies/schemas/*.json")):
        schema = json.loads(path.read_text(encoding="utf-8"))
        assert schema["description"], path.name
        for node in described(schema):
            assert CHINESE.search(node.get("description_zh", "")), f"{path.name}: {node['description']}"


@every_page
def test_a_page_is_in_both_languages(page: Path) -> None:
    english = page.name.replace(".zh-CN.md", ".md")
    assert {page.with_name(english), page.with_name(english.replace(".md", ".zh-CN.md"))} <= set(PAGES)
    prose = _prose(page)
    assert (len(CHINESE.findall(prose)) > len(prose) / 20) == (page.name != english)


@every_page
def test_links_lead_somewhere(page: Path) -> None:
    for link in _links(page):
        target, _, fragment = unquote(link).partition("#")
        if "://" in target or target.startswith("mailto:"):
            continue
        path = (page.parent / target).resolve() if target else page
        assert path.exists(), f"{link}: no such file"
        assert path.is_relative_to(ROOT), f"{link}: outside the checkout"
        assert not fragment or fragment in _anchors(path), f"{link}: no such place"


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "CONTRIBUTING.zh-CN.md"])
def test_every_make_target_is_explained(name: str) -> None:
    targets = re.findall(r"^([a-z][a-z-]*%?):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    explained = re.findall(
        r"^\| `make ([\w-]+)` \| \S", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE
    )
    assert sorted(explained) == sorted(target.replace("%", "ROLE") for target in targets)


@every_page
def test_commands_that_are_named_exist(page: Path) -> None:
    root = typer.main.get_command(app)
    there = set(root.list_commands(root.context_class(root)))
    code = (token.content for token in _tokens(page) if token.type in {"code_inline", "fence"})
    named = {name for text in code for name in re.findall(r"(?<![\w/.])hubops ([a-z]+)\b", text)}
    assert named <= there


@cache
def _tokens(page: Path) -> list[Token]:
    """The page's tokens, those inside of lines too."""
    blocks = MarkdownIt().enable("table").parse(page.read_text(encoding="utf-8"))
    return [token for block in blocks for token in (block, *(block.children or []))]


def _links(page: Path) -> list[str]:
    named = {"link_open": "href", "image": "src"}
    return [str(token.attrs[named[token.type]]) for token in _tokens(page) if token.type in named]


@cache
def _anchors(page: Path) -> set[str]:
    """Where a link can lead: headings, named as code hosts name them, and places with an id."""
    tokens = _tokens(page)
    titles = [after.content for token, after in pairwise(tokens) if token.type == "heading_open"]
    slugs = {
        re.sub(r"[^\w\- ]", "", re.sub(r"\]\([^)]*\)", "", title.lower())).replace(" ", "-")
        for title in titles
    }
    return slugs | set(re.findall(r'<a id="([^"]+)">', page.read_text(encoding="utf-8")))


def _prose(page: Path) -> str:
    """What is said outside of code."""
    return "".join(token.content for token in _tokens(page) if token.type == "text")
