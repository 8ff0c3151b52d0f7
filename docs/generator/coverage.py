"""docs/coverage.md: every requirement, and what shows it."""

from __future__ import annotations

from generator.source import Source, anchor, table
from generator.words import JUDGE
from hubops.coverage import Coverage, by_chapter, whole
from hubops.standards import Requirement, Standard


def page(source: Source) -> str:
    """The body of the page."""
    parts = [f"# {source.word('coverage')}\n\n{source.word('coverage_lead')}\n"]
    parts += [_standard(source, standard) for standard in source.standards.values()]
    return "\n".join(parts)


def _standard(source: Source, standard: Standard) -> str:
    controls = source.controls.values()
    counts = by_chapter(standard, controls)
    headings = ["chapter", "requirements", "covered", "automated", "recorded", "uncovered"]
    rows = [
        [f"[{prefix}](#{prefix}) {source.say(standard.chapters[prefix])}", *_numbers(found)]
        for prefix, found in counts.items()
    ]
    total = [f"**{source.word('total')}**", *(f"**{n}**" for n in _numbers(whole(standard, controls)))]
    numbers = table([source.word(key) for key in headings], [*rows, total])
    chapters = [_chapter(source, standard, prefix) for prefix in standard.chapters]
    title = f"{anchor(standard.id)}\n\n## {source.say(standard.title)}\n\n"
    return "\n".join([title + numbers, *chapters])


def _numbers(found: Coverage) -> list[str]:
    counts = (found.requirements, found.covered, found.automated, found.recorded, len(found.uncovered))
    return [str(count) for count in counts]


def _chapter(source: Source, standard: Standard, prefix: str) -> str:
    headings = ["requirement", "title", "judged_by", "high_risk", "leans_on", "covered_by"]
    inside = [entry for entry in standard.requirements.values() if entry.chapter == prefix]
    rows = table([source.word(key) for key in headings], [_row(source, entry) for entry in inside])
    return f"{anchor(prefix)}\n\n### {prefix} {source.say(standard.chapters[prefix])}\n\n{rows}"


def _row(source: Source, entry: Requirement) -> list[str]:
    covering = [source.link(c) for c in source.controls.values() if entry.id in c.requirements]
    return [
        anchor(entry.id) + entry.id,
        source.say(entry.title),
        source.word("comma").join(source.say(JUDGE[who]) for who in entry.judged_by),
        source.word("high_risk") if entry.high_risk else "",
        ", ".join(f"[{id_}](#{id_})" for id_ in entry.relations),
        ", ".join(covering) or source.word("no_control"),
    ]
