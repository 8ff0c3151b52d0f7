"""docs/controls/: an index, and a page for each domain."""

from __future__ import annotations

from itertools import groupby

from generator.source import Source, code, table
from hubops.model import Control
from hubops.reports.words import DOMAIN, KIND, SEVERITY, named


def pages(source: Source) -> dict[str, str]:
    """The bodies of the pages by their name."""
    domains = {
        domain: list(controls) for domain, controls in groupby(source.controls.values(), lambda c: c.domain)
    }
    return {
        "controls/README": _index(source, domains),
        **{f"controls/{domain}": _domain(source, domain, controls) for domain, controls in domains.items()},
    }


def _index(source: Source, domains: dict[str, list[Control]]) -> str:
    headings = [source.word(key) for key in ("control", "title", "severity", "subject", "requirements")]
    parts = [f"# {source.word('controls')}\n\n{source.word('controls_lead')}\n"]
    for domain, controls in domains.items():
        rows = [
            [
                source.link(control, here="controls"),
                source.named(control),
                source.say(SEVERITY[control.severity]),
                source.say(KIND[control.subject]),
                str(len(control.requirements)),
            ]
            for control in controls
        ]
        title = f"[{source.say(named(DOMAIN, domain))}]({domain}{source.suffix})"
        parts.append(f"## {title}\n\n{table(headings, rows)}")
    return "\n".join(parts)


def _domain(source: Source, domain: str, controls: list[Control]) -> str:
    title = f"# {source.say(named(DOMAIN, domain))}\n\n[{source.word('controls')}](README{source.suffix})\n"
    return "\n".join([title, *(_control(source, control) for control in controls)])


def _control(source: Source, control: Control) -> str:
    description = control.description_zh if source.language == "zh" else control.description
    name = control.id.partition("/")[2]
    folder = f"../../policies/controls/{control.id}"
    rows = [
        ["severity", source.say(SEVERITY[control.severity])],
        ["subject", source.say(KIND[control.subject])],
        ["evidence", ", ".join(f"[{s}](../evidence{source.suffix}#{s})" for s in control.evidence)],
        ["stale_after", _span(control.max_age_seconds)],
        ["requirements", "<br>".join(_requirement(source, id_) for id_ in control.requirements)],
        *(["param", _param(source, control, param)] for param in control.params),
        ["remedy", _remedy(source, control)],
        *([["proof", _proof(source, control, folder)]] if control.id in source.proofs else []),
        ["pass_examples", _examples(source, control, folder, "pass")],
        ["fail_examples", _examples(source, control, folder, "fail")],
    ]
    facts = table(["", ""], [[source.word(key), text] for key, text in rows])
    rule = f"[{source.word('rule')}]({folder}/{name}.rego)"
    return f"## {name}\n\n**{source.named(control)}**\n\n{description}\n\n{facts}\n{rule}\n"


def _span(seconds: int) -> str:
    hours, rest = divmod(seconds, 3600)
    return f"{seconds // 60} min" if rest else f"{hours} h"


def _requirement(source: Source, id_: str) -> str:
    known = source.requirements.get(id_)
    return f"[{id_}](../coverage{source.suffix}#{id_}) {source.say(known.title)}" if known else id_


def _param(source: Source, control: Control, name: str) -> str:
    param = control.params[name]
    allowed = param.allowed
    numeric = bool(param.bound) and not str(param.bound).isidentifier()
    told = code(param.bound) if numeric else source.say(allowed) if allowed else ""
    bound = source.word("allowed").format(told) if told else ""
    return f"`{name}`{source.word('colon')}{code(param.default)}{bound}"


def _remedy(source: Source, control: Control) -> str:
    remedy = control.remedy
    if remedy.manual:
        return source.say(remedy.manual)
    return f"`hubops apply --tags {remedy.tag}`{source.word('by_role').format(code(remedy.role))}"


def _proof(source: Source, control: Control, folder: str) -> str:
    return f"[breakage.yml]({folder}/breakage.yml): {source.word('broken').format(source.proofs[control.id])}"


def _examples(source: Source, control: Control, folder: str, outcome: str) -> str:
    there = source.bundle.policies / "controls" / control.id / "examples"
    names = sorted(path.name for path in there.glob(f"*.{outcome}.json"))
    return ", ".join(f"[{name.partition('.')[0]}]({folder}/examples/{name})" for name in names)
