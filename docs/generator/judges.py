"""docs/judges.md: what outside judges say of a host before and after the baseline, and who is right where they object.

The numbers are docs/judges.json, which `make judges` writes; the answers to what a judge still says after
the baseline are docs/judgements.yaml, written by hand.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import yaml

from generator.source import Source, code, table

STAGES = ("bare", "applied")
COSTS = ("cpu_seconds", "wall_seconds", "peak_mib")
PLATFORMS = ("container", "vm")


def page(source: Source) -> str:
    """The body of the page."""
    docs = source.bundle.root / "docs"
    found = json.loads((docs / "judges.json").read_text(encoding="utf-8"))
    answers = yaml.safe_load((docs / "judgements.yaml").read_text(encoding="utf-8"))
    parts = [
        f"# {source.word('judges')}\n\n{source.word('judges_lead')}\n",
        _scores(source, found),
        _costs(source, found),
        _again(source, found),
        _services(source, found),
        *(_answers(source, name, objections(found, name), answers[name]) for name in JUDGES),
    ]
    return "\n".join(parts)


def objections(found: dict[str, Any], judge: str) -> list[str]:
    """What a judge still says after the baseline, of either kind of host."""
    return sorted({point for host in found["applied"].values() for point in JUDGES[judge](host)})


JUDGES = {
    "lynis": lambda host: host["lynis"]["open"],
    "openscap": lambda host: host["openscap"]["failed"],
    "ssh_audit": lambda host: host["ssh_audit"]["fail"] + host["ssh_audit"]["warn"],
}
"""Each judge with the points that it holds against a host."""

SCORES = {
    "lynis_index": lambda host: host["lynis"]["index"],
    "lynis_warnings": lambda host: host["lynis"]["warnings"],
    "lynis_suggestions": lambda host: host["lynis"]["suggestions"],
    "openscap_pass": lambda host: host["openscap"]["pass"],
    "openscap_fail": lambda host: host["openscap"]["fail"],
    "ssh_audit_fail": lambda host: len(host["ssh_audit"]["fail"]),
    "ssh_audit_warn": lambda host: len(host["ssh_audit"]["warn"]),
}


def _hosts(found: dict[str, Any]) -> list[str]:
    """The kinds of host that were judged at every stage."""
    return [platform for platform in PLATFORMS if all(platform in found[stage] for stage in STAGES)]


def _scores(source: Source, found: dict[str, Any]) -> str:
    columns = [(platform, stage) for platform in _hosts(found) for stage in STAGES]
    headings = [source.word("judge"), *(f"{source.word(p)}: {source.word(s)}" for p, s in columns)]
    rows = [
        [source.word(name), *(str(score(found[stage][platform])) for platform, stage in columns)]
        for name, score in SCORES.items()
    ]
    return f"## {source.word('scores')}\n\n{table(headings, rows)}"


def _costs(source: Source, found: dict[str, Any]) -> str:
    """What each judge and our own collector costs a host that has the baseline."""
    headings = [source.word(key) for key in ("judge", "host", *COSTS)]
    rows = []
    for platform in _hosts(found):
        host = found["applied"][platform]
        costs = {
            "collector": host["collector"],
            **{name: host[name]["cost"] for name in ("lynis", "openscap")},
        }
        rows += [
            [source.word(name), source.word(platform), *(str(cost[key]) for key in COSTS)]
            for name, cost in costs.items()
        ]
    return f"## {source.word('costs')}\n\n{table(headings, rows)}"


def _again(source: Source, found: dict[str, Any]) -> str:
    """How long applying again takes, by role, and the tasks that take longest."""
    again = found["again"]
    columns = [f"{host} ({source.word(told['platform'])})" for host, told in again.items()]
    roles = sorted({role for told in again.values() for role in told["roles"]})
    rows = [[code(role), *(str(told["roles"].get(role, "")) for told in again.values())] for role in roles]
    rows.append([source.word("in_all"), *(str(told["seconds"]) for told in again.values())])
    slowest = [
        [host, code(role), code(task), str(seconds)]
        for host, told in again.items()
        for role, task, seconds in told["slowest"]
    ]
    headings = [source.word(key) for key in ("host", "role", "task", "wall_seconds")]
    return (
        f"## {source.word('again')}\n\n{source.word('again_lead')}\n\n"
        f"{table([source.word('role'), *columns], rows)}\n{table(headings, slowest)}"
    )


def _services(source: Source, found: dict[str, Any]) -> str:
    applied, platforms = found["applied"], _hosts(found)
    names = sorted({name for platform in platforms for name in applied[platform]["services"]})
    headings = [source.word("service"), *(source.word(platform) for platform in platforms)]
    rows = [[code(name), *(str(applied[p]["services"].get(name, "")) for p in platforms)] for name in names]
    return f"## {source.word('exposures')}\n\n{table(headings, rows)}"


def _answers(source: Source, judge: str, points: Iterable[str], answers: dict[str, Any]) -> str:
    headings = [source.word("objection"), source.word("answer")]
    rows = [[code(point), answers[point][source.language]] for point in points]
    return f"## {source.word('what_says').format(source.word(judge))}\n\n{table(headings, rows)}"
