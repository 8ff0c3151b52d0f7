"""What every page is made from, and how a page is written."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.words import WORD
from hubops import bundle, catalog, standards
from hubops.breakages import proofs
from hubops.model import Control, Text
from hubops.records.schema import evidence_schema
from hubops.standards import Requirement, Standard


class Source:
    """The product as data, with one language to describe it in."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.bundle = bundle.find()
        self.controls: dict[str, Control] = catalog.load(self.bundle)
        self.standards: dict[str, Standard] = standards.load(self.bundle)

    @property
    def suffix(self) -> str:
        return self._suffix(self.language)

    @cached_property
    def requirements(self) -> dict[str, Requirement]:
        return {
            id_: entry for standard in self.standards.values() for id_, entry in standard.requirements.items()
        }

    @cached_property
    def proofs(self) -> dict[str, int]:
        """In how many ways each control is broken to prove it."""
        return proofs(self.bundle)

    @cached_property
    def schemas(self) -> dict[str, dict[str, Any]]:
        """Each section's schema by the section's name; that of the records as it is about to be written."""
        read = {
            path.stem: json.loads(path.read_text(encoding="utf-8"))
            for path in self.bundle.schemas.glob("*.json")
        }
        return dict(sorted({**read, "records": evidence_schema()}.items()))

    def say(self, text: Text) -> str:
        return text.of(self.language)

    def word(self, key: str) -> str:
        """A fixed word of the pages."""
        return self.say(WORD[key])

    def head(self, name: str) -> str:
        """The link to the same page in the other language."""
        other = "en" if self.language == "zh" else "zh"
        label = "English" if other == "en" else "中文"
        return f"[{label}]({Path(name).name}{self._suffix(other)})\n\n"

    def link(self, control: Control, *, here: str = "") -> str:
        """A control's id as a link to its description, from a page in the folder `here` of docs."""
        folder = "" if here == "controls" else "controls/"
        domain, _, name = control.id.partition("/")
        return f"[{control.id}]({folder}{domain}{self.suffix}#{name})"

    def named(self, control: Control) -> str:
        return control.name_of(self.language)

    @staticmethod
    def _suffix(language: str) -> str:
        return ".zh-CN.md" if language == "zh" else ".md"


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; whatever would break a row is written so that it does not."""
    lines = [headings, ["---"] * len(headings), *rows]
    return "".join(f"| {' | '.join(map(_cell, line))} |\n" for line in lines)


def code(value: Any) -> str:
    """A value as it is written in a file: `4`, `["a", "b"]`; text without quotes, and nothing where there is none."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return f"`{text}`" if text else ""


def anchor(name: str) -> str:
    """A place to link to whose name no translation changes."""
    return f'<a id="{name}"></a>'


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
